"""The sentences that every language of a knowledge folder has to bring, and their blanks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, frozenset[str]]] = {
    key: frozenset(blanks.split())
    for key, blanks in {
        # what a front end says by itself
        "greeting": "",
        "help": "",
        "apology": "",
        "not-text": "",
        "goodbye": "",
        "other-language": "",
        "expired-choice": "",
        # what Telegram shows before the first message, with its limits in characters
        "command-start": "",
        "command-help": "",
        "profile": "",
        "profile-short": "",
        # questions back
        "which": "",
        # not knowing
        "no-fact": "name",
        "no-fact-bare": "name",
        "unknown-name": "name",
        "unknown-name-bare": "name",
        "out-of-scope": "",
        "unclear": "",
        # lists and counts
        "list": "kinds names",
        "list-with": "kinds value names",
        "list-without": "kinds value names",
        "list-none": "kinds value",
        "list-silent": "",
        "count-one": "count kinds names",
        "count-other": "count kinds names",
        "count-with-one": "count kinds value names",
        "count-with-other": "count kinds value names",
        "count-without-one": "count kinds value names",
        "count-without-other": "count kinds value names",
        "kinds-of": "kinds whole",
        "and-more": "names count",
        # extremes and comparisons
        "most": "name attribute figure rest",
        "least": "name attribute figure rest",
        "earliest": "name figure rest",
        "latest": "name figure rest",
        "other-basis": "rest",
        "compare-more": "name attribute figure other other-figure",
        "difference": "difference",
        "compare-level": "name attribute figure other other-figure",
        "compare-equal": "name other attribute figure",
        "compare-before": "name figure other other-figure",
        "compare-same-date": "name other figure",
        # figures
        "per-day": "figure",
        "per-month": "figure",
        "per-year": "figure",
        "per-total": "figure",
        "per-capacity": "figure",
        "about": "figure",
        "up-to": "figure",
        "over": "figure",
        # sources
        "source": "sources",
        "source-dated": "title publisher date",
        "source-undated": "title publisher",
    }.items()
}
"""Phrase -> the names in braces that it has to contain."""
