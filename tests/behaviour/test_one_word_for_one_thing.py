"""The glossary holds for everything a person reads: pages, answer forms, command line, reports, refusals, content."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assessment.register_words import SELECTIONS
from questionnaires import load_library
from questionnaires.glossary import load_glossary

ROOT = Path(__file__).parents[2]
FOLDERS = ("web/i18n", "web/api/words", "web/answer/words")
"""Folders with a file of words per language, named zh and en, or ending in them."""

CHINESE = re.compile(r"[一-鿿]")
Pair = tuple[str, str, str]
"""Where it stands, Chinese, English."""


def of_files() -> Iterator[Pair]:
    for folder in FOLDERS:
        for chinese in sorted((ROOT / folder).glob("*zh.json")):
            english = chinese.with_name(chinese.name.replace("zh.json", "en.json"))
            zh, en = (json.loads(file.read_text("utf-8")) for file in (chinese, english))
            yield from ((f"{folder}:{key}", text, en[key]) for key, text in zh.items() if isinstance(text, str))
    for key, text in json.loads((ROOT / "web/cli/words.json").read_text("utf-8")).items():
        yield f"web/cli:{key}", text["zh"], text["en"]


def of_code() -> Iterator[Pair]:
    """Two texts side by side, the first Chinese and the second not: a pair of a catalogue, or a LocaleText."""
    for package in ("questionnaires", "scoring", "roadmap", "assessment", "reports", "web"):
        for file in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                sides = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
                texts = [side.value for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)]
                if len(texts) == len(sides) == 2 and CHINESE.search(texts[0]) and not CHINESE.search(texts[1]):
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", texts[0], texts[1]


@cache
def pairs() -> tuple[Pair, ...]:
    return (*of_files(), *of_code())


def test_there_is_something_to_look_at():
    assert len(pairs()) > 2000
    assert {place.split("/")[0] for place, _, _ in pairs()} >= {"web", "reports", "assessment", "roadmap"}


def test_a_code_is_named_on_the_page_as_in_workbook_and_report():
    zh, en = (json.loads((ROOT / f"web/i18n/{locale}.json").read_text("utf-8")) for locale in ("zh", "en"))
    named = {f"flow.{code}": text for code, text in load_library().framework.code_lists["flow_mode"].items()}
    named |= {f"visits.{code}": text for code, text in SELECTIONS.items()}
    assert {key: (zh[key], en[key].casefold()) for key in named} == {
        key: (text.zh, text.en.casefold()) for key, text in named.items()
    }


@pytest.mark.parametrize("package", ["web", "reports", "assessment", "roadmap", "questionnaires", "scoring"])
def test_a_term_is_said_by_its_word(package):
    """A new word that is right belongs into ``glossary.yaml``; one that is not is said by the word that stands there."""
    glossary = load_glossary()
    found = [
        (place, term.zh, word or f"says none of {', '.join(term.en)}", zh, en)
        for place, zh, en in pairs()
        if place.startswith(package)
        for term, word in glossary.problems(zh, en)
    ]
    found += [
        (place, word, f"write {right.zh}", zh, en)
        for place, zh, en in pairs()
        if place.startswith(package)
        for word, right in glossary.miswritten(zh, en)
    ]
    assert found == []
