"""Starting files: valid as they stand, commented, and not read as content by themselves."""

from pathlib import Path

import pytest
import yaml

from assessment.content import check_pack, load_pack
from assessment.starting_files import starting_files
from roadmap.catalogue import LIBRARY

TEMPLATES = LIBRARY / "templates"
PLACES = {
    "platform": "roadmap/platforms/own_platform.yaml",
    "initiative": "roadmap/initiatives/own.yaml",
    "playbook": "roadmap/playbooks/own.yaml",
    "question": "questionnaires/instruments/manager.yaml",
}
"""Template → where it goes in an overlay."""


def text_of(name: str) -> str:
    return (TEMPLATES / f"{name}.yaml.txt").read_text("utf-8")


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """An overlay with every template laid where it belongs: a playbook needs its initiative."""
    for name, place in PLACES.items():
        file = tmp_path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text_of(name), "utf-8")
    (question,) = starting_files("question", "M.open.90", load_pack())  # its stem depends on who is asked
    (tmp_path / PLACES["question"]).write_text(question.text, "utf-8")
    return tmp_path


def test_there_is_one_for_everything_a_consultant_adds():
    assert {path.name.removesuffix(".yaml.txt") for path in TEMPLATES.iterdir()} == set(PLACES)


def test_no_template_is_read_as_content():
    pack = load_pack()
    assert "own_platform" not in pack.catalogue.platforms
    assert "I-OWN01" not in pack.catalogue.initiatives


def test_they_pass_the_checks_as_they_stand(overlay):
    """One more question may make a form too long, which is a warning and true."""
    found = check_pack(overlay)
    assert [str(finding) for finding in found if finding.severity == "error"] == []
    assert {finding.code for finding in found} <= {finding.code for finding in check_pack()} | {"Q052"}


def test_what_they_add_is_there(overlay):
    pack = load_pack(overlay)
    platform = pack.catalogue.platforms["own_platform"]
    assert set(platform.modules) == set(pack.catalogue.platforms["suite_generic"].modules)
    assert all(module.depth == 0 for module in platform.modules.values())  # nothing is claimed before it was shown
    assert all(line.score == 0 for line in (*platform.philosophy, *platform.openness, *platform.growth))
    assert pack.catalogue.initiatives["I-OWN01"].name.zh == "自有举措"
    assert pack.catalogue.playbooks["I-OWN01"].steps
    assert any(question.id == "M.open.90" for question in pack.library.instruments["manager"].questions)


@pytest.mark.parametrize("name", PLACES)
def test_every_template_says_where_it_goes_in_both_languages(name):
    head = "\n".join(line for line in text_of(name).split("\n")[:6] if line.startswith("#"))
    assert "<overlay>/" + PLACES[name].rsplit("/", 1)[0] in head
    assert "放在哪里" in head
    assert yaml.safe_load(text_of(name))
