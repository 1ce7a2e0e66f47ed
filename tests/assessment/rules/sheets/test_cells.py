"""One cell of every kind: what it may say, what it becomes, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.sheets.cells import CellError, understand, written
from assessment.sheets.columns import Column
from assessment.sheets.levels import LevelWord, level_of, level_word
from questionnaires import LocaleText

T = LocaleText("列", "Column")
MODES = {"api": LocaleText("接口", "by API"), "manual": LocaleText("手工", "by hand")}


def column(kind: str, **more) -> Column:
    return Column("c", T, kind, **more)


@pytest.mark.parametrize(
    ("cell", "kind", "more", "value"),
    [
        (None, "text", {}, None),
        ("  ", "text", {}, None),
        (" 一店 ", "text", {}, "一店"),
        (2014.0, "text", {}, "2014"),
        (2014, "text", {}, "2014"),
        (0.31, "text", {}, "0.31"),
        (True, "text", {}, "true"),
        ("S01", "id", {}, "S01"),
        (7, "id", {}, "7"),
        ("1,234", "integer", {}, 1234),
        (12.0, "integer", {}, 12),
        ("¥86,000", "money", {}, 8_600_000),
        (19.99, "money", {}, 1999),
        ("0.5", "number", {}, 0.5),
        ("31%", "share", {}, 0.31),
        ("31.5％", "share", {}, 0.315),
        (0.31, "share", {}, 0.31),
        (1, "share", {}, 1.0),
        ("2026-11-20", "date", {}, "2026-11-20"),
        ("2026/11/20", "date", {}, "2026-11-20"),
        ("是", "flag", {}, True),
        ("No", "flag", {}, False),
        (False, "flag", {}, False),
        (1, "flag", {}, True),
        ("手工", "choice", {"choices": MODES}, "manual"),
        ("BY HAND", "choice", {"choices": MODES}, "manual"),
        ("manual", "choice", {"choices": MODES}, "manual"),
        ("传真", "open_choice", {"choices": MODES}, "传真"),
        ("接口", "open_choice", {"choices": MODES}, "api"),
        ("手工、接口 | 手工", "choices", {"choices": MODES}, ("manual", "api")),
        ("api;传真\n", "list", {"choices": MODES}, ("api", "传真")),
    ],
)
def test_a_cell_is_understood(cell, kind, more, value):
    assert understand(cell, column(kind, **more)) == value


@pytest.mark.parametrize(
    ("cell", "kind", "more", "code"),
    [
        (None, "text", {"required": True}, "required"),
        (" ", "flag", {"required": True}, "required"),
        ("x" * 501, "text", {}, "too_long"),
        ("S 01", "id", {}, "bad_id"),
        ("门店", "id", {}, "bad_id"),
        ("x" * 41, "id", {}, "bad_id"),
        ("many", "integer", {}, "not_a_number"),
        (True, "integer", {}, "not_a_number"),
        ("nan", "number", {}, "not_a_number"),
        ("inf", "number", {}, "not_a_number"),
        ("1e99", "number", {}, "not_a_number"),
        (1.5, "integer", {}, "not_whole"),
        (6, "integer", {"low": 1, "high": 5}, "out_of_range"),
        (-1, "money", {"low": 0}, "out_of_range"),
        ("31", "share", {}, "not_a_share"),
        (-0.1, "share", {}, "not_a_share"),
        ("some", "share", {}, "not_a_share"),
        (True, "share", {}, "not_a_share"),
        ("nan", "share", {}, "not_a_share"),
        ("20 Nov 2026", "date", {}, "not_a_date"),
        ("2026-02-30", "date", {}, "not_a_date"),
        ("maybe", "flag", {}, "not_yes_no"),
        ("传真", "choice", {"choices": MODES}, "unknown_choice"),
        ("手工|传真", "choices", {"choices": MODES}, "unknown_choice"),
    ],
)
def test_a_cell_is_refused(cell, kind, more, code):
    with pytest.raises(CellError) as caught:
        understand(cell, column(kind, **more))
    assert caught.value.code == code
    assert caught.value.at("s", 2, "B", column(kind, **more)).text.en


@pytest.mark.parametrize("names", ["zh", "en"])
@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("manual", "choice"),
        ("传真", "open_choice"),
        (("manual", "api"), "choices"),
        ((), "list"),
        (True, "flag"),
        (False, "flag"),
        (8_600_050, "money"),
        (0.315, "share"),
        (3, "integer"),
        (None, "integer"),
    ],
)
def test_what_is_written_is_read_again(value, kind, names):
    made = column(kind, choices=MODES if kind in {"choice", "open_choice", "choices"} else {})
    back = understand(written(value, made, names), made)
    assert back == (None if value == () else value)


@given(st.integers(-(10**12), 10**12))
def test_money_survives_to_the_last_fen(fen):
    assert understand(written(fen, column("money"), "zh"), column("money")) == fen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", LevelWord(1)),
        ("5.0", LevelWord(5)),
        ("3 · 写成规则", LevelWord(3)),
        ("2：个别门店", LevelWord(2)),
        ("不知道", LevelWord(None, "dont_know")),
        ("Don’t know", LevelWord(None, "dont_know")),
        ("dk", LevelWord(None, "dont_know")),
        ("？", LevelWord(None, "dont_know")),
        ("na:工厂直发", LevelWord(None, "not_applicable", "工厂直发")),
        ("不适用：无库存", LevelWord(None, "not_applicable", "无库存")),
        ("N/A: made to order", LevelWord(None, "not_applicable", "made to order")),
    ],
)
def test_a_level_as_people_write_it(text, expected):
    assert level_of(text) == expected


@pytest.mark.parametrize("text", ["0", "6", "3.5", "3-4", "3 4", "33", "good", "na of sorts", ""])
def test_what_is_no_level(text):
    with pytest.raises(CellError) as caught:
        level_of(text)
    assert caught.value.code == "not_a_level"


@pytest.mark.parametrize("text", ["na", "n/a:", "不适用： "])
def test_not_applicable_needs_a_reason(text):
    with pytest.raises(CellError) as caught:
        level_of(text)
    assert caught.value.code == "na_reason"


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("said", [LevelWord(4), LevelWord(None, "dont_know"), LevelWord(None, "not_applicable", "无")])
def test_a_level_is_written_and_read_in_both_languages(said, locale):
    assert level_of(str(level_word(said.level, said.reason, said.na_reason, locale))) == said


def test_what_was_never_asked_is_written_as_nothing():
    assert level_word(None, "not_asked", "") is None
