"""Writing a page whole, or leaving the old one as it was."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from bot.errors import OutputError


def write_whole(file: Path, text: str) -> None:
    """Write a text beside a file, then put it in the file's place; OutputError if it can't be."""
    target = file.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        reason = error.strerror or str(error)
        raise OutputError(
            f"{file}: can't be written: {reason}; name a file in a folder that you may write to"
        ) from None
