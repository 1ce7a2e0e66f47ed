"""What is exported comes back the same, in both languages; templates are what a person can work with."""

import io
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessment.engagement import Store
from assessment.sheets import KINDS, PersonAnswers, SheetContext, read_table, write_template
from assessment.sheets.tables import TABLES


def rows_of(sample, kind):
    work = sample.work
    return {
        "stores": work.stores,
        "people": work.people,
        "systems": sample.systems,
        "flows": sample.flows,
        "facts": sample.facts,
        "resources": sample.resources,
        "needs": sample.needs,
        "visits": work.visits,
        "documents": work.documents,
        "approvals": work.approvals,
        "targets": sample.targets,
    }[kind]


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"store_visits", "mystery", "requests"}])
def test_the_sample_survives_export_and_import(context, sample, kind, locale):
    rows = rows_of(sample, kind)
    back = read_table(kind, "t.xlsx", write_template(kind, context, locale, rows), context)
    if kind == "facts":  # the template lists all numbers in the order of the content
        rows, back = (sorted(r, key=lambda f: f.id) for r in (rows, back))
    assert list(back) == list(rows)


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("instrument", ["manager", "executive"])
def test_answers_survive_export_and_import(context, sample, instrument, locale):
    given_answers = [
        PersonAnswers(person, tuple(answers.values()))
        for (person, name), answers in sorted(sample.work.answers.items())
        if name == instrument
    ]
    data = write_template(f"answers:{instrument}", context, locale, given_answers)
    back = read_table(f"answers:{instrument}", "t.xlsx", data, context)
    assert sorted(back, key=lambda r: r.person) == given_answers


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_template_explains_itself(context, kind, locale):
    book = load_workbook(io.BytesIO(write_template(kind, context, locale)))
    spec = TABLES[kind](context)
    page, explained = book.worksheets[0], next(p for p in book.worksheets if p.title in {"填写说明", "How to fill in"})
    assert page.title == spec.title.in_(locale)
    names = [str(c.value) for c in page[1]]
    assert names == [c.heading(locale) + (" *" if c.required else "") for c in spec.columns]
    assert page.freeze_panes == "B3"
    assert str(page["A2"].value).startswith("#")
    written = [str(row[0]) for row in explained.iter_rows(values_only=True)]
    assert all(c.heading(locale) in written for c in spec.columns if not c.info)
    lists = [v for v in page.data_validations.dataValidation if v.type == "list"]
    assert len(lists) == sum(
        (c.kind in {"choice", "open_choice", "flag"} and bool(c.choices or c.kind == "flag")) or bool(c.codes)
        for c in spec.columns
    )


def test_the_facts_template_asks_for_every_number_with_unit_and_help(context, pack):
    page = load_workbook(io.BytesIO(write_template("facts", context, "en"))).worksheets[0]
    ids = [row[0] for row in page.iter_rows(min_row=3, values_only=True) if row[0]]
    assert ids == list(pack.fact_definitions)


def test_the_same_input_gives_the_same_bytes(context, sample):
    first = write_template("stores", context, "zh", sample.work.stores)
    assert first == write_template("stores", context, "zh", sample.work.stores)


def test_links_and_formulas_are_written_as_text(context):
    evil = Store("S1", "=1+1", "own", "http://x.example", "+86", city="@home", manager="-1+2")
    data = write_template("stores", context, "zh", [evil])
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    assert {c.data_type for c in page[3] if c.value is not None} == {"s"}
    assert all(c.hyperlink is None for c in page[3])
    assert read_table("stores", "t.xlsx", data, context) == (evil,)


WORDS = st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters="#"), min_size=1, max_size=30)
IDS = st.text(string.ascii_letters + string.digits + "-_", min_size=1, max_size=20)
STORES = st.lists(
    st.builds(
        Store,
        id=IDS,
        name=WORDS,
        ownership=st.sampled_from(["own", "franchise"]),
        format=st.sampled_from(["flagship", "standard"]),
        region_tier=st.sampled_from(["t12", "t34"]),
        city=st.one_of(st.just(""), WORDS),
        name_en=st.one_of(st.just(""), WORDS),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda s: s.id,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STORES, st.sampled_from(["zh", "en"]))
def test_any_text_comes_back_as_it_was(pack, stores, locale):
    context = SheetContext(pack)
    data = write_template("stores", context, locale, stores)
    assert list(read_table("stores", "t.xlsx", data, context)) == stores
