"""The forms of single values: names, texts, days, dates, addresses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated

import snowballstemmer
from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import InitErrorDetails, PydanticKnownError

from bot.facts.declared import SLUG, known, wrong
from bot.facts.pages import did_you_mean, near

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$", max_length=32)]
"""A short name in small letters, digits and single hyphens: `day-care`."""


def _topic_or_id(value: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> str:
    """Accept no topic where the fact has an id; where there are no topics, the id is missing."""
    if value != "":
        return str(check(value))
    if info.data.get("id", "one with a mistake") is None:
        place = () if getattr(info.context, "topics", True) else ("id",)
        gap = InitErrorDetails(type="missing", loc=place, input=value)
        raise ValidationError.from_exception_data("topic", [gap])
    return ""


def _kind_if_any(value: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> str:
    """Accept no kind where the vocabulary has none."""
    if value != "":
        return str(check(value))
    if getattr(info.context, "kinds", None):
        raise PydanticKnownError("missing")
    return ""


KnownTopic = Annotated[Slug, known("topics", "topic of vocabulary.toml")]
Topic = Annotated[KnownTopic, WrapValidator(_topic_or_id)]
Kind = Annotated[Slug, known("kinds", "kind of vocabulary.toml"), WrapValidator(_kind_if_any)]
AttributeName = Annotated[Slug, known("attributes", "attribute of vocabulary.toml")]
SourceName = Annotated[Slug, known("sources", "source of sources.toml")]
EntityName = Annotated[Slug, known("entities", "id of an entity")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A code of BCP 47, as in `en` or `ur-Latn`."""
LanguageCode = Annotated[LanguageTag, known("languages", "language of this folder")]
ConceptName = Annotated[Slug, known("concepts", "concept that a language has words for")]

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = tuple[Sentence, ...]
Localised = Annotated[Mapping[LanguageCode, Sentence], Field(min_length=1)]
"""Text by language code, in one language at least."""


def _day(value: object) -> dt.date:
    """Accept 2026-11-20, quoted or not."""
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise wrong("is no day", "write it as in 2026-11-20") from None


def _partial_date(value: object) -> str:
    """Accept 2003, "2003-03", 2003-03-21 and "2003-03-21"."""
    text = str(value)
    parts = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text)
    try:
        year, month, day = parts.groups(default="01") if parts else ("", "", "")
        dt.date(int(year), int(month), int(day))
    except ValueError:
        remedy = 'write a year, month or day: 2003, "2003-03" or 2003-03-21'
        raise wrong("is no date", remedy) from None
    return text


def _period(value: object) -> str:
    """Accept a partial date, or two of them as in "2009/2010"."""
    return "/".join(_partial_date(part) for part in str(value).split("/", 1))


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse names that stand twice, capital letters aside."""
    folded = [name.casefold() for name in names]
    twice = [number for number, name in enumerate(folded) if name in folded[:number]]
    if twice:
        mistakes = [_stands_twice(names[number], number) for number in twice]
        raise ValidationError.from_exception_data("names", mistakes)
    return names


def _stands_twice(name: str, number: int) -> InitErrorDetails:
    mistake = wrong(f'"{name}" stands twice', "remove one of the two")
    return InitErrorDetails(type=mistake, loc=(number,), input=name)


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise wrong("is no whole web address", "begin with https:// or http://")
    return value


def _script(value: str) -> str:
    if not re.fullmatch(r"[A-Z]+", value):
        raise wrong("is no script", "write Unicode's name in capitals, as in LATIN or ARABIC")
    return value


def _stemmer(value: str) -> str:
    stemmers = snowballstemmer.algorithms()
    if value not in stemmers:
        remedy = did_you_mean(near(value, stemmers), f"write one of {', '.join(stemmers)}")
        raise wrong(f"{value} is no stemmer", remedy)
    return value


def _locale(value: str) -> str:
    try:
        Locale.parse(value)
    except (ValueError, UnknownLocaleError):
        raise wrong(f"{value} is no locale", "write one as in en_GB or ur_PK") from None
    return value


Day = Annotated[dt.date, BeforeValidator(_day)]
PartialDate = Annotated[str, BeforeValidator(_partial_date)]
Period = Annotated[str, BeforeValidator(_period)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Script = Annotated[Sentence, AfterValidator(_script)]
LocaleName = Annotated[Sentence, AfterValidator(_locale)]
Stemmer = Annotated[Sentence, AfterValidator(_stemmer)]
DifferentWords = Annotated[Words, AfterValidator(_each_once)]
OneOrMoreSources = Annotated[
    tuple[SourceName, ...], BeforeValidator(_one_or_more), Field(min_length=1)
]
