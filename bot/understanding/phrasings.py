"""Whose the ways of asking are, and how near a question is: to facts, topics and smalltalk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Final

import numpy as np

from bot.facts.model import Knowledge
from bot.understanding.columns import Vector
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Question
from bot.understanding.profiles import Profile
from bot.understanding.text import words_of
from bot.understanding.wording import (
    FEW,
    MANY,
    Mask,
    Neighbours,
    WordingIndex,
    Words,
    as_places,
)

_NOBODY: Final = -1
"""Owner of the ways of asking that are no fact's."""
_REMEMBERED: Final = 4
"""Messages that are remembered: each is read in several ways."""
_ABOUT: Final = 0.6
"""How far a fact has to be about what a question names, to be among those it is held against."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a question's words are; a number for each fact, about 0 to 1."""

    fact: Vector
    """To the ways of asking for the fact, among those of what the question names."""
    topic: Vector
    """To the ways of asking for its topic, of whatever entity."""
    other_topic: Vector
    """To those of the nearest other topic."""
    untold: float
    """To those of the nearest topic that no fact on what the question names has."""


class Phrasings:
    """All ways of asking of one knowledge folder in one language."""

    def __init__(
        self,
        knowledge: Knowledge,
        profiles: Sequence[Profile],
        lexicon: Lexicon,
    ) -> None:
        """Take those of the facts, by their profiles, of the topics, and of smalltalk."""
        spoken = lexicon.spoken
        topics = [fact.topic for fact in knowledge.facts.values()]
        places = {one: at for at, one in enumerate(dict.fromkeys((*topics, *spoken.topics)))}
        self._first_talk, self._sorts = len(places), tuple(spoken.smalltalk)
        self._many_topics = len(places) + len(self._sorts)
        of_facts = [(at, words) for at, one in enumerate(profiles) for words in one.words]
        others = [(places[topic], ask) for topic, asks in spoken.topics.items() for ask in asks]
        talks = enumerate(spoken.smalltalk.values(), start=len(places))
        others += [(at, said) for at, talk in talks for said in talk.says]
        of_others = [(at, tuple(word.text for word in words_of(text))) for at, text in others]
        self._index = WordingIndex([words for _, words in of_facts + of_others], lexicon.stem)
        self.is_asked = np.array([bool(one.words) for one in profiles])
        """Of which facts this language has ways of asking."""
        self._most = FEW if knowledge.vocabulary.topics else MANY
        self._topic_of = as_places(places[topic] for topic in topics)
        self._facts = as_places((*(at for at, _ in of_facts), *repeat(_NOBODY, len(of_others))))
        self._topics = as_places(
            (*(places[topics[at]] for at, _ in of_facts), *(at for at, _ in of_others))
        )
        self._wording_of = lru_cache(maxsize=_REMEMBERED)(self._index.wording_of)
        self._neighbours_of = lru_cache(maxsize=_REMEMBERED)(self._find_neighbours)

    def smalltalk_in(self, question: Question) -> tuple[str, float]:
        """Give the sort of smalltalk that a question is nearest to, and how near, about 0 to 1."""
        near = self._topics_near(self._neighbours_of(question.words))[self._first_talk :]
        if not near.size:
            return "", 0.0
        return self._sorts[int(near.argmax())], float(near.max())

    def nearness(self, question: Question, entity: Vector) -> Nearness:
        """Tell how near each fact is; `entity` says how far it is about what is named."""
        neighbours = self._neighbours_of(question.words)
        near = self._topics_near(neighbours)
        topic, other = self._of_topics(near)
        untold = self._untold(near, entity)
        among = self._among(entity)
        if among is not None:
            wording = self._wording_of(question.words)
            neighbours = self._index.neighbours(wording, among, self._most)
        return Nearness(neighbours.nearness(self._facts, len(entity)), topic, other, untold)

    def _untold(self, near: Vector, entity: Vector) -> float:
        told = self._topic_of[entity >= _ABOUT]
        untold = np.delete(near[: self._first_talk], told)
        return float(untold.max(initial=0.0))

    def _find_neighbours(self, words: Words) -> Neighbours:
        return self._index.neighbours(self._wording_of(words), most=self._most)

    def _among(self, entity: Vector) -> Mask | None:
        """Mark the ways of asking for facts on what is named; None where nothing is."""
        about = entity >= _ABOUT
        if not about.any() or about.all():
            return None
        among: Mask = about[self._facts] & (self._facts != _NOBODY)
        return among

    def _topics_near(self, neighbours: Neighbours) -> Vector:
        """Tell how near each topic is, and each sort of smalltalk."""
        return neighbours.nearness(self._topics, self._many_topics)

    def _of_topics(self, near: Vector) -> tuple[Vector, Vector]:
        """Tell for each fact how near its topic is, and the nearest other one."""
        second, best = np.sort(np.append(near, 0.0))[-2:]
        topic = near[self._topic_of]
        return topic, np.where(topic == best, second, best)
