"""Playbooks: read strictly, laid over by id, checked for roles, counts, length and numbers."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from questionnaires.checking.pairs import CHINESE, numbers_in
from questionnaires.findings import ContentError, Finding
from roadmap import check_catalogue, load_catalogue
from roadmap.catalogue import LIBRARY

STEP = {"zh": "写一张清单", "en": "Write one list"}


def changed(folder: Path, **changes: Any) -> list[Finding]:
    path = folder / "roadmap" / "playbooks" / "STR.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = {"playbooks": [{"id": "I-STR01", **changes}]}
    path.write_text(json.dumps(rows, indent=1), "utf-8")
    return check_catalogue(folder)


def test_a_playbook_is_loaded_frozen():
    playbook = load_catalogue().playbooks["I-STR01"]
    row = yaml.safe_load((LIBRARY / "playbooks/STR.yaml").read_text("utf-8"))["playbooks"][0]
    assert playbook.accountable == row["accountable"]
    assert [text.zh for text in playbook.steps] == [text["zh"] for text in row["steps"]]
    assert playbook.kpi.formula.en == row["kpi"]["formula"]["en"]
    assert playbook.risks[0].answer.zh == row["risks"][0]["answer"]["zh"]
    assert isinstance(playbook.questions, tuple)


def test_every_doer_has_a_name_and_every_playbook_an_initiative():
    catalogue = load_catalogue()
    for playbook in catalogue.playbooks.values():
        assert playbook.id in catalogue.initiatives
        assert set(playbook.responsible) <= set(catalogue.doers)


def test_an_overlay_replaces_what_it_names_and_keeps_the_rest(tmp_path: Path):
    assert changed(tmp_path, accountable="finance", steps=[STEP] * 4) == []
    mine, ours = load_catalogue(tmp_path).playbooks["I-STR01"], load_catalogue().playbooks["I-STR01"]
    assert (mine.accountable, len(mine.steps)) == ("finance", 4)
    assert mine.done == ours.done


BROKEN: list[tuple[str, dict[str, Any], str, str]] = [
    ("R001", {"surprise": 1}, "surprise", "error"),
    ("R001", {"done": {"zh": "清单写好", "en": ""}}, "done.en", "error"),
    ("R010", {"accountable": "magician"}, "executive role magician", "error"),
    ("R010", {"responsible": ["sales", "magician"]}, "doer magician", "error"),
    ("R023", {"done": {"zh": "done", "en": "done"}}, "both languages", "error"),
    ("R027", {"steps": [STEP] * 3}, "3 steps", "error"),
    ("R027", {"steps": [STEP] * 9}, "9 steps", "error"),
    ("R027", {"responsible": []}, "0 responsible", "error"),
    ("R027", {"first_week": [STEP]}, "1 first_week", "error"),
    ("R027", {"risks": [{"risk": STEP, "answer": STEP}]}, "1 risks", "error"),
    ("R027", {"questions": [STEP] * 5}, "5 questions", "error"),
    ("R028", {"steps": [STEP, STEP, STEP, {"zh": "写" * 46, "en": "write " * 10}]}, "46 characters", "warning"),
    ("R028", {"steps": [STEP, STEP, STEP, {"zh": "写" * 25, "en": "write " * 26}]}, "26 words", "warning"),
    ("R028", {"stop": {"zh": "停" * 71, "en": "stop " * 20}}, "71 characters", "warning"),
    ("R029", {"done": {"zh": "30 家店写好", "en": "20 stores have it"}}, "Chinese 30, English 20", "error"),
    ("R029", {"risks": [{"risk": STEP, "answer": {"zh": "等 3 天", "en": "Wait"}}] * 2}, "English –", "error"),
]


@pytest.mark.parametrize(("code", "changes", "word", "severity"), BROKEN)
def test_each_defect_is_found(tmp_path: Path, code: str, changes: dict[str, Any], word: str, severity: str):
    found = changed(tmp_path, **changes)
    assert {one.code for one in found} == {code}
    assert any(word in one.message for one in found), found
    for one in found:
        assert one.severity == severity
        assert one.line > 1
        assert CHINESE.search(one.zh)


def test_an_unknown_initiative_and_a_second_playbook(tmp_path: Path):
    row = yaml.safe_load((LIBRARY / "playbooks/STR.yaml").read_text("utf-8"))["playbooks"][0]
    path = tmp_path / "roadmap" / "playbooks" / "ZZZ.yaml"
    path.parent.mkdir(parents=True)
    other = path.with_name("YYY.yaml")
    for file in (path, other):
        file.write_text(json.dumps({"playbooks": [{**row, "id": "I-XXX99"}]}, indent=1), "utf-8")
    assert "R002" in [one.code for one in check_catalogue(tmp_path)]
    with pytest.raises(ContentError, match="I-XXX99"):
        load_catalogue(tmp_path)
    other.unlink()
    path.write_text(json.dumps({"playbooks": [{**row, "id": "I-XXX99"}]}, indent=1), "utf-8")
    assert [(one.code, "I-XXX99" in one.message) for one in check_catalogue(tmp_path)] == [("R010", True)]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("3 家店，3 天", "3 stores"),
        ("¥1.5 万", "¥15k"),
        ("1,200 人", "1200 people"),
        ("0.5 亿", "50m"),
        ("10 个月", "10 months"),
        ("两家店", "two stores"),
    ],
)
def test_numbers_are_the_same_in_both_languages(zh: str, en: str):
    assert numbers_in(zh) == numbers_in(en)


def test_an_initiative_without_a_playbook_is_an_error(tmp_path: Path):
    row = yaml.safe_load((LIBRARY / "initiatives/STR.yaml").read_text("utf-8"))["initiatives"][5]
    path = tmp_path / "roadmap" / "initiatives" / "OWN.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"initiatives": [{**row, "id": "I-OWN01"}]}, indent=1), "utf-8")
    (found,) = check_catalogue(tmp_path)
    assert (found.code, found.severity, found.path) == ("R026", "error", "initiatives.0")
    assert "OWN.yaml" in found.file
    assert "I-OWN01" in found.message


def test_every_initiative_of_the_built_in_library_has_a_playbook():
    catalogue = load_catalogue()
    assert catalogue.playbooks.keys() == catalogue.initiatives.keys()
