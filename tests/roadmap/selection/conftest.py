"""Where the benchmark instances lie, on machines that have them."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def portfolio() -> Path:
    """The folder of the benchmark instances; the test is skipped on a machine without them."""
    data = Path(os.environ.get("ZHIDIAN_BENCH_DATA", Path(__file__).parents[4] / "shared" / "data"))
    if not (data / "portfolio").is_dir():
        pytest.skip("the benchmark instances are not on this machine")
    return data / "portfolio"
