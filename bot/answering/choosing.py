"""Which of the offered choices a message types out."""

from __future__ import annotations

from collections.abc import Collection

from bot.answering.saying.replies import Writer
from bot.understanding.text import folded


def typed_out(message: str, targets: tuple[str, ...], writers: Collection[Writer]) -> str | None:
    """Find the one target whose number or label a message is, in whichever language."""
    typed = folded(message)
    numbered = {str(number): target for number, target in enumerate(targets, 1)}
    if typed in numbered:
        return numbered[typed]
    labels = [
        (target, label)
        for target in targets
        for writer in writers
        for label in writer.labels_of(target, alone=len(targets) == 1)
    ]
    called = {target for target, label in labels if folded(label) == typed}
    return called.pop() if len(called) == 1 else None
