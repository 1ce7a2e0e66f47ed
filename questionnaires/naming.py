"""How a finding calls a place inside a file: by the ids of the rows that lead there, never by their counts."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from questionnaires.yaml_nodes import Key


def place_name(data: Any, keys: Iterable[Key]) -> str:
    """Return the way to a node of a document; a row without an id keeps its number.

    >>> place_name({"questions": [{"id": "M.own.1"}]}, ("questions", 0, "seconds"))
    'questions[M.own.1].seconds'
    >>> place_name({"cuts": [1, 2]}, ("cuts", 1)), place_name({}, ())
    ('cuts.1', '')
    """
    name, here = "", data
    for key in keys:
        here = _entry(here, key)
        ident = (
            cast("Mapping[Any, Any]", here).get("id") if isinstance(here, Mapping) and isinstance(key, int) else None
        )
        name += f"[{ident}]" if isinstance(ident, str | int) and name else f".{key}"
    return name.removeprefix(".")


def owner_of(data: Any, keys: Iterable[Key]) -> str:
    """Return the innermost id on the way to a text.

    >>> owner_of({"questions": [{"id": "M.own.1", "stem": {"zh": "问"}}]}, ("questions", 0, "stem"))
    'M.own.1'
    """
    found, here = "", data
    for key in keys:
        here = here[key]
        found = str(here["id"]) if "id" in here else found
    return found


def _entry(holder: Any, key: Key) -> Any:
    """Return what stands under a key, or None where the key leads nowhere (it is missing, or a kind of shape)."""
    try:
        return holder[key]
    except (LookupError, TypeError):
        return None
