"""Words and phrases of one language, and the ideas, names and operations they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from bot.facts.model import Knowledge, Language
from bot.understanding.mixing import as_spoken, stemmer_as_spoken
from bot.understanding.names import NameIndex, Phrase, names_of
from bot.understanding.spans import Meaning, Span, are_apart, cuts_a_name, joined, longest
from bot.understanding.spelling import Speller
from bot.understanding.text import Word, words_in, words_of

_REMEMBERED: Final = 4
"""Messages that are remembered: each is looked at more than once."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A message, cut into spans that stand for something."""

    words: tuple[Word, ...]
    """Spelling repaired; `written` keeps what the person wrote."""
    stems: tuple[str, ...]
    spans: tuple[Span, ...]


class _Step(dict[str, "_Step"]):
    """The phrases that begin with the same words: next stem -> those that go on with it."""

    meanings: frozenset[Meaning] = frozenset()
    """What these words stand for, if they are a phrase."""

    def __missing__(self, stem: str) -> _Step:
        """Begin with phrases that go on in a new way."""
        step = self[stem] = _Step()
        return step


class Lexicon:
    """What one language's words stand for in one knowledge folder."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        """Collect all phrases of the language, and of those that its speakers mix in."""
        self.spoken = spoken = as_spoken(knowledge, language)
        """The language whose words these are, with what is mixed in."""
        self.stem = stemmer_as_spoken(knowledge, language)
        """Gives what the forms of a word have in common."""
        self._phrases = _Step()
        fillers = map(self.phrase, spoken.fillers)
        self.fillers = frozenset(phrase[0] for phrase in fillers if len(phrase) == 1)
        """The stems of words that carry no content."""
        self.light = frozenset(phrase[0] for phrase in map(self.phrase, spoken.light) if phrase)
        """The stems of words that hardly change what is asked."""
        self.numbers_of = frozenset(map(self.phrase, spoken.numbers_of))
        """The stems of phrases that ask for a count, or, before a name, for its number."""
        self.numbers = frozenset(phrase[0] for phrase in map(self.phrase, spoken.numbers))
        self.worth = spoken.numbers
        """Number word -> its number."""
        self.weak = frozenset(knowledge.vocabulary.weak)
        self.kinds = frozenset(knowledge.vocabulary.kinds)
        self.members = knowledge.members
        codes = (language, *spoken.mixes)
        named_in = (*codes, next(iter(knowledge.languages)))
        names = {one.id: names_of(one, named_in) for one in knowledge.entities.values()}
        said: set[str] = set()
        for text, meaning in _phrases_of(spoken, names):
            words = [word.text for word in words_of(text)]
            self._add(tuple(map(self.stem, words)), meaning)
            said.update(words)
        phrases = {one: tuple(map(self.phrase, its_names)) for one, its_names in names.items()}
        self._names = NameIndex(phrases, self.is_common)
        its_stems = chain.from_iterable(chain.from_iterable(phrases.values()))
        self.in_names = frozenset(its_stems)
        """The stems of all names."""
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)
        """Cuts a message into the longest spans that stand for something."""
        self._name_words = words_in(chain.from_iterable(names.values()))
        self.speller = Speller(
            spoken=said | words_in(_said_lightly(spoken) if spoken.sounds.loose else ()),
            names=self._name_words,
            seen=words_in(_texts_in(knowledge, codes)),
            languages=codes,
            sounds=spoken.sounds,
        )

    def _read(self, message: str) -> Reading:
        words = tuple(self._repaired(words_of(message)))
        stems = tuple(self.stem(word.text) for word in words)
        spans = tuple(_gapless(self._longest_spans(stems), len(stems)))
        return Reading(words, stems, spans)

    def _longest_spans(self, stems: Phrase) -> list[Span]:
        """Find the longest spans that stand for something, and leave out mere padding."""
        exact = list(self._known_spans(stems))
        partly = self._names.spans(stems)
        named = [span for span in partly if not _meets_a_name(span, exact)]
        spans = joined([*exact, *named]) if named else exact
        while True:
            outer = longest(spans)
            if are_apart(outer):
                return outer
            names = [span for span in outer if span.ids("entity")]
            padding = [
                span
                for span in outer
                if self._only_pads(span, outer, stems) or cuts_a_name(span, names)
            ]
            if not padding:
                return outer
            places = {(span.start, span.end) for span in padding}
            spans = [span for span in spans if (span.start, span.end) not in places]

    def _only_pads(self, span: Span, spans: list[Span], stems: Phrase) -> bool:
        """Whether a span only adds empty words to another's: "a day" in "a day care centre"."""
        for other in spans:
            if other is not span and other.start < span.end and span.start < other.end:
                own = (at for at in span.places if at not in other.places)
                if self.fillers.issuperset(stems[at] for at in own):
                    return True
        return False

    def is_common(self, stem: str) -> bool:
        """Whether a word means something by itself, apart from the names that it is part of."""
        step = self._phrases.get(stem)
        meanings = () if step is None else step.meanings
        return stem in self.fillers or any(one.sort == "concept" for one in meanings)

    def phrase(self, text: str) -> Phrase:
        """Give the stems of a phrase."""
        return tuple(self.stem(word.text) for word in words_of(text))

    def _add(self, phrase: Phrase, meaning: Meaning) -> None:
        step = self._phrases
        for stem in phrase:
            step = step[stem]
        step.meanings |= {meaning}

    def _repaired(self, words: tuple[Word, ...]) -> Iterator[Word]:
        """Repair what nobody knows; an acronym among small letters is a slip for a name only."""
        shouts = all(word.written.isupper() for word in words)
        for word in words:
            meant = (word.text,) if word.text in self.speller else self.speller.repair(word.text)
            is_acronym = word.written.isupper() and not shouts
            if is_acronym and not self._name_words.issuperset(meant):
                meant = (word.text,)
            yield from (Word(text, word.written) for text in meant)

    def _known_spans(self, stems: Phrase) -> Iterator[Span]:
        for start in range(len(stems)):
            step = self._phrases
            for end, stem in enumerate(stems[start:], start=start + 1):
                if stem not in step:
                    break
                step = step[stem]
                if step.meanings:
                    yield Span(start, end, step.meanings)


def _phrases_of(
    spoken: Language, names: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, Meaning]]:
    for text in (*spoken.fillers, *spoken.numbers):
        yield text, Meaning("filler", "")
    for operation, phrases in spoken.operations.items():
        for text in phrases:
            yield text, Meaning("operation", operation)
    for concept, said in spoken.concepts.items():
        for text in said.words:
            yield text, Meaning("concept", concept)
    for entity, its_names in names.items():
        for text in its_names:
            yield text, Meaning("entity", entity)


def _said_lightly(spoken: Language) -> Iterator[str]:
    """Give what stands for nothing, and must not be taken for what sounds like it."""
    yield from spoken.light
    for talk in spoken.smalltalk.values():
        yield from talk.says


def _texts_in(knowledge: Knowledge, languages: Iterable[str]) -> Iterator[str]:
    """Give the sentences of the facts; the questions they answer too, if spelling is fixed."""
    for language in languages:
        is_fixed = not knowledge.languages[language].sounds.loose
        for fact in knowledge.facts.values():
            yield fact.text.get(language, "")
            if is_fixed:
                yield from fact.ask.get(language, ())


def _gapless(known: Iterable[Span], many: int) -> Iterator[Span]:
    """Give known spans in their order, with one for each word that is in none of them."""
    reached = 0
    for span in known:
        yield from (Span(at, at + 1) for at in range(reached, span.start))
        yield span
        reached = span.end
    yield from (Span(at, at + 1) for at in range(reached, many))


def _meets_a_name(span: Span, exact: Iterable[Span]) -> bool:
    """Whether words that only partly make a name hold, or are, the whole name of something."""
    return any(
        other.ids("entity") and other.start < span.end and span.start < other.end
        for other in exact
    )
