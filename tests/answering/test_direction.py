"""What runs from left to right is set apart in text that runs from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.saying.direction import isolated


def shown(text: str) -> str:
    """The text with brackets for the isolates."""
    return isolated(text).replace("\u2066", "[").replace("\u2069", "]")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("BISP ایک پروگرام ہے", "[BISP] ایک پروگرام ہے"),
        ("یہ (BISP) ہے", "یہ (BISP) ہے"),
        ("فون 0800-22444 پر", "فون [0800-22444] پر"),
        ("فون +92 42 111 پر", "فون [+92 42 111] پر"),
        ("فون (042) 111 پر", "فون [(042) 111] پر"),
        ("عرض بلد -12.06 ہے", "عرض بلد [-12.06] ہے"),
        ("(Directorate of Health) میں", "([Directorate of Health]) میں"),
        ("https://a.org/x?y=1 ہے۔", "[https://a.org/x?y=1] ہے۔"),
        ("520 افراد، 13,500 روپے، 79% بچے", "520 افراد، 13,500 روپے، 79% بچے"),
        ("حوالہ: رپورٹ، 2009–2010", "حوالہ: رپورٹ، 2009–2010"),
        ("only Latin, +92 42", "only Latin, +92 42"),
        ("کچھ\nLatin only\nSOS Peru ہے", "کچھ\nLatin only\n[SOS Peru] ہے"),
    ],
)
def test_names_and_numbers_are_set_apart_where_they_need_it(text: str, apart: str) -> None:
    assert shown(text) == apart


@given(st.text("ab 12+-().,:/\nابپ"))
def test_only_isolates_are_added_and_each_is_closed(text: str) -> None:
    result = isolated(text)
    assert result.replace("\u2066", "").replace("\u2069", "") == text
    for line in result.split("\n"):
        assert line.count("\u2066") == line.count("\u2069")
