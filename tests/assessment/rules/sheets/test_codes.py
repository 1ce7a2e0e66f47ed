"""Codes in tables: listed on a page of the template, offered to choose from, understood by name, nearest ones named."""

import io

import pytest
from openpyxl import load_workbook

from assessment.sheets import InvalidSheet, write_template
from assessment.sheets.tables import TABLES

VISIT = ["unit", "capability", "value", "selection"]
NEED = ["id", "request", "said_by", "said_on", "capability", "capabilities", "initiatives"]
STORE = ["id", "name", "ownership", "format", "region_tier"]
CODED = {
    "visits": {"STR1", "S01"},
    "documents": {"SAL3"},
    "approvals": {"STR1", "S01", "HQ"},
    "targets": {"STR1"},
    "needs": {"STR1", "I-SAL03"},
    "people": {"S01"},
    "flows": {"crm"},
    "store_visits": {"S01"},
    "mystery": {"S01"},
}


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("kind", CODED)
def test_a_template_lists_the_codes_it_asks_for_with_names_in_both_languages(context, kind, locale):
    book = load_workbook(io.BytesIO(write_template(kind, context, locale)))
    page = book["编号" if locale == "zh" else "Codes"]
    rows = {row[1]: (row[2], row[3]) for row in page.iter_rows(min_row=2, values_only=True)}
    assert set(rows) >= CODED[kind]
    assert all(zh and en for zh, en in rows.values())
    columns = [column for column in TABLES[kind](context).columns if column.codes]
    lists = [v for v in book.worksheets[0].data_validations.dataValidation if v.type == "list"]
    assert len(lists) >= len(columns)
    explained = " ".join(str(c) for row in book.worksheets[1].iter_rows(values_only=True) for c in row if c)
    assert ("编号 名称" if locale == "zh" else "page “Codes”") in explained


def names(context, code):
    found = context.content.library.framework.capabilities[code].name
    return found.zh, found.en


@pytest.mark.parametrize("kind", ["zh", "en", "both", "code", "lower"])
def test_a_capability_may_be_written_by_name(read, context, kind):
    zh, en = names(context, "SAL3")
    word = {"zh": zh, "en": en, "both": f"SAL3 {zh}", "code": "SAL3", "lower": "sal3"}[kind]
    (found,) = read("visits", VISIT, ["S01", word, "2", "random"])
    assert found.capability == "SAL3"


def test_several_codes_and_names_stand_in_one_cell(read, context):
    zh, en = names(context, "SAL3")
    initiative = context.content.catalogue.initiatives["I-SAL03"].name.zh
    row = ["n1", "原话", "某人", "2026-10-21", en, f"{zh} | SAL2", f"{initiative}"]
    (found,) = read("needs", NEED, row)
    assert (found.capabilities, found.initiatives) == (("SAL3", "SAL2"), ("I-SAL03",))
    assert found.serves["capability"] == "SAL3"


def test_what_is_neither_code_nor_name_is_told_the_nearest(read, context):
    zh, _ = names(context, "SAL3")
    with pytest.raises(InvalidSheet) as refused:
        read("visits", VISIT, ["S01", zh[:2] + "的过程", "2", "random"], ["S01", "SAL33", "2", "random"])
    first, second = refused.value.found
    assert (first.code, second.code) == ("unknown_code", "unknown_reference")
    assert "编号" in first.text.zh
    assert "SAL3 " in second.text.zh
    assert f"SAL3 {zh}" in second.text.zh


def test_every_defect_is_listed_at_once(wrong):
    """Also what spans rows, and of a row with a cell that was not understood everything else that is wrong with it."""
    rows = [
        ["S1", "一店", "leased", "flagship", "t12"],
        ["S1", "", "own", "flagship", "t12"],
        ["", "", "own", "flagship", "t12"],
        ["", "三店", "own", "flagship", ""],
    ]
    assert wrong("stores", STORE, *rows) == [
        ("unknown_choice", "C2"),
        ("doubled", "A3"),
        ("required", "B3"),
        ("required", "A4"),
        ("required", "B4"),
        ("required", "A5"),
        ("required", "E5"),
    ]
    visits = [["S99", "SAL3", "9", "random"], ["S01", "没有的能力", "2", "?"], ["S01", "没有的能力", "2", "?"]]
    assert wrong("visits", VISIT, *visits) == [
        ("unknown_reference", "A2"),
        ("not_a_level", "C2"),
        ("unknown_code", "B3"),
        ("unknown_choice", "D3"),
        ("unknown_code", "B4"),
        ("unknown_choice", "D4"),
    ]


def test_a_missing_sheet_is_called_by_the_name_the_template_gives_it(context):
    from assessment.sheets import read_table

    data = write_template("needs", context, "zh")
    with pytest.raises(InvalidSheet) as refused:
        read_table("stores", "t.xlsx", data, context)
    (found,) = refused.value.found
    assert "“门店”" in found.text.zh
    assert "“Stores”" in found.text.en


@pytest.mark.parametrize(
    ("locale", "words"), [("zh", "例：我要一匹更快的马。→ "), ("en", "Example: I want a faster horse. → ")]
)
def test_the_workbook_of_needs_explains_itself_by_the_worked_examples(context, locale, words):
    page = load_workbook(io.BytesIO(write_template("needs", context, locale))).worksheets[1]
    lines = [str(row[0]) for row in page.iter_rows(values_only=True) if row[0]]
    assert sum(words in line for line in lines) == 1
    assert (
        sum(("例：" if locale == "zh" else "Example: ") in line for line in lines)
        >= len(context.content.need_examples)
        == 8
    )
