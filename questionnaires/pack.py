"""Read a package's library of YAML files: plain data, the place of every node, one hash, overlays by id."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from questionnaires.findings import ContentError, Finding
from questionnaires.overlaying import Laid, Place, doubled_ids, lay_over
from questionnaires.routed import routed
from questionnaires.yaml_nodes import Key, Keys, read_document

PACKS = 3
"""Packs kept in memory: one a package, of the overlay last looked at."""


@dataclass(frozen=True, slots=True)
class Pack:
    """The library of one package: ``documents`` by relative path, and where each node stands.

    ``places`` maps (path of the document, keys…) to file and line; the file of an overlaid node is the overlay's.
    """

    root: str
    documents: Mapping[str, Any]
    places: Mapping[Keys, Place]
    hash: str
    version: str

    def place(self, document: str, *keys: Key) -> Place:
        """Return file and line of a node, or of its nearest known ancestor."""
        for end in range(len(keys), -1, -1):
            found = self.places.get((document, *keys[:end]))
            if found is not None:
                return found
        return Place(document, 1)

    def shown(self, prefix: str, document: str, *keys: Key) -> Place:
        """Return the place of a node as findings tell it: a file of the base after the folder of its package.

        The file of an overlay is told as it is.
        """
        place = self.place(document, *keys)
        return replace(place, file=prefix + document) if place.file == document else place

    def line(self, document: str, *keys: Key) -> int:
        """Return the line of a node, or of its nearest known ancestor."""
        return self.place(document, *keys).line

    def folder(self, prefix: str) -> dict[str, Any]:
        """Return the documents below ``prefix`` in the order of their paths."""
        return {path: data for path, data in sorted(self.documents.items()) if path.startswith(prefix)}


def read_pack(root: Path, overlay: Path | None = None) -> Pack:
    """Read every YAML file below ``root``; entries of ``overlay`` override those with their id, or add to them.

    What an overlay's file is called decides nothing about entries the base has, see `questionnaires.routed`.

    Raise ContentError with a finding per problem when a file cannot be used. A pack none of whose files has changed
    is not read again: loading and checking look at the same one.
    """
    above = overlay if overlay is not None and overlay.is_dir() else None
    return _read(root, above, _stamps(root), _stamps(above) if above else ())


Stamps = tuple[tuple[str, int, int], ...]
"""Path, time of change and size of every file of a folder."""


def _stamps(folder: Path) -> Stamps:
    return tuple((str(file), *_stamp(file)) for file in _files(folder))


def _stamp(file: Path) -> tuple[int, int]:
    try:
        stat = file.stat()
    except OSError:  # a link that leads nowhere: reading says so
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


def _files(folder: Path) -> list[Path]:
    files = [p for suffix in ("*.yaml", "*.yml") for p in folder.rglob(suffix)]
    return sorted(p for p in files if "samples" not in p.relative_to(folder).parts)


@lru_cache(maxsize=PACKS)
def _read(root: Path, overlay: Path | None, _base: Stamps, _extra: Stamps) -> Pack:
    documents, findings = read_folder(root, "")
    if overlay is not None:
        extra, more = read_folder(overlay, f"{overlay.as_posix()}/")
        findings += more
        for path, laid in routed(documents, extra).items():
            findings += doubled_ids(laid)
            documents[path] = lay_over(documents[path], laid) if path in documents else laid
    if findings:
        raise ContentError(findings)
    plain = {path: laid.data for path, laid in documents.items()}
    places = {(path, *keys): place for path, laid in documents.items() for keys, place in laid.places.items()}
    canonical = json.dumps(_worded(plain), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    return Pack(str(root), plain, places, digest, _version(plain.get("pack.yaml")))


def _worded(data: Any) -> Any:
    """Make every key a word: numbers and words as keys of one mapping have no order."""
    if isinstance(data, dict):
        return {str(key): _worded(value) for key, value in cast("dict[Key, Any]", data).items()}
    return [_worded(value) for value in cast("list[Any]", data)] if isinstance(data, list) else data


def _version(head: Any) -> str:
    return str(cast("dict[str, Any]", head).get("version", "")) if isinstance(head, dict) else ""


def read_folder(root: Path, shown: str) -> tuple[dict[str, Laid], list[Finding]]:
    """Read the files of one folder alone; ``shown`` goes before their names in findings. Problems are returned."""
    documents: dict[str, Laid] = {}
    findings: list[Finding] = []
    for file in _files(root):
        name = file.relative_to(root).as_posix()
        read = read_document(file, shown + name)
        lines = {(): 1, **read.lines}  # an empty file has a place, too
        documents[name] = Laid(read.data, {keys: Place(shown + name, line) for keys, line in lines.items()})
        findings += read.findings
    return documents, findings
