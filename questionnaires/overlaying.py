"""Lay a consultant's own entries over the base, so that every node still knows the file and line it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from questionnaires.findings import Finding, worded
from questionnaires.yaml_nodes import Key, Keys

NAMES = ("id", "code", "key", "category")
"""Keys that say which entry of a list is meant; the first an entry has is its name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file and a line in it, counted from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Laid:
    """Plain data with the place of every node by the keys that lead to it."""

    data: Any
    places: Mapping[Keys, Place]


def lay_over(base: Laid, extra: Laid) -> Laid:
    """Lay ``extra`` over ``base``.

    Mappings are merged by key, lists of mappings with a name (``id``, ``code``, ``key`` or ``category``) by that name
    (new ones come last); anything else is replaced.

    >>> lay_over(Laid([{"id": "a", "x": 1}], {}), Laid([{"id": "a", "x": 2}, {"id": "b"}], {})).data
    [{'id': 'a', 'x': 2}, {'id': 'b'}]
    """
    made = _Layers(base, extra)
    data = made.merged(base.data, (), extra.data, (), ())
    return Laid(data, made.places)


def doubled_ids(laid: Laid) -> list[Finding]:
    """Return a finding for every name that stands twice in one list: laid over a base, one of the two would be lost."""
    findings: list[Finding] = []
    for keys, value in _walk(laid.data, ()):
        if not by_name(value):
            continue
        seen: set[str | int] = set()
        for i, entry in enumerate(value):
            place = laid.places[*keys, i]
            name = name_of(entry)
            if name in seen:
                path = ".".join(map(str, keys))
                findings.append(worded("P006", place.file, place.line, path, {"id": name}))
            seen.add(name)
    return findings


def _walk(data: Any, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    yield keys, data
    if isinstance(data, dict):
        for key, value in cast("dict[Key, Any]", data).items():
            yield from _walk(value, (*keys, key))
    elif isinstance(data, list):
        for i, value in enumerate(cast("list[Any]", data)):
            yield from _walk(value, (*keys, i))


@dataclass(slots=True)
class _Layers:
    """Walks both layers side by side and notes where each node of the result stands."""

    base: Laid
    extra: Laid
    places: dict[Keys, Place] = field(default_factory=dict[Keys, Place])

    def merged(self, old: Any, at_old: Keys, new: Any, at_new: Keys, to: Keys) -> Any:
        if isinstance(old, dict) and isinstance(new, dict):
            self.note(self.extra, at_new, to)  # whatever is wrong with it came with the overlay
            below, above = cast("dict[Key, Any]", old), cast("dict[Key, Any]", new)
            return {
                key: self.either(below, at_old, key, above, at_new, key, (*to, key))
                for key in (*below, *(k for k in above if k not in below))
            }
        if by_name(old) and by_name(new):
            self.note(self.extra, at_new, to)  # whatever is wrong with it came with the overlay
            below, above = _numbered(old), _numbered(new)
            return [
                self.either(old, at_old, below.get(name), new, at_new, above.get(name), (*to, i))
                for i, name in enumerate((*below, *(n for n in above if n not in below)))
            ]
        return self.copied(self.extra, new, at_new, to)

    def either(
        self, old: Any, at_old: Keys, key_old: Key | None, new: Any, at_new: Keys, key_new: Key | None, to: Keys
    ) -> Any:
        """Merge the entry both layers have, or copy it from the one that has it."""
        here = key_old is not None and _has(old, key_old)
        if not here:
            return self.copied(self.extra, new[key_new], (*at_new, cast("Key", key_new)), to)
        if key_new is None or not _has(new, key_new):
            return self.copied(self.base, old[key_old], (*at_old, cast("Key", key_old)), to)
        return self.merged(old[key_old], (*at_old, cast("Key", key_old)), new[key_new], (*at_new, key_new), to)

    def copied(self, layer: Laid, data: Any, at: Keys, to: Keys) -> Any:
        self.note(layer, at, to)
        if isinstance(data, dict):
            pairs = cast("dict[Key, Any]", data).items()
            return {k: self.copied(layer, v, (*at, k), (*to, k)) for k, v in pairs}
        if isinstance(data, list):
            return [self.copied(layer, v, (*at, i), (*to, i)) for i, v in enumerate(cast("list[Any]", data))]
        return data

    def note(self, layer: Laid, at: Keys, to: Keys) -> None:
        if at in layer.places:
            self.places[to] = layer.places[at]


def _has(data: Any, key: Key) -> bool:
    return isinstance(data, list) or key in data


def by_name(value: Any) -> bool:
    """Whether a list is merged by name: all its entries are mappings with one. An empty list is."""
    entries = cast("list[Any]", value) if isinstance(value, list) else [None]
    return all(
        isinstance(entry, dict) and isinstance(_name(cast("dict[Key, Any]", entry)), str | int) for entry in entries
    )


def name_of(entry: Mapping[Any, Any]) -> str | int:
    """Return what an entry of a list merged by name is called.

    >>> name_of({"code": "COMM", "category": "law"})
    'COMM'
    """
    return cast("str | int", _name(entry))


def name_key(entry: Mapping[Any, Any]) -> str | None:
    """Return the key an entry is called by; None when it has no name."""
    return next((key for key in NAMES if key in entry), None)


def _name(entry: Mapping[Any, Any]) -> Any:
    return entry.get(name_key(entry))


def _numbered(entries: Any) -> dict[Any, int]:
    return {name_of(entry): i for i, entry in enumerate(entries)}
