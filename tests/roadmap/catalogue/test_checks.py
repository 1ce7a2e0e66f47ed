"""Every check of the roadmap library, each by an overlay that breaks exactly it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from questionnaires import load_library
from questionnaires.checking.pairs import CHINESE
from questionnaires.findings import ContentError, Finding
from roadmap import check_catalogue, load_catalogue
from roadmap.catalogue import LIBRARY


def test_the_built_in_library_is_sound():
    assert check_catalogue() == []


def checked(folder: Path, file: str, content: Any) -> list[Finding]:
    path = folder / "roadmap" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True), "utf-8")
    return check_catalogue(folder)


def initiative(**changes: Any) -> dict[str, Any]:
    return {"initiatives": [{"id": "I-STR01", **changes}]}


def effect(**changes: Any) -> dict[str, Any]:
    return {"effects": [{"id": "trust", **changes}]}


def built_in(file: str) -> Any:
    return yaml.safe_load((LIBRARY / file).read_text("utf-8"))


def every(rows: list[Any], ident: str, **changes: Any) -> list[Any]:
    """Lists whose entries have no id are replaced whole by an overlay: give all of them, one changed."""
    return [{**row, **changes} if ident in (row.get("code"), row.get("id")) else row for row in rows]


FRAMEWORK = load_library().framework
WARNINGS = {"R022", "R036", "R038", "T003", "T004"}
ALONG_WITH_OTHERS = {"R010", "R013", "R017", "R025"}
"""Defects that cannot stand alone: an unknown id is also used by nobody, a lever without an effect is two things."""
BROKEN: list[tuple[str, str, Any, str]] = [
    ("R001", "initiatives/STR.yaml", initiative(months=9), "months"),
    ("R001", "initiatives/STR.yaml", initiative(surprise=1), "surprise"),
    ("R001", "initiatives/MKT.yaml", {"initiatives": [{"id": "I-MKT01", "commission": {"depth": 3, "paid_for": ["sale"]}}]}, "depth"),
    ("R001", "initiatives/MKT.yaml", {"initiatives": [{"id": "I-MKT01", "commission": {"depth": 1, "paid_for": ["heads"]}}]}, "paid_for"),
    ("R001", "effects.yaml", effect(change={"low": 0.3, "base": 0.2, "high": 0.4}), "low ≤ base ≤ high"),
    ("R001", "initiatives/STR.yaml", initiative(name={"zh": "工作坊", "en": ""}), "name.en"),
    ("R001", "modules.yaml", {"modules": "none"}, "modules"),
    ("R001", "platforms/hub_existing.yaml", {"modules": [{"id": "POS", "price": {"model": "existing", "band": "A", "as_of": None}}]}, "as_of"),
    ("R001", "platforms/hub_existing.yaml", {"price_as_of": "soon"}, "price_as_of"),
    ("R001", "effects.yaml", effect(basis=None), "basis"),
    ("R010", "initiatives/STR.yaml", initiative(needs=["I-XXX99"]), "I-XXX99"),
    ("R010", "initiatives/STR.yaml", initiative(raises=[{"capability": "STR99", "to": 4, "via": "people"}]), "STR99"),
    ("R010", "initiatives/STR.yaml", initiative(effort={"magician": 1}), "magician"),
    ("R010", "initiatives/STR.yaml", initiative(module="MAGIC"), "MAGIC"),
    ("R010", "initiatives/STR.yaml", initiative(gates={"STR99": 3}), "STR99"),
    ("R010", "initiatives/SAL.yaml", {"initiatives": [{"id": "I-SAL01", "effect": "magic"}]}, "magic"),
    ("R010", "effects.yaml", effect(initiatives=["I-SAL01", "I-RES06", "I-XXX99"]), "I-XXX99"),
    ("R010", "flags.yaml", {"flags": every(built_in("flags.yaml")["flags"], "ADV", pulls_in=["I-OPS07", "I-XXX99"])}, "I-XXX99"),
    ("R010", "forbidden.yaml", {"forbidden": [{"id": "public_testimony", "instead": ["I-XXX99"]}]}, "I-XXX99"),
    ("R010", "forbidden.yaml", {"forbidden": [{"id": "public_testimony", "initiatives": ["I-XXX99"]}]}, "I-XXX99"),
    ("R010", "platforms/hub_existing.yaml", {"modules": [{"id": "MAGIC", "depth": 1}]}, "MAGIC"),
    ("R010", "platforms/hub_existing.yaml", {"modules": [{"id": "POS", "requires": ["MAGIC"]}]}, "MAGIC"),
    ("R010", "platforms/hub_existing.yaml", {"modules": [{"id": "POS", "overrides": {"POS99": 1}}]}, "POS99"),
    ("R011", "initiatives/STR.yaml", initiative(needs=["I-STR02"]), "I-STR01 → I-STR02 → I-STR01"),
    ("R011", "platforms/hub_existing.yaml", {"modules": [{"id": "MEMB", "requires": ["GUIDE"]}]}, "MEMB"),
    ("R012", "effects.yaml", effect(initiatives=["I-SAL01"]), "trust"),
    ("R012", "effects.yaml", effect(initiatives=["I-SAL01", "I-RES06", "I-SAL03"]), "I-SAL03"),
    ("R013", "initiatives/STR.yaml", initiative(lever="CNV"), "I-STR01"),
    ("R013", "initiatives/STR.yaml", initiative(enables=None), "I-STR01"),
    ("R014", "initiatives/SAL.yaml", {"initiatives": [{"id": "I-SAL04", "flags": ["PLAT"]}]}, "I-OPS07"),
    ("R014", "initiatives/SAL.yaml", {"initiatives": [{"id": "I-SAL04", "flags": ["PIPL"]}]}, "I-OPS06"),
    ("R015", "initiatives/SAL.yaml", {"initiatives": [{"id": "I-SAL04", "name": {"zh": "红包线索", "en": "Red packet leads"}}]}, "红包"),
    ("R016", "initiatives/STR.yaml", {"initiatives": [{"id": "I-STR06", "raises": [{"capability": "STR6", "to": 3, "via": "people"}]}]}, "STR6"),
    ("R017", "modules.yaml", {"modules": [{"id": "MAGIC", "name": {"zh": "魔法", "en": "Magic"}}]}, "MAGIC"),
    ("R017", "initiatives/SAL.yaml", {"initiatives": [{"id": "I-SAL04", "module": "ORG"}]}, "I-SAL04"),
    ("R019", "effects.yaml", effect(parameter="luck"), "luck"),
    ("R019", "effects.yaml", effect(without_repeat="luck"), "luck"),
    ("R019", "effects.yaml", effect(exposed="luck"), "luck"),
    ("R019", "effects.yaml", effect(charged="luck"), "luck"),
    ("R020", "effects.yaml", effect(change={"low": -0.1, "base": 0.1, "high": 0.2}), "conversion"),
    ("R020", "effects.yaml", {"effects": [{"id": "cost_tool", "change": {"low": 0.1, "base": 0.2, "high": 0.4}}]}, "tool_spend_year"),
    ("R021", "effects.yaml", {"effects": [{"id": "stock", "cap": None}]}, "lost_order_share"),
    ("R021", "defaults.yaml", {"adoption": {2: 0.05}}, "Adoption"),
    ("R021", "defaults.yaml", {"diminishing": [1, 0.5, 0.7]}, "weights"),
    ("R022", "initiatives/STR.yaml", initiative(one_off={"low": 0, "base": 90000, "high": 90000}), "90,000"),
    ("R023", "initiatives/STR.yaml", initiative(name={"zh": "Workshop", "en": "Workshop"}), "both languages"),
    ("R023", "initiatives/STR.yaml", initiative(kpi={"zh": "占比", "en": "占比"}), "both languages"),
    ("R024", "initiatives/STR.yaml", initiative(first_benefit=[3, 1]), "I-STR01"),
    ("R010", "initiatives/STR.yaml", initiative(source=["S999"]), "S999"),
    ("R030", "initiatives/STR.yaml", initiative(source=[]), "I-STR01"),
    ("R034", "initiatives/STR.yaml", {"initiatives": [{"id": "I-STR08", "needs": ["I-MKT09"]}]}, "I-STR08"),
    ("R035", "initiatives/SAL.yaml", {"initiatives": [{"id": "I-SAL02", "raises": [{"capability": "SAL1", "to": 3, "via": "platform"}]}]}, "I-SAL02"),
    ("R037", "initiatives/STR.yaml", initiative(kpi={"zh": "三级分销人数", "en": "people in three-level distribution"}), "三级分销"),
    ("R037", "platforms/hub_existing.yaml", {"modules": [{"id": "FIN", "note": {"zh": "可配5级分佣", "en": "5-level commission can be set"}}]}, "5级分佣"),
    ("R037", "initiatives/STR.yaml", initiative(kpi={"zh": "交了入门费的合伙人数", "en": "partners who paid an entry fee"}), "入门费"),
    ("R037", "initiatives/STR.yaml", initiative(kpi={"zh": "按人头发的奖励", "en": "rewards paid per head"}), "按人头"),
    ("R037", "platforms/hub_existing.yaml", {"modules": [{"id": "FIN", "note": {"zh": "可配团队计酬", "en": "team pay can be set"}}]}, "团队计酬"),
    ("R037", "playbooks/STR.yaml", {"playbooks": [{"id": "I-STR01", "stop": {"zh": "合伙人抽下级的成交", "en": "Partners are paid by their team's sales"}}]}, "抽下级"),
    ("R038", "platforms/hub_existing.yaml", {"modules": [{"id": "POS", "price": None, "yearly_fee": {"low": 1, "base": 2, "high": 3}}]}, "POS"),
    ("R039", "forbidden.yaml", {"forbidden": [{"id": "public_testimony", "industries": ["medbeauty", "education"]}]}, "wellness"),
    ("T001", "initiatives/STR.yaml", initiative(kpi={"zh": "60%的支出", "en": "50% of the spend"}), "60"),
    ("T002", "initiatives/STR.yaml", initiative(kpi={"zh": "{spend} 占比", "en": "share of {spending}"}), "spending"),
    ("T003", "initiatives/STR.yaml", initiative(kpi={"zh": "有利润假设的支出占全年数字化支出", "en": "share"}), "16"),
    ("T004", "initiatives/STR.yaml", initiative(kpi={"zh": "导购占比", "en": "share of sales clerks"}), "sales clerk"),
    ("R025", "initiatives/STR.yaml", initiative(exclusive_with=["I-STR01"]), "I-STR01"),
    ("R025", "initiatives/STR.yaml", initiative(needs=["I-STR01"]), "I-STR01"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "file", "content", "word"), BROKEN)
def test_each_defect_is_found(tmp_path: Path, code: str, file: str, content: Any, word: str):
    found = checked(tmp_path, file, content)
    hits = [one for one in found if one.code == code]
    assert hits, found
    assert any(word in one.message for one in hits), hits
    assert {one.code for one in found} == {code} or code in ALONG_WITH_OTHERS
    for one in hits:
        assert one.file.startswith(("roadmap/library/", tmp_path.as_posix()))
        assert one.line >= 1
        assert one.remedy
        assert CHINESE.search(one.zh)
    assert all(one.severity == ("warning" if code in WARNINGS else "error") for one in hits)


def test_what_is_missing_is_named_with_its_row(tmp_path: Path):
    new = {"initiatives": [{"id": "I-OWN01", "name": {"zh": "工作坊"}, "surprise": 1}]}
    found = {one.message for one in checked(tmp_path, "initiatives/own.yaml", new)}
    assert "initiatives[I-OWN01].name.en is missing." in found
    assert "There is no entry initiatives[I-OWN01].surprise." in found


def test_a_missing_adoption_level_and_a_missing_band(tmp_path: Path):
    from roadmap.catalogue import Rows, read_catalogue_pack
    from roadmap.checking import check_rows

    rows = Rows(read_catalogue_pack())
    assert rows.defaults is not None
    bands = {band: money for band, money in rows.defaults.bands.items() if band != "C4"}
    adoption = {level: share for level, share in rows.defaults.adoption.items() if level != 3}
    less = rows.defaults.model_copy(update={"bands": bands, "adoption": adoption})
    rows.places[id(less)] = rows.places[id(rows.defaults)]
    found = list(check_rows(rows, less))
    assert {one.code for one in found} == {"R021"}
    assert len(found) == 2


def test_one_platform_alone_cannot_be_compared():
    from roadmap.catalogue import Rows, read_catalogue_pack
    from roadmap.checking.platforms import check_platforms

    rows = Rows(read_catalogue_pack())
    rows.platforms = {"hub_existing": rows.platforms["hub_existing"]}
    assert [one.code for one in check_platforms(rows, FRAMEWORK)] == ["R018"]
    rows.platforms = {}
    assert list(check_platforms(rows, FRAMEWORK)) == []


def test_an_empty_library_of_initiatives_has_nothing_out_of_reach():
    from roadmap.catalogue import Rows, read_catalogue_pack
    from roadmap.checking.chains import check_chains

    rows = Rows(read_catalogue_pack())
    rows.initiatives = {}
    assert list(check_chains(rows, FRAMEWORK)) == []


def test_a_new_id_in_two_files_of_an_overlay_stands_twice(tmp_path: Path):
    new = {**built_in("initiatives/STR.yaml")["initiatives"][0], "id": "I-STR99"}
    checked(tmp_path, "initiatives/ours.yaml", {"initiatives": [new]})
    found = checked(tmp_path, "initiatives/yours.yaml", {"initiatives": [new]})
    assert [(one.code, Path(one.file).name) for one in found if one.code == "R002"] == [("R002", "yours.yaml")]


def test_a_copy_under_another_name_overrides_by_id(tmp_path: Path):
    """A platform copied to a file of its own and edited is that platform; the same goes for an initiative."""
    suite = built_in("platforms/suite_generic.yaml")
    assert checked(tmp_path, "platforms/our_suite.yaml", {**suite, "price_as_of": "2026-12"}) == []
    row = {"id": "I-STR01", "name": {"zh": "自家工作坊", "en": "Our own workshop"}}
    assert checked(tmp_path, "initiatives/ours.yaml", {"initiatives": [row]}) == []
    found = load_catalogue(tmp_path)
    assert (found.platforms["suite_generic"].price_as_of, len(found.platforms)) == ("2026-12", 3)
    assert found.initiatives["I-STR01"].name.zh == "自家工作坊"


def test_a_file_that_is_no_yaml_hides_the_rest(tmp_path: Path):
    found = checked(tmp_path, "effects.yaml", "effects: [")
    assert [one.code for one in found] == ["P001"]
    with pytest.raises(ContentError):
        load_catalogue(tmp_path)


def test_a_row_of_the_wrong_shape_cannot_be_loaded(tmp_path: Path):
    assert checked(tmp_path, "initiatives/STR.yaml", initiative(months="long"))
    with pytest.raises(ContentError, match="months"):
        load_catalogue(tmp_path)


def test_an_overlay_adds_and_overrides(tmp_path: Path):
    changes = {"initiatives": [{"id": "I-STR01", "name": {"zh": "自家工作坊", "en": "Our own workshop"}}]}
    assert checked(tmp_path, "initiatives/STR.yaml", changes) == []
    found = load_catalogue(tmp_path)
    assert found.initiatives["I-STR01"].name.en == "Our own workshop"
    assert len(found.initiatives) == 86
    assert found.instead == {"I-RES02": ("I-SVC08",)}


def test_a_module_that_no_platform_offers():
    from roadmap.catalogue import Rows, read_catalogue_pack
    from roadmap.checking.platforms import check_platforms

    rows = Rows(read_catalogue_pack())
    for name, platform in rows.platforms.items():
        without = [m.model_copy(update={"depth": 0}) if m.id == "LIVE" else m for m in platform.modules]
        rows.platforms[name] = platform.model_copy(update={"modules": tuple(without)})
        rows.places[id(rows.platforms[name])] = rows.places[id(platform)]
    assert [(one.code, "LIVE" in one.message) for one in check_platforms(rows, FRAMEWORK)] == [("R017", True)]


def test_a_review_grows_old_by_the_day_that_is_given(tmp_path: Path):
    from datetime import date

    rows = built_in("flags.yaml")["flags"]
    (tmp_path / "roadmap").mkdir()
    changed = {"flags": every(rows, "ADV", reviewed="2026-10-01")}
    (tmp_path / "roadmap" / "flags.yaml").write_text(yaml.safe_dump(changed, allow_unicode=True), "utf-8")
    for today, codes in (
        (date(2027, 11, 2), ["R036"]),
        (date(2027, 10, 31), []),
        (date(2026, 9, 1), ["R036"] * len(rows)),
    ):
        found = check_catalogue(tmp_path, today)
        assert [one.code for one in found] == codes
        assert all(one.severity == "warning" and one.line > 1 for one in found)
    assert check_catalogue(tmp_path) == []


def test_a_finding_points_into_the_file_of_the_overlay(tmp_path: Path):
    (one,) = checked(tmp_path, "initiatives/STR.yaml", initiative(first_benefit=[3, 1]))
    assert (one.file, one.line) == (f"{tmp_path.as_posix()}/roadmap/initiatives/STR.yaml", 2)
