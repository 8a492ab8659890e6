"""How a question was understood, as tables for those who edit the knowledge files."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table

from bot.answering.deciding import Rule
from bot.answering.engine import Explanation
from bot.cli.records import Record
from bot.facts.model import Knowledge
from bot.understanding.matching import Candidate
from bot.understanding.names import names_of
from bot.understanding.parsing import Item, Mention
from bot.understanding.text import folded

MOST_CANDIDATES = 8
RULES = {
    Rule.EMPTY: "nothing in it was understood",
    Rule.NAME: "it only names something, so that is told",
    Rule.KIND: "it only names a kind of thing",
    Rule.COMPUTED: "computed from what the facts state as data",
    Rule.LIKELIEST: "the likeliest fact is likely enough",
    Rule.TIE: "facts on several things are as good, so it is asked which",
    Rule.NEAR: "facts come near, but none is likely enough",
    Rule.UNLIKELY: "no fact is likely enough",
    Rule.SMALLTALK: "it is smalltalk",
}


def print_explanations(
    explanations: Iterable[Explanation], knowledge: Knowledge, console: Console
) -> None:
    """Two tables for each question: how it was read, and the facts that came near."""
    for explanation in explanations:
        read = Table("", "understood", title="How it was read", title_justify="left")
        for name, value in _rows(explanation, knowledge):
            read.add_row(name, value)
        console.print(read)
        if explanation.decision.candidates:
            console.print(_candidates(explanation))


def as_records(explanations: Iterable[Explanation], knowledge: Knowledge) -> list[Record]:
    """The same for other programs."""
    return [
        {
            **dict(_rows(explanation, knowledge)),
            "candidates": [
                _numbers(one) for one in explanation.decision.candidates[:MOST_CANDIDATES]
            ],
        }
        for explanation in explanations
    ]


def _rows(explanation: Explanation, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    decision = explanation.decision
    question = decision.question
    yield "question", question.text
    yield "language", explanation.language
    yield "names", "; ".join(_named(one, knowledge) for one in question.mentions) or "none"
    yield "topic", _topic(decision.candidates)
    yield "operation", ", ".join(sorted(question.operations)) or "none"
    yield "words that count", "; ".join(_weighed(*pair) for pair in explanation.weights) or "none"
    yield "not covered", ", ".join(item.said for item in explanation.passed_over) or "none"
    yield "rule", RULES[decision.rule]
    yield "confidence", f"{decision.confidence:.2f}"


def _named(mention: Mention, knowledge: Knowledge) -> str:
    """`"Lahor" = lahore (spelling repaired)`."""
    if not mention.said:
        return f"{_either(mention)} (from the conversation)"
    return f'"{mention.said}" = {_either(mention)} ({_how(mention, knowledge)})'


def _either(mention: Mention) -> str:
    return " or ".join(sorted(mention.entities))


def _how(mention: Mention, knowledge: Knowledge) -> str:
    """In which way words name something."""
    said = folded(mention.said)
    names = {
        folded(name)
        for entity in mention.entities
        for name in names_of(knowledge.entities[entity], knowledge.languages)
    }
    if said in names:
        return "its name"
    if any(len(name.split()) == len(said.split()) for name in names):
        return "its name, otherwise spelt"
    return "a part of its name"


def _topic(candidates: tuple[Candidate, ...]) -> str:
    """The topic that the words are nearest to, of those that facts have."""
    nearest = max(candidates, key=lambda one: one.topic, default=None)
    if nearest is None or not nearest.fact.topic:
        return "none"
    return f"{nearest.fact.topic} ({nearest.topic:+.2f})"


def _weighed(item: Item, weight: float) -> str:
    """`dentist = dentist, staff (0.86)`."""
    ideas = ", ".join(sorted(item.concepts)) or "unknown"
    return f"{item.said} = {ideas} ({weight:.2f})"


def _candidates(explanation: Explanation) -> Table:
    found = explanation.decision.candidates[:MOST_CANDIDATES]
    table = Table(title="Facts that came near", title_justify="left")
    for heading in _numbers(found[0]):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(*map(str, _numbers(one).values()))
    return table


def _numbers(one: Candidate) -> Record:
    """What speaks for and against a fact; each 0 to 1 but for the score, which only ranks."""
    return {
        "fact": one.fact.id,
        "confidence": round(one.confidence, 2),
        "score": round(one.score, 2),
        "covers": round(one.cover, 2),
        "content": round(one.content, 2),
        "ideas": round(one.resemblance, 2),
        "words": round(one.wording, 2),
        "topic": round(one.topic, 2),
        "untold": round(max(one.untold, 0.0), 2),
        "missing": round(one.missing, 2),
        "strange": round(one.strange, 2),
        "margin": round(one.margin, 2),
    }
