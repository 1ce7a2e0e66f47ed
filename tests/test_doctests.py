"""Every example in a docstring is true."""

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("questionnaires", "scoring", "roadmap", "assessment", "reports", "web")


def modules() -> list[str]:
    """The modules with an example in them."""
    files = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    told = (path for path in files if "migrations" not in path.parts and ">>> " in path.read_text("utf-8"))
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in told]


@pytest.mark.parametrize("name", modules())
def test_the_examples_of(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert result.failed == 0
