"""``docs/content.md`` says what the check does: every code, every test, every warning that stays."""

import ast
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
def asserted(path: str) -> frozenset[str]:
    """Return the words of a test file that stand in an assertion of a test or in the cases it is given."""
    module = ast.parse((ROOT / path).read_text("utf-8"))
    tables = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    open_: list[ast.AST] = []
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            open_ += [*node.decorator_list, *(part for part in ast.walk(node) if isinstance(part, ast.Assert))]
    words: set[str] = set()
    while open_:
        for part in ast.walk(open_.pop()):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                words.add(part.value)
            elif isinstance(part, ast.Name) and part.id in tables:
                open_.append(tables.pop(part.id))
    return frozenset(words)


def test_all_46_checks_are_listed():
    assert [int(row[0]) for row in ROWS] == list(range(1, 47))
    assert all(len(row) == 5 and row[3] in {"E", "W"} for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_code_of_a_row_is_asserted_in_one_of_its_files(row):
    _, _, codes, _, tests = row
    files = tests.split()
    assert files
    assert all((ROOT / file).is_file() for file in files)
    if codes == "behaviour":
        return
    wanted = set(codes.split())
    assert wanted <= CODES
    assert wanted - set().union(*map(asserted, files)) == set()


def test_a_code_that_is_only_mentioned_is_not_asserted(tmp_path):
    file = tmp_path / "test_x.py"
    file.write_text(
        '"""About "A001"."""\nCASES = [("A002", 1)]\nUNUSED = ["A003"]\n'
        '@pytest.mark.parametrize("case", CASES)\ndef test_x(case):\n    "A004"\n    assert case == {"A005"}\n'
        'def helper():\n    assert "A006"\n',
        "utf-8",
    )
    assert asserted(str(file)) == {"case", "A002", "A005"}


def test_every_code_is_explained():
    ranges = re.findall(r"([PQRA])(\d{3})–[PQRA](\d{3})", TEXT)
    said = set(re.findall(r"\b[PQRAT]\d{3}\b", TEXT))
    said |= {f"{letter}{number:03}" for letter, first, last in ranges for number in range(int(first), int(last) + 1)}
    assert said == CODES | {f"P{number:03}" for number in range(1, 9)}


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
