"""The bench itself works and the package imports lightly; the bars are judged by ``zhidian bench scoring``."""

import subprocess
import sys

from scoring import bench

HEAVY = "scipy numpy pydantic sqlmodel reflex"


def test_figures_stand_beside_their_bars(monkeypatch):
    monkeypatch.setattr(bench, "LARGE", 3_000)
    monkeypatch.setattr(bench, "LARGE_STORES", 20)
    monkeypatch.setattr(bench, "USUAL_STORES", 5)
    monkeypatch.setattr(bench, "REPEATS", 1)
    made = bench.run()
    assert made["large"] == {"observations": 3_000, "stores": 20}
    assert made["figures"].keys() == made["bars"].keys() == made["met"].keys()
    assert all(value > 0 for value in made["figures"].values())


def test_importing_scoring_loads_nothing_heavy():
    code = f"import sys, scoring; print(*[m for m in '{HEAVY}'.split() if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""


def test_examples_in_docstrings():
    import doctest
    import importlib
    import pkgutil

    import scoring

    names = [m.name for m in pkgutil.walk_packages(scoring.__path__, "scoring.")]
    results = [doctest.testmod(importlib.import_module(name)) for name in names]
    assert sum(r.failed for r in results) == 0
    assert sum(r.attempted for r in results) > 15
