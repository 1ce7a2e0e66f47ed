"""The content pack and the sample, read once; small builders for the rules' tests."""

from pathlib import Path

import pytest

from assessment.content import ContentPack, load_pack
from assessment.samples import SampleEngagement, read_sample


@pytest.fixture(scope="session")
def pack() -> ContentPack:
    return load_pack()


@pytest.fixture(scope="session")
def sample(pack: ContentPack) -> SampleEngagement:
    return read_sample("home", pack)


@pytest.fixture
def overlay(tmp_path: Path):
    """Write YAML files of an overlay and return its root."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            file = tmp_path / name.replace("__", "/")
            file = file.with_suffix(".yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return tmp_path

    return write
