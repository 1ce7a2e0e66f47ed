"""Spreadsheets in and out, through the use cases."""

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from assessment.answering import answers_of, save_answers, sheet_of
from assessment.engagement import Store
from assessment.errors import Forbidden, InvalidInput, NotFound
from assessment.registering import export_template, import_table, list_people, list_stores, replace_stores
from assessment.sheets import KINDS
from assessment.tables import AnswerEventRow

BARE = {"store_visits", "mystery", "requests"}
"""Registers of which the sample may hold nothing; an empty table is none."""

ALL = (*(kind for kind in KINDS if kind not in BARE), "answers:manager", "answers:executive")
STORES = "id,name,ownership,format,region_tier\nS01,一店,own,standard,t12\nS02,二店,own,flagship,t12\nS03,三店,franchise,standard,t3\n"


def take(world, kind, data, content, *, actor=None, engagement=None, name="table.csv"):
    data = data.encode() if isinstance(data, str) else data
    return import_table(
        world.db, actor or world.carl, engagement or world.engagement, kind, name, data, content, world.now
    )


def test_a_table_becomes_the_register(world, content):
    assert take(world, "stores", STORES, content) == 3
    assert [s.name for s in list_stores(world.db, world.vera, world.engagement)] == ["一店", "二店", "三店"]


def test_a_bad_cell_refuses_the_file_and_names_its_place(world, content):
    before = list_stores(world.db, world.alice, world.engagement)
    with pytest.raises(InvalidInput) as refused:
        take(
            world,
            "stores",
            STORES.replace("flagship,t12", "flagship,").replace("own,standard", "rented,standard"),
            content,
        )
    assert len(refused.value.problems) >= 2
    assert any("C2" in p.where for p in refused.value.problems)
    assert list_stores(world.db, world.alice, world.engagement) == before


def test_a_table_that_would_drop_people_who_are_needed_is_refused(world, content):
    with pytest.raises(InvalidInput) as refused:
        take(world, "stores", STORES.replace("S02", "S04"), content)
    assert [p.where for p in refused.value.problems] == ["S02"]


@pytest.mark.parametrize("kind", ALL)
def test_every_template_of_the_sample_comes_back_unchanged(world, content, kind, tmp_path):
    data = export_template(world.db, world.alice, world.sample, kind, content, "zh")
    file = tmp_path / "t.xlsx"
    file.write_bytes(data)
    load_workbook(file).close()
    before = _everything(world)
    assert take(world, kind, data, content, actor=world.alice, engagement=world.sample, name="t.xlsx") > 0
    assert _everything(world) == before


def _everything(world):
    from assessment.door import enter
    from assessment.gathering import gather

    with world.db.view() as session:
        gathered = gather(session, enter(session, world.alice, world.sample))
        events = session.exec(select(AnswerEventRow.id).where(AnswerEventRow.engagement_id == world.sample)).all()
    return gathered.work, gathered.systems, gathered.facts, gathered.resources, gathered.needs, sorted(events)


def test_a_workbook_of_answers_hands_the_forms_in(world, content, event):
    save_answers(
        world.db, world.ann, world.engagement, "M01", "manager", [event("M.SAL1", 2), event("M.SAL2", 5)], world.now
    )
    rows = "person,M.SAL2,M.SAL2#evidence,M.SAL3\nM01,3,statement,dk\nM02,4,,\n"
    assert take(world, "answers:manager", rows, content) == 2
    given = answers_of(world.db, world.ann, world.engagement, "M01", "manager")
    assert {q: a.value for q, a in given.items()} == {"M.SAL1": 2, "M.SAL2": 3, "M.SAL3": None}
    assert sheet_of(world.db, world.ann, world.engagement, "M02", "manager").receipt
    with world.db.view() as session:
        count = len(session.exec(select(AnswerEventRow).where(AnswerEventRow.engagement_id == world.engagement)).all())
    assert take(world, "answers:manager", rows, content) == 2
    with world.db.view() as session:
        again = session.exec(select(AnswerEventRow).where(AnswerEventRow.engagement_id == world.engagement)).all()
    assert len(again) == count, "the same file again adds nothing"


def test_an_old_export_does_not_put_back_what_was_answered_since(world, content, event):
    form = (world.db, world.ann, world.engagement, "M01", "manager")
    save_answers(*form, [event("M.SAL1", 2)], world.now)
    old = export_template(world.db, world.ann, world.engagement, "answers:manager", content, "zh")
    assert take(world, "answers:manager", old, content, name="t.xlsx") == 1, "nothing changed since"
    save_answers(*form, [event("M.SAL1", 5)], world.later(minutes=1))
    with pytest.raises(InvalidInput) as refused:
        take(world, "answers:manager", old, content, name="t.xlsx")
    (problem,) = refused.value.problems
    assert problem.where == "答案!3"
    assert "M01" in problem.text.zh
    assert "M01" in problem.text.en
    assert answers_of(*form)["M.SAL1"].value == 5
    fresh = export_template(world.db, world.ann, world.engagement, "answers:manager", content, "zh")
    assert take(world, "answers:manager", fresh, content, name="t.xlsx") == 1


def test_a_form_exported_empty_and_answered_online_is_not_overwritten(world, content, event, tmp_path):
    data = export_template(world.db, world.ann, world.engagement, "answers:manager", content, "en")
    file = tmp_path / "t.xlsx"
    file.write_bytes(data)
    book = load_workbook(file)
    page = book["Answers"]
    heads = {cell.value: cell.column for cell in page[1]}
    assert page.column_dimensions[page.cell(1, heads["_revision"]).column_letter].hidden
    page.cell(3, heads["M.SAL1"]).value = "1"
    book.save(file)
    form = (world.db, world.ann, world.engagement, "M01", "manager")
    save_answers(*form, [event("M.SAL1", 4)], world.now)
    with pytest.raises(InvalidInput):
        take(world, "answers:manager", file.read_bytes(), content, name="t.xlsx")
    assert answers_of(*form)["M.SAL1"].value == 4


def test_answers_of_somebody_unknown_are_refused(world, content):
    with pytest.raises(InvalidInput):
        take(world, "answers:manager", "person,M.SAL2\nM77,3\n", content)
    with pytest.raises(InvalidInput):
        take(world, "answers:manager", "person,M.SAL2\nP01,3\n", content)


@pytest.mark.parametrize("kind", ["secrets", "answers:", "answers:nobody", "STORES"])
def test_an_unknown_kind_does_not_exist(world, content, kind):
    with pytest.raises(NotFound):
        take(world, kind, STORES, content)
    with pytest.raises(NotFound):
        export_template(world.db, world.alice, world.engagement, kind, content, "en")


def test_who_may_take_tables_in_and_out(world, content):
    for client in world.clients:
        with pytest.raises(Forbidden):
            take(world, "stores", STORES, content, actor=client)
        with pytest.raises(Forbidden):
            take(world, "answers:manager", "person,M.SAL2\nM01,3\n", content, actor=client)
        with pytest.raises(Forbidden):
            export_template(world.db, client, world.engagement, "answers:manager", content, "zh")
    for stranger in world.strangers:
        with pytest.raises(NotFound):
            take(world, "stores", STORES, content, actor=stranger)
        with pytest.raises(NotFound):
            export_template(world.db, stranger, world.engagement, "stores", content, "zh")
    with pytest.raises(Forbidden):
        take(world, "targets", "capability,level\nRES5,4\n", content, actor=world.ann)


def test_a_template_holds_what_is_registered(world, content):
    replace_stores(
        world.db,
        world.alice,
        world.engagement,
        [*list_stores(world.db, world.alice, world.engagement), Store("S05", "=1+1", "own", "standard", "t12")],
        world.now,
    )
    data = export_template(world.db, world.alice, world.engagement, "stores", content, "en")
    assert take(world, "stores", data, content, name="a.xlsx") == 3
    assert list_stores(world.db, world.alice, world.engagement)[-1].name == "=1+1"
    assert list_people(world.db, world.alice, world.engagement)
