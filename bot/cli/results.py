"""The result of `sawal eval` as JSON.

The keys and their order are part of the contract; README.md names them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from bot.cli.calibration import Bin, bins
from bot.cli.confusion import confused_facts, confused_kinds
from bot.cli.figures import figures, shares
from bot.cli.records import Record
from bot.cli.scoring import Verdict, accuracy, groupings


def as_record(verdicts: Sequence[Verdict]) -> Record:
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
