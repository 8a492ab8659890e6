"""Words and phrases of one language, and the ideas, names and operations they stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from math import log
from typing import Final, Literal

import snowballstemmer

from bot.facts.model import Entity, Knowledge, Language
from bot.understanding.spelling import Speller
from bot.understanding.text import Word, words_of

_CLAUSE_END: Final = re.compile(r"[,:]\s+|\s+[-–—]+\s+")
_STEMMERS: Final[Mapping[str, str]] = {"en": "english", "es": "spanish"}
_SHARE: Final = 0.72
"""Share of a name's weight that has to be there for the name to be understood."""

Phrase = tuple[str, ...]
"""The stems of a phrase."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a phrase can stand for."""

    sort: Literal["entity", "concept", "operation", "filler"]
    id: str


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a message, and what they stand for."""

    start: int
    end: int
    meanings: frozenset[Meaning] = frozenset()
    """Empty where nobody knows the word."""
    inner: frozenset[Meaning] = frozenset()
    """What shorter stretches within it stand for: a kind within a name, a frame within an idea."""

    @property
    def places(self) -> range:
        """The places of its words in the message."""
        return range(self.start, self.end)

    def ids(self, sort: str) -> frozenset[str]:
        """Give the ids of the meanings of one sort."""
        return frozenset(meaning.id for meaning in self.meanings if meaning.sort == sort)

    def inner_ids(self, sort: str) -> frozenset[str]:
        """Give the ids of what stands within it."""
        return frozenset(meaning.id for meaning in self.inner if meaning.sort == sort)


@dataclass(frozen=True, slots=True)
class Reading:
    """A message, cut into spans that stand for something."""

    words: tuple[Word, ...]
    """Spelling repaired; `written` keeps what the person wrote."""
    stems: tuple[str, ...]
    spans: tuple[Span, ...]


class Lexicon:
    """What one language's words stand for in one knowledge folder."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        """Collect all phrases of the language."""
        spoken = knowledge.languages[language]
        self._stemmer = snowballstemmer.stemmer(_STEMMERS.get(language, "porter"))
        self._kept_endings = spoken.kept_endings
        self.stem = lru_cache(maxsize=16384)(self._stem)
        self._phrases: dict[Phrase, set[Meaning]] = {}
        self._longest: dict[str, int] = {}
        fillers = map(self.phrase, spoken.fillers)
        self.fillers = frozenset(phrase[0] for phrase in fillers if len(phrase) == 1)
        """The stems of words that carry no content."""
        self.weak = frozenset(knowledge.vocabulary.weak)
        self.kinds = frozenset(knowledge.vocabulary.kinds)
        names = {entity.id: names_of(entity) for entity in knowledge.entities.values()}
        for phrase, meaning in _phrases_of(spoken, names):
            self._add(phrase, meaning)
        self._names = NameIndex(names, self, self.fillers)
        self._join = _join_pattern(spoken)
        self._opener = _any_of(spoken.openers)
        self.speller = Speller(
            known=_words_in(chain(_texts_of(spoken), _texts_in(knowledge, language))),
            names=_words_in(chain.from_iterable(names.values())),
            language=language,
        )

    def read(self, message: str) -> Reading:
        """Cut a message into the longest spans that stand for something."""
        words = tuple(self._repaired(words_of(message)))
        stems = tuple(self.stem(word.text) for word in words)
        longest = self._longest_spans(stems)
        covered = {at for span in longest for at in span.places}
        unknown = (Span(at, at + 1) for at in range(len(stems)) if at not in covered)
        spans = sorted(chain(longest, unknown), key=lambda span: (span.start, span.end))
        return Reading(words, stems, tuple(spans))

    def _longest_spans(self, stems: Phrase) -> list[Span]:
        """Find the longest spans that stand for something, and leave out mere padding."""
        exact = list(self._known_spans(stems))
        named = (span for span in self._names.spans(stems) if not _meets_a_name(span, exact))
        spans = _joined([*exact, *named])
        while True:
            longest = _longest(spans)
            padding = [span for span in longest if self._only_pads(span, longest, stems)]
            if not padding:
                return longest
            places = {(span.start, span.end) for span in padding}
            spans = [span for span in spans if (span.start, span.end) not in places]

    def _only_pads(self, span: Span, spans: list[Span], stems: Phrase) -> bool:
        """Whether a span only adds empty words to another's: "a day" in "a day care centre"."""
        for other in spans:
            shared = range(max(span.start, other.start), min(span.end, other.end))
            if other is not span and shared:
                own = (at for at in span.places if at not in shared)
                if self.fillers.issuperset(stems[at] for at in own):
                    return True
        return False

    def questions_in(self, sentence: str) -> tuple[str, ...]:
        """Cut a sentence where a second question is joined on: "..., and when did it open"."""
        return tuple(part.strip(" ,") for part in self._join.split(sentence) if part.strip(" ,"))

    def clause_in(self, sentence: str) -> str | None:
        """Find the clause that asks: "I visit Chiclayo in May, what is it like there"."""
        clauses = [part.strip() for part in _CLAUSE_END.split(sentence)]
        asking = (clause for clause in clauses[1:] if self._opener.match(clause))
        return next(asking, None)

    def phrase(self, text: str) -> Phrase:
        """Give the stems of a phrase."""
        return tuple(self.stem(word.text) for word in words_of(text))

    def _stem(self, word: str) -> str:
        return word if word.endswith(self._kept_endings) else self._stemmer.stemWord(word)

    def _add(self, text: str, meaning: Meaning) -> None:
        if phrase := self.phrase(text):
            self._phrases.setdefault(phrase, set()).add(meaning)
            self._longest[phrase[0]] = max(self._longest.get(phrase[0], 0), len(phrase))

    def _repaired(self, words: Iterable[Word]) -> Iterator[Word]:
        for word in words:
            for meant in self.speller.repair(word.text):
                yield Word(meant, word.written)

    def _known_spans(self, stems: Phrase) -> Iterator[Span]:
        for start, stem in enumerate(stems):
            longest = min(self._longest.get(stem, 0), len(stems) - start)
            for length in range(1, longest + 1):
                if meanings := self._phrases.get(stems[start : start + length]):
                    yield Span(start, start + length, frozenset(meanings))


class NameIndex:
    """Names of entities by their words, for names that are only partly or otherwise said."""

    def __init__(
        self, names: Mapping[str, Iterable[str]], lexicon: Lexicon, fillers: frozenset[str]
    ) -> None:
        """Weigh each word of each name by how few entities bear it."""
        self._phrases = {
            entity: {frozenset(lexicon.phrase(name)) - fillers for name in its_names}
            for entity, its_names in names.items()
        }
        bearers = Counter(
            stem for phrases in self._phrases.values() for stem in frozenset().union(*phrases)
        )
        self._weight = {
            stem: log(1 + len(self._phrases) / count) for stem, count in bearers.items()
        }
        self._entities: dict[str, set[str]] = {}
        for entity, phrases in self._phrases.items():
            for stem in frozenset().union(*phrases):
                self._entities.setdefault(stem, set()).add(entity)

    def spans(self, stems: Phrase) -> Iterator[Span]:
        """Find names of which most is there, close together."""
        there = frozenset(stems)
        near = {entity for stem in there for entity in self._entities.get(stem, ())}
        for entity in near:
            for name in self._phrases[entity]:
                if len(name) > 2 and self._is_said(name, there):
                    yield from self._span(entity, name, stems)

    def _is_said(self, name: frozenset[str], there: frozenset[str]) -> bool:
        """Whether most of a name is there, its rarest word and another one included."""
        said = name & there
        rarest = max(name, key=self._weight.__getitem__)
        share = sum(map(self._weight.__getitem__, said)) / sum(
            map(self._weight.__getitem__, name)
        )
        return rarest in said and len(said) > 1 and share >= _SHARE

    def _span(self, entity: str, name: frozenset[str], stems: Phrase) -> Iterator[Span]:
        at = [place for place, stem in enumerate(stems) if stem in name]
        start, end = at[0], at[-1] + 1
        if end - start <= len(name) + 1:
            yield Span(start, end, frozenset({Meaning("entity", entity)}))


def names_of(entity: Entity) -> tuple[str, ...]:
    """Give all names of an entity, in every language."""
    aliases = chain.from_iterable(entity.aliases.values())
    return tuple(dict.fromkeys(chain(entity.name.values(), entity.short.values(), aliases)))


def _any_of(words: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """Match any of some words; nothing where there are none."""
    either = "|".join(map(re.escape, words)) or "(?!)"
    return re.compile(rf"{before}(?:{either})\b{after}", re.IGNORECASE)


def _join_pattern(spoken: Language) -> re.Pattern[str]:
    """Match what joins two questions: a joining word before a word that opens a question."""
    opener = _any_of(spoken.openers).pattern
    return _any_of(spoken.joiners, before=r"[\s,]+", after=rf"\s+(?={opener})")


def _phrases_of(
    spoken: Language, names: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, Meaning]]:
    for text in spoken.fillers:
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


def _texts_of(spoken: Language) -> Iterator[str]:
    """Give all that the language file lists as known."""
    return (text for text, _ in _phrases_of(spoken, {}))


def _texts_in(knowledge: Knowledge, language: str) -> Iterator[str]:
    """Give the sentences of the facts and the questions they answer."""
    for fact in knowledge.facts.values():
        yield fact.text.get(language, "")
        yield from fact.ask.get(language, ())


def _words_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.text for text in texts for word in words_of(text))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Put together what is known of the same words."""
    by_place: dict[tuple[int, int], frozenset[Meaning]] = {}
    for span in spans:
        place = (span.start, span.end)
        by_place[place] = by_place.get(place, frozenset()) | span.meanings
    return [Span(start, end, meanings) for (start, end), meanings in by_place.items()]


def _meets_a_name(span: Span, exact: Iterable[Span]) -> bool:
    """Whether words that only partly make a name hold, or are, the whole name of something."""
    return any(
        other.ids("entity") and other.start < span.end and span.start < other.end
        for other in exact
    )


def _longest(spans: list[Span]) -> list[Span]:
    """Keep the spans that lie in no longer one, with what lies in them."""
    return [
        replace(span, inner=_meanings_within(span, spans))
        for span in spans
        if not any(_is_within(span, other) for other in spans)
    ]


def _meanings_within(span: Span, spans: list[Span]) -> frozenset[Meaning]:
    """Give what the longest stretches within a span stand for."""
    within = [other for other in spans if _is_within(other, span)]
    longest = (one for one in within if not any(_is_within(one, other) for other in within))
    return frozenset(meaning for one in longest for meaning in one.meanings)


def _is_within(span: Span, other: Span) -> bool:
    longer = other.end - other.start > span.end - span.start
    return longer and other.start <= span.start and span.end <= other.end
