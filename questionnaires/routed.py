"""Where the entries of an overlay belong: with the entry of the base that has their name, whatever their file is called."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, cast

from questionnaires.overlaying import Laid, Place, by_name, name_of
from questionnaires.yaml_nodes import Key, Keys

Owner = tuple[str, str, Any]
"""Folder (of a document that is an entry itself) or nothing, key of the list, name."""


def routed(base: Mapping[str, Laid], extra: Mapping[str, Laid]) -> dict[str, Laid]:
    """Return the documents of an overlay under the path of the base document they change.

    An entry of a list goes where the base has a list of that name with that name, in the same folder or from a file
    outside the folders of the base; a document that is an entry itself (a platform, an industry) where the same folder has one
    with its id. What the base does not know stays where it is.
    """
    owners, folders = _owners(base), {_folder(path) for path in base} - {"."}
    parts: dict[str, list[Laid]] = {}
    for path, laid in extra.items():
        here = {o: to for o, to in owners.items() if _folder(path) not in folders or _folder(to) == _folder(path)}
        for target, part in _parted(path, laid, here):
            parts.setdefault(target, []).append(part)
    return {path: _joined(found) for path, found in sorted(parts.items())}


def _owners(base: Mapping[str, Laid]) -> dict[Owner, str]:
    """Return where the base has each entry; an id that two documents have belongs to neither."""
    found: dict[Owner, str] = {}
    twice: set[Owner] = set()
    for path, laid in base.items():
        for owner in _entries(path, laid.data):
            twice |= {owner} if found.setdefault(owner, path) != path else set()
    return {owner: path for owner, path in found.items() if owner not in twice}


def _entries(path: str, data: Any) -> Iterator[Owner]:
    if not isinstance(data, dict):
        return
    document = cast("dict[Key, Any]", data)
    if "id" in document:
        yield _whole(path, document["id"])
        return
    for key, entries in document.items():
        if entries and by_name(entries):
            yield from (("", str(key), name_of(entry)) for entry in entries)


def _whole(path: str, ident: Any) -> Owner:
    return _folder(path), "", ident


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.as_posix()


def _parted(path: str, laid: Laid, owners: Mapping[Owner, str]) -> Iterator[tuple[str, Laid]]:
    """Yield the parts of a document with the path each belongs to."""
    whole: Any = laid.data
    if not isinstance(whole, dict):
        yield path, laid
        return
    document = cast("dict[Key, Any]", whole)
    if "id" in document:
        yield owners.get(_whole(path, document["id"]), path), laid
        return
    rest: dict[Key, Any] = {}
    away: dict[str, dict[Key, list[int]]] = {}
    for key, value in document.items():
        if not (value and by_name(value)):
            rest[key] = value
            continue
        for i, entry in enumerate(value):
            target = owners.get(("", str(key), name_of(entry)), path)
            away.setdefault(target, {}).setdefault(key, []).append(i)
    if set(away) <= {path}:
        yield path, laid
        return
    if rest:
        yield path, Laid(rest, {at: place for at, place in laid.places.items() if not at or at[0] in rest})
    for target, lists in away.items():
        yield target, _taken(laid, lists)


def _taken(laid: Laid, lists: Mapping[Key, list[int]]) -> Laid:
    """Return a document of some entries of another, with their places."""
    places: dict[Keys, Place] = {
        at: place for at, place in laid.places.items() if len(at) <= 1 and set(at) <= set(lists)
    }
    for key, kept in lists.items():
        for new, old in enumerate(kept):
            places |= {(key, new, *at[2:]): place for at, place in laid.places.items() if at[:2] == (key, old)}
    return Laid({key: [laid.data[key][i] for i in kept] for key, kept in lists.items()}, places)


def _joined(parts: list[Laid]) -> Laid:
    """Join parts of several files into one document: lists one behind the other, so that a doubled id is found."""
    made = parts[0]
    for part in parts[1:]:
        made = _both(made, part)
    return made


def _both(one: Laid, other: Laid) -> Laid:
    below, above = one.data, other.data
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return other
    data, more = dict(cast("dict[Key, Any]", below)), cast("dict[Key, Any]", above)
    shift: dict[Key, int] = {}
    for key, value in more.items():
        old = data.get(key)
        lists = bool(old) and by_name(old) and by_name(value)
        shift[key] = len(cast("list[Any]", old)) if lists else 0
        data[key] = [*cast("list[Any]", old), *cast("list[Any]", value)] if lists else value
    places = dict(one.places)
    for at, place in other.places.items():
        behind = shift[at[0]] if at else 0
        if not behind:
            places[at] = place
        elif len(at) > 1:
            places[at[0], cast("int", at[1]) + behind, *at[2:]] = place
    return Laid(data, places)
