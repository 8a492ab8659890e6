"""A small world: the knowledge folder of Lantern, a charity with two clinics that don't exist."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from bot.facts.model import Knowledge
from bot.facts.phrases import PHRASES
from bot.facts.reading import load

_JOINING: Final = frozenset({"comma", "semicolon", "and", "or"})
"""The phrases that join names, which are as in English."""

FILES: Final[Mapping[str, str]] = {
    "sources.toml": """
[lantern-report]
title = "Lantern's report"
publisher = "Lantern"
url = "https://lantern.example/report"
as_of = "2020-05"
checked = 2026-11-20

[gazette]
title = "The Gazette of Arcadia"
publisher = "The printer of Arcadia"
checked = 2026-11-20
""",
    "vocabulary.toml": """
topics = [
  "overview", "location", "opening", "people-helped", "staff", "services", "aim", "cost",
]
weak = ["help"]

[kinds]
country = ""
centre = ""
clinic = "centre"
law = ""

[attributes]
staff = { type = "set", things = true }
services = { type = "set", things = true }
people-helped = { type = "quantity" }
opened = { type = "date" }

[broader]
dentist = ["staff"]
nurse = ["staff"]
midwife = ["staff"]
vaccination = ["services"]
dental-care = ["services"]
""",
    "arcadia/arcadia.toml": """
id = "arcadia"
kind = "country"
name.en = "Lantern in Arcadia"
short.en = "Arcadia"
aliases.en = ["Arcadian clinics"]

[[facts]]
topic = "overview"
source = "lantern-report"
text.en = "Lantern runs two clinics in Arcadia, one in the north and one in the south."
""",
    "arcadia/north.toml": """
id = "north"
kind = "clinic"
country = "arcadia"
part_of = "arcadia"
name.en = "Lantern Clinic Northport"
short.en = "Northport"
aliases.en = ["North Port"]

[[facts]]
topic = "overview"
source = "lantern-report"
text.en = "The clinic in Northport heals everyone who comes, and vaccinates children."

[[facts]]
topic = "opening"
source = "lantern-report"
states.opened = "2003-03"
text.en = "The Northport clinic opened in March 2003."
ask.en = ["when did it open", "how old is the clinic"]

[[facts]]
topic = "people-helped"
source = "lantern-report"
states.people-helped = { value = 520, per = "day", bound = "about" }
text.en = "The Northport clinic helps about 520 people each day."
ask.en = ["how many people does it help each day", "how busy is the place"]

[[facts]]
topic = "staff"
source = "lantern-report"
states.staff = ["dentist", "nurse"]
text.en = "A dentist and a nurse work at the Northport clinic."
ask.en = ["who works there", "is there a dentist"]

[[facts]]
topic = "services"
source = "lantern-report"
states.services = ["vaccination", "dental-care"]
text.en = "The Northport clinic vaccinates children and cares for teeth."
ask.en = ["what can I get there", "what does it offer"]
""",
    "arcadia/south.toml": """
id = "south"
kind = "clinic"
country = "arcadia"
part_of = "arcadia"
name.en = "Lantern Clinic Southwell"
short.en = "Southwell"

[[facts]]
topic = "overview"
source = "lantern-report"
text.en = "The clinic in Southwell looks after mothers and their babies."

[[facts]]
topic = "opening"
source = "lantern-report"
states.opened = 2011
text.en = "The Southwell clinic opened in 2011."
ask.en = ["when did it open", "how old is the clinic"]

[[facts]]
topic = "people-helped"
source = "lantern-report"
states.people-helped = { value = 80, per = "day", bound = "up-to" }
text.en = "The Southwell clinic helps up to 80 people each day."
ask.en = ["how many people does it help each day", "how busy is the place"]

[[facts]]
topic = "staff"
source = "lantern-report"
states.staff = ["midwife", "nurse"]
text.en = "A midwife and a nurse work at the Southwell clinic."
ask.en = ["who works there", "is there a midwife"]
""",
    "arcadia/lamp-act.toml": """
id = "lamp-act"
kind = "law"
country = "arcadia"
name.en = "Lamp Act"
aliases.en = ["Lamp Law", "law of the lamps"]

[[facts]]
topic = "overview"
source = ["gazette", "lantern-report"]
states.opened = 1999-12-24
text.en = "The Lamp Act of 1999 says that every sick person in Arcadia is treated."
ask.en = ["what is this law", "which law is about the sick"]

[[facts]]
topic = "cost"
source = "gazette"
review_by = 2030-01-01
text.en = "Under the Lamp Act nobody pays for a visit."
ask.en = ["what does a visit cost", "is it free"]
""",
    "languages/en/language.toml": """
code = "en"
name = "English"
script = "LATIN"
locale = "en_GB"
stemmer = "english"
examples = ["Who works in Northport?", "Which clinics have a dentist?"]
openers = ["how", "what", "when", "where", "which", "who", "is", "does"]
joiners = ["and"]
kept_endings = ["ism"]
fillers = [
  "a", "an", "the", "of", "in", "at", "to", "for", "on", "with", "and", "or", "is", "are", "was",
  "were", "do", "does", "did", "have", "has", "be", "can", "could", "please", "there", "i", "you",
  "me", "my", "hello", "hi", "thanks", "their", "this", "that", "each", "any", "by", "as", "from",
]

[operations]
tell = ["tell", "tell me", "tell me about", "what is", "what are", "what does", "what"]
which = ["which"]
list = ["list", "list of", "list all", "name all", "what are the"]
how-many = ["how many", "how much", "number of"]
when = ["when", "what year", "which year", "since when"]
where = ["where", "whereabouts", "in which country"]
who = ["who"]
why = ["why"]
how = ["how"]
duration = ["how long"]
compare = ["compare", "difference between", "versus"]
more = ["more", "more than", "bigger"]
less = ["less", "less than", "fewer", "smaller"]
most = ["most", "the most", "biggest", "busiest"]
least = ["least", "fewest", "smallest"]
earliest = ["earliest", "oldest", "opened first"]
latest = ["latest", "newest", "youngest"]
before = ["before", "older"]
after = ["after", "newer"]
both = ["both"]
without = [
  "without", "has no", "have no", "but no", "neither", "nor", "other than", "does not have",
  "do not",
]
total = ["total", "in total", "altogether"]
also = ["what about", "how about", "and in"]
others = ["what about the others", "the others", "and the rest", "the rest", "show all"]
correct = ["i meant", "no i mean"]
back = ["it", "there", "they"]
first = ["the first one", "first"]
second = ["the second one", "second"]
and = ["and"]
or = ["or", "either"]
but = ["but"]
have = ["have", "has", "with", "is there"]
every = ["any", "all", "all the", "every", "each"]
at-least = ["at least", "or more"]
at-most = ["at most"]
since = ["since", "or later"]
until = ["until"]
between = ["between"]

[numbers]
two = 2
three = 3
five = 5
hundred = 100
""",
    "languages/en/concepts/kinds.toml": """
[country]
name = "country"
plural = "countries"
words = ["country", "nation"]

[centre]
name = "centre"
plural = "centres"
words = ["centre", "center", "place"]

[clinic]
name = "clinic"
plural = "clinics"
words = ["clinic", "health centre"]

[law]
name = "law"
plural = "laws"
words = ["law", "act", "legislation"]
""",
    "languages/en/concepts/ideas.toml": """
[overview]
name = "in short"
words = ["overview", "summary"]

[location]
name = "where it is"
words = ["location", "address"]

[opening]
name = "its opening"
words = ["opening", "open", "founded"]

[opened]
name = "the opening"
words = ["opened", "open"]

[people-helped]
name = "people helped"
words = ["people helped", "people", "patients", "visitors"]

[staff]
name = "staff"
words = ["staff", "team", "employees", "work"]

[services]
name = "services"
words = ["services", "offer", "programmes"]

[aim]
name = "its aim"
words = ["aim", "purpose", "goal"]

[cost]
name = "what it costs"
words = ["cost", "price", "free", "pay"]

[help]
words = ["help", "support"]

[dentist]
name = "a dentist"
plural = "dentists"
words = ["dentist", "dentists", "teeth doctor"]

[nurse]
name = "a nurse"
plural = "nurses"
words = ["nurse", "sister"]

[midwife]
name = "a midwife"
plural = "midwives"
words = ["midwife", "midwives"]

[vaccination]
name = "vaccination"
words = ["vaccination", "vaccinate", "vaccine", "jab"]

[dental-care]
name = "dental care"
words = ["dental care", "care for teeth", "teeth"]

[per-day]
words = ["a day", "per day", "each day", "daily"]
""",
    "languages/en/smalltalk.toml": """
[hello]
says = ["hello", "hi", "good morning"]
reply = "Hello from Lantern."

[thanks]
says = ["thanks", "thank you"]
reply = "You are welcome."
""",
    "languages/en/phrases.toml": "\n".join(
        f'{key} = "{key}: {"; ".join(f"{{{blank}}}" for blank in sorted(blanks))}"'
        for key, blanks in PHRASES.items()
        if key not in _JOINING
    )
    + """
comma = "{names}, {name}"
semicolon = "{names}; {name}"
and = "{names} and {name}"
or = "{names} or {name}"
""",
}
"""File -> its text. Each of the bot's phrases says its own key and its blanks, but for those that
join names."""


def write_world(folder: Path) -> Path:
    """Write the small world's files into a folder, and give the folder."""
    for name, text in FILES.items():
        write(folder, name, text)
    return folder


def write(folder: Path, file: str, text: str) -> None:
    """Write a whole file."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Put other words into a file."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    write(folder, file, text.replace(old, new, 1))


@cache
def load_world() -> Knowledge:
    """Read the small world."""
    with tempfile.TemporaryDirectory() as folder:
        return load(write_world(Path(folder)))
