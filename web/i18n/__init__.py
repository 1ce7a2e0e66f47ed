"""The words of the pages in Chinese and English, as equals.

Both catalogues live in the browser: a switch of language redraws the page at once and asks no server.
``t`` takes a key of the catalogue, ``said`` a text that came from the database or the content pack in both languages.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import reflex as rx
from reflex.vars import VarData
from reflex_base.utils.imports import ImportVar

from questionnaires.locale_text import LOCALES

for _name in ("zh.json", "en.json"):
    rx.asset(_name, shared=True)
JS = rx.asset("locale.js", shared=True).importable_path

_HOOK = {"const locale = useLocale();": None}
_DATA = VarData(
    imports={JS: [ImportVar(tag="tr"), ImportVar(tag="pick"), ImportVar(tag="useLocale")]},
    hooks=_HOOK,
)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return locale → key → text."""
    folder = Path(__file__).parent
    return {locale: json.loads((folder / f"{locale}.json").read_text("utf-8")) for locale in LOCALES}


def t(key: str, **params: Any) -> rx.Var[str]:
    """Return the text ``key`` in the reader's language; parameters may be state variables.

    Raises:
        KeyError: when the catalogue lacks the key. It fails when the page is compiled, never in a browser.
    """
    if any(key not in catalogue()[locale] for locale in LOCALES):
        raise KeyError(key)
    if not params:
        return rx.Var(f'tr(locale, "{key}")', _var_type=str, _var_data=_DATA)
    values = rx.Var.create(params)
    return rx.Var(
        f'tr(locale, "{key}", {values!s})',
        _var_type=str,
        _var_data=VarData.merge(_DATA, values._get_all_var_data()),  # noqa: SLF001
    )


def said(text: Any) -> rx.Var[str]:
    """Return the wording of a ``LocaleText`` variable in the reader's language."""
    var = rx.Var.create(text)
    return rx.Var(f"pick(locale, {var!s})", _var_type=str, _var_data=VarData.merge(_DATA, var._get_all_var_data()))  # noqa: SLF001


def locale_is(locale: str) -> rx.Var[bool]:
    """Return whether the reader reads ``locale`` now."""
    return rx.Var(f'(locale === "{locale}")', _var_type=bool, _var_data=_DATA)


def set_locale(locale: str) -> rx.event.EventSpec:
    """Return the event that switches the language in the browser; bound there, nothing is evaluated."""
    imports = {JS: [ImportVar(tag="setLocale")]}
    return rx.call_function(rx.Var(f'(() => setLocale("{locale}"))', _var_data=VarData(imports=imports)))
