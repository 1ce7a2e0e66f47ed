"""Numbers, money, dates and typography in both languages; sentences chosen by the parameters that are there."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.locale_text import LocaleText
from reports import Names, say
from reports.phrases import numbers
from reports.phrases.typesetting import heading, typeset
from reports.phrases.typography import fits, phrases, spaced
from reports.phrases.wording import fill

NAMES = {"MEM2": LocaleText("统一会员系统", "Unified member system"), "a": "甲", "b": "乙"}


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        (0, "¥0", "¥0"),
        (99_900, "¥999", "¥999"),
        (123_400, "¥1,230", "¥1.23k"),
        (1_000_000, "¥1 万", "¥10k"),
        (104_000_000, "¥104 万", "¥1.04m"),
        (-4_000_000, "−¥4 万", "−¥40k"),
        (12_345_678_900, "¥1.2 亿", "¥123m"),
        (250_000_000_000, "¥25 亿", "¥2.5bn"),
    ],
)
def test_money(amount, zh, en):
    assert numbers.money(amount, "zh") == zh
    assert numbers.money(amount, "en") == en


def test_money_in_other_currencies():
    assert numbers.money(500_000, "en", "USD") == "$5k"
    assert numbers.money(500_000, "en", "XAU") == "XAU 5k"
    assert numbers.money_range(-100, 5_000_000, "zh", "USD") == "−0 至 5 万 USD"


@pytest.mark.parametrize(
    ("start", "finish", "zh", "en"),
    [
        (date(2026, 12, 1), date(2026, 12, 18), "2026年12月1日–18日", "1–18 Dec 2026"),
        (date(2026, 12, 1), date(2027, 1, 8), "2026年12月1日–2027年1月8日", "1 Dec 2026 – 8 Jan 2027"),
        (date(2027, 1, 4), date(2027, 2, 5), "2027年1月4日–2月5日", "4 Jan – 5 Feb 2027"),
    ],
)
def test_spans_of_days_name_the_year_once(start, finish, zh, en):
    assert numbers.day_range(start, finish, "zh") == zh
    assert numbers.day_range(start, finish, "en") == en


@given(st.fractions(min_value=-100, max_value=100))
def test_rounding_is_half_up_and_symmetric(value: Fraction):
    assert numbers.half_up(value, 1) == -numbers.half_up(-value, 1)
    assert abs(Fraction(numbers.half_up(value, 1)) - value) <= Fraction(1, 20)


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_money_never_shows_a_wrong_sign_or_a_plain_hyphen(amount: int):
    for locale in ("zh", "en"):
        text = numbers.money(amount, locale)
        assert text.startswith(numbers.MINUS) == (amount < 0)
        assert "-" not in text


def test_halves_go_up():
    assert numbers.percent(Decimal("0.125")) == "13%"
    assert numbers.plain(Decimal("2.25"), 1) == "2.3"
    assert numbers.level(Fraction(5, 2)) == "2.5"
    assert numbers.rung(Fraction(7, 2)) == "3.5"


def test_han_and_latin_stand_apart():
    assert spaced("先打通CRM再做会员").replace("\u00a0", " ") == "先打通 CRM 再做会员"
    assert "2027\u00a0年" in spaced("2027年4月9日")


def test_a_title_breaks_between_phrases_only():
    assert phrases("先用好资源，再打通会员：利润 240 万元") == ["先用好资源，", "再打通会员：", "利润 240 万元"]
    assert heading("先用好资源，再打通会员", "zh").count("<wbr>") == 1
    assert heading("a < b", "en") == "a &lt; b"


def test_adjacent_punctuation_is_set_tight():
    assert str(typeset("“甲”，乙", "zh")) == '“甲<span class="halt">”</span>，乙'


def test_markup_in_a_text_is_text():
    assert str(typeset("<b>甲</b>", "zh")) == "&lt;b&gt;甲&lt;/b&gt;"


def test_a_title_too_long_for_two_lines_is_told():
    assert fits("三个波次 24 项举措")
    assert not fits("一" * 80)


def test_the_first_template_whose_parameters_are_there_is_used():
    assert say("budget", {}, "zh") == "预算已用完"
    assert say("budget", {"period": 1}, "en") == "the budget is short from month 2"
    assert (
        say("budget", {"period": 1}, "en", Names("en", start=date(2026, 12, 1))) == "the budget is short from Jan 2027"
    )
    assert say("budget", {"value": 24_000_000}, "en").endswith("¥240k if it fitted")


def test_names_and_plurals():
    assert fill("{ids:names}", {"ids": ["a", "b"]}, Names("zh", NAMES)) == "甲、乙"
    assert fill("{ids:names}", {"ids": list("abcdef")}, Names("en", NAMES)) == "甲, 乙, c, d and 2 more"
    assert fill("{n} {n:s|item|items}", {"n": 1}, Names("en")) == "1 item"
    assert fill("{n} {n:s|item|items}", {"n": 2}, Names("en")) == "2 items"
    assert fill("{x:word}", {"x": "dont_know"}, Names("zh")) == "不知道"


def test_an_unknown_form_is_a_mistake_of_the_author():
    with pytest.raises(ValueError, match="unknown form 'nonsense'"):
        fill("{x:nonsense}", {"x": 1}, Names("en"))
