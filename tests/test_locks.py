"""Lock files must work against any mirror: they record hashes and no download addresses."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ADDRESS = re.compile(r"https?://|file://|--index-url|\"resolved\"")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "reflex.lock/package-lock.json"])
def test_a_lock_records_no_address(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [line for line in lines if ADDRESS.search(line) and '"funding"' not in line] == []


def test_every_locked_python_package_has_a_hash() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if re.match(r"^[a-z0-9]", line)]
    assert len(pins) > 50
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
