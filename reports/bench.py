"""What the report of the sample costs on this machine: processor seconds, bytes, memory, against the bars."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assessment.dossier import Dossier
from questionnaires.locale_text import LOCALES
from reports.composing import compose
from reports.fonts import ensure_fonts
from reports.render import render

CPU_SECONDS, BYTES, PEAK, FRONT_SECONDS = 8.0, 400_000, 220_000_000, 0.5
PLAN_SECONDS = 15.0
WHEN = datetime(2026, 11, 24, 9, tzinfo=UTC)


def run(cache: Path | None = None) -> dict[str, Any]:
    """Render the sample's report in both languages and its first page alone; return figures, bars and whether they hold.

    ``cpu_seconds`` is all the child process uses, the engine's import included; ``front`` is what the first page adds
    to an empty document. The faces come from ``cache`` (``.cache/fonts`` of the working directory when None).
    """
    fonts = ensure_fonts(cache or Path(".cache") / "fonts")
    dossier = sample()
    figures: dict[str, Any] = {}
    for locale in LOCALES:
        model = compose(dossier, locale)
        made = render(model, None, fonts)
        figures[locale] = {
            "pages": made.pages,
            "cpu_seconds": round(made.cpu_seconds, 2),
            "bytes": len(made.pdf),
            "peak_bytes": made.peak_bytes,
            "warnings": list(made.warnings),
        }
    figures["front"] = {"cpu_seconds": round(_front(dossier, fonts), 2)}
    bars = {"cpu_seconds": CPU_SECONDS, "bytes": BYTES, "peak_bytes": PEAK, "front_cpu_seconds": FRONT_SECONDS}
    held = all(
        figures[locale][key] <= bars[key] for locale in LOCALES for key in ("cpu_seconds", "bytes", "peak_bytes")
    )
    return {**figures, "bars": bars, "held": held and figures["front"]["cpu_seconds"] <= FRONT_SECONDS}


bench = run


def _front(dossier: Dossier, fonts: Any) -> float:
    """Return the processor seconds of the first page beyond those of an empty document."""
    from dataclasses import replace

    model = compose(dossier, "zh")
    first = replace(model, sections=model.sections[:1])
    empty = replace(model, sections=(replace(model.sections[0], blocks=()),))
    return max(render(first, None, fonts).cpu_seconds - render(empty, None, fonts).cpu_seconds, 0.0)


def sample() -> Dossier:
    """Return the dossier of the sample engagement with its plan, made in a database that is gone afterwards."""
    from assessment.accounts import ensure_workspace, operator
    from assessment.content import load_pack
    from assessment.database import Database
    from assessment.dossiers import dossier_for_report
    from assessment.planning import build_roadmap
    from assessment.sample_loading import load_sample

    pack = load_pack(None)
    with tempfile.TemporaryDirectory(prefix="zhidian-bench-") as scratch:
        db = Database.open(f"sqlite:///{scratch}/sample.db")
        try:
            db.migrate()
            actor = operator(db, ensure_workspace(db, WHEN))
            engagement = load_sample(db, actor, pack, WHEN)
            build_roadmap(db, actor, engagement, pack, WHEN, time_limit=PLAN_SECONDS)
            return dossier_for_report(db, actor, engagement, pack, WHEN)
        finally:
            db.close()
