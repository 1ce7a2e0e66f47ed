"""Settling the terms of the plan: what stands, saving over exactly what was shown, and going back to the set before."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from assessment.access import Actor
from assessment.audit import record
from assessment.codec import checked, decode, encode, print_of
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.engagement import CompanyProfile
from assessment.errors import AssessmentError, Conflict, InvalidInput
from assessment.industries import rules_of
from assessment.progress_events import latest_progress
from assessment.progress_rules import has_begun
from assessment.tables import EngagementRow, TermsEventRow
from assessment.term_checks import TermGround, term_problems
from assessment.terms import PlanTerms, stamped, terms_of, with_terms
from assessment.wave import industry_of
from questionnaires.locale_text import LocaleText

if TYPE_CHECKING:
    from assessment.content import ContentPack


@dataclass(frozen=True, slots=True)
class TermsChange:
    """One change of the terms: when, who, the whole set before and after."""

    at: datetime
    who: str
    before: PlanTerms
    after: PlanTerms


@dataclass(frozen=True, slots=True)
class Settled:
    """The terms that stand, their print (a save names the one it was made on), and the latest changes, newest first."""

    terms: PlanTerms
    stamp: str
    changes: tuple[TermsChange, ...]

    @property
    def undoable(self) -> bool:
        """Whether the last change can be taken back: nothing has been changed elsewhere since."""
        return bool(self.changes) and print_of(self.changes[0].after) == self.stamp


def terms_now(db: Database, actor: Actor, engagement: str, content: "ContentPack", limit: int = 10) -> Settled:
    """Return the terms the next plan will be built under, with their latest changes."""
    with db.view() as session:
        row = enter(session, actor, engagement)
        terms = terms_of(decode(CompanyProfile, row.profile), content.catalogue.defaults)
        return Settled(terms, print_of(terms), _changes(session, engagement, limit))


def save_terms(
    db: Database,
    actor: Actor,
    engagement: str,
    terms: PlanTerms,
    content: "ContentPack",
    now: datetime,
    *,
    expected: str,
) -> None:
    """Replace the terms of the next plan. ``expected`` is the print of the set the change was made on.

    Raises:
        InvalidInput: listing every term that cannot hold.
        Conflict: when somebody else changed the terms since; ``theirs`` is the set that stands now.
    """
    clean = checked(PlanTerms, terms)
    with db.unit() as session:
        row = enter_to_change(session, actor, engagement, "plan.build", now)
        before = terms_of(decode(CompanyProfile, row.profile), content.catalogue.defaults)
        wanted = stamped(clean, before, actor.name, now.date())
        problems = term_problems(wanted, _ground(session, row, content))
        if problems:
            raise InvalidInput(problems)
        if expected != print_of(before) and wanted != before:
            raise Conflict(wanted, before)
        _keep(session, row, before, wanted, content, actor, now)


def restore_terms(
    db: Database, actor: Actor, engagement: str, content: "ContentPack", now: datetime, *, expected: str
) -> None:
    """Go back to the set that stood before the last change; that too is a change, so it can be taken back.

    Raises:
        AssessmentError: ``terms_moved`` when the terms are no longer those of ``expected``, or were never changed.
    """
    with db.unit() as session:
        row = enter_to_change(session, actor, engagement, "plan.build", now)
        there = terms_of(decode(CompanyProfile, row.profile), content.catalogue.defaults)
        last = _changes(session, engagement, 1)
        if not last or expected != print_of(there) or last[0].after != there:
            raise _moved()
        _keep(session, row, there, last[0].before, content, actor, now)


def _keep(
    session: Session,
    row: EngagementRow,
    before: PlanTerms,
    after: PlanTerms,
    content: "ContentPack",
    actor: Actor,
    now: datetime,
) -> None:
    """Write the terms into the profile and the change into the history; nothing when nothing changed."""
    if after == before:
        return
    profile = with_terms(decode(CompanyProfile, row.profile), after, content.catalogue.defaults)
    row.profile = encode(CompanyProfile, profile)
    session.add(
        TermsEventRow(
            engagement_id=row.id,
            before=encode(PlanTerms, before),
            after=encode(PlanTerms, after),
            at=now,
            user=actor.user,
            user_name=actor.name,
        )
    )
    record(session, actor, "plan.terms_changed", f"engagement {row.id}", now, engagement=row.id)


def _ground(session: Session, row: EngagementRow, content: "ContentPack") -> TermGround:
    industry = industry_of(decode(CompanyProfile, row.profile), content)
    begun = {ident for ident, report in latest_progress(session, row.id).items() if has_begun(report)}
    return TermGround(content.catalogue, rules_of(industry), industry.name, industry.weights, begun)


def _changes(session: Session, engagement: str, limit: int) -> tuple[TermsChange, ...]:
    kept = select(TermsEventRow).where(TermsEventRow.engagement_id == engagement)
    rows = session.exec(kept.order_by(col(TermsEventRow.seq).desc()).limit(limit))
    return tuple(TermsChange(r.at, r.user_name, decode(PlanTerms, r.before), decode(PlanTerms, r.after)) for r in rows)


def _moved() -> AssessmentError:
    text = LocaleText(
        "没有恢复：规划条件又有了改动，请刷新后核对。",
        "Not restored: the terms have changed again; reload and compare.",
    )
    return AssessmentError("terms_moved", text)
