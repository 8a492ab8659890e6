"""Names of entities, whole or only partly said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import log
from typing import Final, NamedTuple

from bot.facts.model import Entity
from bot.understanding.spans import Meaning, Span

_SHARE: Final = 0.72
"""Share of a name's weight that has to be there for the name to be understood."""
_LARGE_SHARE: Final = 0.85
"""The same, of a long name of common words: "National Commission on the Rights of Child"."""
_LONG: Final = 5
_SHORT: Final = 2
"""Names of so few words have to be said whole."""

Phrase = tuple[str, ...]
"""The stems of a phrase."""


def names_of(entity: Entity, languages: Iterable[str]) -> tuple[str, ...]:
    """Give the names of an entity in some languages, or else its first."""
    names: dict[str, None] = {}
    for code in languages:
        named = (entity.name.get(code), entity.short.get(code), *entity.aliases.get(code, ()))
        names |= dict.fromkeys(filter(None, named))
    return tuple(names) or tuple(entity.name.values())


class _Name(NamedTuple):
    """One name of an entity, found by its rarest word."""

    entity: str
    stems: frozenset[str]
    enough: float
    """The weight of its words that has to be there, the rarest and another one among them."""


class NameIndex:
    """Names of entities by their words, for names that are only partly or otherwise said."""

    def __init__(
        self, names: Mapping[str, Iterable[Phrase]], is_common: Callable[[str], bool]
    ) -> None:
        """Weigh each word of each name by how few entities bear it.

        Short names of common words only, "medical centre", have to be said whole.
        """
        phrases = {
            entity: {frozenset(name) for name in its_names if _is_own(name, is_common)}
            for entity, its_names in names.items()
        }
        bearers = Counter(
            stem for its_names in phrases.values() for stem in frozenset().union(*its_names)
        )
        self._weight = {stem: log(1 + len(phrases) / count) for stem, count in bearers.items()}
        self._by_rarest: dict[str, list[_Name]] = {}
        for entity, its_names in phrases.items():
            for name in its_names:
                if len(name) > _SHORT:
                    rarest = max(sorted(name), key=self._weight.__getitem__)
                    enough = _LARGE_SHARE if is_common(rarest) else _SHARE
                    self._by_rarest.setdefault(rarest, []).append(
                        _Name(entity, name, enough * self._weight_of(name))
                    )

    def spans(self, stems: Phrase) -> Iterator[Span]:
        """Find names of which most is there, close together."""
        there = frozenset(stems)
        for stem in there & self._by_rarest.keys():
            for name in self._by_rarest[stem]:
                said = name.stems & there
                if len(said) > 1 and self._weight_of(said) >= name.enough:
                    yield from self._span(name.entity, name.stems, stems)

    def _weight_of(self, stems: Iterable[str]) -> float:
        return sum(map(self._weight.__getitem__, stems))

    def _span(self, entity: str, name: frozenset[str], stems: Phrase) -> Iterator[Span]:
        at = [place for place, stem in enumerate(stems) if stem in name]
        start, end = at[0], at[-1] + 1
        if end - start <= len(name) + 1:
            yield Span(start, end, frozenset({Meaning("entity", entity)}))


def _is_own(name: Phrase, is_common: Callable[[str], bool]) -> bool:
    """Whether a name can be known by a part of it."""
    return len(name) >= _LONG or not all(map(is_common, name))
