"""What an operator reads on the terminal exists in Chinese and in English."""

import ast
import re
import sys
from pathlib import Path

import pytest

from questionnaires.locale_text import LOCALES, LocaleText
from web import build, starting, storage, supervisor
from web import settings as settings_module
from web.build import BuildError
from web.cli.failures import sentence_of
from web.cli.words import catalogue
from web.settings import Settings, SettingsError
from web.starting import ServeError
from web.supervisor import Child

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
MODULES = (build, settings_module, starting, storage, supervisor)
ERRORS = {"BuildError", "ServeError", "SettingsError"}


def calls(module, name):
    """Yield every call of a name in a module's source."""
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
            yield node


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_sentence_of_an_error_is_chinese_in_zh_and_has_none_in_en(module):
    found = list(calls(module, "LocaleText"))
    assert found
    for text in found:
        zh, en = (ast.unparse(argument) for argument in text.args)
        assert CHINESE.search(zh), zh
        assert not CHINESE.search(en), en
    for name in ERRORS:
        for error in calls(module, name):
            assert not isinstance(error.args[0], ast.Constant | ast.JoinedStr), ast.unparse(error)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_line_of_progress_comes_from_the_words(module):
    for line in (*calls(module, "say"), *calls(module, "print")):
        assert ast.unparse(line.args[0]).startswith("words.say("), ast.unparse(line)


def test_the_words_of_serving_and_building_are_in_both_languages():
    keys = [key for key in catalogue() if key.startswith(("serve.", "build."))]
    assert {"serve.first", "serve.ready", "serve.ended", "build.began", "build.done"} <= set(keys)
    for key in keys:
        assert CHINESE.search(catalogue()[key]["zh"]), key
        assert not CHINESE.search(catalogue()[key]["en"]), key
        fields = [sorted(re.findall(r"{\w+}", catalogue()[key][locale])) for locale in LOCALES]
        assert fields[0] == fields[1], key


@pytest.mark.parametrize("kind", [BuildError, ServeError, SettingsError])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_terminal_shows_an_error_in_its_own_language(kind, locale, monkeypatch):
    monkeypatch.setenv("ZHIDIAN_LOCALE", locale)
    error = kind(LocaleText("原因", "the reason"))
    assert str(error) == "the reason"
    assert ("the reason", "原因")[locale == "zh"] in sentence_of(error)
    assert bool(CHINESE.search(sentence_of(error))) == (locale == "zh")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_start_and_a_death_are_told_in_the_language_of_the_terminal(locale, monkeypatch, tmp_path):
    monkeypatch.setenv("ZHIDIAN_LOCALE", locale)
    said = []
    starting.prepare(Settings.read({"ZHIDIAN_DATA_DIR": str(tmp_path)}), said.append)
    for name in ("server", "worker"):
        child = Child(name, (sys.executable, "-c", "raise SystemExit(3)"), {})
        child.start(0.0)
        child.process.wait()
        child.look(1.0, said.append)
    assert len(said) == 3
    assert starting.OWNER in said[0]
    assert [bool(CHINESE.search(line)) for line in said] == [locale == "zh"] * 3
