"""The command line's own words, in the language of the terminal (``ZHIDIAN_LOCALE`` or ``LANG``)."""

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from questionnaires.locale_text import Locale


def locale(environment: Mapping[str, str] = os.environ) -> Locale:
    """Return the language of the command line: ``ZHIDIAN_LOCALE``, else what the system's locale says, else English.

    >>> locale({"LANG": "zh_CN.UTF-8"}), locale({"LANG": "C"}), locale({"LANG": "zh_CN", "ZHIDIAN_LOCALE": "en"})
    ('zh', 'en', 'en')
    """
    said = environment.get("ZHIDIAN_LOCALE") or environment.get("LC_ALL") or environment.get("LANG") or ""
    return "zh" if said.lower().startswith("zh") else "en"


def unknown_locale(environment: Mapping[str, str] = os.environ) -> str:
    """Return what ``ZHIDIAN_LOCALE`` says when it is neither Chinese nor English, else nothing.

    >>> unknown_locale({"ZHIDIAN_LOCALE": "fr"}), unknown_locale({"ZHIDIAN_LOCALE": "en_US"}), unknown_locale({"LANG": "fr"})
    ('fr', '', '')
    """
    said = environment.get("ZHIDIAN_LOCALE", "")
    return "" if said.lower().startswith(("zh", "en")) else said


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return every text of the command line: key → {zh, en}."""
    return json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))


def say(key: str, **params: object) -> str:
    """Return the text ``key`` in the terminal's language with its parameters filled in; KeyError when unknown."""
    return say_in(locale(), key, **params)


def say_in(language: Locale, key: str, **params: object) -> str:
    """Return the text ``key`` in a language; KeyError when unknown."""
    return catalogue()[key][language].format(**params)
