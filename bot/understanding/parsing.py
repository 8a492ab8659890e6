"""From a reading to a question: things named, operations, and the words that carry content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.facts.operations import SHAPING, Operation
from bot.understanding.figures import Figure, figures_in, ungrouped
from bot.understanding.joins import LOOSE, Tie, ties_of
from bot.understanding.lexicon import Lexicon, Reading
from bot.understanding.spans import Span

_INNER_FRAMES: Final = frozenset({Operation.HOW_MANY, Operation.MORE, Operation.LESS})
"""Frames that stay frames within an idea: "more social centres", unlike "at most"."""
_BRIEF: Final = 2
"""Words of a name that may be no more than a description."""
_OF_SEVERAL: Final = frozenset({Operation.COMPARE, Operation.MORE, Operation.LESS})


class Item(NamedTuple):
    """One piece of content of a question."""

    said: str
    """As the person wrote it."""
    concepts: frozenset[str] = frozenset()
    """What it may stand for."""
    inner: frozenset[str] = frozenset()
    """What shorter words within it stand for: "children" in "how many children"."""
    stem: str = ""
    """The stems of its words."""
    entities: frozenset[str] = frozenset()
    """Entities that the same words name."""
    soft: bool = False
    """Whether it only helps, and never speaks against an answer."""
    is_name: bool = False
    """Whether it looks like the name of something."""
    tie: Tie = LOOSE
    """How it hangs on the items before it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name one of these entities."""

    said: str
    entities: frozenset[str]
    negated: bool = False
    """Whether it is left out: "other than Callao"."""


@dataclass(frozen=True, slots=True)
class Question:
    """What one sentence asks."""

    text: str
    words: tuple[str, ...] = ()
    """Its words, those of names aside: folded, spelling repaired."""
    mentions: tuple[Mention, ...] = ()
    items: tuple[Item, ...] = ()
    operations: frozenset[Operation] = frozenset()
    counted: Item | None = None
    """What it asks the number of."""
    called: Item | None = None
    """What it asks the name of."""
    figures: tuple[Figure, ...] = ()
    """The numbers in it."""

    @property
    def named(self) -> frozenset[str]:
        """All that it can mean by the names in it."""
        return frozenset().union(*(mention.entities for mention in self.mentions))

    @property
    def content(self) -> tuple[Item, ...]:
        """The items that an answer has to account for."""
        return tuple(item for item in self.items if not item.soft)

    @property
    def concepts(self) -> frozenset[str]:
        """Everything that its items may stand for."""
        return frozenset().union(*(item.concepts for item in self.items))

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it says what it is about."""
        return not (self.mentions or self.items or self.operations)


class Outline(NamedTuple):
    """What one sentence is about, however it hangs together."""

    words: tuple[str, ...]
    """Its words, those of names aside: folded, spelling repaired."""
    named: tuple[frozenset[str], ...]
    """What its names may stand for, in its order."""
    items: tuple[Item, ...]
    operations: frozenset[Operation]


def outline(text: str, lexicon: Lexicon) -> Outline:
    """Understand no more of a sentence than facts are found by, which takes half the time."""
    reading = lexicon.read(ungrouped(text))
    names = _naming(reading, lexicon)
    operations = _asked(reading, names, lexicon)
    return Outline(
        words=_words_beside(names, reading),
        named=tuple(one for span in names for one in _entities_in(span, operations)),
        items=tuple(item for _, item in _items(reading, names, lexicon)),
        operations=operations,
    )


def parse(text: str, lexicon: Lexicon) -> Question:
    """Understand one sentence."""
    reading = lexicon.read(ungrouped(text))
    names = _naming(reading, lexicon)
    operations = _asked(reading, names, lexicon)
    items = tuple(_items(reading, names, lexicon))
    ties = _ties(reading, names, items, lexicon)
    items = tuple((start, item._replace(tie=ties[start])) for start, item in items)
    return Question(
        text,
        words=_words_beside(names, reading),
        mentions=tuple(_mentions(reading, names, ties, operations)),
        items=tuple(item for _, item in items),
        operations=operations,
        counted=_item_after(Operation.HOW_MANY, reading, items),
        called=_item_after(Operation.NAME, reading, items),
        figures=figures_in(
            [word.text for word in reading.words],
            reading.spans,
            lexicon.worth,
            postpositional=lexicon.spoken.postpositional,
        ),
    )


def _asked(reading: Reading, names: list[Span], lexicon: Lexicon) -> frozenset[Operation]:
    """Give the operations that a sentence asks for.

    Of what has a name there is no number: "the number of the BISP helpline" asks for no count.
    """
    said = (one for span in reading.spans for one in _operations(span))
    asked = frozenset(map(Operation, said)) - SHAPING
    counts_a_name = _counts_a_name(reading, names, lexicon)
    return asked - {Operation.HOW_MANY} if counts_a_name else asked


def _counts_a_name(reading: Reading, names: list[Span], lexicon: Lexicon) -> bool:
    """Whether "the number of" comes just before a name."""
    frames = [span for span in reading.spans if Operation.HOW_MANY in _operations(span)]
    if (
        len(frames) != 1
        or reading.stems[frames[0].start : frames[0].end] not in lexicon.numbers_of
    ):
        return False
    after = (span for span in reading.spans if span.start >= frames[0].end)
    following = next((span for span in after if not span.ids("filler")), None)
    return following is not None and following in names


def _words_beside(names: list[Span], reading: Reading) -> tuple[str, ...]:
    """Give the words that are no part of a name."""
    named = {at for span in names for at in span.places}
    return tuple(word.text for at, word in enumerate(reading.words) if at not in named)


def _ties(
    reading: Reading, names: list[Span], items: tuple[tuple[int, Item], ...], lexicon: Lexicon
) -> Mapping[int, Tie]:
    """Tell how each item and name hangs on those before it; kinds stand aside."""
    starts = {start for start, _ in items}
    asides = {start for start, item in items if item.soft or item.concepts & lexicon.kinds}
    return ties_of(
        reading.spans,
        starts - asides,
        asides,
        {span.start for span in names},
        postpositional=lexicon.spoken.postpositional,
    )


def _mentions(
    reading: Reading,
    names: list[Span],
    ties: Mapping[int, Tie],
    operations: frozenset[Operation],
) -> Iterator[Mention]:
    """Find the names, and which of them are left out."""
    for span in names:
        for entities in _entities_in(span, operations):
            yield Mention(_said(span, reading), entities, ties[span.start].negated)


def _entities_in(span: Span, operations: frozenset[Operation]) -> Sequence[frozenset[str]]:
    """Give what a name may stand for; "BISP and Ehsaas", compared, are two programmes."""
    inner = span.inner_ids("entity")
    if len(inner) > 1 and operations & _OF_SEVERAL:
        return [frozenset({one}) for one in sorted(inner)]
    return [span.ids("entity")]


def _naming(reading: Reading, lexicon: Lexicon) -> list[Span]:
    """Give the spans that name something.

    Beside a name of its own, "Lahore", one that only describes, "the medical centre", names
    nothing else; nor does it beside a country that what it names does not belong to.
    """
    spans = [span for span in reading.spans if _is_name(span, lexicon)]
    own = [span for span in spans if not _is_common(span, reading, lexicon)]
    if any(not span.ids("entity") <= lexicon.members.keys() for span in own):
        brief = (span for span in spans if span.ids("concept") or len(span.places) <= _BRIEF)
        demoted = [span for span in brief if span not in own]
        return [span for span in spans if span not in demoted]
    return [span for span in spans if span in own or _belongs(span, own, lexicon)]


def _belongs(span: Span, own: list[Span], lexicon: Lexicon) -> bool:
    """Whether what a span names is part of the countries and groups named beside it."""
    wholes = [entity for other in own for entity in other.ids("entity")]
    members = {member for whole in wholes for member in lexicon.members[whole]}
    return not wholes or bool(span.ids("entity") & members)


def _is_name(span: Span, lexicon: Lexicon) -> bool:
    return bool(span.ids("entity")) and span.ids("concept") <= lexicon.kinds


def _is_common(span: Span, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a name is made of words that mean something by themselves."""
    return bool(span.ids("concept")) or all(
        lexicon.is_common(reading.stems[at]) for at in span.places
    )


def _operations(span: Span) -> frozenset[str]:
    """Give what a span asks to be done; "how many" within "how many children" counts too."""
    if not (span.inner and span.ids("concept")):
        return span.ids("operation")
    return span.ids("operation") | (span.inner_ids("operation") & _INNER_FRAMES)


def _within(span: Span) -> frozenset[str]:
    """Give what a phrase that holds a frame asks for: "children" in "how many children"."""
    asks = span.inner_ids("operation") - SHAPING
    return span.inner_ids("concept") if asks else frozenset()


def _item_after(
    frame: Operation, reading: Reading, items: tuple[tuple[int, Item], ...]
) -> Item | None:
    """Find what comes after "how many" or "the name of"."""
    starts = (span.start for span in reading.spans if frame in _operations(span))
    start = next(starts, None)
    after = (item for place, item in items if start is not None and place >= start)
    return next(after, None)


def _items(reading: Reading, names: list[Span], lexicon: Lexicon) -> Iterator[tuple[int, Item]]:
    """Give the items, each with the place of its first word."""
    for span in reading.spans:
        concepts, entities = span.ids("concept"), span.ids("entity")
        if entities and span not in names:
            concepts = concepts or span.inner_ids("concept")
        if concepts:
            is_frame = bool(span.ids("operation") or span.ids("filler"))
            soft = is_frame or span in names or concepts <= lexicon.weak
            inner = _within(span) - concepts
            stem = " ".join(reading.stems[span.start : span.end])
            said = _said(span, reading)
            yield span.start, Item(said, concepts, inner, stem, entities, soft)
        elif inside := span.inner_ids("concept"):
            # An idea in a name or frame: "SOS Medical Centre Lahore", "which ministry".
            yield span.start, Item(_said(span, reading), inside, soft=True)
        elif not span.meanings and not _is_number(reading, span):
            yield span.start, _bare_word(reading, span)


def _bare_word(reading: Reading, span: Span) -> Item:
    word = reading.words[span.start]
    is_name = word.is_capitalised and (span.start > 0 or len(reading.words) == 1)
    return Item(word.written, stem=reading.stems[span.start], is_name=is_name)


def _is_number(reading: Reading, span: Span) -> bool:
    return reading.words[span.start].text.isdigit()


def _said(span: Span, reading: Reading) -> str:
    return " ".join(word.written for word in reading.words[span.start : span.end])
