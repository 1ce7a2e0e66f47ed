"""Both languages say the same things, with the same places for figures, and nothing is said outside the catalogues."""

import ast
import re
from pathlib import Path

import pytest

from questionnaires.locale_text import LocaleText
from web.i18n import catalogue, said, t
from web.i18n.sentences import both, joined, original, same, sentences

HAN = re.compile(r"[\u4e00-\u9fff]")
PLACE = re.compile(r"\{(\w+)\}")
WEB = Path(__file__).parents[3] / "web"
CODE = [*WEB.glob("pages/**/*.py"), *WEB.glob("components/**/*.py")]
WITHOUT_HAN = {"resource.number", "flow.api", "field.id"}  # signs that are the same in Chinese


@pytest.mark.parametrize("texts", [catalogue(), sentences()], ids=["browser", "server"])
def test_the_catalogues_agree(texts):
    assert texts["zh"].keys() == texts["en"].keys()
    for key, zh in texts["zh"].items():
        en = texts["en"][key]
        assert set(PLACE.findall(zh)) == set(PLACE.findall(en)), key
        assert zh.strip()
        assert en.strip()
        assert not HAN.search(en), key


@pytest.mark.parametrize("texts", [catalogue(), sentences()], ids=["browser", "server"])
def test_chinese_is_chinese(texts):
    for key, zh in texts["zh"].items():
        words = re.sub(PLACE, "", zh)
        if re.search(r"[A-Za-z]{4,}|[a-z]{2,}", words) and key not in WITHOUT_HAN:
            assert HAN.search(words), key
        assert "  " not in zh, key
        assert not re.search(r"[,;:!?]", PLACE.sub("", zh).replace("PDF", "")), f"{key}: half-width mark"


def literals(name):
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
            if called and node.args and isinstance(node.args[0], ast.Constant):
                yield path.name, node.args[0].value


def test_every_word_the_pages_name_exists():
    for file, key in literals("t"):
        assert key in catalogue()["zh"], f"{file}: {key}"
    for file, key in literals("both"):
        assert key in sentences()["zh"], f"{file}: {key}"


def test_nothing_is_said_outside_the_catalogues():
    """Only the product's name, the two languages and signs stand in the code of pages."""
    allowed = {"Zhidian 支点", "中文"}
    for path in CODE:
        module = ast.parse(path.read_text("utf-8"))
        documented = {id(n.value) for n in ast.walk(module) if isinstance(n, ast.Expr)}
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                found = node.value not in allowed and re.search(r"[\u4e00-\u9fff]", node.value)
                assert not found, f"{path.name}: {node.value}"


def test_an_unknown_word_fails_when_the_page_is_compiled():
    with pytest.raises(KeyError):
        t("nobody.wrote.this")


def test_parameters_may_be_variables_or_texts():
    assert "tr(locale" in str(t("home.title"))
    assert "pick(locale" in str(said(LocaleText("甲", "A")))
    assert both("word.stores", n=3) == LocaleText("3 店", "3 stores")
    assert both("bars.block", name=LocaleText("甲", "A"), share="1%").en == "A · 1% of the index"


def test_texts_are_joined_as_each_language_does():
    pair = (LocaleText("甲", "A"), LocaleText("乙", "B"))
    assert joined(pair) == LocaleText("甲、乙", "A, B")
    assert joined(pair, sentences=True) == LocaleText("甲乙", "A B")
    assert same(5) == LocaleText("5", "5")
    assert original("", "Heyu") == LocaleText("Heyu", "Heyu")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_profile_says_of_peak_season_what_the_plan_keeps(locale):
    said_ = catalogue()[locale]["profile.peaks.note"]
    words = {
        "zh": ("门店", "大系统", "不启动", "不上线", "总部"),
        "en": ("start", "live", "stores", "large system", "head-office"),
    }
    assert all(word in said_ for word in words[locale])


def test_an_english_count_of_one_is_followed_by_one_thing():
    assert both("home.about", industry="Bakery", n=1).en == "Bakery · 1 store"
    assert both("next.forms.title", n=1).en == "Chase 1 store form"
    assert both("next.forms.title", n=2).en == "Chase 2 store forms"
