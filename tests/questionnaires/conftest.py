"""Overlays that change the library in one place."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from questionnaires import check, pack
from questionnaires.findings import Finding
from questionnaires.loading import LIBRARY
from questionnaires.overlaying import Laid

Overlay = Callable[..., Path]


@pytest.fixture(scope="session", autouse=True)
def base_read_once() -> Iterator[None]:
    """Read the library once for all tests: each of them checks it with another overlay."""
    patch = pytest.MonkeyPatch()
    read = pack.read_folder
    documents, problems = read(LIBRARY, "")

    def remembered(root: Path, shown: str) -> tuple[dict[str, Laid], list[Finding]]:
        return (dict(documents), list(problems)) if root == LIBRARY else read(root, shown)

    patch.setattr(pack, "read_folder", remembered)
    yield
    patch.undo()


@pytest.fixture
def overlay(tmp_path: Path) -> Overlay:
    """Write files below ``questionnaires/`` of an overlay folder and return the folder."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "questionnaires" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return write


@cache
def kept() -> frozenset[tuple[str, str, str]]:
    """What the library itself is warned of."""
    return frozenset((f.code, f.path, f.message) for f in check())


def fresh(folder: Path) -> list[Finding]:
    """Check an overlay and return what it brought."""
    return [f for f in check(folder) if (f.code, f.path, f.message) not in kept()]


@pytest.fixture
def findings(overlay: Overlay) -> Callable[..., list[tuple[str, int, str]]]:
    """Check the library with these files over it: code, line, path of every finding."""

    def found(files: dict[str, str]) -> list[tuple[str, int, str]]:
        return [(f.code, f.line, f.path) for f in fresh(overlay(files))]

    return found
