"""What a team reads in a playbook names initiatives and capabilities in words: codes are the program's."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from questionnaires.locale_text import LocaleText
from roadmap.catalogue import load_catalogue

CODE = re.compile(r"I-[A-Z]{3}\d\d|\b(?:STR|ORG|OPS|DIG|MEM|SAL|SVC|MKT|RES|BIZ)\d")


def texts(value: Any) -> Iterator[LocaleText]:
    if isinstance(value, LocaleText):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def test_no_code_stands_in_a_text():
    found = [(p.id, t) for p in load_catalogue().playbooks.values() for t in texts(p) if CODE.search(t.zh + t.en)]
    assert found == []


def test_the_walk_reaches_every_text():
    playbook = load_catalogue().playbooks["I-SAL01"]
    assert {playbook.done, playbook.kpi.formula, playbook.risks[0].answer, playbook.steps[-1]} <= set(texts(playbook))
