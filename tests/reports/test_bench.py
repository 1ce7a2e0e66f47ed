"""The bench of the report gives figures, bars and a verdict a program can read."""

import json

import pytest

from reports import bench

pytestmark = pytest.mark.pdf


def test_the_bench_measures_both_languages_and_the_first_page(dossiers, fonts, monkeypatch):
    monkeypatch.setattr(bench, "sample", lambda: dossiers.dossier(snapshot=None))
    figures = json.loads(json.dumps(bench.run(fonts.regular.parent)))
    assert {"zh", "en", "front", "bars", "held"} == set(figures)
    for locale in ("zh", "en"):
        assert figures[locale]["pages"] > 5
        assert figures[locale]["warnings"] == []
        assert figures[locale]["cpu_seconds"] > 0
        assert figures[locale]["bytes"] < figures["bars"]["bytes"]
    assert isinstance(figures["held"], bool)
