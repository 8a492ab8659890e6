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
        "list-where": "kinds value names",
        "list-none": "kinds value",
        "list-none-where": "kinds value",
        "list-rest": "kinds names",
        "list-silent": "",
        "list-uncounted": "",
        "count-one": "count kinds names",
        "count-other": "count kinds names",
        "count-with-one": "count kinds value names",
        "count-with-other": "count kinds value names",
        "count-without-one": "count kinds value names",
        "count-without-other": "count kinds value names",
        "count-where-one": "count kinds value names",
        "count-where-other": "count kinds value names",
        "kinds-of": "kinds whole",
        "kinds-except": "kinds names",
        "no-mention": "value",
        "quoted": "word",
        "and-more": "names count",
        "show-rest": "count",
        # what is there, and what isn't mentioned
        "inventory": "attribute kinds items",
        "inventory-item": "value names",
        "not-mentioned": "names value",
        "not-told": "names",
        # figures and dates of several
        "select": "kinds attribute names",
        "select-count-one": "count kinds attribute names",
        "select-count-other": "count kinds attribute names",
        "select-none": "kinds attribute",
        "select-open": "rest",
        "each": "kinds attribute names",
        "stated": "attribute names",
        "limited": "attribute limits",
        "limit-more": "figure",
        "limit-less": "figure",
        "limit-at-least": "figure",
        "limit-at-most": "figure",
        "limit-since": "figure",
        "limit-until": "figure",
        "limit-before": "figure",
        "limit-after": "figure",
        "no-date": "names attribute",
        "no-figure": "names attribute",
        "no-date-others": "count attribute",
        "no-figure-others": "count attribute",
        "mixed-bases": "",
        "other-basis": "rest",
        "sum": "figure",
        "no-sum": "",
        # extremes and comparisons
        "most": "name attribute figure",
        "least": "name attribute figure",
        "earliest": "name figure",
        "latest": "name figure",
        "most-several": "name attribute",
        "least-several": "name attribute",
        "earliest-several": "name",
        "latest-several": "name",
        "others": "rest",
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
