"""An independent opinion on requests, updates and answers: aiogram's generated models."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from aiogram import methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter, ValidationError

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__: method
    for method in vars(methods).values()
    if isinstance(method, type) and hasattr(method, "__api_method__")
}


class Objection(Exception):  # noqa: N818 - a word of its own
    """Something that Telegram's documentation does not know."""


def request(method: str, form: dict[str, str]) -> dict[str, Any]:
    """The parameters of a call, decoded; Objection where one is unknown or of the wrong type."""
    model = METHODS[method]
    if unknown := form.keys() - model.model_fields.keys():
        raise Objection(f"{method} has no parameter {sorted(unknown)}")
    parameters = {name: _decoded(model, name, value) for name, value in form.items()}
    _validated(TypeAdapter(model), parameters)
    return parameters


def update(value: dict[str, Any]) -> None:
    """Objection where Telegram would never send this update."""
    _validated(TypeAdapter(Update), value)


def result(method: str, value: object) -> None:
    """Objection where Telegram would never answer this."""
    _validated(TypeAdapter(METHODS[method].__returning__), value)


def _validated(adapter: TypeAdapter[Any], value: object) -> None:
    try:
        found = adapter.validate_python(value)
    except ValidationError as error:
        raise Objection(str(error)) from None
    if extras := list(_extras(found)):
        raise Objection(f"unknown fields: {extras}")


def _extras(value: object) -> Iterator[str]:
    """The names of fields, at any depth, that the models do not know."""
    if isinstance(value, BaseModel):
        yield from value.model_extra or {}
        value = [getattr(value, name) for name in type(value).model_fields]
    if isinstance(value, list):
        for item in value:
            yield from _extras(item)


def _decoded(model: type[BaseModel], name: str, value: str) -> Any:
    kinds = set(_alternatives(model.model_fields[name].annotation))
    if str in kinds:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise Objection(f"{name} is no JSON") from None


def _alternatives(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in {Union, types.UnionType, Annotated}:
        for alternative in get_args(annotation):
            yield from _alternatives(alternative)
    else:
        yield annotation
