"""Workbooks of answers: one row per person or one per answer, evidence, not-applicables, and who may stand there."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from assessment.engagement import Person
from assessment.sheets import InvalidSheet, PersonAnswers, read_table, write_template
from questionnaires import Answer

WIDE = ["person", "M.RES5", "M.RES5#evidence", "M.RES5#note", "M.open.1"]
LONG = ["person", "question", "value", "evidence", "note"]


def test_one_row_per_person(read):
    rows = read("answers:manager", WIDE, ["M01", "4", "截图|document", "相册", "丢在报价"], ["M02", "dk", "", "", ""])
    assert rows == (
        PersonAnswers(
            "M01",
            (Answer("M.open.1", "丢在报价"), Answer("M.RES5", 4, evidence=("screenshot", "document"), note="相册")),
        ),
        PersonAnswers("M02", (Answer("M.RES5", None, "dont_know"),)),
    )


def test_one_row_per_answer(read):
    rows = read(
        "answers:executive", LONG, ["P01", "E.STR1", 2, "statement", "原话"], ["P01", "E.open.1", "没有下文", "", ""]
    )
    assert rows == (
        PersonAnswers(
            "P01", (Answer("E.open.1", "没有下文"), Answer("E.STR1", 2, evidence=("statement",), note="原话"))
        ),
    )


def test_a_store_stands_for_its_only_manager(read):
    assert read("answers:manager", ["store", "M.RES5"], ["S03", 3]) == (PersonAnswers("M03", (Answer("M.RES5", 3),)),)


def test_people_who_left_everything_blank_did_not_answer(read):
    rows = read("answers:manager", ["person", "M.RES5"], ["M01", ""], ["M02", 3])
    assert [r.person for r in rows] == ["M02"]


def test_an_executive_may_be_asked_out_of_role(read):
    assert read("answers:executive", ["person", "E.SAL2"], ["P01", 3])[0].answers == (Answer("E.SAL2", 3),)


def test_a_reason_makes_a_not_applicable(read):
    row = read("answers:manager", ["person", "M.BIZ3"], ["M01", "不适用：工厂直发"])[0]
    assert row.answers == (Answer("M.BIZ3", None, "not_applicable", "工厂直发"),)


@pytest.mark.parametrize(
    ("instrument", "head", "rows", "expected"),
    [
        ("manager", WIDE[:2], [["M01", "6"]], [("not_a_level", "B2")]),
        ("manager", WIDE[:2], [["M01", "na"]], [("na_reason", "B2")]),
        ("manager", WIDE[:2], [["M01", "4分"]], [("not_a_level", "B2")]),
        ("manager", WIDE[:3], [["M01", "", "截图"]], [("answer_blank", "B2")]),
        ("manager", WIDE[:3], [["M01", "3", "水晶球"]], [("unknown_choice", "C2")]),
        ("manager", WIDE[:2], [["M99", "3"]], [("unknown_reference", "A2")]),
        ("manager", WIDE[:2], [["", "3"]], [("person_or_store", "A2")]),
        ("manager", ["store", "M.RES5"], [["S99", "3"]], [("no_manager", "A2")]),
        ("manager", WIDE[:2], [["P01", "3"]], [("wrong_audience", "A2")]),
        ("executive", ["person", "E.STR1"], [["M01", "3"]], [("wrong_audience", "A2")]),
        ("manager", WIDE[:2], [["M01", "3"], ["M01", "4"]], [("doubled", "A3")]),
        ("manager", ["person", "M.NOPE"], [["M01", "3"]], [("unknown_column", "B1")]),
        ("manager", ["person", "E.STR1"], [["M01", "3"]], [("unknown_column", "B1")]),
        ("executive", LONG, [["P01", "E.NOPE", 3, "", ""]], [("unknown_reference", "B2")]),
        ("executive", LONG, [["P01", "E.STR1", 3, "", ""], ["P01", "E.STR1", 4, "", ""]], [("doubled", "B3")]),
        ("executive", LONG, [["P01", "E.STR1", 9, "", ""]], [("not_a_level", "C2")]),
        ("executive", LONG, [["P01", "E.STR1", "", "", "只有记录"]], [("answer_blank", "C2")]),
    ],
)
def test_every_problem_names_its_cell(wrong, instrument, head, rows, expected):
    assert wrong(f"answers:{instrument}", head, *rows) == expected


def test_a_store_with_two_managers_needs_the_person(context):
    twin = Person("M03b", "副店长", "manager", store="S03")
    both = replace(context, people=(*context.people, twin))
    with pytest.raises(InvalidSheet) as caught:
        read_table("answers:manager", "t.csv", b"store,M.RES5\nS03,3\n", both)
    assert [p.code for p in caught.value.found] == ["several_managers"]


def test_all_problems_of_a_whole_form_come_at_once(wrong):
    rows = [[f"M{i:02}", "7"] for i in range(1, 21)]
    assert len(wrong("answers:manager", WIDE[:2], *rows)) == 20


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_template_lists_everybody_every_question_and_every_anchor(context, locale):
    book = load_workbook(io.BytesIO(write_template("answers:manager", context, locale)))
    answers, anchors, explained = (book.worksheets[i] for i in (0, 1, 2))
    instrument = context.content.library.instruments["manager"]
    assert [answers.cell(row, 1).value for row in (3, 32)] == ["M01", "M30"]
    header = [c.value for c in answers[1]]
    assert {q.id for q in instrument.questions} <= set(header)
    assert answers.cell(2, header.index("M.RES5") + 1).value == instrument.question("M.RES5").stem.in_(locale)
    assert answers.freeze_panes == "E3"
    assert anchors.max_row == len(instrument.questions) + 1
    level3 = context.content.library.framework.capabilities["RES5"].anchors[2].text.in_(locale)
    row = next(r for r in anchors.iter_rows(values_only=True) if r[0] == "M.RES5")
    assert row[4] == level3
    assert explained.cell(1, 1).value == instrument.title.in_(locale)
    assert any("dk" not in (v.formula1 or "") for v in answers.data_validations.dataValidation)


def test_questions_outside_an_executives_role_are_grey(context):
    book = load_workbook(io.BytesIO(write_template("answers:executive", context, "zh")))
    page = book.worksheets[0]
    header = [c.value for c in page[1]]
    ceo = next(r for r in range(3, 10) if page.cell(r, 1).value == "P01")
    own, other = (page.cell(ceo, header.index(q) + 1) for q in ("E.STR1", "E.SAL2"))
    assert own.fill.fgColor.rgb != other.fill.fgColor.rgb
