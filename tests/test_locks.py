"""Lock files must work against any mirror: they record hashes and no download addresses."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
ADDRESS = re.compile(r"https?://|file://|--index-url")


def strings(data: Any) -> Iterator[str]:
    """Yield every text of a lock, but for the pages on which authors ask for support: nothing is fetched there."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "funding":
                yield from (key, *strings(value))
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)
    elif isinstance(data, str):
        yield data


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_python_lock_records_no_address(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [line for line in lines if ADDRESS.search(line)] == []


def test_the_node_lock_records_no_address() -> None:
    lock = json.loads((ROOT / "reflex.lock" / "package-lock.json").read_text("utf-8"))
    found = list(strings(lock))
    assert len(found) > 1000
    assert "resolved" not in found
    assert [text for text in found if ADDRESS.search(text)] == []


def test_every_locked_python_package_has_a_hash() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if re.match(r"^[a-z0-9]", line)]
    assert len(pins) > 50
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
