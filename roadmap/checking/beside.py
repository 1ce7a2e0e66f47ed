"""What the checks of the roadmap library look up beside it: the framework, the source trace, the glossary, the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from questionnaires import Framework, load_library
from questionnaires.findings import ContentError
from questionnaires.glossary import Glossary, load_glossary
from questionnaires.tracing import load_trace

OVERLAY = "questionnaires"


@dataclass(frozen=True)
class Beside:
    """Content of the lower package, with the overlay laid over it, and the day age is judged by (None: it is not)."""

    framework: Framework = field(default_factory=lambda: load_library().framework)
    trace: Mapping[str, tuple[str, ...]] = field(default_factory=load_trace)
    glossary: Glossary = field(default_factory=load_glossary)
    today: date | None = None


def beside(overlay: Path | None, today: date | None) -> Beside:
    """Read what stands beside; where the overlay's own questionnaires are broken, the built-in ones do."""
    touched = overlay if overlay is not None and (overlay / OVERLAY).is_dir() else None
    try:
        return Beside(load_library(touched).framework, load_trace(touched), load_glossary(touched), today)
    except ContentError:
        return Beside(today=today)
