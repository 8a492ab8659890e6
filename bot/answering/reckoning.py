"""What can be computed, or the fact that says the same in so many words."""

from __future__ import annotations

from typing import Final

from bot.answering.computing.calculating import Calculation, belies, calculate, says_itself
from bot.answering.computing.listing import Listing
from bot.answering.outcome import Worked
from bot.facts.model import Fact, Knowledge, states_a_figure
from bot.understanding.matching import Candidate, FactIndex
from bot.understanding.parsing import Question

_COMPUTED: Final = 0.76
"""The least share of a question that a computed answer has to account for."""
_MOST_OF_THEM: Final = 0.8
"""The share of a list that a fact has to name, to stand for the list."""
_PASSED_OVER: Final = 0.33
"""The most that a word may weigh which a computed answer leaves open."""
_SUREST: Final = 0.95
"""The most confidence that a computed answer has."""


class Reckoner:
    """Works out what a question asks to be computed."""

    def __init__(self, knowledge: Knowledge, index: FactIndex) -> None:
        """Take what is known, and the index that weighs questions."""
        self._knowledge, self._index = knowledge, index

    def work_out(self, question: Question, good: list[Candidate]) -> Worked | Candidate | None:
        """Compute; give the fact that says the same in so many words, if there is one."""
        calculation = calculate(self._knowledge, question)
        if calculation is None:
            return None
        cover = self._cover_of(question, calculation)
        match calculation.answer:
            case _ if cover < _COMPUTED or self._passes_over(calculation):
                return None
            case Listing(conditions=(), whole=(), excluded=(), counted=True) if good:
                return None
            case answer if any(belies(one.fact, answer) for one in good):
                return None
            case Listing(conditions=()) as listing:
                stated = next((one for one in good if self._says_all(one.fact, listing)), None)
            case Listing() as listing:
                stated = next(
                    (one for one in good[:1] if self._is_the_list(one.fact, listing)), None
                )
            case answer:
                stated = next((one for one in good[:1] if says_itself(one.fact, answer)), None)
        return stated or Worked(calculation.answer, min(cover, _SUREST))

    def _passes_over(self, calculation: Calculation) -> bool:
        """Whether a computed answer leaves open what may be the point of a question."""
        weak = self._knowledge.vocabulary.weak
        left = (item for item in calculation.left if item.concepts.isdisjoint(weak))
        return any(self._index.weight_of(item) > _PASSED_OVER for item in left)

    def _is_the_list(self, fact: Fact, listing: Listing) -> bool:
        """Whether a fact on something else, or on the only one that fits, names what we list."""
        if len(listing.entities) <= 1:
            return fact.entity in listing.entities
        return fact.entity not in listing.entities and self._says_all(fact, listing)

    def _says_all(self, fact: Fact, listing: Listing) -> bool:
        """Whether a fact lists by itself what we would list, or gives the source's own count.

        What a fact is written to list goes before more of the kind that we hold.
        """
        if listing.counted:
            return fact.entity in listing.whole and states_a_figure(fact)
        if fact.lists and set(fact.lists) <= set(listing.entities):
            return True
        named = set(self._index.named_in(fact))
        return len(named.intersection(listing.entities)) >= _MOST_OF_THEM * len(listing.entities)

    def _cover_of(self, question: Question, calculation: Calculation) -> float:
        whole = sum(map(self._index.weight_of, question.content)) + len(question.mentions) + 0.5
        return 1 - sum(map(self._index.weight_of, calculation.left)) / whole
