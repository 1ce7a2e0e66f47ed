"""Frozen dataclasses ↔ JSON text, validated on the way in and out. What is stored is the canonical spelling."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, cast

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
        clean = _adapter(kind).validate_python(_adapter(kind).dump_python(value, mode="json", warnings="none"))
        encode(kind, clean)
    except ValidationError as error:
        raise InvalidInput(tuple(_problem(e["loc"], e["msg"]) for e in error.errors())) from error
    except ValueError as error:  # a number that is none, which JSON cannot spell
        raise InvalidInput((_problem((), str(error)),)) from error
    return clean


def _problem(place: tuple[int | str, ...], message: str) -> Problem:
    where = ".".join(map(str, place)) or "value"
    return Problem(where, LocaleText(f"内容不符合要求（{message}）。", f"Not what belongs here ({message})."))


def decode_all(kind: type[Value], texts: Sequence[str]) -> tuple[Value, ...]:
    """Return the values stored as ``texts``, in order."""
    return tuple(decode(kind, text) for text in texts)


def canonical(data: Any) -> str:
    """Return plain data as JSON that is equal for equal data; ValueError for numbers that are none.

    >>> canonical({"b": 1, "a": "级"})
    '{"a":"级","b":1}'
    """
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def fingerprint(*values: Any) -> str:
    """Return the SHA-256 of any frozen values: equal things have equal fingerprints, in every process.

    >>> fingerprint({"b": 1, "a": (Fraction(1, 2),)}) == fingerprint({"a": [Fraction(2, 4)], "b": 1})
    True
    """
    return hashlib.sha256(canonical([_plain(value) for value in values]).encode()).hexdigest()


def print_of(value: Any) -> str:
    """Return what a form carries to say which value it was shown with; empty for none.

    >>> print_of(None), len(print_of("x"))
    ('', 16)
    """
    return "" if value is None else fingerprint(value)[:16]


def _plain(value: Any) -> Any:
    """Return frozen values as plain data; exact numbers keep their exact spelling."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        pairs = cast("Mapping[Any, Any]", value)
        return {str(key): _plain(part) for key, part in pairs.items()}
    if isinstance(value, frozenset | set):
        return sorted(canonical(_plain(part)) for part in cast("frozenset[Any]", value))
    if isinstance(value, tuple | list):
        return [_plain(part) for part in cast("Sequence[Any]", value)]
    if isinstance(value, Fraction | date):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no plain spelling")
