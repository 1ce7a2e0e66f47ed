"""What an overlay changes: every entry it adds, every value it overrides, and what it repeats for nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from questionnaires.findings import ContentError
from questionnaires.overlaying import Laid, by_name, doubled_ids, name_key, name_of
from questionnaires.pack import read_folder
from questionnaires.routed import routed
from questionnaires.yaml_nodes import Key, Keys

Kind = Literal["added", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place of an overlay against the base.

    ``file`` and ``line`` are the overlay's; ``path`` names entries by their ids (``initiatives.I-STR01.name.zh``).
    ``old`` is None for what is added; ``same`` marks a value that repeats the base.
    """

    kind: Kind
    file: str
    line: int
    path: str
    old: Any
    new: Any


def differences(base: Path, overlay: Path) -> tuple[Difference, ...]:
    """Compare an overlay folder with the base it is laid over, file by file; ContentError when one cannot be read."""
    below, problems = read_folder(base, "")
    above, more = read_folder(overlay, f"{overlay.as_posix()}/")
    problems += [*more, *(finding for laid in routed(below, above).values() for finding in doubled_ids(laid))]
    if problems:
        raise ContentError(problems)
    found: list[Difference] = []
    for document, laid in routed(below, above).items():
        if document in below:
            found += _compare(laid, below[document].data, laid.data, (), ())
        else:
            found += _new(laid, document)
    return tuple(found)


def _new(laid: Laid, document: str) -> Iterator[Difference]:
    """Yield every entry of a document the base does not have; one that is an entry itself, or no mapping, once."""
    whole: Any = laid.data
    data = cast("dict[Key, Any]", whole) if isinstance(whole, dict) else {}
    lists = {key: cast("list[dict[str, Any]]", value) for key, value in data.items() if value and by_name(value)}
    if "id" in data or not lists:
        yield _difference(laid, "added", (), (document,), None, whole)
        return
    for key, entries in lists.items():
        for i, entry in enumerate(entries):
            yield _difference(laid, "added", (key, i), (key, name_of(entry)), None, entry)


def _compare(laid: Laid, old: Any, new: Any, at: Keys, path: Keys) -> Iterator[Difference]:
    """Walk both sides as ``lay_over`` does: mappings by key, lists with names by name, anything else as a whole."""
    if isinstance(old, dict) and isinstance(new, dict):
        below, above = cast("dict[Key, Any]", old), cast("dict[Key, Any]", new)
        for key, value in above.items():
            if key == name_key(above) and value == below.get(key):
                continue  # it only says which entry is meant
            yield from _either(laid, below, value, key, (*at, key), (*path, key))
    elif by_name(old) and by_name(new):
        entries = {name_of(entry): entry for entry in cast("list[dict[str, Any]]", old)}
        for i, entry in enumerate(cast("list[dict[str, Any]]", new)):
            name = name_of(entry)
            yield from _either(laid, cast("dict[Key, Any]", entries), entry, name, (*at, i), (*path, name))
    else:
        yield _difference(laid, "same" if old == new else "changed", at, path, old, new)


def _either(laid: Laid, below: Mapping[Key, Any], new: Any, key: Key, at: Keys, path: Keys) -> Iterator[Difference]:
    if key in below:
        yield from _compare(laid, below[key], new, at, path)
    else:
        yield _difference(laid, "added", at, path, None, new)


def _difference(laid: Laid, kind: Kind, at: Keys, path: Keys, old: Any, new: Any) -> Difference:
    place = laid.places[at]
    return Difference(kind, place.file, place.line, ".".join(map(str, path)), old, new)
