"""Texts: in both languages, and with the flags their words oblige to."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from questionnaires.findings import Finding
from roadmap.catalogue import PREFIX, Rows
from roadmap.checking.telling import told
from roadmap.finding_words import said
from roadmap.pack_rows import Keys

CHINESE = re.compile(r"[一-鿿]")


def check_wording(rows: Rows) -> Iterator[Finding]:
    """Yield R023 for a text whose Chinese has no Chinese or whose English has, and R015 for words without their flag."""
    for document, data in sorted(rows.pack.documents.items()):
        if not document.startswith("calendars/"):
            yield from _texts(rows, document, (), data)
    for row in rows.initiatives.values():
        for code, flag in rows.flags.items():
            words = [word for word in flag.watch if word in row.name.zh]
            if words and code not in row.flags:
                yield told(rows, row, "R015", ("name",), warning=True, id=row.id, word=words[0], flag=code)


def _texts(rows: Rows, document: str, keys: Keys, data: Any) -> Iterator[Finding]:
    if isinstance(data, list):
        for index, entry in enumerate(cast("list[Any]", data)):
            yield from _texts(rows, document, (*keys, index), entry)
    if not isinstance(data, Mapping):
        return
    mapping = cast("Mapping[str, Any]", data)
    zh, en = mapping.get("zh"), mapping.get("en")
    if isinstance(zh, str) and isinstance(en, str) and (not CHINESE.search(zh) or CHINESE.search(en)):
        path = ".".join(map(str, keys))
        line = rows.pack.line(document, *keys)
        yield Finding(PREFIX + document, line, "R023", "error", path, *said("R023", {}))
    for key, value in mapping.items():
        yield from _texts(rows, document, (*keys, key), value)
