"""Check the content of this package: every defect as a finding with file, line and remedy."""

from pathlib import Path

from questionnaires.findings import ContentError, Finding
from questionnaires.loading import read_library_pack


def check(overlay: Path | None = None) -> list[Finding]:
    """Return all findings of the framework and the instruments, with the overlay laid over them, sorted by place.

    An empty list means sound. Files that cannot be read hide everything else, and entries of the wrong shape hide what
    is said about their content: mend those first. Reads files and changes nothing.
    """
    try:
        pack = read_library_pack(overlay)
    except ContentError as error:
        return error.findings
    from questionnaires.checking.pack_check import check_pack  # Pydantic stays off the path of those who only load

    return check_pack(pack)
