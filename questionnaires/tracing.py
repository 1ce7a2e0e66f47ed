"""The source trace: which ids carry each point of the source article."""

from collections.abc import Mapping
from pathlib import Path

from questionnaires.findings import ContentError
from questionnaires.loading import read_library_pack

DOCUMENT = "framework/source_trace.yaml"


def load_trace(overlay: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return the carriers of every point; nothing when the trace cannot be read, which ``check`` says with its place."""
    try:
        rows = read_library_pack(overlay).documents[DOCUMENT]["items"]
        return {row["id"]: tuple(row["carried_by"]) for row in rows}
    except (ContentError, KeyError, TypeError):
        return {}
