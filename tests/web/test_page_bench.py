"""The bench of pages does what the handlers do: every piece of work runs, and those that write have written."""

from assessment.accounts import operator
from assessment.dossiers import dossier_of
from assessment.engagements import profile_of
from tests.web.conftest import Site
from web.cli.bench_pages import work_of
from web.storage import content, database, now


def test_every_page_can_be_timed(planned: Site) -> None:
    db, at = database(), now()
    actor = operator(db)
    budget = profile_of(db, actor, planned.engagement).budget
    work = work_of(db, actor, planned.engagement, content(), at)
    for run in work.values():
        assert run() is not None
    dossier = dossier_of(db, actor, planned.engagement, content(), at)
    assert {report.status for report in dossier.progress.values()} == {"at_risk"}
    assert profile_of(db, actor, planned.engagement).budget == budget + 1
    view, rows, log = work["roadmap"]()
    assert view.planned
    assert {row.id for row in rows} == {item.initiative for item in dossier.snapshot.plan.items}
    assert log
