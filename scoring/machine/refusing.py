"""Say what is wrong with the shape of a document: the first defect, by its JSON path, in both languages."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from pydantic_core import ErrorDetails

from scoring.errors import ScoringInputError

LONGEST = 60

CODES: Mapping[str, str] = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "float_type": "not_a_number",
    "finite_number": "not_a_number",
    "int_type": "not_whole",
    "int_from_float": "not_whole",
    "string_type": "not_text",
    "string_too_short": "empty",
    "too_short": "empty",
    "bool_type": "not_true_false",
    "literal_error": "not_one_of",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
}
"""Pydantic's kinds of error that have words of their own; the others are a wrong shape (list, object)."""


def first_refusal(problems: Sequence[ErrorDetails], data: Any) -> ScoringInputError:
    """Return the refusal of the first defect.

    Where several shapes were tried, the one that got furthest into the data says most.
    """
    paths = [_inside(problem["loc"], data, missing=problem["type"] == "missing") for problem in problems]
    first = paths[0]
    inside = [i for i, path in enumerate(paths) if path[: len(first)] == first]
    chosen = max(inside, key=lambda i: (len(paths[i]), -i))
    return _refusal(problems[chosen], json_path(paths[chosen]))


def _refusal(problem: ErrorDetails, path: str) -> ScoringInputError:
    shown = json.dumps(problem["input"], ensure_ascii=False, default=str)
    shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
    params: dict[str, Any] = {"value": shown}
    context = problem.get("ctx", {})
    for name in ("ge", "le", "expected"):
        if name in context:
            limit = context[name]
            params["limit"] = f"{limit:g}" if isinstance(limit, float) else limit
    return ScoringInputError(path, CODES.get(problem["type"], "wrong_shape"), **params)


def _inside(keys: Iterable[str | int], data: Any, *, missing: bool) -> tuple[str | int, ...]:
    """Return the keys that lead into the data: Pydantic also names the shape it tried."""
    return tuple(_walk(tuple(keys), data, missing=missing))


def _walk(keys: tuple[str | int, ...], data: Any, *, missing: bool) -> Iterator[str | int]:
    for i, key in enumerate(keys):
        if isinstance(data, Mapping) and key in data:
            data = cast("Mapping[str | int, Any]", data)[key]
        elif isinstance(data, Sequence) and isinstance(key, int):
            data = cast("Sequence[Any]", data)[key]
        elif not (missing and i == len(keys) - 1):
            continue
        yield key


def json_path(keys: Iterable[str | int]) -> str:
    """Spell a path as it is written in programs; the document itself is ``$``.

    >>> json_path(["observations", 3, "value"])
    'observations[3].value'
    """
    return "".join(f"[{k}]" if isinstance(k, int) else f".{k}" for k in keys).lstrip(".") or "$"
