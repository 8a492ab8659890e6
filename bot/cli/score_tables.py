"""Scores for reading: as tables and lists in a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bot.cli.calibration import Bin, answers_among, bins
from bot.cli.comparison import Change, Comparison, Movement
from bot.cli.confusion import Confusion, confused_facts, confused_kinds
from bot.cli.figures import in_words, shares, trust
from bot.cli.scoring import Verdict, accuracy, groupings

Verdicts = Sequence[Verdict]


def print_scores(verdicts: Verdicts, console: Console) -> None:
    """Scores by kind, language and category, what confidence is worth, and confusions."""
    for title, groups in groupings(verdicts).items():
        heading = "expected kind" if title == "kind" else title
        console.print(_scores(heading, groups, verdicts))
    console.print(_reliability(verdicts))
    for name, figure in trust(verdicts).items():
        console.print(f"{in_words(name)}: {_decimal(figure)}")
    _print_confusions("fact", confused_facts(verdicts), console)
    _print_confusions("kind", confused_kinds(verdicts), console)


def print_failures(verdicts: Verdicts, console: Console) -> None:
    """Each question that went wrong: the messages, what was expected, what came."""
    for verdict in verdicts:
        if verdict.right:
            continue
        _print_question(verdict, console)
        for fault in verdict.wrong:
            console.print(f"  wrong: {fault}")
        console.print(f"  got:   {_reply(verdict)}")
        console.print(f"  text:  {verdict.text}\n")


def print_comparison(comparison: Comparison, console: Console) -> None:
    """What changed since the saved result: the figures, then question by question."""
    console.print(_movements(comparison.figures))
    _print_changes("better", comparison.better, console)
    _print_changes("worse", comparison.worse, console)
    _print_names("new", comparison.new, console)
    _print_names("gone", comparison.gone, console)


def _scores(title: str, groups: dict[str, list[Verdict]], verdicts: Verdicts) -> Table:
    """A row for each group, then the totals."""
    table = _table(title, *_columns(verdicts))
    for name, group in groups.items():
        table.add_row(name, *_columns(group).values())
    table.add_section()
    table.add_row("all", *_columns(verdicts).values())
    return table


def _columns(verdicts: Verdicts) -> dict[str, str]:
    """Heading -> what stands under it."""
    right = accuracy(verdicts)
    counted = shares(verdicts).items()
    return {"right": f"{right.some} of {right.all}"} | {
        in_words(name): str(share) for name, share in counted
    }


def _reliability(verdicts: Verdicts) -> Table:
    """A row for each bin that holds answers, then all answers."""
    table = _table("confidence", "answers", "mean confidence", "share right")
    for one in bins(verdicts):
        if one.answers:
            table.add_row(f"{one.low} to {one.high}", *_bin(one))
    table.add_section()
    table.add_row("all", *_bin(Bin(0.0, 1.0, answers_among(verdicts))))
    return table


def _bin(one: Bin) -> tuple[str, str, str]:
    return str(len(one.answers)), _decimal(one.confidence), _decimal(one.right.ratio)


def _print_confusions(what: str, confusions: list[Confusion], console: Console) -> None:
    if not confusions:
        return
    table = _table(f"expected {what}", "given", "times")
    for one in confusions:
        table.add_row(one.expected, one.given, str(one.count))
    console.print(table)


def _movements(movements: dict[str, Movement]) -> Table:
    table = _table("figure", "then", "now", "change")
    for name, moved in movements.items():
        change = "-" if moved.change is None else f"{moved.change:+z.3f}"
        table.add_row(in_words(name), _decimal(moved.then), _decimal(moved.now), change)
    return table


def _print_changes(title: str, changes: list[Change], console: Console) -> None:
    console.print(f"{title}: {len(changes)}")
    for change in changes:
        _print_question(change.now, console)
        console.print(f"  then:  {_judged(change.then)}")
        console.print(f"  now:   {_judged(change.now)}\n")


def _print_names(title: str, verdicts: list[Verdict], console: Console) -> None:
    console.print(f"{title}: {len(verdicts)}")
    for verdict in verdicts:
        console.print(f"  {verdict.id}: {' / '.join(verdict.turns)}")


def _print_question(verdict: Verdict, console: Console) -> None:
    console.print(f"{verdict.id} ({verdict.lang}, {verdict.category})")
    console.print(f"  asked: {' / '.join(verdict.turns)}")


def _judged(verdict: Verdict) -> str:
    return f"{'right' if verdict.right else 'wrong'}, {_reply(verdict)}"


def _reply(verdict: Verdict) -> str:
    """`answer with confidence 0.87, telling medical/kasur-people`."""
    told = f", telling {', '.join(verdict.facts)}" if verdict.facts else ""
    return f"{verdict.outcome} with confidence {verdict.confidence:.2f}{told}"


def _table(*headings: str) -> Table:
    """An empty table that loses nothing in a narrow terminal, where rich would write `100...`."""
    table = Table()
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _decimal(figure: float | None) -> str:
    """`0.957`, or a dash where it can't be told."""
    return "-" if figure is None else f"{figure:.3f}"
