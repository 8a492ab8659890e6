"""The result of `sawal eval` as JSON: written, and read back as a baseline.

The keys and their order are part of the contract; README.md names them.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter

from bot.cli.calibration import Bin, bins
from bot.cli.comparison import Change, Comparison
from bot.cli.confusion import confused_facts, confused_kinds
from bot.cli.figures import figures, shares
from bot.cli.jsonlines import opened
from bot.cli.records import Record
from bot.cli.scoring import Verdict, accuracy, groupings
from bot.errors import InputError


@dataclass(frozen=True, slots=True)
class Saved:
    """The part of a result from which all others follow."""

    results: tuple[Verdict, ...]


SAVED = TypeAdapter(Saved)


def saved_verdicts(file: Path) -> tuple[Verdict, ...]:
    """The verdicts of a saved result; InputError if the file holds none."""
    with opened(file) as stream:
        content = stream.read()
    try:
        return SAVED.validate_python(json.loads(content.decode("utf-8-sig"))).results
    except (ValueError, RecursionError):
        raise InputError(
            f"{file}: this is no result of `sawal eval --json`; "
            "save one with `sawal eval FILE --json > RESULT`"
        ) from None


def as_record(verdicts: Sequence[Verdict], comparison: Comparison | None = None) -> Record:
    """The whole result for other programs; shares and figures go from 0 to 1."""
    groups = {
        f"by_{title}": {name: _scores(group) for name, group in groups.items()}
        for title, groups in groupings(verdicts).items()
    }
    return {
        **_counts(verdicts),
        **figures(verdicts),
        **groups,
        "reliability": [_bin(one) for one in bins(verdicts)],
        "confusions": {
            "facts": [asdict(one) for one in confused_facts(verdicts)],
            "kinds": [asdict(one) for one in confused_kinds(verdicts)],
        },
        "results": _results(verdicts),
        "failures": _results(verdict for verdict in verdicts if not verdict.right),
        **({"comparison": _comparison(comparison)} if comparison else {}),
    }


def _scores(verdicts: Sequence[Verdict]) -> Record:
    ratios = {name: share.ratio for name, share in shares(verdicts).items()}
    return {**_counts(verdicts), **ratios}


def _counts(verdicts: Sequence[Verdict]) -> Record:
    right = accuracy(verdicts)
    return {"questions": right.all, "right": right.some}


def _bin(one: Bin) -> Record:
    return {
        "from": one.low,
        "to": one.high,
        "answers": len(one.answers),
        "confidence": one.confidence,
        "right": one.right.ratio,
    }


def _results(verdicts: Iterable[Verdict]) -> list[Record]:
    return [{**asdict(verdict), "right": verdict.right} for verdict in verdicts]


def _comparison(comparison: Comparison) -> Record:
    return {
        "figures": {
            name: {**asdict(movement), "change": movement.change}
            for name, movement in comparison.figures.items()
        },
        "better": [_change(change) for change in comparison.better],
        "worse": [_change(change) for change in comparison.worse],
        "new": [_named(verdict) for verdict in comparison.new],
        "gone": [_named(verdict) for verdict in comparison.gone],
    }


def _change(change: Change) -> Record:
    return {**_named(change.now), "then": _reply(change.then), "now": _reply(change.now)}


def _named(verdict: Verdict) -> Record:
    return {"id": verdict.id, "turns": verdict.turns}


def _reply(verdict: Verdict) -> Record:
    keys = ("right", "kind", "reason", "facts", "confidence")
    return {key: getattr(verdict, key) for key in keys}
