"""The words of the server-rendered pages in both languages."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from questionnaires.locale_text import LOCALES, Locale

WEB = Path(__file__).parents[1]
FOLDERS = (WEB / "answer" / "words", WEB / "api" / "words")


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return locale → key → text."""
    return {
        locale: {
            key: text
            for folder in FOLDERS
            for key, text in json.loads((folder / f"{locale}.json").read_text("utf-8")).items()
        }
        for locale in LOCALES
    }


def speaker(locale: Locale) -> Callable[..., str]:
    """Return the function that words a key in ``locale``; KeyError when the key is unknown."""

    def t(key: str, **params: Any) -> str:
        return catalogue()[locale][key].format(**params)

    return t
