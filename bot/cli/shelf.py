"""What was read of the knowledge's sentences, kept for the next start."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import bot
from bot.understanding.profiles import Gist, Gists

_KEPT: Final = 4
"""Folders of knowledge, or states of one, that are kept."""


class Shelf:
    """Gists by language, in a folder that is named after all that they depend on.

    That is every file of the knowledge, and of the program. What can't be read or kept is made
    anew: nothing but time is lost with it.
    """

    def __init__(self, knowledge: Path) -> None:
        """Find the place for what is made of a knowledge folder."""
        self._folder = _caches() / _fingerprint(knowledge, Path(bot.__file__).parent)
        self._gists: dict[str, Gists] = {}
        self._found: dict[str, int] = {}

    def gists(self, language: str) -> Gists:
        """Give what is kept of a language's sentences, to be added to."""
        kept = dict(self._read(language))
        self._found[language] = len(kept)
        return self._gists.setdefault(language, kept)

    def _read(self, language: str) -> Iterator[tuple[str, Gist]]:
        try:
            rows = json.loads((self._folder / f"{language}.json").read_bytes())
            for text, (keys, frames, words, named) in rows.items():
                yield text, Gist(frozenset(keys), frozenset(frames), tuple(words), tuple(named))
        except (OSError, ValueError, TypeError, AttributeError):
            return

    def keep(self) -> None:
        """Write down what is new, and throw away what is oldest."""
        new = {code for code, gists in self._gists.items() if len(gists) > self._found[code]}
        try:
            if new:
                self._folder.mkdir(parents=True, exist_ok=True)
            for code in new:
                self._write(code)
            for old in _oldest(self._folder.parent) if new else ():
                shutil.rmtree(old, ignore_errors=True)
        except OSError:
            return

    def _write(self, language: str) -> None:
        """Put a whole file in the place of the old one, whoever else writes it just now."""
        rows = {
            text: tuple(map(sorted, gist[:2])) + gist[2:]
            for text, gist in self._gists[language].items()
        }
        unfinished = self._folder / f".{language}.{os.getpid()}"
        unfinished.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(self._folder / f"{language}.json")


def _caches() -> Path:
    """Give the folder for what can be made anew (XDG Base Directory Specification)."""
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named) / "sawal"
    try:
        return Path.home() / ".cache" / "sawal"
    except RuntimeError:  # a user without a home, for whom nothing can be kept
        return Path(os.devnull)


def _fingerprint(*folders: Path) -> str:
    """Give a name that changes with any file of some folders."""
    hashed = hashlib.sha256()
    for folder in folders:
        for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.py"))):
            hashed.update(str(path.relative_to(folder)).encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()[:16]


def _oldest(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-_KEPT]
