"""Frozen dataclasses ↔ JSON text, validated on the way in and out. What is stored is the canonical spelling."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from assessment.errors import InvalidInput, Problem
from questionnaires.locale_text import LocaleText

Value = TypeVar("Value")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def encode(kind: Any, value: Any) -> str:
    """Return ``value`` of type ``kind`` as canonical JSON: sorted keys, no spaces, no escapes."""
    return canonical(_adapter(kind).dump_python(value, mode="json"))


def decode(kind: type[Value], text: str) -> Value:
    """Return the value stored as ``text``; ValidationError when it does not fit ``kind``."""
    return _adapter(kind).validate_json(text)


def checked(kind: type[Value], value: Value) -> Value:
    """Return ``value`` as it would come back from the database.

    Raises:
        InvalidInput: naming every field that does not hold what ``kind`` declares.
    """
    try:
        return _adapter(kind).validate_python(_adapter(kind).dump_python(value, mode="json", warnings="none"))
    except ValidationError as error:
        raise InvalidInput(tuple(_problem(e["loc"], e["msg"]) for e in error.errors())) from error


def _problem(place: tuple[int | str, ...], message: str) -> Problem:
    where = ".".join(map(str, place)) or "value"
    return Problem(where, LocaleText(f"内容不符合要求（{message}）。", f"Not what belongs here ({message})."))


def decode_all(kind: type[Value], texts: Sequence[str]) -> tuple[Value, ...]:
    """Return the values stored as ``texts``, in order."""
    return tuple(decode(kind, text) for text in texts)


def canonical(data: Any) -> str:
    """Return plain data as JSON that is equal for equal data.

    >>> canonical({"b": 1, "a": "级"})
    '{"a":"级","b":1}'
    """
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
