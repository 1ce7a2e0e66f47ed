"""Read a package's library of YAML files: plain data, the line of every node, one hash, overlays by id.

Only a small, safe part of YAML is accepted: mappings, lists and plain scalars. Aliases and tags are refused, so no
document can expand into a bomb; size and depth are limited. Problems are collected as findings with file and line.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from questionnaires.findings import ContentError, Finding

MAX_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_NODES = 200_000

Key = str | int
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Pack:
    """The library of one package: ``documents`` by relative path, and where each node stands.

    ``lines`` maps (path of the document, keys…) to a line counted from 1.
    """

    root: str
    documents: Mapping[str, Any]
    lines: Mapping[tuple[Key, ...], int]
    hash: str
    version: str

    def line(self, document: str, *keys: Key) -> int:
        """Return the line of a node, or of its nearest known ancestor."""
        for end in range(len(keys), -1, -1):
            found = self.lines.get((document, *keys[:end]))
            if found is not None:
                return found
        return 1

    def folder(self, prefix: str) -> dict[str, Any]:
        """Return the documents below ``prefix`` in the order of their paths."""
        return {path: data for path, data in sorted(self.documents.items()) if path.startswith(prefix)}


class _Reader:
    """Turn one YAML file into plain data while remembering lines."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.lines: dict[tuple[Key, ...], int] = {}
        self.findings: list[Finding] = []
        self.nodes = 0

    def refuse(self, line: int, code: str, message: str, remedy: str, path: str = "") -> None:
        self.findings.append(Finding(self.document, line, code, "error", path, message, remedy))

    def read(self, text: str) -> Any:
        try:
            for token in yaml.scan(text, Loader=_Loader):
                if isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken):
                    line = token.start_mark.line + 1
                    self.refuse(line, "P002", "Aliases, anchors and tags are not accepted.", "Write the value out.")
                    return None
            loader = _Loader(text)
            try:
                node = loader.get_single_node()
                return None if node is None else self.value(loader, node, (), 0)
            finally:
                loader.dispose()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.refuse((mark.line if mark else 0) + 1, "P001", f"This is not YAML: {error.problem}.", "Mend the line.")
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            self.refuse(1, "P001", f"This is not YAML: {type(error).__name__}.", "Mend the file.")
        return None

    def value(self, loader: Any, node: yaml.Node, keys: tuple[Key, ...], depth: int) -> Any:
        line = node.start_mark.line + 1
        self.lines[(self.document, *keys)] = line
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise ValueError("too deep or too large")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(loader, node, keys, depth)
        if isinstance(node, yaml.SequenceNode):
            items = cast("list[yaml.Node]", node.value)
            return [self.value(loader, item, (*keys, i), depth + 1) for i, item in enumerate(items)]
        made = loader.construct_object(node)
        if made is not None and not isinstance(made, str | int | float | bool):
            return str(node.value)  # dates stay text: whoever needs a date parses it
        return made

    def mapping(self, loader: Any, node: yaml.MappingNode, keys: tuple[Key, ...], depth: int) -> dict[Key, Any]:
        result: dict[Key, Any] = {}
        for key_node, value_node in cast("list[tuple[yaml.Node, yaml.Node]]", node.value):
            key = loader.construct_object(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str | int) or isinstance(key, bool):
                key = str(getattr(key_node, "value", "?"))
            line = key_node.start_mark.line + 1
            if key in result:
                self.refuse(
                    line, "P003", f"The key “{key}” stands twice.", "Keep one of the two.", ".".join(map(str, keys))
                )
            result[key] = self.value(loader, value_node, (*keys, key), depth + 1)
            self.lines[(self.document, *keys, key)] = line
        return result


def read_pack(root: Path, overlay: Path | None = None) -> Pack:
    """Read every YAML file below ``root``; files of ``overlay`` override or extend entries by id.

    Raise ContentError with a finding per problem when a file cannot be used.
    """
    documents, lines, findings = _read_folder(root, "")
    if overlay is not None and overlay.is_dir():
        extra, extra_lines, more = _read_folder(overlay, "")
        findings += more
        for path, data in extra.items():
            documents[path] = merge(documents[path], data) if path in documents else data
        lines.update(extra_lines)
    if findings:
        raise ContentError(findings)
    canonical = json.dumps(documents, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    version = str((documents.get("pack.yaml") or {}).get("version", ""))
    return Pack(str(root), documents, lines, hashlib.sha256(canonical.encode()).hexdigest(), version)


def _read_folder(root: Path, prefix: str) -> tuple[dict[str, Any], dict[tuple[Key, ...], int], list[Finding]]:
    documents: dict[str, Any] = {}
    lines: dict[tuple[Key, ...], int] = {}
    findings: list[Finding] = []
    files = sorted(p for suffix in ("*.yaml", "*.yml") for p in root.rglob(suffix) if "samples" not in p.parts)
    for file in files:
        name = prefix + file.relative_to(root).as_posix()
        reader = _Reader(name)
        text = _text(file, reader)
        if text is not None:
            documents[name] = reader.read(text)
        lines.update(reader.lines)
        findings += reader.findings
    return documents, lines, findings


def _text(file: Path, reader: _Reader) -> str | None:
    if file.stat().st_size > MAX_BYTES:
        reader.refuse(1, "P004", f"The file is larger than {MAX_BYTES:,} bytes.", "Split it by topic.")
        return None
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        reader.refuse(1, "P005", "The file is not UTF-8.", "Save it as UTF-8.")
        return None


def merge(base: Any, extra: Any) -> Any:
    """Lay ``extra`` over ``base``: mappings by key, lists of mappings with an ``id`` by that id, anything else replaced.

    >>> merge([{"id": "a", "x": 1}], [{"id": "a", "x": 2}, {"id": "b"}])
    [{'id': 'a', 'x': 2}, {'id': 'b'}]
    """
    if isinstance(base, dict) and isinstance(extra, dict):
        old, new = cast("dict[Key, Any]", base), cast("dict[Key, Any]", extra)
        return {**old, **{k: merge(old[k], v) if k in old else v for k, v in new.items()}}
    if _by_id(base) and _by_id(extra):
        entries = {entry["id"]: entry for entry in base}
        for entry in extra:
            entries[entry["id"]] = merge(entries.get(entry["id"], {}), entry)
        return list(entries.values())
    return extra


def _by_id(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, dict) and "id" in v for v in cast("list[Any]", value))
