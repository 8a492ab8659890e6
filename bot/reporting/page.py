"""The report as one HTML page, which loads nothing from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.answering.saying.voice import Phrasing, capitalised
from bot.facts.model import Fact, Knowledge
from bot.reporting.report import Report

_PAGE_LANGUAGE: Final = "en"
"""What the sentences of the template are in."""


def page(report: Report, knowledge: Knowledge) -> str:
    """Put a report into the template, with the names that the language files give."""
    phrasing = Phrasing(knowledge, _language_of_names(knowledge))
    environment = Environment(
        loader=PackageLoader("bot.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= _filters(phrasing)
    return environment.get_template("page.html.jinja").render(
        report=report,
        about=phrasing.say("profile-short"),
        page_language=_PAGE_LANGUAGE,
        language_of_names=phrasing.code,
    )


def _language_of_names(knowledge: Knowledge) -> str:
    """Give the language that names are shown in: the page's if there is one, else the first."""
    languages = knowledge.languages
    return _PAGE_LANGUAGE if _PAGE_LANGUAGE in languages else next(iter(languages))


def _filters(phrasing: Phrasing) -> Mapping[str, Callable[[Any], str]]:
    """Give what the template words values by."""
    return {
        "concept": lambda concept: capitalised(phrasing.concept(concept)),
        "kinds": lambda kind: capitalised(phrasing.plural(kind)),
        "short": phrasing.short,
        "number": phrasing.number,
        "date": lambda date: phrasing.date(str(date)),
        "value": phrasing.data,
        "text": phrasing.text,
        "language_of_text": lambda fact: _language_of_text(phrasing.code, fact),
    }


def _language_of_text(wanted: str, fact: Fact) -> str:
    return wanted if wanted in fact.text else next(iter(fact.text))
