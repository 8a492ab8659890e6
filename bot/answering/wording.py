"""Computed answers, worded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Final, assert_never

from bot.answering.comparing import Comparison, Extreme, HalfStated, SideBySide
from bot.answering.computing import Computed
from bot.answering.conditions import Condition, Conditions
from bot.answering.holding import Holding
from bot.answering.inventory import Inventory
from bot.answering.listing import Listing
from bot.answering.phrasing import Phrasing, capitalised
from bot.answering.remaining import rest_of
from bot.answering.selecting import Selection
from bot.answering.stated import Stated, by_basis
from bot.facts.model import Quantity
from bot.facts.operations import Operation
from bot.understanding.figures import Figure

_FIRM: Final = frozenset({"exact", "about"})
"""Figures that can be subtracted, unlike "up to" and "over"."""
_MOST_NAMED: Final = 7
"""Names that are told of those on which our sources are silent; else their number is."""
_OF_YEARS: Final[Mapping[Operation | None, Operation]] = {
    Operation.AT_LEAST: Operation.SINCE,
    Operation.AT_MOST: Operation.UNTIL,
}
"""What limits are called of years: "2003 or later", not "at least 2003"."""


class Wording:
    """Words what was computed, in one language."""

    def __init__(self, phrasing: Phrasing) -> None:
        """Take the sentences of the language."""
        self._phrasing = phrasing
        self._say = phrasing.say

    def word(self, computed: Computed) -> str:
        """Word a computed answer: what was found, and then what our sources leave open."""
        match computed:
            case Listing():
                sentences = self._listing(computed)
            case Selection():
                sentences = self._selection(computed)
            case Inventory():
                sentences = self._inventory(computed)
            case Extreme():
                sentences = self._extreme(computed)
            case Comparison():
                sentences = self._comparison(computed)
            case HalfStated():
                sentences = self._half_stated(computed)
            case Holding():
                return "\n\n".join(self._holding(computed))
            case SideBySide():
                return "\n\n".join(self._side_by_side(computed))
            case _:
                assert_never(computed)
        return " ".join(map(capitalised, sentences))

    # lists

    def _listing(self, listing: Listing) -> Iterator[str]:
        kinds = self._kinds(listing)
        value = self._conditions(listing.conditions)
        names = self._names(listing)
        if listing.start:
            yield self._say("list-rest", kinds=kinds, names=names)
        elif is_single(listing):
            yield from map(self._phrasing.text, listing.facts)
        elif not listing.kinds:
            names = self._phrasing.joined(map(self._phrasing.short, listing.whole))
            yield self._say("not-mentioned", names=names, value=value)
        elif not listing.entities:
            phrase = "list-none-where" if _is_mixed(listing.conditions) else "list-none"
            yield self._say(phrase, kinds=kinds, value=value)
        else:
            count = self._phrasing.number(len(listing.entities))
            phrase = _listing_phrase(listing)
            yield self._say(phrase, kinds=kinds, value=value, names=names, count=count)
        if listing.uncounted:
            yield self._say("list-uncounted")
        elif _has_silent_others(listing):
            yield self._say("list-silent")

    def _names(self, listing: Listing) -> str:
        """Name what is listed; a long list is cut where its rest can be asked for."""
        rest = rest_of(listing)
        if rest is None:
            told = listing.entities[listing.start :]
            return self._phrasing.joined(map(self._phrasing.short, told))
        shown = ", ".join(map(self._phrasing.short, listing.shown))
        more = self._phrasing.number(len(listing.entities) - rest.start)
        return self._say("and-more", names=shown, count=more)

    def _kinds(self, of: Listing | Selection | Inventory) -> str:
        """Name the kinds: "centres in Peru", "centres other than Callao"."""
        kinds = self._phrasing.joined(map(self._phrasing.plural, sorted(of.kinds)))
        if of.whole:
            whole = self._phrasing.joined(map(self._phrasing.short, of.whole))
            kinds = self._say("kinds-of", kinds=kinds, whole=whole)
        if of.excluded:
            names = self._phrasing.joined(map(self._phrasing.short, of.excluded))
            kinds = self._say("kinds-except", kinds=kinds, names=names)
        return kinds

    def _conditions(self, conditions: Conditions) -> str:
        """Name what is asked for: "a nurse and no mention of a dentist"."""
        if _is_absence(conditions):
            names = [self._condition(one) for either in conditions for one in either]
            return self._phrasing.joined(names, either=True)
        alternatives = (
            self._phrasing.joined(map(self._mention, either), either=True)
            for either in sorted(conditions, key=_has_absence)
        )
        return self._phrasing.joined(alternatives)

    def _mention(self, condition: Condition) -> str:
        name = self._condition(condition)
        return self._say("no-mention", value=name) if condition.negated else name

    def _condition(self, condition: Condition) -> str:
        if condition.said:
            return self._say("quoted", word=condition.said)
        return self._phrasing.concept(condition.concept)

    def _inventory(self, inventory: Inventory) -> Iterator[str]:
        items = (
            self._say(
                "inventory-item",
                value=self._phrasing.concept(concept),
                names=self._phrasing.joined(map(self._phrasing.short, entities)),
            )
            for concept, entities in inventory.values
        )
        attribute = self._phrasing.concept(inventory.attribute)
        kinds = self._kinds(inventory)
        yield self._say("inventory", attribute=attribute, kinds=kinds, items="; ".join(items))
        if inventory.silent:
            yield self._say("list-silent")

    def _holding(self, holding: Holding) -> Iterator[str]:
        yield from map(self._phrasing.text, holding.facts)
        by_entities: dict[tuple[str, ...], list[str]] = {}
        for condition, entities in holding.silent:
            by_entities.setdefault(entities, []).append(self._condition(condition))
        for entities, values in by_entities.items():
            names = self._phrasing.joined(map(self._phrasing.short, entities))
            value = self._phrasing.joined(values, either=True)
            yield self._say("not-mentioned", names=names, value=value)

    # figures and dates

    def _selection(self, selection: Selection) -> Iterator[str]:
        blanks = {
            "kinds": self._kinds(selection),
            "attribute": self._criteria(selection),
            "names": self._phrasing.values(selection.fitting),
            "count": self._phrasing.number(len(selection.fitting)),
        }
        if selection.reference:
            stated = self._phrasing.values([selection.reference])
            attribute = self._phrasing.concept(selection.attribute)
            yield self._say("stated", attribute=attribute, names=stated)
        yield self._say(_selection_phrase(selection), **blanks)
        if selection.open:
            yield self._say("select-open", rest=self._phrasing.values(selection.open))
        if selection.others:
            yield self._say("other-basis", rest=self._phrasing.values(selection.others))
        if selection.added and selection.sum:
            yield self._say("sum", figure=self._phrasing.quantity(selection.sum))
        elif selection.added:
            yield self._say("no-sum")
        elif len(by_basis(selection.fitting)) > 1:
            yield self._say("mixed-bases")
        yield from self._silent(selection.attribute, selection.shape, selection.silent)

    def _criteria(self, selection: Selection) -> str:
        """Name what is chosen by: "opening date: before 2005", "people helped"."""
        named = self._phrasing.concept(selection.attribute)
        limits = [self._limit(limit, selection) for limit in selection.limits]
        if limits:
            named = self._say("limited", attribute=named, limits=self._phrasing.joined(limits))
        if not selection.conditions:
            return named
        return self._phrasing.joined([named, self._conditions(selection.conditions)])

    def _limit(self, limit: Figure, selection: Selection) -> str:
        if selection.shape == "date":
            frame, figure = _OF_YEARS.get(limit.frame, limit.frame), f"{limit.value:.0f}"
        else:
            frame, figure = limit.frame, self._phrasing.number(limit.value)
        return self._say(f"limit-{frame}", figure=figure) if frame else figure

    def _silent(self, attribute: str, shape: str, silent: tuple[str, ...]) -> Iterator[str]:
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

    def _extreme(self, extreme: Extreme) -> Iterator[str]:
        for ranked in extreme.rankings:
            first = extreme.first(ranked)
            several = extreme.most > 1
            phrase = f"{extreme.operation}-several" if several else str(extreme.operation)
            names = (self._phrasing.short(one.entity) for one in first)
            yield self._say(
                phrase,
                name=self._phrasing.values(first) if several else self._phrasing.joined(names),
                attribute=self._phrasing.concept(extreme.attribute),
                figure=self._phrasing.joined(dict.fromkeys(map(self._phrasing.value, first))),
            )
            if rest := ranked[len(first) :]:
                yield self._say("others", rest=self._phrasing.values(rest))
        if extreme.others:
            yield self._say("other-basis", rest=self._phrasing.values(extreme.others))
        if len(extreme.rankings) > 1:
            yield self._say("mixed-bases")
        yield from self._silent(extreme.attribute, extreme.shape, extreme.silent)

    def _comparison(self, comparison: Comparison) -> Iterator[str]:
        by_date = isinstance(comparison.stated[0].value, str)
        first, last = sorted(comparison.stated, key=attrgetter("size"), reverse=not by_date)
        yield self._say(
            _comparing_phrase(first, last),
            name=self._phrasing.short(first.entity),
            other=self._phrasing.short(last.entity),
            figure=self._phrasing.value(first),
            attribute=self._phrasing.concept(comparison.attribute),
            **{"other-figure": self._phrasing.value(last)},
        )
        yield from self._difference(first, last)

    def _difference(self, high: Stated, low: Stated) -> Iterator[str]:
        """Say how much more, where both figures are more than bounds."""
        if not (isinstance(high.value, Quantity) and isinstance(low.value, Quantity)):
            return
        bounds = {high.bound, low.bound}
        if bounds <= _FIRM and high.value.value > low.value.value:
            number = self._phrasing.number(high.value.value - low.value.value)
            firm = bounds == {"exact"}
            yield self._say(
                "difference", difference=number if firm else self._say("about", figure=number)
            )

    def _half_stated(self, half: HalfStated) -> Iterator[str]:
        if half.stated:
            attribute = self._phrasing.concept(half.attribute)
            names = self._phrasing.values(half.stated)
            yield self._say("stated", attribute=attribute, names=names)
        yield from self._silent(half.attribute, half.shape, half.silent)

    def _side_by_side(self, beside: SideBySide) -> Iterator[str]:
        yield from map(self._phrasing.text, beside.facts)
        if beside.mixed:
            yield self._say("mixed-bases")
        if beside.silent:
            yield self._say(
                "not-told", names=self._phrasing.joined(map(self._phrasing.short, beside.silent))
            )


def is_single(listing: Listing) -> bool:
    """Whether the facts of one entity are the whole answer: "which ministry is for education"."""
    return (
        len(listing.entities) == 1
        and bool(listing.facts)
        and not (listing.counted or listing.uncounted)
        and not _is_mixed(listing.conditions)
    )


def _has_silent_others(listing: Listing) -> bool:
    fits = bool(listing.conditions and listing.entities)
    return listing.silent and fits and not any(map(_has_absence, listing.conditions))


def _has_absence(either: tuple[Condition, ...]) -> bool:
    return any(one.negated for one in either)


def _is_absence(conditions: Conditions) -> bool:
    """Whether nothing has to be there, and only things have to be absent."""
    return bool(conditions) and all(
        len(either) == 1 and either[0].negated for either in conditions
    )


def _is_mixed(conditions: Conditions) -> bool:
    """Whether some things have to be there, and others absent."""
    return any(map(_has_absence, conditions)) and not _is_absence(conditions)


def _listing_phrase(listing: Listing) -> str:
    condition = ("-with" if listing.of_things else "-about") if listing.conditions else ""
    if _is_absence(listing.conditions):
        condition = "-without"
    elif _is_mixed(listing.conditions):
        condition = "-where"
    if not listing.counted:
        return f"list{condition}"
    return f"count{condition}{'-one' if len(listing.entities) == 1 else '-other'}"


def _selection_phrase(selection: Selection) -> str:
    if not selection.fitting:
        return "select-none"
    if not selection.limits and not selection.conditions:
        return "each"
    if not selection.counted:
        return "select"
    return "select-count-one" if len(selection.fitting) == 1 else "select-count-other"


def _comparing_phrase(first: Stated, last: Stated) -> str:
    """Choose the words for two values, the greater or earlier one first."""
    by_date = isinstance(first.value, str)
    if not first.is_level_with(last):
        return "compare-before" if by_date else "compare-more"
    same = first.value == last.value
    return ("compare-same-date" if by_date else "compare-equal") if same else "compare-level"
