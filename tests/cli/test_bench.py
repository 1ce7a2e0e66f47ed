"""Benches print figures with the machine they were measured on."""

import json
from pathlib import Path
from typing import Any

import pytest

from roadmap import bench as roadmap_bench
from scoring import bench as scoring_bench
from tests.cli.conftest import Terminal
from tests.roadmap.schedule.test_psplib import TEXT
from web.cli import bench_sample


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring_bench, "run", lambda: {"figures": 1})
    monkeypatch.setattr(roadmap_bench, "PATH_BARS", {30: 5.0})


def machine(text: str) -> dict[str, Any]:
    document = json.loads(text)
    facts = document["machine"]
    assert {"cpu", "cores", "system", "python", "load", "libraries"} == set(facts)
    assert facts["cores"] >= 1
    return document


def test_scoring(terminal: Terminal) -> None:
    assert machine(terminal.run("bench", "scoring").stdout)["scoring"] == {"figures": 1}


def test_psplib(terminal: Terminal) -> None:
    (terminal.folder / "j4_1.sm").write_text(TEXT, "utf-8")
    document = machine(terminal.run("bench", "psplib", str(terminal.folder), "--seconds", "5").stdout)
    assert document["psplib"]["4 tasks"]["proven"] == 1
    result = terminal.run("bench", "psplib", str(terminal.folder / "none"))
    assert result.exit_code == 1
    assert "holds no PSPLIB file" in result.stderr


def test_the_engine_of_the_roadmap_without_and_with_instances(tmp_path: Path) -> None:
    assert set(roadmap_bench.run()) == {"critical_path"}
    assert roadmap_bench.run()["critical_path"]["30 tasks"]["ms"] > 0
    (tmp_path / "portfolio").mkdir()
    problem = {
        "format": "zhidian.selection/1",
        "periods": 3,
        "initiatives": [{"id": "a", "duration": 1, "cost_per_period": 1, "benefit_per_period": 5}],
        "budget": {"per_period": 10},
    }
    (tmp_path / "portfolio" / "p1_0.json").write_text(json.dumps(problem), "utf-8")
    (tmp_path / "portfolio" / "best_known.json").write_text('{"p1_0.json": {"npv": 9}}', "utf-8")
    (tmp_path / "psplib").mkdir()
    (tmp_path / "psplib" / "j4_1.sm").write_text(TEXT, "utf-8")
    figures = roadmap_bench.run(tmp_path)
    assert figures["selection"]["p1_0"]["value"] == figures["selection"]["p1_0"]["best_known"] == 9
    assert figures["selection"]["p1_0"]["met"]
    assert figures["selection"]["mean_against_greedy"] == 1
    assert figures["psplib"]["4 tasks"]["valid"] == 1


@pytest.mark.pdf
def test_the_bench_plans_and_prints_the_sample(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roadmap_bench, "PLAN_BARS", {"sample": (3.0, 0.005)})
    monkeypatch.setattr(bench_sample, "PLAN_SECONDS", 3)
    figures = machine(terminal.run("bench", "roadmap").stdout)["roadmap"]
    assert figures["sample"]["chosen"] > 10
    assert figures["sample"]["gap"] >= 0
    assert figures["slip preview"]["p95_ms"] > 0
    figures = machine(terminal.run("bench", "report").stdout)["report"]
    assert figures["zh"]["pages"] == pytest.approx(figures["en"]["pages"], abs=6)
    assert figures["zh"]["warnings"] == figures["en"]["warnings"] == []


def test_the_content_pack_is_loaded_and_checked_within_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processor's time: what the clock on the wall says depends on who else is working."""
    from web.cli import bench_content

    monkeypatch.setattr(bench_content, "RUNS", 1)
    figures = bench_content.content()
    assert 0 < figures["processor"] < figures["bar_total"] == 2
    assert figures["total"] >= figures["check"] > 0


def test_the_bench_of_content(terminal: Terminal) -> None:
    assert machine(terminal.run("bench", "content").stdout)["content"]["runs"] == 5
