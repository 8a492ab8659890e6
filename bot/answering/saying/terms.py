"""What was asked for, in words: kinds, conditions, and where nothing is stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot.answering.computing.conditions import Condition, Conditions
from bot.answering.saying.voice import Phrasing

_MOST_KINDS: Final = 3
"""Kinds that are named; more than that are almost everything there is."""
_MOST_NAMED: Final = 7
"""Names that are told of those on which our sources are silent; else their number is."""


class Terms:
    """Words what a question asked for, in one language."""

    def __init__(self, phrasing: Phrasing) -> None:
        """Take the sentences of the language."""
        self._phrasing = phrasing
        self._say = phrasing.say

    def kinds(
        self, kinds: Iterable[str], whole: Iterable[str], excluded: Iterable[str] = ()
    ) -> str:
        """Name the kinds: "centres in Peru", "centres other than Callao"."""
        plurals = [self._phrasing.plural(kind) for kind in sorted(kinds)]
        many = len(plurals) > _MOST_KINDS
        named = self._say("kinds-many") if many else self._phrasing.joined(plurals)
        if within := self._phrasing.joined(map(self._phrasing.short, whole)):
            named = self._say("kinds-of", kinds=named, whole=within)
        if names := self._phrasing.joined(map(self._phrasing.short, excluded)):
            named = self._say("kinds-except", kinds=named, names=names)
        return named

    def conditions(self, conditions: Conditions) -> str:
        """Name what is asked for: "a nurse and no mention of a dentist"."""
        if is_absence(conditions):
            names = [self.condition(one) for either in conditions for one in either]
            return self._phrasing.joined(names, either=True)
        alternatives = (
            self._phrasing.joined(map(self._mention, either), either=True)
            for either in sorted(conditions, key=has_absence)
        )
        return self._phrasing.joined(alternatives)

    def _mention(self, condition: Condition) -> str:
        name = self.condition(condition)
        return self._say("no-mention", value=name) if condition.negated else name

    def condition(self, condition: Condition) -> str:
        """Name one thing; a word of which nothing is stated is said as it was written."""
        if condition.said:
            return self._say("quoted", word=condition.said)
        return self._phrasing.concept(condition.concept)

    def silent(self, attribute: str, shape: str, silent: tuple[str, ...]) -> Iterator[str]:
        """Say for which our sources state no date or figure; of many only their number."""
        if not silent:
            return
        name = self._phrasing.concept(attribute)
        phrase = "no-date" if shape == "date" else "no-figure"
        if len(silent) > _MOST_NAMED:
            count = self._phrasing.number(len(silent))
            yield self._say(f"{phrase}-others", count=count, attribute=name)
        else:
            names = self._phrasing.joined(map(self._phrasing.short, silent))
            yield self._say(phrase, names=names, attribute=name)


def has_absence(either: tuple[Condition, ...]) -> bool:
    """Whether one of some alternatives is that a thing isn't mentioned."""
    return any(one.negated for one in either)


def is_absence(conditions: Conditions) -> bool:
    """Whether nothing has to be there, and only things have to be absent."""
    return bool(conditions) and all(
        len(either) == 1 and either[0].negated for either in conditions
    )


def is_mixed(conditions: Conditions) -> bool:
    """Whether some things have to be there, and others absent."""
    return any(map(has_absence, conditions)) and not is_absence(conditions)
