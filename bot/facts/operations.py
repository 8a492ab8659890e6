"""What a question can ask to be done; a language file says with which words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Operation(StrEnum):
    """The frame of a question, without its content."""

    TELL = "tell"
    WHICH = "which"
    LIST = "list"
    HOW_MANY = "how-many"
    NAME = "name"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    WHY = "why"
    HOW = "how"
    DURATION = "duration"
    COMPARE = "compare"
    MORE = "more"
    LESS = "less"
    MOST = "most"
    LEAST = "least"
    EARLIEST = "earliest"
    LATEST = "latest"
    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"
    WITHOUT = "without"
    TOTAL = "total"
    ALSO = "also"
    """"And Kasur?": the last question, of something else."""
    CORRECT = "correct"
    """"No, I meant Kasur"."""
    BACK = "back"
    """"It", "there": what was spoken of."""
    OTHERS = "others"
    """"The rest", "the others": what the last answer left out."""
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    FIFTH = "fifth"

    AND = "and"
    OR = "or"
    BUT = "but"
    """Ends what "without" says: "no dentist but a nurse"."""
    HAVE = "have"
    """Before a thing that is there or not: "with", "is there a"."""
    EVERY = "every"
    """Before a kind, all of which are meant: "any", "all"."""
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    SINCE = "since"
    """That year or later."""
    UNTIL = "until"
    BETWEEN = "between"


SHAPING: Final = frozenset(
    {
        Operation.AND,
        Operation.OR,
        Operation.BUT,
        Operation.HAVE,
        Operation.EVERY,
        Operation.AT_LEAST,
        Operation.AT_MOST,
        Operation.SINCE,
        Operation.UNTIL,
        Operation.BETWEEN,
    }
)
"""Frames that join and limit what is asked for, and ask for nothing by themselves."""
