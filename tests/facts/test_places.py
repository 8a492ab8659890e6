"""The line of everything in a TOML text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.facts.places import Path, line_of, lines_by_path

TEXT = '''\
# a comment with = and [table]
plain = "x"  # and [another]
"quoted \\u0041.b" = 1
'single' . "dotted".bare = 2

text.en = "a"
text.es = "b"
list = [
  "[not a table]", # ]
  "x = 1",
]
long = """
[[also]]
key = "not a key" ""\\""""
literal = \'\'\'
it's = ''here\'\'\'\'
inline = { a = 1, "b" = { c = [1, { d = 2 }] } }
when = 1979-05-27 07:32:00
number = -1.5e3

[[facts]]
id = 1

  [facts.states]
  staff = 1

  [[facts.parts]]
  x = 1

  [[facts.parts]]
  x = 2

[[facts]]
parts = [[1], [2,
  3]]

[ other . "table" ]
key = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("quoted A.b",), 3),
        (("single", "dotted", "bare"), 4),
        (("text",), 6),
        (("text", "en"), 6),
        (("text", "es"), 7),
        (("list",), 8),
        (("list", 0), 9),
        (("list", 1), 10),
        (("long",), 12),
        (("literal",), 15),
        (("inline", "b", "c", 1, "d"), 17),
        (("when",), 18),
        (("number",), 19),
        (("facts",), 21),
        (("facts", 0), 21),
        (("facts", 0, "id"), 22),
        (("facts", 0, "states", "staff"), 25),
        (("facts", 0, "parts", 0, "x"), 28),
        (("facts", 0, "parts", 1, "x"), 31),
        (("facts", 1), 33),
        (("facts", 1, "parts", 1, 0), 34),
        (("facts", 1, "parts", 1, 1), 35),
        (("other", "table"), 37),
        (("other", "table", "key"), 38),
    ],
)
def test_everything_stands_on_its_line(path: Path, line: int) -> None:
    assert lines_by_path(TEXT)[path] == line


def test_nothing_but_keys_tables_and_items_has_a_line() -> None:
    assert set(lines_by_path(TEXT)) == set(paths_in(tomllib.loads(TEXT)))


def test_windows_line_ends_count_once() -> None:
    assert lines_by_path(TEXT.replace("\n", "\r\n")) == lines_by_path(TEXT)


def test_a_line_separator_within_a_text_is_no_line_end() -> None:
    assert lines_by_path('a = "x\u2028y\u0085z"\nb = 1')["b",] == 2


@pytest.mark.parametrize(
    ("path", "line"), [(("facts", 1, "source"), 33), (("gone",), 1), ((), 1), (("text", "ur"), 6)]
)
def test_what_is_missing_is_looked_for_where_it_would_stand(path: Path, line: int) -> None:
    assert line_of(path, lines_by_path(TEXT)) == line


def paths_in(content: Any, path: Path = ()) -> Iterator[Path]:
    """The way to everything in a value."""
    if path:
        yield path
    match content:
        case dict():
            for key, value in content.items():
                yield from paths_in(value, (*path, key))
        case list():
            for number, value in enumerate(content):
                yield from paths_in(value, (*path, number))


# any document

NAMES = st.sampled_from(["a", "b", "long-name", "1", '"q.x"', "'l [i'", '"\\u00e9#"', '""'])
KEYS = st.lists(NAMES, min_size=1, max_size=3).map(" . ".join) | NAMES
PLAIN = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\"'\\"), max_size=8
)
TEXTS = st.one_of(
    PLAIN.map('"{}"'.format),
    PLAIN.map("'{}'".format),
    PLAIN.map('"{}\\"[ #"'.format),
    PLAIN.map('"""\n[[x]]\n{}"" \\"""""'.format),
    PLAIN.map("'''a = 1\n{}#''''".format),
)
SCALARS = TEXTS | st.sampled_from(["1", "-2.5", "1e3", "true", "inf", "1979-05-27 07:32:00Z"])
SPACES = st.sampled_from(["", " ", "\n", " # ] } \" '\n", "\r\n\t"])


def lists_of(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Lists over one or more lines, with comments."""
    items = st.lists(st.tuples(SPACES, values, SPACES).map("".join), max_size=3)
    return st.tuples(items.map(",".join), st.sampled_from(["", "\n"])).map(
        lambda parts: f"[{parts[0]}{parts[1]}]"
    )


def tables_of(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Tables in braces."""
    pairs = st.lists(st.tuples(KEYS, values).map(" = ".join), max_size=3)
    return pairs.map(", ".join).map("{{ {} }}".format)


VALUES = st.recursive(SCALARS, lambda values: lists_of(values) | tables_of(values), max_leaves=6)
STATEMENTS = st.one_of(
    st.tuples(KEYS, VALUES).map(" = ".join),
    KEYS.map("[{}]".format),
    KEYS.map("  [[ {} ]]  # more".format),
    st.just("# [comment] = \"'"),
    st.just(""),
)
DOCUMENTS = st.lists(STATEMENTS, max_size=8).map("\n".join)


def valid(text: str) -> dict[str, Any]:
    """What TOML understands; other texts are no examples."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
        raise


@given(DOCUMENTS)
def test_everything_that_toml_reads_has_a_line(text: str) -> None:
    content = valid(text)
    lines = lines_by_path(text)
    assert set(lines) == set(paths_in(content))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@given(DOCUMENTS)
def test_a_key_stands_in_the_text_of_its_line(text: str) -> None:
    valid(text)
    written = text.split("\n")
    for path, line in lines_by_path(text).items():
        if path[-1] in {"a", "b", "long-name"}:
            assert str(path[-1]) in written[line - 1]
