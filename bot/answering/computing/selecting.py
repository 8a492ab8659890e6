"""Entities by their figures and dates: "before 2005", "each centre", "together"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.answering.computing.comparing import HalfStated, SideBySide, half_stated
from bot.answering.computing.conditions import Conditions, are_mentioned, conditions_in, proof
from bot.answering.computing.limits import keeps_within, size_of
from bot.answering.computing.scope import Scope, common_kinds
from bot.answering.computing.stated import (
    BASES,
    Stated,
    asked_basis,
    attributes_asked,
    attributes_of,
    by_basis,
    left_beside,
    silent_among,
    stated_in,
)
from bot.facts.model import AttributeType, Fact, Quantity
from bot.facts.operations import Operation
from bot.understanding.figures import Figure
from bot.understanding.parsing import Item

_OF_DATES_ONLY: Final = frozenset({Operation.BEFORE, Operation.AFTER})
_BETWEEN: Final = frozenset({Operation.AT_LEAST, Operation.AT_MOST, None})
_YEAR_FRAMES: Final = _OF_DATES_ONLY | _BETWEEN | {Operation.SINCE, Operation.UNTIL}
_FIGURE_FRAMES: Final = _BETWEEN | {Operation.MORE, Operation.LESS}
_RELATIVE: Final = _OF_DATES_ONLY | {Operation.MORE, Operation.LESS}
_OTHERWISE: Final = frozenset(
    {Operation.WHO, Operation.WHY, Operation.HOW, Operation.WHERE, Operation.DURATION}
)
"""Frames that ask for no figures."""
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Selection:
    """The entities whose figures or dates keep within limits, or all of them with theirs."""

    kinds: frozenset[str]
    whole: tuple[str, ...]
    excluded: tuple[str, ...]
    attribute: str
    shape: AttributeType
    limits: tuple[Figure, ...]
    conditions: Conditions
    """What the entities have beside it."""
    fitting: tuple[Stated, ...]
    open: tuple[Stated, ...]
    """Where our sources leave it open: "up to 200" may be more than 150."""
    others: tuple[Stated, ...]
    """What counts on another basis than the one asked for."""
    silent: tuple[str, ...]
    """The entities for which our sources state nothing."""
    proofs: tuple[Fact, ...]
    """What shows that they have what else is asked for."""
    counted: bool
    """Whether their number was asked for."""
    added: bool
    """Whether the sum was asked for."""
    reference: Stated | None = None
    """The value of the entity that the others are compared with."""

    @property
    def sum(self) -> Quantity | None:
        """All figures added up, where they are of one sort, one basis and one time."""
        values = [one.value for one in self.fitting if isinstance(one.value, Quantity)]
        sorts = {(one.per, one.bound) for one in values}
        sources = {one.fact.source for one in self.fitting}
        if len(sorts) != 1 or len(sources) != 1 or self.others or len(values) < _FEWEST:
            return None
        return values[0].model_copy(update={"value": sum(one.value for one in values)})


def select(scope: Scope) -> tuple[Selection, tuple[Item, ...]] | None:
    """Choose entities by a figure or date, and give the items that this leaves open."""
    reference = _reference_in(scope)
    if reference is not None:
        scope = _beside(reference, scope)
    limits = scope.figures
    attributes = _attributes_of(scope, limits) if _asks_for_values(scope, limits) else []
    if not attributes or len(scope.pool) < _FEWEST or _is_told_of_itself(scope, attributes):
        return None
    attribute = attributes[0]
    beside = left_beside(scope, attribute)
    conditions, left = conditions_in(scope, beside)
    if not are_mentioned(scope, conditions) or (conditions and not _takes_conditions(scope)):
        return None
    if Operation.WITHOUT in scope.question.operations and not _negates_any(scope, beside):
        return None
    selection = _selected(scope, attribute, conditions, reference)
    is_guess = selection.shape == "quantity" and all(one.frame is None for one in limits)
    return None if is_guess and not selection.fitting else (selection, left)


def check_limits(scope: Scope) -> tuple[HalfStated | SideBySide, tuple[Item, ...]] | None:
    """Tell the date or figure of what is named: "did Cusco open before 2005"."""
    limits, named = scope.question.figures, scope.particular
    if not (limits and named) or scope.wholes or scope.question.operations & _OTHERWISE:
        return None
    attribute = next(iter(_attributes_of(scope, limits)), None)
    if attribute is None:
        return None
    stated = tuple(stated_in(attribute, (scope.knowledge.entities[one] for one in named)))
    silent = silent_among(named, stated)
    left = left_beside(scope, attribute)
    if silent:
        return half_stated(scope, attribute, stated, silent), left
    return SideBySide(tuple(one.fact for one in stated)), left


def _takes_conditions(scope: Scope) -> bool:
    """Whether what else is asked for limits a list: not "how many children have day care"."""
    dates = any(one.frame in _OF_DATES_ONLY for one in scope.figures)
    return bool(scope.figures) and (not dates or bool(attributes_asked(scope, "date")))


def _negates_any(scope: Scope, items: Iterable[Item]) -> bool:
    """Whether a "not" is of something beside the figure: not "don't help more than 100"."""
    return bool(scope.excluded) or any(item.tie.negated for item in items)


def _reference_in(scope: Scope) -> Stated | None:
    """Find the value to compare others with: "older than Cusco", "more people than Huancayo"."""
    question = scope.question
    particular = [one for one in scope.named if one not in scope.wholes]
    frames = question.operations & _RELATIVE
    if len(particular) != 1 or len(frames) != 1 or question.figures:
        return None
    shape: AttributeType = "date" if frames <= _OF_DATES_ONLY else "quantity"
    attributes = attributes_asked(scope, shape) or attributes_of(scope, shape)[:1]
    entities = [scope.knowledge.entities[one] for one in particular]
    return next((one for key in attributes for one in stated_in(key, entities)), None)


def _beside(reference: Stated, scope: Scope) -> Scope:
    """Ask the same with a figure in the place of a name."""
    question = scope.question
    (frame,) = question.operations & _RELATIVE
    mentions = tuple(one for one in question.mentions if reference.entity not in one.entities)
    figures = (Figure(size_of(reference), frame),)
    return Scope(scope.knowledge, replace(question, mentions=mentions, figures=figures))


def _selected(
    scope: Scope, attribute: str, conditions: Conditions, reference: Stated | None
) -> Selection:
    limits = scope.figures
    proofs = {one.id: proof(scope.knowledge, one.id, conditions) for one in scope.pool}
    pool = [one for one in scope.pool if proofs[one.id] is not None]
    values = tuple(stated_in(attribute, pool))
    counted = scope.question.counted
    added = _adds_up(scope, limits)
    groups = by_basis(values)
    chosen = asked_basis(scope, groups, added=added)
    if reference is not None:
        chosen = tuple(one for one in values if one.basis == reference.basis)
    candidates = chosen or tuple(one for group in groups for one in group)
    verdicts = {one: keeps_within(one, limits) for one in candidates}
    fitting = tuple(one for one, keeps in verdicts.items() if keeps)
    return Selection(
        kinds=scope.kinds or common_kinds(scope.knowledge, pool),
        whole=scope.wholes,
        excluded=scope.excluded,
        attribute=attribute,
        shape=scope.knowledge.vocabulary.attributes[attribute].type,
        limits=limits,
        conditions=conditions,
        fitting=fitting,
        open=tuple(one for one, keeps in verdicts.items() if keeps is None),
        others=tuple(one for one in values if one not in verdicts),
        silent=silent_among((one.id for one in pool), values),
        proofs=tuple(fact for one in fitting for fact in proofs[one.entity] or ()),
        counted=counted is not None and bool(counted.concepts & scope.kinds),
        added=added,
        reference=reference,
    )


def _asks_for_values(scope: Scope, limits: tuple[Figure, ...]) -> bool:
    """Whether a question asks for entities within limits, or for the value of each."""
    if scope.question.operations & _OTHERWISE:
        return False
    if set(scope.named) != set(scope.wholes):
        return not limits and not scope.wholes and len(scope.particular) >= _FEWEST
    if limits:
        return bool(scope.kinds or scope.wholes)
    return scope.is_general or bool(scope.wholes)


def _adds_up(scope: Scope, limits: tuple[Figure, ...]) -> bool:
    """Whether a question asks for the sum of all: "how many people do they help together"."""
    return not limits and {Operation.TOTAL, Operation.HOW_MANY} <= scope.question.operations


def _attributes_of(scope: Scope, limits: tuple[Figure, ...]) -> list[str]:
    """Find the attributes that a question can limit, or ask the value of; the likeliest first."""
    if limits:
        return _limited_dates(scope, limits) or _limited_figures(scope, limits)
    return _asked_of_each(scope)


def _is_told_of_itself(scope: Scope, attributes: list[str]) -> bool:
    """Whether a whole states what is asked: not of its parts, "when was the charity founded"."""
    stated = scope.knowledge.stated_of
    return not scope.kinds and any(
        attribute in stated[whole] for whole in scope.wholes for attribute in attributes
    )


def _limited_dates(scope: Scope, limits: tuple[Figure, ...]) -> list[str]:
    """Give the dates that can be meant: "opened in 2003", or plainly "older than 2005"."""
    fit = all(one.is_year and one.frame in _YEAR_FRAMES and not one.of for one in limits)
    plainly = all(one.frame in _OF_DATES_ONLY for one in limits)
    asked = attributes_asked(scope, "date")
    return (asked or (attributes_of(scope, "date") if plainly else [])) if fit else []


def _limited_figures(scope: Scope, limits: tuple[Figure, ...]) -> list[str]:
    """Give the quantities that can be meant: those that the limited numbers count."""
    if not all(one.frame in _FIGURE_FRAMES for one in limits):
        return []
    asked = attributes_asked(scope, "quantity")
    return [one for one in asked if all(counts(scope, figure.of, one) for figure in limits)]


def _asked_of_each(scope: Scope) -> list[str]:
    """Give what is asked of each: "when did each centre open"."""
    question = scope.question
    if Operation.WHEN in question.operations:
        return attributes_asked(scope, "date")
    if Operation.HOW_MANY in question.operations and question.counted is not None:
        counted = question.counted.concepts
        asked = attributes_asked(scope, "quantity")
        if not (scope.is_general or len(scope.particular) >= _FEWEST):
            asked = [one for one in asked if _is_meant(scope, one)]
        return [one for one in asked if counted and counts(scope, counted, one)]
    if question.operations & {Operation.LIST, Operation.TELL} or not question.operations:
        every = [*attributes_of(scope, "date"), *attributes_of(scope, "quantity")]
        return [one for one in every if one in question.concepts]
    return []


def _is_meant(scope: Scope, attribute: str) -> bool:
    """Whether an attribute of the parts of a whole is asked for: not "how many live in Peru"."""
    broader = frozenset(scope.knowledge.vocabulary.broader.get(attribute, ()))
    concepts = scope.question.concepts
    return attribute in concepts or (bool(broader) and broader <= concepts)


def counts(scope: Scope, concepts: frozenset[str], attribute: str) -> bool:
    """Whether something can be what an attribute is a number of: people, and people helped."""
    broader = scope.knowledge.vocabulary.broader.get(attribute, ())
    return not concepts or bool(concepts & {attribute, *broader, *BASES})
