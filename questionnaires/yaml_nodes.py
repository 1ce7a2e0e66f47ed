"""Read one YAML file node by node: plain data, and the line where every node stands.

Only a small, safe part of YAML is accepted: mappings, lists and plain scalars. Aliases and tags are refused, so no
document can expand into a bomb; size and depth are limited. Problems become findings with file and line.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml

from questionnaires.findings import Finding, worded

MAX_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_NODES = 200_000

MARKS = frozenset("&*!")
"""Without one of these there is no alias, anchor or tag, and no need to look token by token."""

Key = str | int
Keys = tuple[Key, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """One file as plain data. ``lines`` maps the keys leading to a node to its line, counted from 1."""

    data: Any
    lines: dict[Keys, int]
    findings: list[Finding]


def read_document(file: Path, name: str) -> Document:
    """Read a file; ``name`` is how findings call it. Unreadable files have no data and say why."""
    reader = _Reader(name)
    text = reader.text(file)
    return Document(None if text is None else reader.read(text), reader.lines, reader.findings)


@dataclass(slots=True)
class _Reader:
    """Turns nodes into data while remembering lines."""

    name: str
    lines: dict[Keys, int] = field(default_factory=dict[Keys, int])
    findings: list[Finding] = field(default_factory=list[Finding])
    nodes: int = 0

    def refuse(self, line: int, code: str, path: str = "", /, **params: object) -> None:
        self.findings.append(worded(code, self.name, line, path, params))

    def text(self, file: Path) -> str | None:
        """Return what the file says. Devices and pipes are not opened, and what a file says of its size is not believed."""
        try:
            if not file.resolve().is_file():
                self.refuse(1, "P008")
                return None
            with file.open("rb") as opened:
                content = opened.read(MAX_BYTES + 1)
        except (OSError, RuntimeError):  # may not be read, or a link that leads to itself
            self.refuse(1, "P008")
            return None
        if len(content) > MAX_BYTES:
            self.refuse(1, "P004", most=MAX_BYTES)
            return None
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            self.refuse(1, "P005")
            return None

    def read(self, text: str) -> Any:
        try:
            for token in yaml.scan(text, Loader=_Loader) if MARKS & set(text) else ():
                if isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken):
                    self.refuse(token.start_mark.line + 1, "P002")
                    return None
            loader = _Loader(text)
            try:
                node = loader.get_single_node()
                return None if node is None else self.value(loader, node, (), 0)
            finally:
                loader.dispose()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.refuse((mark.line if mark else 0) + 1, "P001", problem=error.problem)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            self.refuse(1, "P001", problem=error)
        return None

    def value(self, loader: Any, node: yaml.Node, keys: Keys, depth: int) -> Any:
        self.lines[keys] = node.start_mark.line + 1
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise ValueError("it is nested too deeply or too large")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(loader, node, keys, depth)
        if isinstance(node, yaml.SequenceNode):
            items = cast("list[yaml.Node]", node.value)
            return [self.value(loader, item, (*keys, i), depth + 1) for i, item in enumerate(items)]
        made = loader.construct_object(node)
        if made is not None and not isinstance(made, str | int | float | bool):
            return str(node.value)  # dates stay text: whoever needs a date parses it
        return made

    def mapping(self, loader: Any, node: yaml.MappingNode, keys: Keys, depth: int) -> dict[Key, Any]:
        result: dict[Key, Any] = {}
        for key_node, value_node in cast("list[tuple[yaml.Node, yaml.Node]]", node.value):
            key = loader.construct_object(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str | int) or isinstance(key, bool):
                key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in result:
                self.refuse(line, "P003", ".".join(map(str, keys)), key=key)
            result[key] = self.value(loader, value_node, (*keys, key), depth + 1)
            self.lines[(*keys, key)] = line
        return result
