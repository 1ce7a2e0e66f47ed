"""A fact has one name, that of its definition, wherever it is read."""

from assessment.content import load_pack
from reports.phrases import labels


def test_reports_call_a_fact_what_its_definition_calls_it():
    named = {ident: fact.name for ident, fact in load_pack().fact_definitions.items()}
    assert {ident: labels.FACTS.get(ident) for ident in named} == named
