"""What a question can ask to be done; a language file says with which words."""

from __future__ import annotations

from enum import StrEnum


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
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    FIFTH = "fifth"
