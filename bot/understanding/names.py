"""Names of entities, whole or only partly said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from math import log
from typing import Final

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


def names_of(entity: Entity) -> tuple[str, ...]:
    """Give all names of an entity, in every language."""
    aliases = chain.from_iterable(entity.aliases.values())
    return tuple(dict.fromkeys(chain(entity.name.values(), entity.short.values(), aliases)))


class NameIndex:
    """Names of entities by their words, for names that are only partly or otherwise said."""

    def __init__(
        self, names: Mapping[str, Iterable[Phrase]], is_common: Callable[[str], bool]
    ) -> None:
        """Weigh each word of each name by how few entities bear it.

        Short names of common words only, "medical centre", have to be said whole.
        """
        self._phrases = {
            entity: {frozenset(name) for name in its_names if _is_own(name, is_common)}
            for entity, its_names in names.items()
        }
        self._is_common = is_common
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
                if len(name) > _SHORT and self._is_said(name, there):
                    yield from self._span(entity, name, stems)

    def _is_said(self, name: frozenset[str], there: frozenset[str]) -> bool:
        """Whether most of a name is there, its rarest word and another one included."""
        said = name & there
        rarest = max(name, key=self._weight.__getitem__)
        share = sum(map(self._weight.__getitem__, said)) / sum(map(self._weight.__getitem__, name))
        enough = _SHARE if not self._is_common(rarest) else _LARGE_SHARE
        return rarest in said and len(said) > 1 and share >= enough

    def _span(self, entity: str, name: frozenset[str], stems: Phrase) -> Iterator[Span]:
        at = [place for place, stem in enumerate(stems) if stem in name]
        start, end = at[0], at[-1] + 1
        if end - start <= len(name) + 1:
            yield Span(start, end, frozenset({Meaning("entity", entity)}))


def _is_own(name: Phrase, is_common: Callable[[str], bool]) -> bool:
    """Whether a name can be known by a part of it."""
    return len(name) >= _LONG or not all(map(is_common, name))
