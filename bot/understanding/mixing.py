"""A language with the words of others that its speakers mix in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from bot.facts.forms import Words
from bot.facts.model import Concept, Knowledge, Language, Talk
from bot.understanding.stems import Stemmer, mixed, stemmer_of
from bot.understanding.text import folded, words_in


def as_spoken(knowledge: Knowledge, code: str) -> Language:
    """Give a language as people speak it; ways of asking for topics are its own alone.

    What a word means by itself in the language, it doesn't mean in one that is mixed in: "do" is
    two in Roman Urdu.
    """
    spoken = knowledge.languages[code]
    for other in spoken.mixes:
        spoken = _together(spoken, knowledge.languages[other])
    return spoken


def stemmer_as_spoken(knowledge: Knowledge, code: str) -> Stemmer:
    """Make the stemmer of a language and of those that are mixed in."""
    own = knowledge.languages[code]
    stem = stemmer_of(own)
    for other in own.mixes:
        language = knowledge.languages[other]
        others = single_words(language) - single_words(own)
        stem = mixed(stem, stemmer_of(language), others)
    return stem


def single_words(language: Language) -> frozenset[str]:
    """Give the words that mean something by themselves, folded."""
    frames = chain.from_iterable(language.operations.values())
    ideas = chain.from_iterable(one.words for one in language.concepts.values())
    listed = chain(language.fillers, language.light, language.numbers, frames, ideas)
    return words_in(word for word in listed if " " not in word)


def _together(own: Language, other: Language) -> Language:
    left = _all_but(single_words(own))
    return own.model_copy(
        update={
            "fillers": own.fillers + left(other.fillers),
            "light": own.light + left(other.light),
            "numbers_of": own.numbers_of + left(other.numbers_of),
            "numbers": {**{one: other.numbers[one] for one in left(other.numbers)}, **own.numbers},
            "operations": {
                one: own.operations.get(one, ()) + left(other.operations.get(one, ()))
                for one in {**own.operations, **other.operations}
            },
            "concepts": {
                **own.concepts,
                **{
                    one: _said(own.concepts.get(one), left(concept.words))
                    for one, concept in other.concepts.items()
                },
            },
            "smalltalk": {
                sort: Talk(says=talk.says + left(_says(other, sort)), reply=talk.reply)
                for sort, talk in own.smalltalk.items()
            },
        }
    )


def _said(own: Concept | None, more: Words) -> Concept:
    own = own or Concept()
    return own.model_copy(update={"words": own.words + more})


def _says(language: Language, sort: str) -> Words:
    return language.smalltalk[sort].says if sort in language.smalltalk else ()


def _all_but(taken: frozenset[str]) -> Callable[[Iterable[str]], Words]:
    """Leave out the words that mean something else already."""
    return lambda phrases: tuple(one for one in phrases if folded(one) not in taken)
