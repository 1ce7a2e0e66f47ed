"""``docs/content.md`` says what the check does: every code, every test, every warning that stays."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assessment.check_words import FINDINGS as OWN
from assessment.content import check_pack
from assessment.titles import FIGURES, SOMETIMES
from questionnaires.finding_words import FINDINGS as QUESTIONS
from roadmap.finding_words import FINDINGS as MOVES

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "content.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in TEXT.splitlines() if re.match(r"\| \d+ \|", line)
]
KEPT = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in TEXT.splitlines()
    if re.match(r"\| [QRAT]\d{3} \|", line)
]
CODES = {key.partition(".")[0] for words in (QUESTIONS, MOVES, OWN) for key in words}
TODAY = date(2026, 11, 25)
"""Age is judged by this day: the list would otherwise change by itself."""


@cache
def source(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def test_all_46_checks_are_listed():
    assert [int(row[0]) for row in ROWS] == list(range(1, 47))
    assert all(len(row) == 5 and row[3] in {"E", "W"} for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_names_codes_that_exist_and_tests_that_break_them(row):
    _, _, codes, _, tests = row
    files = tests.split()
    assert files
    assert all((ROOT / file).is_file() for file in files)
    if codes != "behaviour":
        assert set(codes.split()) <= CODES


def test_every_code_is_explained():
    ranges = re.findall(r"([PQRA])(\d{3})–[PQRA](\d{3})", TEXT)
    said = set(re.findall(r"\b[PQRAT]\d{3}\b", TEXT))
    said |= {f"{letter}{number:03}" for letter, first, last in ranges for number in range(int(first), int(last) + 1)}
    assert said == CODES | {f"P{number:03}" for number in range(1, 9)}


def test_every_code_of_the_plan_is_asserted_by_a_test():
    tests = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py") if file != Path(__file__))
    for _, _, codes, _, _ in ROWS:
        for code in codes.split():
            assert code == "behaviour" or f'"{code}"' in tests, code


def test_the_figures_of_the_titles_are_those_a_chapter_has():
    told = dict(re.findall(r"^\| (R\d+) \| (`.*) \|$", TEXT, re.MULTILINE))
    assert told == {
        section: " ".join(f"`{name}`{'*' if name in SOMETIMES.get(section, ()) else ''}" for name in figures)
        for section, figures in FIGURES.items()
    }


def test_the_warnings_that_stay_are_those_the_check_prints():
    found = check_pack(None, TODAY)
    assert [str(finding) for finding in found if finding.severity == "error"] == []
    assert len(found) == len(KEPT)
    for code, file, where, why in KEPT:
        hits = [f for f in found if f.code == code and f.file.endswith(f"/{file}") and f" {where} " in f"{f.message} "]
        assert len(hits) == 1, (code, file, where)
        assert why
