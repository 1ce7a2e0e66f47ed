"""Is the roadmap library whole and sound?"""

from pathlib import Path

from questionnaires.findings import Finding


def check_catalogue(overlay: Path | None = None) -> list[Finding]:
    """Return what is wrong with the library, by place."""
    raise NotImplementedError
