"""What an overlay changes, value by value, with the place in the overlay's own file."""

import pytest

from questionnaires.differing import differences
from questionnaires.findings import ContentError
from questionnaires.loading import LIBRARY

MEM = "framework/capabilities/MEM.yaml"


@pytest.fixture
def compared(overlay):
    def compare(files):
        found = differences(LIBRARY, overlay(files) / "questionnaires")
        return [(one.kind, one.file.rsplit("questionnaires/", 1)[1], one.line, one.path) for one in found]

    return compare


def test_an_empty_overlay_changes_nothing(tmp_path):
    assert differences(LIBRARY, tmp_path) == ()


def test_values_by_the_ids_that_lead_to_them(overlay):
    text = "capabilities:\n  - id: MEM2\n    name: {zh: 会员主档, en: Member file}\n    core: true\n"
    folder = overlay({MEM: text}) / "questionnaires"
    found = differences(LIBRARY, folder)
    assert [(one.kind, one.line, one.path) for one in found] == [
        ("changed", 3, "capabilities.MEM2.name.zh"),
        ("changed", 3, "capabilities.MEM2.name.en"),
        ("same", 4, "capabilities.MEM2.core"),
    ]
    assert found[1].old != found[1].new == "Member file"
    assert found[0].file == f"{folder.as_posix()}/{MEM}"


def test_what_is_added_and_whole_lists(compared):
    text = "capabilities:\n  - id: MEM2\n    source: [S46]\n    asked: [E, M, O, D]\n    note_of_ours: 1\n  - {id: MEM9, core: false}\n"
    found = compared({MEM: text})
    assert ("added", MEM, 5, "capabilities.MEM2.note_of_ours") in found
    assert ("added", MEM, 6, "capabilities.MEM9") in found
    assert {kind for kind, _, line, _ in found if line in {3, 4}} <= {"same", "changed"}


def test_new_files(compared):
    files = {
        "framework/capabilities/OWN.yaml": "capabilities:\n  - {id: OWN1}\n  - {id: OWN2}\n",
        "instruments/partner.yaml": "id: partner\nquestions:\n  - {id: P.1}\n",
        "selections/odd.yaml": "- 1\n",
    }
    assert compared(files) == [
        ("added", "framework/capabilities/OWN.yaml", 2, "capabilities.OWN1"),
        ("added", "framework/capabilities/OWN.yaml", 3, "capabilities.OWN2"),
        ("added", "instruments/partner.yaml", 1, "instruments/partner.yaml"),
        ("added", "selections/odd.yaml", 1, "selections/odd.yaml"),
    ]


@pytest.mark.parametrize("text", ["capabilities: [", "capabilities:\n  - {id: MEM2}\n  - {id: MEM2}\n"])
def test_a_file_that_cannot_be_read(overlay, text):
    with pytest.raises(ContentError):
        differences(LIBRARY, overlay({MEM: text}) / "questionnaires")


def test_an_entry_named_by_its_code_is_compared_with_the_one_it_overrides(tmp_path):
    for folder, text in (("base", "flags: [{code: A, x: 1}]\n"), ("mine", "flags: [{code: A, x: 2}, {code: B}]\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "flags.yaml").write_text(text, "utf-8")
    found = differences(tmp_path / "base", tmp_path / "mine")
    assert [(one.kind, one.path) for one in found] == [("changed", "flags.A.x"), ("added", "flags.B")]
