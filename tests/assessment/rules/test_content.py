"""The content pack: whole, versioned, hashed, and overridden by id."""

from pathlib import Path

import pytest

from assessment.content import check_pack, load_pack
from assessment.industries import rules_of
from questionnaires import ContentError


def test_the_pack_is_whole(pack):
    assert set(pack.industries) == {"generic", "home", "education", "medbeauty", "wellness", "jewellery", "fnb_retail"}
    assert set(pack.resource_classes) == {"RC-M", "RC-E", "RC-C", "RC-K", "RC-X"}
    assert len(pack.resource_types) >= 70
    assert set(pack.tool_categories) == set(pack.library.framework.code_lists["tool_category"])
    assert len(pack.fact_definitions) >= 20
    assert pack.version == pack.library.framework.version


def test_the_shipped_content_has_no_errors():
    assert [str(f) for f in check_pack() if f.severity == "error"] == []


def test_the_hash_covers_every_library(overlay, pack):
    assert len(pack.hash) == 64
    root = overlay(assessment__industries__home="id: home\nname: {zh: 家居, en: Furnishing}\n")
    own = load_pack(root)
    assert own.hash != pack.hash
    assert own.industries["home"].name.en == "Furnishing"
    assert own.industries["home"].weights == pack.industries["home"].weights


@pytest.mark.parametrize(
    "file",
    ["roadmap__defaults", "questionnaires__framework__code_lists"],
)
def test_a_change_in_a_lower_library_changes_the_hash(overlay, pack, file):
    text = {
        "roadmap__defaults": "person_week: 7000\n",
        "questionnaires__framework__code_lists": "store_format:\n  kiosk: {zh: 柜台, en: Kiosk}\n",
    }[file]
    assert load_pack(overlay(**{file: text})).hash != pack.hash


def test_an_overlay_adds_a_consultants_own_kind_of_resource(overlay):
    row = "types:\n  - {id: pets, class: RC-X, industries: [home], name: {zh: 宠物友好, en: Pet friendly}}\n"
    own = load_pack(overlay(assessment__resources__types=row))
    assert own.resource_types["pets"].name.zh == "宠物友好"
    assert "designers" in own.resource_types


@pytest.mark.parametrize(
    "text",
    [
        "id: home\nweights: {STR: ten}\n",
        "id: home\ncolour: blue\n",
        "id: home\nname: {zh: 家居}\nkpis: 3\n",
        "id: [home\n",
    ],
)
def test_an_overlay_that_cannot_be_used_says_where(overlay, text):
    root = overlay(assessment__industries__home=text)
    with pytest.raises(ContentError) as caught:
        load_pack(root)
    finding = caught.value.findings[0]
    assert "home.yaml" in finding.file
    assert finding.line >= 1
    assert finding.message
    assert finding.remedy


def test_check_reports_what_load_refuses(overlay):
    root = overlay(assessment__industries__home="id: home\nweights: {STR: ten}\n")
    assert "R001" in {f.code for f in check_pack(root)}


def test_the_engine_gets_the_rules_of_a_trade(pack):
    rules = rules_of(pack.industries["home"])
    assert (rules.id, rules.repeat_business, rules.lever_order[0]) == ("home", False, "CNV")
    assert "COMM" in rules.flags


def test_a_file_of_an_overlay_that_nothing_reads_is_an_error(tmp_path):
    (tmp_path / "initiatives").mkdir()
    (tmp_path / "initiatives" / "mine.yaml").write_text("initiatives: []\n", "utf-8")
    found = [f for f in check_pack(tmp_path) if f.code == "A013"]
    assert [Path(f.file).name for f in found] == ["mine.yaml"]
    assert "roadmap/" in found[0].sentence("en")
    assert "没有程序会读" in found[0].sentence("zh")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("roadmap/platform/ours.yaml", "id: hub_existing\n", "R040"),
        ("roadmap/whatever.yaml", "x: 1\n", "R040"),
        ("roadmap/ours.yaml", "effects: [{id: never_heard_of}]\n", "R040"),
        ("roadmap/empty.yaml", "# nothing yet\n", "R040"),
        ("roadmap/calendars/CN.yaml", "days: []\n", "R040"),
        ("roadmap/flags.yaml", "3: x\n", "R001"),
        ("roadmap/flags.yaml", "flagz: []\n", "R001"),
        ("assessment/trades/pets.yaml", "id: pets\n", "R040"),
        ("assessment/facts.yaml", "facs: []\n", "R001"),
        ("questionnaires/instrument/guide.yaml", "id: guide\n", "Q003"),
        ("assessment/samples/ours/x.yaml", "x: 1\n", "A013"),
        ("roadmap/flags.YAML", "flags: []\n", "A013"),
        ("flags.yml", "flags: []\n", "A013"),
    ],
)
def test_what_no_loader_takes_is_an_error_in_the_overlays_own_file(tmp_path, name, text, code):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    found = [f for f in check_pack(tmp_path) if f.severity == "error"]
    assert [(f.code, f.file, f.line) for f in found] == [(code, file.as_posix(), 1)]
