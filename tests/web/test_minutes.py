"""How long a form takes is computed in one place and said nowhere else."""

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assessment.sheets import write_template
from assessment.sheets.columns import SheetContext
from questionnaires.locale_text import LOCALES
from questionnaires.routing import minutes
from web.storage import content

ROOT = Path(__file__).parents[2]


def whole_manager_form():
    return minutes(content().library.instruments["manager"].questions)


@pytest.mark.parametrize("ident", ["manager", "guide", "executive", "short"])
def test_no_introduction_names_a_time_of_its_own(ident):
    instrument = content().library.instruments.get(ident)
    if instrument is None:
        pytest.skip("not an instrument of this pack")
    assert not re.search(r"\d+ ?分钟|小时", instrument.intro.zh)
    assert not re.search(r"minutes|hour", instrument.intro.en)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_workbook_says_what_the_page_computes(locale):
    data = write_template("answers:manager", SheetContext(content()), locale)
    book = load_workbook(io.BytesIO(data), read_only=True)
    text = " ".join(str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value)
    book.close()
    said = set(re.findall(r"约 (\d+) 分钟" if locale == "zh" else r"About (\d+) minutes", text))
    assert said == {str(whole_manager_form())}
    assert ("另有 6 道选答题" if locale == "zh" else "6 optional questions") in text


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_says_the_same(name):
    text = (ROOT / name).read_text("utf-8")
    assert re.findall(r"in about (\d+) minutes|约 (\d+) 分钟答完", text)[0] in {
        (str(whole_manager_form()), ""),
        ("", str(whole_manager_form())),
    }
