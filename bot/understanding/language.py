"""Which language a message is in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from math import exp, log, sqrt
from typing import Final

from rapidfuzz import fuzz, process

from bot.facts.model import Knowledge, Language
from bot.understanding.mixing import single_words
from bot.understanding.names import names_of
from bot.understanding.text import clean, script_of, words_in, words_of

_KNOWN: Final = 1 / 3000
"""How likely a word is that a language's files hold, whichever it is."""
_MIXED: Final = 0.35
"""How likely a word is from a language that is mixed in."""
_PIECE: Final = 3
"""Letters that are looked at together in a word that no file holds."""
_LONGEST: Final = 20
"""Letters of a word that are looked at."""
_SLIP: Final = 0.3
"""What a word counts that looks like one of the language's, beside that word."""
_ALIKE: Final = 85
"""How alike two words have to look for that, from 0 to 100."""
_LONG: Final = 5
"""Letters below which any word looks like another."""
_LONGEST_NAME: Final = 8
"""Words of a name that are looked at."""
_UNSEEN: Final = 0.1
"""What a piece counts that a language never had."""
_HABIT: Final = 1.5
"""How much more likely the language is that the conversation is in (natural logarithm)."""
_SIGN: Final = 2.0
"""The same of a language that a letter or mark is a sign of."""
_FIRST: Final = 0.5
"""The same of the first language, where there is no conversation yet."""


class Recogniser:
    """Tells the languages of a knowledge folder apart.

    A naive Bayes classifier over words, and over pieces of those that a language's files don't
    hold (Cavnar and Trenkle 1994). Names say nothing, whatever their script: they are the same in
    every language.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the languages; their words are counted when two have to be told apart."""
        self._languages = knowledge.languages
        self._knowledge = knowledge
        self._scripts = frozenset(one.script for one in knowledge.languages.values())
        self._model = cache(self._modelled)
        self._named = cache(self._all_names)

    def prepare(self) -> None:
        """Count the words of every language, for which the first message has to wait else."""
        self._named()
        for code in self._languages:
            self._model(code)

    def language_of(self, message: str, spoken: str = "") -> str | None:
        """Give the code of the language that a message is in; None for a script of none of ours.

        `spoken` is that of the conversation so far. A message without letters is in it, or in the
        first.
        """
        likely = spoken if spoken in self._languages else next(iter(self._languages))
        text = clean(message)
        if (script := script_of(text)) is None:
            return likely
        if script not in self._scripts:
            return None
        fitting = self._in_scripts_of(text)
        if len(fitting) == 1:
            return fitting[0]
        return self._likeliest(text, fitting, likely, _HABIT if spoken else _FIRST)

    def _in_scripts_of(self, text: str) -> list[str]:
        """Give the languages whose script some of a message's words are in."""
        scripts = {script_of(word.text) for word in words_of(text)}
        return [code for code, one in self._languages.items() if one.script in scripts]

    def _likeliest(self, text: str, codes: list[str], likely: str, habit: float) -> str:
        words = self._beside_names([word.text for word in words_of(text)])
        scores = {
            code: sum(map(self._model(code).weight, words))
            + (habit if code == likely else 0.0)
            + (_SIGN if not set(text).isdisjoint(self._languages[code].signs) else 0.0)
            for code in codes
        }
        return max(codes, key=scores.__getitem__)

    def _modelled(self, code: str) -> _Model:
        language = self._languages[code]
        return _Model(language, [self._model(one) for one in language.mixes])

    def _beside_names(self, words: list[str]) -> list[str]:
        """Leave out whole names as they are in the first language, and all mere parts of names.

        That is what all languages share: "SOS Social Centre Callao" says nothing, unlike "centro
        social de Callao".
        """
        names, parts = self._named()
        left: list[str] = []
        at = 0
        while at < len(words):
            ends = range(min(len(words), at + _LONGEST_NAME), at + 1, -1)
            end = next((one for one in ends if tuple(words[at:one]) in names), None)
            left += [] if end or words[at] in parts else [words[at]]
            at = end or at + 1
        return left

    def _all_names(self) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
        """Give the names of the first language, and the words that mean nothing else anywhere."""
        first, entities = next(iter(self._languages)), self._knowledge.entities.values()
        names = chain.from_iterable(names_of(one, [first]) for one in entities)
        phrases = (tuple(word.text for word in words_of(name)) for name in names)
        in_any = chain.from_iterable(names_of(one, self._languages) for one in entities)
        said = map(single_words, self._languages.values())
        return frozenset(phrases), words_in(in_any).difference(*said)


class _Model:
    """How likely words are in one language."""

    def __init__(self, language: Language, mixed: Sequence[_Model]) -> None:
        self._mixed = mixed
        said = words_in(_texts_of(language))
        for one in mixed:  # "dentist ka number do": "do" is its own, "dentist" isn't
            said -= one.words.difference(_small_words(language))
        self.words: frozenset[str] = said
        self._pieces = Counter(chain.from_iterable(map(_pieces, said)))
        self._many = sum(self._pieces.values()) or 1
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(said):
            self._by_letter[word[0]].append(word)
        self.weight = cache(self._weight)

    def _weight(self, word: str) -> float:
        """Give the logarithm of a word's likelihood."""
        share = 1 - _MIXED if self._mixed else 1.0
        foreign = sum(_MIXED * one.likelihood(word) for one in self._mixed)
        return log(share * self.likelihood(word) + foreign)

    def likelihood(self, word: str) -> float:
        """Tell how likely a word is without what is mixed in."""
        if word in self.words:
            return _KNOWN
        by_chance = _KNOWN * sqrt(self._by_pieces(word))
        return max(by_chance, _SLIP * _KNOWN) if self._is_slip(word) else by_chance

    def _is_slip(self, word: str) -> bool:
        """Whether a word is one of the language's with a slip in it: `goverment`."""
        if len(word) < _LONG:
            return False
        like = self._by_letter[word[0]]
        return process.extractOne(word, like, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None

    def _by_pieces(self, word: str) -> float:
        """Tell how like the language's words another looks, 0 to about 1."""
        shares = [log((self._pieces[piece] + _UNSEEN) / self._many) for piece in _pieces(word)]
        return exp(sum(shares) / len(shares))


def _texts_of(language: Language) -> Iterator[str]:
    """Give what a language's own files hold."""
    yield from chain(language.fillers, language.light, language.numbers)
    yield from chain.from_iterable(language.operations.values())
    yield from chain.from_iterable(one.words for one in language.concepts.values())
    yield from chain.from_iterable(one.says for one in language.smalltalk.values())
    yield from chain.from_iterable(language.topics.values())


def _small_words(language: Language) -> frozenset[str]:
    """Give the words that hold sentences together."""
    frames = chain.from_iterable(language.operations.values())
    small = chain(language.fillers, language.numbers, frames)
    return words_in(word for word in small if " " not in word)


def _pieces(word: str) -> Iterator[str]:
    marked = f"<{word[:_LONGEST]}>"
    return (marked[at : at + _PIECE] for at in range(max(1, len(marked) - _PIECE + 1)))
