"""What the benches measure on the sample engagement: the input of its roadmap, and its reports."""

from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, Any

from questionnaires.locale_text import LOCALES

if TYPE_CHECKING:
    from roadmap import PlanInput

REPORT_BAR = 8.0
"""Processor seconds of the sample's PDF."""
PLAN_SECONDS = 15
"""How long the roadmap that is printed may be searched for; a better one prints no faster."""


def plan_input() -> "tuple[PlanInput, date]":
    """Return what the sample's roadmap is made from, and the day it is seen from."""
    from assessment.content import load_pack
    from assessment.door import enter
    from assessment.gathering import gather
    from assessment.picture import draw, input_of
    from web.cli.sample import loaded, migrated
    from web.storage import now

    pack = load_pack()
    with migrated(live=False) as db:
        engagement, actor = loaded(db, pack)
        with db.view() as session:
            gathered = gather(session, enter(session, actor, engagement))
    today = gathered.profile.start or now().date()
    return input_of(gathered, draw(gathered, pack), pack, today, gathered.profile.platform), today


def reports() -> dict[str, Any]:
    """Make the sample's report in both languages, plan included, and say what it cost."""
    from assessment.content import load_pack
    from assessment.dossiers import dossier_for_report
    from assessment.planning import build_roadmap
    from reports import compose, ensure_fonts, render
    from web.cli.sample import loaded, migrated
    from web.settings import settings
    from web.storage import now

    fonts = ensure_fonts(settings().cache_dir / "fonts")
    pack = load_pack()
    figures: dict[str, Any] = {}
    with migrated(live=False) as db:
        engagement, actor = loaded(db, pack)
        build_roadmap(db, actor, engagement, pack, now(), time_limit=PLAN_SECONDS)
        dossier = dossier_for_report(db, actor, engagement, pack, now())
    for locale in LOCALES:
        begun = perf_counter()
        model = compose(dossier, locale)
        composed = perf_counter() - begun
        made = render(model, None, fonts)
        figures[locale] = {
            "pages": made.pages,
            "compose_ms": round(composed * 1000, 1),
            "cpu_seconds": round(made.cpu_seconds, 2),
            "seconds": round(perf_counter() - begun, 2),
            "peak_megabytes": round(made.peak_bytes / 1e6),
            "warnings": list(made.warnings),
            "bar_cpu_seconds": REPORT_BAR,
            "met": made.cpu_seconds <= REPORT_BAR,
        }
    return figures
