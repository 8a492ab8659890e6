"""The ways of asking for each fact and topic, and how near a question's words are to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.facts.model import Knowledge
from bot.understanding.columns import Vector
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Question, parse
from bot.understanding.profiles import Profile
from bot.understanding.wording import Owners, Wording, WordingIndex

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


class Phrasings:
    """All ways of asking of one knowledge folder in one language."""

    def __init__(
        self,
        knowledge: Knowledge,
        profiles: Sequence[Profile],
        lexicon: Lexicon,
        language: str,
    ) -> None:
        """Take those of the facts, by their profiles, and those of the topics."""
        asked = knowledge.languages[language].topics
        topics = [fact.topic for fact in knowledge.facts.values()]
        places = {topic: at for at, topic in enumerate(dict.fromkeys((*topics, *asked)))}
        of_facts = [(at, words) for at, one in enumerate(profiles) for words in one.words]
        of_topics = [
            (places[topic], parse(ask, lexicon).words) for topic, asks in asked.items() for ask in asks
        ]
        self._index = WordingIndex([words for _, words in of_facts + of_topics], lexicon.stem)
        self._topic_of = np.array([places[topic] for topic in topics], dtype=np.intp)
        self._facts = np.array([*(at for at, _ in of_facts), *(-1 for _ in of_topics)], dtype=np.intp)
        self._topics = np.array(
            [*(places[topics[at]] for at, _ in of_facts), *(at for at, _ in of_topics)],
            dtype=np.intp,
        )
        self._many_topics = len(places)

    def nearness(self, question: Question, entity: Vector) -> Nearness:
        """Tell how near a question is to each fact; `entity` says how far it is about its names."""
        wording = self._index.wording_of(question.words)
        fact = self._index.nearness(wording, self._among(entity), len(entity))
        topic, other = self._of_topics(wording)
        return Nearness(fact, topic, other)

    def _among(self, entity: Vector) -> Owners:
        """Give the owners of the ways of asking, those of facts on other things left out."""
        about = entity >= _ABOUT
        if not about.any() or about.all():
            return self._facts
        return np.where(about[self._facts], self._facts, -1)

    def _of_topics(self, wording: Wording) -> tuple[Vector, Vector]:
        """Tell for each fact how near its topic is, and the nearest other one."""
        near = self._index.nearness(wording, self._topics, self._many_topics)
        best, second = np.sort(near)[-1], np.sort(near)[-2] if len(near) > 1 else 0.0
        topic = near[self._topic_of]
        return topic, np.where(topic == best, second, best)
