"""The check of the machine: it runs before the virtual environment, says one line, and never installs unasked."""

import ast
import sys
from pathlib import Path

import pytest

from web import machine


def test_it_needs_the_standard_library_only() -> None:
    """It runs before anything is installed."""
    tree = ast.parse(Path(machine.__file__).read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_one_line_installs_all_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is what a person would type on this system."""
    monkeypatch.setattr(sys, "platform", "linux")
    assert machine.install_line(["libpango-1.0-0", "chromium"]) == "sudo apt-get install -y libpango-1.0-0 chromium"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert machine.install_line(["libpango-1.0-0", "libpangoft2-1.0-0"]) == "brew install pango"


@pytest.mark.parametrize(("purpose", "status"), [("run", 0), ("test", 1)])
def test_without_pango_the_product_still_runs(
    purpose: str, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make run` goes on to the HTML report; `make test` cannot check PDFs and stops."""
    monkeypatch.setattr(machine, "loads", lambda _name: False)
    assert machine.main([purpose, "--only-check"]) == status
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, and how to name another interpreter."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert machine.main(["run"]) == 1
    assert capsys.readouterr().out == (
        "zhidian: Python 3.11 or newer is needed and this is 3.10.4; name another one: make run PYTHON=python3.12\n"
    )


def test_a_complete_machine_is_silent(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to say, nothing to do."""
    monkeypatch.setattr(machine, "missing_packages", lambda _purpose: [])
    assert machine.main(["test"]) == 0
    assert not capsys.readouterr().out


def test_only_root_installs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anybody else gets the line to type."""
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    assert not machine.install(["chromium"])
