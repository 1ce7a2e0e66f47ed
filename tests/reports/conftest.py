"""What the tests of reports share: the dossier, its models, and one rendering per language and session."""

import importlib.util
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest

from assessment.dossier import Dossier
from questionnaires.locale_text import Locale
from reports import Fonts, Rendering, ReportModel, compose, ensure_fonts, render

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache" / "fonts"
LOCALES: tuple[Locale, ...] = ("zh", "en")


def _load(name: str) -> ModuleType:
    """Load a file beside this one; the test folders are no packages."""
    spec = importlib.util.spec_from_file_location(f"reports_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def dossiers() -> ModuleType:
    """Return the module that builds dossiers, for tests that vary one; plan and registers are files beside it."""
    _load("plans")
    _load("registers")
    return _load("dossiers")


@pytest.fixture(scope="session")
def dossier(dossiers: ModuleType) -> Dossier:
    return dossiers.dossier()


@pytest.fixture(scope="session")
def models(dossier: Dossier) -> Mapping[Locale, ReportModel]:
    return {locale: compose(dossier, locale) for locale in LOCALES}


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return ensure_fonts(CACHE)


@pytest.fixture(scope="session")
def renderings(models: Mapping[Locale, ReportModel], fonts: Fonts) -> Mapping[Locale, Rendering]:
    return {locale: render(model, None, fonts) for locale, model in models.items()}


@pytest.fixture(scope="session")
def pages(renderings: Mapping[Locale, Rendering]) -> Mapping[Locale, tuple[str, ...]]:
    """Return the text of every page, as a reader of the PDF gets it."""
    return {locale: texts(rendering.pdf) for locale, rendering in renderings.items()}


def texts(pdf: bytes) -> tuple[str, ...]:
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_bounded())
        text.close()
        page.close()
    document.close()
    return tuple(found)


@pytest.fixture(scope="session")
def page_texts() -> object:
    """Return the function that reads the text of a PDF, for tests with a rendering of their own."""
    return texts
