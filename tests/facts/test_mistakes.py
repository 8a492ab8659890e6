"""Each mistake in a file is one line: file, line, field, what is wrong, how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import mistakes
from world import change, write

NORTH = "arcadia/north.toml"
SOURCES = "sources.toml"
VOCABULARY = "vocabulary.toml"
LANGUAGE = "languages/en/language.toml"
PHRASES = "languages/en/phrases.toml"
IDEAS = "languages/en/concepts/ideas.toml"
KINDS = "languages/en/concepts/kinds.toml"
SMALLTALK = "languages/en/smalltalk.toml"

STAFF = '["dentist", "nurse"]'
OPENED = 'text.en = "The Northport clinic opened in March 2003."'
ASK = 'ask.en = ["when did it open", "how old is the clinic"]'
A_NAME = "use small letters, digits and single hyphens, as in day-care"
A_DATE = 'write a year, month or day: 2003, "2003-03" or 2003-03-21'
A_TEXT = 'put it in quotes: "..."'
A_LIST = 'put it in brackets: ["...", "..."]'
NOT_TOML = "is not valid TOML here or just before ("
SOMETHING = "write something or remove it"
TABLES = "a list of tables has double brackets, as in [[facts]]"


def test_a_folder_without_mistakes_is_read(folder: Path) -> None:
    assert mistakes(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "where", "said"),
    [
        # TOML
        (
            'kind = "clinic"',
            "kind = clinic",
            "3: file",
            NOT_TOML,
        ),
        (
            'Clinic Northport"',
            "Clinic Northport",
            "6: file",
            NOT_TOML,
        ),
        (
            "vaccinates children and cares",
            'vaccinates "children" and cares',
            "40: file",
            NOT_TOML,
        ),
        (
            'ask.en = ["what can I get there", "what does it offer"]',
            'ask.en = """what can I get there',
            "41: file",
            NOT_TOML,
        ),
        (
            'kind = "clinic"',
            'kind = "clinic"\nkind = "law"',
            "4: file",
            f"says the same thing twice; remove one of the two; {TABLES}",
        ),
        (
            "[[facts]]",
            "[facts]",
            "15: file",
            f"says the same thing twice; remove one of the two; {TABLES}",
        ),
        ("value = 520", f"value = {'1' * 5000}", "1: file", "has a number that is far too long;"),
        ("value = 520", f"value = {'[' * 5000}", "1: file", "has lists within lists without end;"),
        # keys
        ("part_of", "partof", "5: partof", "is not a known key; did you mean part_of?"),
        ("states.opened", "state.opened", "18: facts[2].state", "is not a known key;"),
        ('topic = "opening"', 'topik = "opening"', "16: facts[2].topik", "is not a known key;"),
        ('id = "north"', 'id = "north"\nzzz = "red"', "3: zzz", "is not a known key; remove"),
        (
            'topic = "opening"',
            'topic = "opening"\nentity = "south"',
            "17: facts[2].entity",
            "is not a known key; remove it",
        ),
        ('id = "north"\n', "", "1: id", "is missing; add it"),
        ('kind = "clinic"\n', "", "1: kind", "is missing; add it"),
        ('name.en = "Lantern Clinic Northport"\n', "", "1: name", "is missing; add it"),
        ('source = "lantern-report"\n', "", "10: facts[1].source", "is missing; add it"),
        ('topic = "opening"\n', "", "15: facts[2].topic", "is missing; add it"),
        (OPENED, "", "15: facts[2].text", "is missing; add it"),
        # names
        (
            'id = "north"',
            'id = "North"',
            "2: id",
            f"has characters that a name here can't have; {A_NAME}",
        ),
        (
            'id = "north"',
            f'id = "{"n" * 33}"',
            "2: id",
            "is longer than 32 characters; shorten it",
        ),
        ('id = "north"', "id = 7", "2: id", f"is not a text; {A_TEXT}"),
        (
            'kind = "clinic"',
            'kind = "clinc"',
            "3: kind",
            "clinc is no kind of vocabulary.toml; did you mean clinic?",
        ),
        (
            'country = "arcadia"',
            'country = "acradia"',
            "4: country",
            "acradia is no id of an entity; did you mean arcadia?",
        ),
        (
            'part_of = "arcadia"',
            'part_of = "moon"',
            "5: part_of",
            "moon is no id of an entity; add it, or correct its spelling",
        ),
        (
            'topic = "opening"',
            'topic = "openning"',
            "16: facts[2].topic",
            "openning is no topic of vocabulary.toml; did you mean opening?",
        ),
        (
            'topic = "opening"',
            'topic = "Opening"',
            "16: facts[2].topic",
            f"has characters that a name here can't have; {A_NAME}",
        ),
        (
            '"lantern-report"',
            '"lantern"',
            "12: facts[1].source",
            "lantern is no source of sources.toml; did you mean lantern-report?",
        ),
        (
            '"lantern-report"',
            '[\n  "gazette",\n  "gazet",\n]',
            "14: facts[1].source[2]",
            "gazet is no source of sources.toml; did you mean gazette?",
        ),
        ('"lantern-report"', "[]", "12: facts[1].source", f"is empty; {SOMETHING}"),
        # circles
        (
            'country = "arcadia"',
            'country = "north"',
            "4: country",
            "leads back to itself: north > north; name another",
        ),
        (
            'part_of = "arcadia"',
            'part_of = "north"',
            "5: part_of",
            "leads back to itself: north > north; name another",
        ),
        # words
        ('"North Port"', '"North Port",\n  ""', "9: aliases.en[2]", f"is empty; {SOMETHING}"),
        (
            '"North Port"',
            '"North Port",\n  "north port"',
            "9: aliases.en[2]",
            '"north port" stands twice; remove one of the two',
        ),
        ('["North Port"]', '"North Port"', "8: aliases.en", f"is not a list; {A_LIST}"),
        (
            "aliases.en",
            "aliases.eng",
            "8: aliases.eng",
            "eng is no language of this folder; did you mean en?",
        ),
        (OPENED, 'text.en = " "', "19: facts[2].text.en", f"is empty; {SOMETHING}"),
        (
            OPENED,
            'text = "It opened."',
            "19: facts[2].text",
            'is not a table; name its parts, as in text.en = "..."',
        ),
        (OPENED, "text = {}", "19: facts[2].text", f"is empty; {SOMETHING}"),
        (
            OPENED,
            'text.fr = "Ouvert"',
            "19: facts[2].text.fr",
            "fr is no language of this folder; add it,",
        ),
        (ASK, "ask.en = []", "20: facts[2].ask.en", f"is empty; {SOMETHING}"),
        (
            ASK,
            'ask.en = [\n  "when [did # it", # "\n  "",\n]',
            "22: facts[2].ask.en[2]",
            f"is empty; {SOMETHING}",
        ),
        (
            ASK,
            'ask.en = ["""\nwhen\n[[it]] = "x"\n""", ""]',
            "23: facts[2].ask.en[2]",
            f"is empty; {SOMETHING}",
        ),
        # dates, disputes and places
        (
            OPENED,
            f"{OPENED}\ndisputes.people-helped = {{ value = 5 }}",
            "20: facts[2].disputes",
            "disputes people-helped, which the fact doesn't state; add it to states",
        ),
        (
            OPENED,
            f"{OPENED}\ndisputes.opened = 5",
            "20: facts[2].disputes.opened",
            f"is no date; {A_DATE}",
        ),
        (OPENED, f'{OPENED}\nas_of = "long ago"', "20: facts[2].as_of", f"is no date; {A_DATE}"),
        (
            'aliases.en = ["North Port"]',
            'place = { town.en = "X", latitude = 91, longitude = 0, source = "gazette" }',
            "8: place.latitude",
            "is more than 90; correct it",
        ),
        # states
        ('"2003-03"', '"2003-13"', "18: facts[2].states.opened", f"is no date; {A_DATE}"),
        ('"2003-03"', '"2003-02-30"', "18: facts[2].states.opened", f"is no date; {A_DATE}"),
        ('"2003-03"', '"March 2003"', "18: facts[2].states.opened", f"is no date; {A_DATE}"),
        ('"2003-03"', '"٢٠٠٣"', "18: facts[2].states.opened", f"is no date; {A_DATE}"),
        ('"2003-03"', '["2003"]', "18: facts[2].states.opened", f"is no date; {A_DATE}"),
        ('"2003-03"', "true", "18: facts[2].states.opened", f"is no date; {A_DATE}"),
        (STAFF, '"dentist"', "32: facts[4].states.staff", f"is not a list; {A_LIST}"),
        (STAFF, "[]", "32: facts[4].states.staff", f"is empty; {SOMETHING}"),
        (
            STAFF,
            '[\n  "dentist", "nurze",\n]',
            "33: facts[4].states.staff[2]",
            "nurze is no concept that a language has words for; did you mean nurse?",
        ),
        (
            "states.staff",
            "states.stuff",
            "32: facts[4].states.stuff",
            "stuff is no attribute of vocabulary.toml; did you mean staff?",
        ),
        ("states.staff", '"states"."staf"', "32: facts[4].states.staf", "staf is no attribute"),
        (
            '{ value = 520, per = "day", bound = "about" }',
            "520",
            "25: facts[3].states.people-helped",
            "is not a table; name its parts, as in { value = 520 }",
        ),
        (
            "value = 520",
            'value = "520"',
            "25: facts[3].states.people-helped.value",
            "is not a number; write digits without quotes",
        ),
        (
            "value = 520",
            "value = true",
            "25: facts[3].states.people-helped.value",
            "is not a number;",
        ),
        (
            "value = 520",
            "value = inf",
            "25: facts[3].states.people-helped.value",
            "is not a number;",
        ),
        ("value = 520, ", "", "25: facts[3].states.people-helped.value", "is missing; add it"),
        (
            '"day"',
            '"days"',
            "25: facts[3].states.people-helped.per",
            "days is not allowed; did you mean day?",
        ),
        (
            '"about"',
            '"some"',
            "25: facts[3].states.people-helped.bound",
            "some is not allowed; write 'exact', 'about', 'up-to' or 'over'",
        ),
        (
            "per =",
            "pre =",
            "25: facts[3].states.people-helped.pre",
            "is not a known key; did you mean per?",
        ),
        # fact ids
        (
            'topic = "services"',
            'topic = "staff"',
            "37: facts[5].topic",
            "north/staff is used twice, first in",
        ),
    ],
)
def test_a_mistake_in_an_entity_is_one_line(
    folder: Path, old: str, new: str, where: str, said: str
) -> None:
    change(folder, NORTH, old, new)
    [line] = mistakes(folder)
    assert line.startswith(f"{NORTH}:{where}: {said}")


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (
            "checked = 2026-11-20",
            'checked = "soon"',
            f"{SOURCES}:7: lantern-report.checked",
            "is no day; write it as in 2026-11-20",
        ),
        (
            "checked = 2026-11-20",
            "checked = 2026",
            f"{SOURCES}:7: lantern-report.checked",
            "is no day;",
        ),
        (
            "checked = 2026-11-20\n",
            "",
            f"{SOURCES}:2: lantern-report.checked",
            "is missing; add it",
        ),
        ('"2020-05"', '"2020/21"', f"{SOURCES}:6: lantern-report.as_of", f"is no date; {A_DATE}"),
        (
            "https://lantern.example/report",
            "www.lantern.example",
            f"{SOURCES}:5: lantern-report.url",
            "is no whole web address; begin with",
        ),
        (
            "[gazette]",
            "[Gazette]",
            f"{SOURCES}:9: Gazette",
            "has characters that a name here can't have;",
        ),
        ("[gazette]", "[lantern-report]", f"{SOURCES}:9: file", "says the same thing twice;"),
        (
            "[gazette]",
            '[spare]\ntitel = "Spare"\npublisher = "x"\nchecked = 2026-01-01\n[gazette]',
            f"{SOURCES}:10: spare.titel",
            "is not a known key; did you mean title?",
        ),
        (
            "[lantern-report]",
            'stray = "x"\n[lantern-report]',
            f"{SOURCES}:2: stray",
            "is not a table;",
        ),
        (
            'clinic = "centre"',
            'clinic = "center"',
            f"{VOCABULARY}:10: kinds.clinic",
            "center is no kind of vocabulary.toml; did you mean centre?",
        ),
        (
            'centre = ""',
            'centre = "clinic"',
            f"{VOCABULARY}:9: kinds.centre",
            "leads back to itself: centre > clinic > centre; name another",
        ),
        ('centre = ""', "centre = 5", f"{VOCABULARY}:9: kinds.centre", f"is not a text; {A_TEXT}"),
        (
            'type = "set"',
            'type = "sett"',
            f"{VOCABULARY}:14: attributes.staff.type",
            "sett is not allowed; did you mean set?",
        ),
        (
            "[kinds]",
            'card = ["staf"]\n[kinds]',
            f"{VOCABULARY}:7: card[1]",
            "staf is no attribute of vocabulary.toml; did you mean staff?",
        ),
        (
            "[kinds]",
            'reach = ["phone"]\n[kinds]',
            f"{VOCABULARY}:7: reach[1]",
            "phone is no topic of vocabulary.toml; add it,",
        ),
        (
            'dentist = ["staff"]',
            'dentist = ["staf"]',
            f"{VOCABULARY}:20: broader.dentist[1]",
            "staf is no concept that a language has words for; did you mean staff?",
        ),
        (
            'dentist = ["staff"]',
            'dentists = ["staff"]',
            f"{VOCABULARY}:20: broader.dentists",
            "dentists is no concept that a language has words for; did you mean dentist?",
        ),
        (
            '["help"]',
            '["halp"]',
            f"{VOCABULARY}:5: weak[1]",
            "halp is no concept that a language has words for; did you mean help?",
        ),
        (
            'law = ""',
            'law = ""\nshop = ""',
            f"{VOCABULARY}:12: kinds.shop",
            "shop is no concept that a language has words for; add it,",
        ),
        (
            '"cost"',
            '"cost", "qqq"',
            f"{VOCABULARY}:3: topics[9]",
            "qqq is no concept that a language has words for; add it,",
        ),
        (
            "[kinds]",
            "[kindes]",
            f"{VOCABULARY}:7: kindes",
            "is not a known key; did you mean kinds?",
        ),
        (
            'code = "en"',
            'code = "ur"',
            f"{LANGUAGE}:2: code",
            "differs from the name of its folder, en; rename one of the two",
        ),
        (
            '"LATIN"',
            '"Latin"',
            f"{LANGUAGE}:4: script",
            "is no script; write Unicode's name in capitals, as in LATIN or ARABIC",
        ),
        (
            '"english"',
            '"englisch"',
            f"{LANGUAGE}:6: stemmer",
            "englisch is no stemmer; did you mean english?",
        ),
        (
            "how-many =",
            "howmany =",
            f"{LANGUAGE}:21: operations.howmany",
            "howmany is not allowed; did you mean how-many?",
        ),
        (
            'why = ["why"]',
            'why = "why"',
            f"{LANGUAGE}:25: operations.why",
            f"is not a list; {A_LIST}",
        ),
        (
            "[operations]",
            'phrases = "x"\n[operations]',
            f"{LANGUAGE}:17: phrases",
            "is not a known key; remove it",
        ),
        (
            '["help", "support"]',
            '["help", ""]',
            f"{IDEAS}:39: help.words[2]",
            f"is empty; {SOMETHING}",
        ),
        (
            'words = ["help", "support"]',
            'word = ["help"]',
            f"{IDEAS}:39: help.word",
            "is not a known key; did you mean words?",
        ),
        (
            "[help]",
            "[Help]\n[help]",
            f"{IDEAS}:38: Help",
            "has characters that a name here can't have;",
        ),
        ('reply = "You are welcome."\n', "", f"{SMALLTALK}:6: thanks.reply", "is missing; add it"),
    ],
)
def test_a_mistake_in_a_shared_file_is_one_line(
    folder: Path, old: str, new: str, place: str, said: str
) -> None:
    change(folder, place.partition(":")[0], old, new)
    [line] = mistakes(folder)
    assert line.startswith(f"{place}: {said}")


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ('no-fact = "no-fact: {name}"\n', "", "no-fact", "is missing; add a sentence with {name}"),
        ("no-fact =", "no-fakt =", "no-fakt", "is no phrase of the bot; did you mean no-fact?"),
        ("greeting =", 'zzz = "x"\ngreeting =', "zzz", "is no phrase of the bot; remove it"),
        (
            "no-fact: {name}",
            "no-fact: {nane}",
            "no-fact",
            "has the blanks {nane} instead of {name}; put each where its value belongs",
        ),
        (
            "no-fact: {name}",
            "no-fact: {name",
            "no-fact",
            "has a broken brace (expected '}' before end of string); write {{ for a plain {",
        ),
        (
            "no-fact: {name}",
            "no-fact: {name!x}",
            "no-fact",
            "has the blanks {name!x} instead of {name};",
        ),
        (
            "no-fact: {name}",
            "no-fact: {name:>9}",
            "no-fact",
            "has the blanks {name:>9} instead of {name};",
        ),
        (
            "no-fact: {name}",
            "no-fact: {name.real}",
            "no-fact",
            "has the blanks {name.real} instead of {name};",
        ),
        ('"help: "', '"{}"', "help", "has the blanks {} instead of none;"),
        ('"help: "', "5", "help", f"is not a text; {A_TEXT}"),
        ('"help: "', '""', "help", f"is empty; {SOMETHING}"),
    ],
)
def test_a_mistake_in_a_phrase_is_one_line(
    folder: Path, old: str, new: str, key: str, said: str
) -> None:
    change(folder, PHRASES, old, new)
    [line] = mistakes(folder)
    text = (folder / PHRASES).read_text(encoding="utf-8").splitlines()
    written = (at for at, one in enumerate(text, 1) if one.startswith(f"{key} ="))
    assert line.startswith(f"{PHRASES}:{next(written, 1)}: {key}: {said}")


def test_a_phrase_in_capitals_is_meant_for_the_phrase(folder: Path) -> None:
    change(folder, PHRASES, "not-text =", "Not-text =")
    [line] = mistakes(folder)
    assert line.endswith("Not-text: is no phrase of the bot; did you mean not-text?")


def test_a_single_fact_has_double_brackets_too(folder: Path) -> None:
    change(folder, "arcadia/arcadia.toml", "[[facts]]", "[facts]")
    assert mistakes(folder) == [
        (
            "arcadia/arcadia.toml:8: facts: is one table, not a list of them;"
            " double its brackets, as in [[facts]]"
        )
    ]


def test_an_idea_has_its_words_in_one_file(folder: Path) -> None:
    change(folder, IDEAS, "[help]", '[clinic]\nwords = ["clinic"]\n[help]')
    assert mistakes(folder) == [
        f"{KINDS}:12: clinic: clinic is used twice, first in {IDEAS}:38; make one of the two"
    ]


def test_an_id_is_used_by_one_entity(folder: Path) -> None:
    change(folder, "arcadia/south.toml", 'id = "south"', 'id = "north"')
    assert mistakes(folder) == [
        (
            f"arcadia/south.toml:2: id: north is used twice, first in {NORTH}:2;"
            " give one of the two another id"
        )
    ]


def test_entities_that_are_part_of_each_other_are_one_mistake(folder: Path) -> None:
    change(folder, "arcadia/arcadia.toml", "[[facts]]", 'part_of = "north"\n\n[[facts]]')
    assert mistakes(folder) == [
        (
            "arcadia/arcadia.toml:8: part_of: leads back to itself: arcadia > north > arcadia;"
            " name another"
        )
    ]


def test_a_fact_has_an_id_that_fits_into_a_button(folder: Path) -> None:
    write(
        folder,
        "long.toml",
        f'id = "{"l" * 32}"\nkind = "law"\nname.en = "Long"\n'
        f'[[facts]]\nid = "{"f" * 16}"\ntopic = "aim"\nsource = "gazette"\ntext.en = "Aim."\n',
    )
    [line] = mistakes(folder)
    assert line.startswith("long.toml:5: facts[1].id: llll")
    assert line.endswith("is longer than 48 characters; give the fact a shorter id")


def test_an_idea_needs_words_in_every_language(folder: Path) -> None:
    for file in sorted((folder / "languages/en").rglob("*.toml")):
        twin = str(file.relative_to(folder)).replace("/en/", "/es/")
        write(folder, twin, file.read_text("utf-8").replace('code = "en"', 'code = "es"'))
    assert mistakes(folder) == []
    change(folder, "languages/es/concepts/ideas.toml", "[nurse]", "[nun]")
    change(folder, "languages/es/concepts/ideas.toml", "[cost]", "[price]")
    assert mistakes(folder) == [
        "languages/es/concepts:1: cost: has no words; add [cost] to a file here",
        "languages/es/concepts:1: nurse: has no words; add [nurse] to a file here",
    ]


def test_an_idea_that_is_only_disputed_needs_them_too(folder: Path) -> None:
    for file in sorted((folder / "languages/en").rglob("*.toml")):
        twin = str(file.relative_to(folder)).replace("/en/", "/es/")
        write(folder, twin, file.read_text("utf-8").replace('code = "en"', 'code = "es"'))
    change(folder, "languages/en/concepts/ideas.toml", "[per-day]", "[surgeon]")
    change(folder, NORTH, "states.staff", 'disputes.staff = ["surgeon"]\nstates.staff')
    assert mistakes(folder) == [
        "languages/es/concepts:1: surgeon: has no words; add [surgeon] to a file here"
    ]


def test_a_line_is_one_line_whatever_stands_in_the_file(folder: Path) -> None:
    change(folder, NORTH, 'id = "north"', r'id = "north"' + '\n"a\\nb\\u001b[2J" = 1')
    assert mistakes(folder) == [f"{NORTH}:3: a b [2J: is not a known key; remove it"]


# all at once


def test_all_mistakes_are_reported_at_once(folder: Path) -> None:
    change(folder, NORTH, 'kind = "clinic"', 'kind = "clinc"')
    change(folder, NORTH, 'topic = "opening"', 'topic = "openning"')
    change(folder, NORTH, '"2003-03"', '"March"')
    change(folder, NORTH, 'topic = "services"', 'topic = "staff"')
    change(folder, "arcadia/south.toml", "part_of", "partof")
    change(folder, SOURCES, "checked = 2026-11-20\n", "")
    change(folder, PHRASES, "no-fact: {name}", "no-fact")
    change(folder, IDEAS, '["help", "support"]', "5")
    assert [line.split(": ")[:2] for line in mistakes(folder)] == [
        [f"{NORTH}:3", "kind"],
        [f"{NORTH}:16", "facts[2].topic"],
        [f"{NORTH}:18", "facts[2].states.opened"],
        [f"{NORTH}:37", "facts[5].topic"],
        ["arcadia/south.toml:5", "partof"],
        [f"{IDEAS}:39", "help.words"],
        [f"{PHRASES}:16", "no-fact"],
        ["sources.toml:2", "lantern-report.checked"],
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (NORTH, 'name.en = "Lantern Clinic Northport"', ""),  # others name it all the same
        ("arcadia/arcadia.toml", 'kind = "country"', ""),
        ("arcadia/arcadia.toml", 'id = "arcadia"', ""),
        ("arcadia/arcadia.toml", 'id = "arcadia"', 'id = "Arcadia"'),
        ("arcadia/arcadia.toml", 'id = "arcadia"', "id = arcadia"),
        (SOURCES, 'publisher = "Lantern"', ""),
        (SOURCES, 'publisher = "Lantern"', "publisher = Lantern"),
        (VOCABULARY, "topics = [", "topics = 5\nlist = ["),
        (VOCABULARY, "[kinds]", "[kinds"),
        (VOCABULARY, '{ type = "set", things = true }', '"set"'),
        (IDEAS, '["dentist", "dentists", "teeth doctor"]', "[1]"),
        (IDEAS, "[dentist]", "[dentist"),
        (LANGUAGE, 'name = "English"', ""),
        (LANGUAGE, 'name = "English"', "name = English"),
        (PHRASES, "greeting =", "greeting"),
    ],
)
def test_a_mistake_brings_no_others_and_hides_none_of_another_file(
    folder: Path, file: str, old: str, new: str
) -> None:
    change(folder, file, old, new)
    alone = mistakes(folder)
    assert {line.partition(":")[0] for line in alone} == {file}
    change(folder, "arcadia/lamp-act.toml", "review_by = 2030-01-01", 'review_by = "later"')
    change(folder, "arcadia/south.toml", "per =", "pre =")
    assert set(mistakes(folder)) == {
        *alone,
        "arcadia/lamp-act.toml:18: facts[2].review_by: is no day; write it as in 2026-11-20",
        (
            "arcadia/south.toml:24: facts[3].states.people-helped.pre: is not a known key;"
            " did you mean per?"
        ),
    }
