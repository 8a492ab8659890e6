"""The small world with more in it: a third clinic in Arcadia, and a second country with two."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from world import write, write_world

from bot.facts.model import Knowledge
from bot.facts.reading import load

MORE: Final[Mapping[str, str]] = {
    "arcadia/west.toml": """
id = "west"
kind = "clinic"
country = "arcadia"
part_of = "arcadia"
name.en = "Lantern Clinic Westerby"
short.en = "Westerby"

[[facts]]
topic = "overview"
source = "lantern-report"
text.en = "The clinic in Westerby is a house on wheels."

[[facts]]
topic = "opening"
source = "gazette"
states.opened = "2007-06"
text.en = "The Westerby clinic opened in June 2007."
ask.en = ["when did it open", "how old is the clinic"]

[[facts]]
topic = "people-helped"
source = "gazette"
states.people-helped = { value = 9000, per = "year", bound = "over" }
text.en = "The Westerby clinic helps over 9,000 people a year."
ask.en = ["how many people does it help in a year", "how busy is the place"]

[[facts]]
topic = "staff"
source = "gazette"
states.staff = ["nurse"]
text.en = "A nurse works at the Westerby clinic."
ask.en = ["who works there", "is there a nurse"]
""",
    "utopia/utopia.toml": """
id = "utopia"
kind = "country"
name.en = "Lantern in Utopia"
short.en = "Utopia"

[[facts]]
topic = "overview"
source = "gazette"
text.en = "Lantern came to Utopia, far away in the east, by ship."
""",
    "utopia/east.toml": """
id = "east"
kind = "clinic"
country = "utopia"
part_of = "utopia"
name.en = "Lantern Clinic Eastfield"
short.en = "Eastfield"
aliases.en = ["Ísafjörður"]

[[facts]]
topic = "overview"
source = "gazette"
text.en = "The clinic in Eastfield mends lamps and broken bones."

[[facts]]
topic = "opening"
source = "gazette"
states.opened = 2011
text.en = "The Eastfield clinic opened in 2011."
ask.en = ["when did it open", "how old is the clinic"]

[[facts]]
topic = "people-helped"
source = "gazette"
states.people-helped = { value = 80, per = "day" }
text.en = "The Eastfield clinic helps 80 people each day."
ask.en = ["how many people does it help each day", "how busy is the place"]

[[facts]]
topic = "staff"
source = "gazette"
states.staff = ["dentist"]
text.en = "A dentist works at the Eastfield clinic."
ask.en = ["who works there", "is there a dentist"]
""",
    "utopia/fen.toml": """
id = "fen"
kind = "clinic"
country = "utopia"
part_of = "utopia"
name.en = "Lantern Clinic Fenwick"
short.en = "Fenwick"

[[facts]]
topic = "overview"
source = "gazette"
text.en = "The clinic in Fenwick stands on poles in the marsh."

[[facts]]
topic = "opening"
source = "gazette"
states.opened = "2011-05"
text.en = "The Fenwick clinic opened in May 2011."
ask.en = ["when did it open", "how old is the clinic"]
""",
}
"""File -> its text."""


@cache
def load_wide_world() -> Knowledge:
    """Read the wide world."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_world(Path(name))
        for file, text in MORE.items():
            write(folder, file, text)
        return load(folder)
