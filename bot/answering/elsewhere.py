"""What is not known of a thing, and is told of another: who runs it, or who serves everyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.answering.cards import reach_of
from bot.answering.outcome import NoFact
from bot.facts.model import Knowledge
from bot.understanding.matching import Candidate, FactIndex
from bot.understanding.parsing import Mention, Question


class Elsewhere:
    """Looks for answers among the facts on something else than what is named."""

    def __init__(self, knowledge: Knowledge, index: FactIndex, likely: float) -> None:
        """Take what is known, the index that ranks it, and the least confidence of an answer."""
        self._knowledge, self._index, self._likely = knowledge, index, likely

    def answers(self, missing: NoFact, question: Question) -> list[Candidate]:
        """Give the facts that answer in spite of what is missing, the best first."""
        return (
            list(self._of_who_runs_it(missing.entity, question))
            or list(self._of_one_everywhere(question))
            or list(self._of_those_everywhere(missing.entity, question))
        )

    def with_reach(self, missing: NoFact, question: Question) -> NoFact:
        """Add how to get in touch with who runs a thing, where that was asked of it."""
        if question.concepts.isdisjoint(self._knowledge.vocabulary.reach):
            return missing
        return replace(missing, instead=reach_of(self._knowledge, missing.entity))

    def _of_who_runs_it(self, entity: str, question: Question) -> Iterator[Candidate]:
        """Find what holds for all that an organisation runs: how to sponsor a child in Cusco."""
        if runner := self._knowledge.entities[entity].run_by:
            best = self._likely_of(runner, question)[:1]
            inherited = self._knowledge.vocabulary.inherited
            yield from (one for one in best if one.fact.topic in inherited)

    def _of_one_everywhere(self, question: Question) -> Iterator[Candidate]:
        """Find what is known of a thing that is named with a town: is 1121 open in Lahore."""
        everywhere = self._knowledge.vocabulary.everywhere
        named = [one for one in question.named if self._is_any_of(one, everywhere)]
        if len(named) == 1 and len(question.mentions) > 1:
            likely = self._likely_of(named[0], question)
            yield from (one for one in likely if one.fact.entity == named[0])

    def _of_those_everywhere(self, entity: str, question: Question) -> Iterator[Candidate]:
        """Find what serves a whole country, where a town is named: whom to call in Lahore."""
        everywhere = self._knowledge.vocabulary.everywhere
        country = self._knowledge.entities[entity].country
        serves_itself = self._is_any_of(entity, everywhere)
        if country and not serves_itself and not question.concepts.isdisjoint(everywhere):
            likely = self._likely_of(country, question)
            yield from (one for one in likely if self._is_any_of(one.fact.entity, everywhere))

    def _is_any_of(self, entity: str, kinds: Iterable[str]) -> bool:
        return self._knowledge.is_any_of(self._knowledge.entities[entity].kind, kinds)

    def _likely_of(self, entity: str, question: Question) -> list[Candidate]:
        """Ask the same of another entity."""
        asked = replace(question, mentions=(Mention("", frozenset({entity})),))
        ranked = self._index.rank(asked)
        return [one for one in ranked if one.confidence >= self._likely]
