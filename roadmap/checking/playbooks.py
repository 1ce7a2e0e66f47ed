"""Playbooks: of an initiative that exists, complete, short enough to be read, with the same numbers in both languages."""

import re
from collections.abc import Iterator

from questionnaires import load_library
from questionnaires.checking.pairs import numbers_in
from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.checking.telling import told
from roadmap.finding_words import KINDS
from roadmap.pack_rows import Keys, Text
from roadmap.playbook_rows import PlaybookRow

COUNTS = {"responsible": (1, 3), "steps": (4, 8), "first_week": (2, 4), "risks": (2, 3), "questions": (2, 4)}
"""Lists of a playbook → fewest and most entries."""

STEP_LIMIT = (45, 25)
TEXT_LIMIT = (70, 45)
"""Most Chinese characters and English words, of a step and of any other text."""

HAN = "㐀-鿿"
LENGTH_ZH = re.compile(rf"[{HAN}]|[A-Za-z0-9.,%¥]+")


def check_playbooks(rows: Rows) -> Iterator[Finding]:
    """Yield R010 (unknown initiative or role), R026 (no playbook), R027 (counts), R028 (length) and R029 (numbers)."""
    for ident, initiative in rows.initiatives.items():
        if ident not in rows.playbooks:
            yield told(rows, initiative, "R026", (), id=ident)
    executives = {role.id for role in load_library().framework.roles}
    for row in rows.playbooks.values():
        if row.id not in rows.initiatives:
            yield _unknown(rows, row, ("id",), row.id, "initiative")
        if row.accountable not in executives:
            yield _unknown(rows, row, ("accountable",), row.accountable, "executive")
        for index, doer in enumerate(row.responsible):
            if doer not in rows.doers:
                yield _unknown(rows, row, ("responsible", index), doer, "doer")
        for where, (low, high) in COUNTS.items():
            count = len(getattr(row, where))
            if not low <= count <= high:
                yield told(rows, row, "R027", (where,), id=row.id, where=where, count=count, low=low, high=high)
        for keys, text in texts_of(row):
            yield from _text(rows, row, keys, text)


def texts_of(row: PlaybookRow) -> Iterator[tuple[Keys, Text]]:
    """Yield every text of a playbook with the keys that lead to it."""
    for where in ("steps", "first_week", "questions"):
        yield from (((where, index), text) for index, text in enumerate(getattr(row, where)))
    yield from ((("done",), row.done), (("stop",), row.stop))
    yield from ((("kpi", part), getattr(row.kpi, part)) for part in ("definition", "formula", "source"))
    for index, risk in enumerate(row.risks):
        yield from ((("risks", index, "risk"), risk.risk), (("risks", index, "answer"), risk.answer))


def _text(rows: Rows, row: PlaybookRow, keys: Keys, text: Text) -> Iterator[Finding]:
    most_zh, most_en = STEP_LIMIT if keys[0] == "steps" else TEXT_LIMIT
    characters, words = len(LENGTH_ZH.findall(text.zh)), len(text.en.split())
    if characters > most_zh:
        yield told(rows, row, "R028.zh", (*keys, "zh"), warning=True, count=characters, limit=most_zh)
    if words > most_en:
        yield told(rows, row, "R028.en", (*keys, "en"), warning=True, count=words, limit=most_en)
    zh, en = numbers_in(text.zh), numbers_in(text.en)
    if zh != en:
        yield told(rows, row, "R029", keys, zh=_listed(zh), en=_listed(en))


def _listed(numbers: list[float]) -> str:
    return ", ".join(f"{number:g}" for number in numbers) or "–"


def _unknown(rows: Rows, row: PlaybookRow, keys: Keys, ident: str, kind: str) -> Finding:
    words = KINDS[kind]
    return told(rows, row, "R010", keys, id=ident, kind=words.en, kind_zh=words.zh)
