"""A client's overlay as a whole: what it changes in the libraries of all packages."""

from pathlib import Path

from assessment.content_reading import LIBRARY, OVERLAY
from questionnaires import loading
from questionnaires.differing import Difference, differences
from roadmap import catalogue

LIBRARIES = ((loading.OVERLAY, loading.LIBRARY), (catalogue.OVERLAY, catalogue.LIBRARY), (OVERLAY, LIBRARY))
"""Folder in the overlay → the library it is laid over."""


def compare_overlay(overlay: Path) -> tuple[Difference, ...]:
    """Return all differences in the order of packages and files; ContentError when a file cannot be read."""
    there = [(overlay / name, library) for name, library in LIBRARIES if (overlay / name).is_dir()]
    return tuple(one for folder, library in there for one in differences(library, folder))
