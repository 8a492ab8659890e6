"""What became of a file's questions since a saved result; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cli.figures import figures
from bot.cli.scoring import Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """A question, then and now."""

    then: Verdict
    now: Verdict

    @property
    def better(self) -> bool:
        """Whether it went up: a wrong answer below any other wrong reply, that below a right one.

        So a wrong answer that became an "I don't know" got better.
        """
        return _standing(self.now) > _standing(self.then)

    @property
    def worse(self) -> bool:
        """Whether it went down."""
        return _standing(self.now) < _standing(self.then)


@dataclass(frozen=True, slots=True)
class Movement:
    """A figure, then and now."""

    then: float | None
    now: float | None

    @property
    def change(self) -> float | None:
        """The difference; None where one of them can't be told."""
        return None if self.then is None or self.now is None else self.now - self.then


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results side by side; questions go by their id."""

    figures: dict[str, Movement]
    better: list[Change]
    worse: list[Change]
    new: list[Verdict]
    """Asked now, not then."""
    gone: list[Verdict]
    """Asked then, not now."""


def compare(then: Sequence[Verdict], now: Sequence[Verdict]) -> Comparison:
    """Hold the verdicts of today against those of a saved result."""
    before = {str(verdict.id): verdict for verdict in then}
    after = {str(verdict.id): verdict for verdict in now}
    both = [Change(before[name], after[name]) for name in after if name in before]
    earlier, later = figures(then), figures(now)
    return Comparison(
        figures={name: Movement(earlier[name], later[name]) for name in later},
        better=[change for change in both if change.better],
        worse=[change for change in both if change.worse],
        new=[after[name] for name in after if name not in before],
        gone=[before[name] for name in before if name not in after],
    )


def _standing(verdict: Verdict) -> tuple[bool, bool]:
    return verdict.right, not verdict.wrong_as_sure
