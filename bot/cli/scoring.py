"""How well replies meet a file of questions; pure, so that other reports can use it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answering.reply import Kind, Reply
from bot.cli.jsonlines import Question

REFUSALS = {"unknown", "smalltalk"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question, the reply to its last message, and what is wrong with that reply."""

    question: Question
    reply: Reply
    faults: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def wrong_as_sure(self) -> bool:
        """Whether something wrong was stated as an answer: the worst that can happen."""
        return not self.right and self.reply.kind is Kind.ANSWER


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
    faults: list[str] = []
    if reply.kind not in question.expect.kind:
        faults.append(f"is {reply.kind}, not {' or '.join(question.expect.kind)}")
    elif reply.kind is Kind.ANSWER:
        faults = _faults_of_answer(question, reply.plain)
    return Verdict(question, reply, tuple(faults))


def _faults_of_answer(question: Question, text: str) -> list[str]:
    missing = [
        f"lacks {' | '.join(pattern.pattern for pattern in group)}"
        for group in question.expect.must
        if not any(pattern.search(text) for pattern in group)
    ]
    forbidden = [
        f"has {pattern.pattern}" for pattern in question.expect.must_not if pattern.search(text)
    ]
    return missing + forbidden


def accuracy(verdicts: Iterable[Verdict]) -> Share:
    """Right replies of all replies."""
    return _share(verdicts, lambda verdict: verdict.right)


def wrong_as_sure(verdicts: Iterable[Verdict]) -> Share:
    """Wrong answers of all replies."""
    return _share(verdicts, lambda verdict: verdict.wrong_as_sure)


def out_of_scope_recall(verdicts: Iterable[Verdict]) -> Share:
    """Of the questions that have no answer, those that got none."""
    unanswerable = [
        verdict for verdict in verdicts if REFUSALS.issuperset(verdict.question.expect.kind)
    ]
    return _share(unanswerable, lambda verdict: verdict.reply.kind in REFUSALS)


def _share(verdicts: Iterable[Verdict], counts: Callable[[Verdict], bool]) -> Share:
    outcomes = [counts(verdict) for verdict in verdicts]
    return Share(sum(outcomes), len(outcomes))


def grouped(
    verdicts: Sequence[Verdict], key: Callable[[Question], str]
) -> dict[str, list[Verdict]]:
    """The verdicts under each value of a key, in the order of its name."""
    names = sorted({key(verdict.question) for verdict in verdicts})
    return {name: [v for v in verdicts if key(v.question) == name] for name in names}
