"""The command line run in this process, in either language, on an installation of its own."""

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from web import settings, storage


@dataclass
class Terminal:
    """A terminal of one installation: its folder, its language, its environment."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    locale: str = "en"

    def run(self, *arguments: str, typed: str | None = None) -> Any:
        """Run a command line and return status, output and errors. Help texts are made at import, hence the reload."""
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in sys.modules if name == "web.cli" or name.startswith("web.cli.")]:
                patch.delitem(sys.modules, name)
            for name, value in {**self.environment, "ZHIDIAN_LOCALE": self.locale}.items():
                patch.setenv(name, value)
            _forget()
            app = importlib.import_module("web.cli.app").app
            try:
                return CliRunner().invoke(app, list(arguments), input=typed, prog_name="zhidian")
            finally:
                _forget()
                for name in [name for name in sys.modules if name.startswith("web.cli")]:
                    del sys.modules[name]


def _forget() -> None:
    """Let the next command read its settings and open its database anew, as a new process would."""
    if storage.database.cache_info().currsize:
        storage.database().close()
    for cached in (storage.database, storage.content, storage.secret, settings.settings):
        cached.cache_clear()


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A terminal on an empty installation; no setting of the outer environment reaches it."""
    import os

    for name in os.environ:
        if name.startswith("ZHIDIAN_") and name not in {"ZHIDIAN_BENCH_DATA", "ZHIDIAN_CACHE_DIR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    yield Terminal(tmp_path, {"ZHIDIAN_DATA_DIR": str(tmp_path / "data")})
    _forget()
