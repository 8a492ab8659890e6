"""How well replies meet a file of questions; pure, so that other reports can use it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from bot.answering.reply import Kind, Reply
from bot.cli.jsonlines import Expectation, Question

REFUSALS = {"unknown", "smalltalk"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question, the reply to its last message, and what is wrong with that reply.

    Plain values only: it goes into the JSON and comes back from it, key by key.
    """

    id: str | int
    lang: str
    category: str
    turns: tuple[str, ...]
    expected: tuple[str, ...]
    """The accepted kinds."""
    expected_facts: tuple[str, ...]
    """The accepted facts; empty where any will do."""
    kind: str
    reason: str | None
    facts: tuple[str, ...]
    """The facts that were told."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    """From 0 to 1; of an answer, how likely it claims to be right."""
    text: str
    wrong: tuple[str, ...]
    """What is wrong with the reply; empty if nothing is."""

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong

    @property
    def answers(self) -> bool:
        """Whether the reply claims to be the answer."""
        return self.kind == Kind.ANSWER

    @property
    def refuses(self) -> bool:
        """Whether the reply tells nothing."""
        return self.kind in REFUSALS

    @property
    def out_of_scope(self) -> bool:
        """Whether the question has no answer: any right reply to it refuses."""
        return REFUSALS.issuperset(self.expected)

    @property
    def wrong_as_sure(self) -> bool:
        """Whether something wrong was stated as an answer: the worst that can happen."""
        return not self.right and self.answers

    @property
    def outcome(self) -> str:
        """The kind of the reply and why: `answer`, `unknown/no-fact`."""
        return f"{self.kind}/{self.reason}" if self.reason else self.kind


@dataclass(frozen=True, slots=True)
class Share:
    """Some of all."""

    some: int
    all: int

    @property
    def ratio(self) -> float | None:
        """From 0 to 1; None where there is nothing to count."""
        return self.some / self.all if self.all else None

    def __str__(self) -> str:
        """`93.5 %`, or a dash where there is nothing to count."""
        return "-" if self.ratio is None else f"{self.ratio:.1%}".replace("%", " %")


def judge(question: Question, reply: Reply) -> Verdict:
    """Hold the reply to a question's last message against what was expected."""
    return Verdict(
        id=question.id,
        lang=question.lang,
        category=question.category,
        turns=tuple(question.turns),
        expected=tuple(question.expect.kind),
        expected_facts=tuple(question.expect.facts),
        kind=reply.kind,
        reason=reply.reason,
        facts=reply.facts,
        confidence=reply.confidence,
        text=reply.plain,
        wrong=tuple(_faults(question.expect, reply)),
    )


def _faults(expect: Expectation, reply: Reply) -> Iterator[str]:
    if reply.kind not in expect.kind:
        yield f"is {reply.kind}, not {' or '.join(expect.kind)}"
    elif reply.kind is Kind.ANSWER:
        yield from _faults_of_facts(expect, reply.facts)
        yield from _faults_of_text(expect, reply.plain)


def _faults_of_facts(expect: Expectation, facts: tuple[str, ...]) -> Iterator[str]:
    if expect.facts and set(facts).isdisjoint(expect.facts):
        yield f"tells {', '.join(facts) or 'no fact'}, not {' or '.join(expect.facts)}"


def _faults_of_text(expect: Expectation, text: str) -> Iterator[str]:
    for group in expect.must:
        if not any(pattern.search(text) for pattern in group):
            yield f"lacks {' | '.join(pattern.pattern for pattern in group)}"
    for pattern in expect.must_not:
        if pattern.search(text):
            yield f"has {pattern.pattern}"


def accuracy(verdicts: Iterable[Verdict]) -> Share:
    """Right replies of all replies."""
    return _share(verdict.right for verdict in verdicts)


def wrong_as_sure(verdicts: Iterable[Verdict]) -> Share:
    """Wrong answers of all replies."""
    return _share(verdict.wrong_as_sure for verdict in verdicts)


def out_of_scope_recall(verdicts: Iterable[Verdict]) -> Share:
    """Of the questions that have no answer, those that got none."""
    return _share(verdict.refuses for verdict in verdicts if verdict.out_of_scope)


def _share(outcomes: Iterable[bool]) -> Share:
    counted = list(outcomes)
    return Share(sum(counted), len(counted))


def groupings(verdicts: Sequence[Verdict]) -> dict[str, dict[str, list[Verdict]]]:
    """The verdicts by kind of reply that was expected, by language and by category."""
    keys: dict[str, Callable[[Verdict], str]] = {
        "kind": expected_kinds,
        "language": lambda verdict: verdict.lang,
        "category": lambda verdict: verdict.category,
    }
    return {title: _grouped(verdicts, key) for title, key in keys.items()}


def expected_kinds(verdict: Verdict) -> str:
    """The accepted kinds in one order, however the file has them: `answer or choices`."""
    return " or ".join(sorted(set(verdict.expected)))


def _grouped(
    verdicts: Sequence[Verdict], key: Callable[[Verdict], str]
) -> dict[str, list[Verdict]]:
    """The verdicts under each value of a key, in the order of its name."""
    groups: dict[str, list[Verdict]] = {name: [] for name in sorted(set(map(key, verdicts)))}
    for verdict in verdicts:
        groups[key(verdict)].append(verdict)
    return groups
