"""The figures that sum up a file of questions; each is a key of the JSON and a name to read."""

from collections.abc import Sequence

from bot.cli.calibration import auroc, brier_score, expected_calibration_error
from bot.cli.scoring import Share, Verdict, accuracy, out_of_scope_recall, wrong_as_sure


def shares(verdicts: Sequence[Verdict]) -> dict[str, Share]:
    """What is counted, of all questions or of a group of them."""
    return {
        "accuracy": accuracy(verdicts),
        "wrong_as_sure": wrong_as_sure(verdicts),
        "out_of_scope_recall": out_of_scope_recall(verdicts),
    }


def trust(verdicts: Sequence[Verdict]) -> dict[str, float | None]:
    """What confidence is worth; None where it can't be told."""
    return {
        "expected_calibration_error": expected_calibration_error(verdicts),
        "brier_score": brier_score(verdicts),
        "auroc": auroc(verdicts),
    }


def figures(verdicts: Sequence[Verdict]) -> dict[str, float | None]:
    """All of them, from 0 to 1; None where there is nothing to count."""
    counted = {name: share.ratio for name, share in shares(verdicts).items()}
    return {**counted, **trust(verdicts)}


def in_words(name: str) -> str:
    """A figure's name for reading: `wrong as sure`."""
    return name.replace("_", " ").replace("auroc", "AUROC").replace("brier", "Brier")
