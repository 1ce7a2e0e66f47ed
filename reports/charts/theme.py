"""Colours of a drawing: token names, resolved to the light values on paper, left as custom properties on the web."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

ThemeName = Literal["paper", "web"]
TOKENS = Path(__file__).parents[1] / "styles" / "tokens.css"
_DECLARATION = re.compile(r"--([\w-]+):\s*([^;]+);")
_REFERENCE = re.compile(r"var\(--([\w-]+)\)")


@cache
def light_tokens() -> Mapping[str, str]:
    """Return every token of the light theme with references resolved: ``{'ink': '#1d1c1a', …}``."""
    css = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.DOTALL)
    start = css.index(":root {")
    raw = dict(_DECLARATION.findall(css[start : css.index("}", start)]))
    return MappingProxyType({name: _resolve(value.strip(), raw) for name, value in raw.items()})


def _resolve(value: str, raw: Mapping[str, str]) -> str:
    while found := _REFERENCE.search(value):
        value = value.replace(found.group(0), raw[found.group(1)].strip())
    return value


def resolve_css(css: str, overrides: Mapping[str, str] | None = None) -> str:
    """Replace every ``var(--name)`` of a style sheet by its light value; KeyError names an unknown token."""
    tokens = {**light_tokens(), **(overrides or {})}
    return _REFERENCE.sub(lambda found: tokens[found.group(1)], css)


def colour(name: str, theme: ThemeName) -> str:
    """Return the paint for a token name: a hex value on paper, a reference on the web.

    >>> colour("data", "paper"), colour("data", "web"), colour("none", "web")
    ('#46536e', 'var(--data)', 'none')
    """
    if name == "none":
        return name
    if name not in light_tokens():
        raise KeyError(name)
    return light_tokens()[name] if theme == "paper" else f"var(--{name})"
