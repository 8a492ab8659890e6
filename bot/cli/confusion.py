"""What is taken for what; pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.cli.scoring import Verdict, expected_kinds


@dataclass(frozen=True, slots=True)
class Confusion:
    """Something given in place of what was expected, and how often."""

    expected: str
    given: str
    count: int


def confused_facts(verdicts: Iterable[Verdict]) -> list[Confusion]:
    """Of the questions that name their facts: the accepted ones, and what was told instead.

    A reply that is no answer stands with its kind and reason, like `unknown/no-fact`.
    """
    return _counted(
        (" or ".join(verdict.expected_facts), _told(verdict))
        for verdict in verdicts
        if verdict.expected_facts and (_is_of_wrong_kind(verdict) or _tells_wrong_facts(verdict))
    )


def confused_kinds(verdicts: Iterable[Verdict]) -> list[Confusion]:
    """Of the other questions: the accepted kinds, and the kind and reason of the reply."""
    return _counted(
        (expected_kinds(verdict), verdict.outcome)
        for verdict in verdicts
        if not verdict.expected_facts and _is_of_wrong_kind(verdict)
    )


def _is_of_wrong_kind(verdict: Verdict) -> bool:
    return verdict.kind not in verdict.expected


def _tells_wrong_facts(verdict: Verdict) -> bool:
    return verdict.answers and set(verdict.facts).isdisjoint(verdict.expected_facts)


def _told(verdict: Verdict) -> str:
    return ", ".join(verdict.facts) if verdict.answers and verdict.facts else verdict.outcome


def _counted(pairs: Iterable[tuple[str, str]]) -> list[Confusion]:
    """The most frequent first, then by name."""
    counts = sorted(Counter(pairs).items(), key=lambda item: (-item[1], item[0]))
    return [Confusion(expected, given, count) for (expected, given), count in counts]
