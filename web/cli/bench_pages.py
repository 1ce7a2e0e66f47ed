"""What the pages cost the server on the sample engagement: reading each of them, and the events that compute."""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from scoring.tree import INDEX

if TYPE_CHECKING:
    from datetime import datetime

    from assessment.access import Actor
    from assessment.content import ContentPack
    from assessment.database import Database
    from roadmap.plan import Progress

PAGE_BAR_MS = 300
"""Milliseconds of server time no page may take."""
ROUNDS = 9


def pages() -> dict[str, Any]:
    """Time every page of the sample, plan included, once everything is warm. Milliseconds, medians of nine."""
    from assessment.content import load_pack
    from assessment.planning import build_roadmap
    from web.cli.bench_sample import PLAN_SECONDS
    from web.cli.sample import loaded, migrated
    from web.storage import now

    pack = load_pack()
    with migrated(live=False) as db:
        engagement, actor = loaded(db, pack)
        build_roadmap(db, actor, engagement, pack, now(), time_limit=PLAN_SECONDS)
        timed = {name: _timed(work) for name, work in work_of(db, actor, engagement, pack, now()).items()}
    slowest = max(timed.values())
    return {"milliseconds": timed, "bar_milliseconds": PAGE_BAR_MS, "met": slowest <= PAGE_BAR_MS}


def _timed(work: Callable[[], object]) -> float:
    took: list[float] = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        took.append((perf_counter() - begun) * 1000)
    return round(median(took), 1)


def work_of(
    db: "Database", actor: "Actor", engagement: str, pack: "ContentPack", at: "datetime"
) -> dict[str, Callable[[], object]]:
    """Return what the handlers of each page do, without the browser; the engagement must have a roadmap."""
    from assessment.assessing import explain_node
    from assessment.dossiers import dossier_of
    from assessment.engagements import list_engagements
    from assessment.tracking import change_log, preview_progress
    from web.components.clock import today
    from web.pages.engagement.view import engagement_of
    from web.pages.engagement.why import why_of
    from web.pages.resources.view import resources_of
    from web.pages.roadmap.items import rows_of
    from web.pages.roadmap.panel import panel_of
    from web.pages.roadmap.updating import log_of, preview_of
    from web.pages.roadmap.view import roadmap_of

    def read() -> Any:
        return dossier_of(db, actor, engagement, pack, at)

    first = read().snapshot.plan.items[0].initiative
    late = _late(read(), first)

    def roadmap() -> object:
        d = read()
        return roadmap_of(d), rows_of(d), log_of(d, change_log(db, actor, engagement, 30))

    return {
        "engagements": lambda: list_engagements(db, actor),
        "engagement": lambda: engagement_of(read(), today(), internal=True, reports=True),
        "why_index": lambda: why_of(read(), explain_node(db, actor, engagement, pack, INDEX)),
        "why_capability": lambda: why_of(read(), explain_node(db, actor, engagement, pack, "MEM1")),
        "resources": lambda: resources_of(read()),
        "roadmap": roadmap,
        "roadmap_pick": lambda: panel_of(read(), first),
        "roadmap_preview": lambda: preview_of(read(), preview_progress(db, actor, engagement, late, pack, at)),
        "roadmap_save": lambda: (_save(db, actor, engagement, late, pack, at), roadmap()),
        "engagement_after_edit": lambda: (_edit(db, actor, engagement, at), read()),
    }


def _save(
    db: "Database", actor: "Actor", engagement: str, late: "Progress", pack: "ContentPack", at: "datetime"
) -> None:
    """Keep one more report on the item, so that what is read next has to be worked out anew."""
    from assessment.tracking import progress_revision, record_progress

    revision = progress_revision(db, actor, engagement, late.initiative)
    changed = replace(late, note=f"{revision}")
    record_progress(db, actor, engagement, changed, revision, at, pack)


def _edit(db: "Database", actor: "Actor", engagement: str, at: "datetime") -> None:
    """Change the profile, so that scores, resources and what is proposed have to be worked out anew."""
    from assessment.engagements import edit_profile, profile_of

    profile = profile_of(db, actor, engagement)
    budget = (profile.budget or 0) + 1
    edit_profile(db, actor, engagement, replace(profile, budget=budget), at)


def _late(d: Any, initiative: str) -> "Progress":
    """Return a report that moves much of the plan: the first item under way with many days left."""
    from web.components.clock import today
    from web.pages.roadmap.updating import draft_of, progress_of, with_remaining, with_status

    draft = with_status(draft_of(d, initiative, 0, today()), "at_risk")
    return progress_of(d, with_remaining(draft, 120), today())
