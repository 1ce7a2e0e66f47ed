"""From the answers of an engagement to its scores, their reasons, and consultants' decisions on them."""

from datetime import datetime
from typing import TYPE_CHECKING

from assessment.access import Actor, may
from assessment.audit import record
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.errors import InvalidInput, NotFound, Problem
from assessment.picture import view_of
from assessment.privacy import explained_for_client
from assessment.score_runs import ScoreRun, keep_run, last_run
from assessment.tables import AdjudicationRow
from questionnaires.locale_text import LocaleText
from scoring import Explanation, ScoreSheet, explain

if TYPE_CHECKING:
    from assessment.content import ContentPack

ATTAINED = "attained"


def assess(db: Database, actor: Actor, engagement: str, content: "ContentPack", now: datetime) -> ScoreSheet:
    """Score the engagement as it stands and keep the run for good when it differs from the last one."""
    with db.view() as session:
        sheet = view_of(db, session, enter(session, actor, engagement, "assess"), content).picture.sheet
    keep_run(db, engagement, sheet, now, actor.user)
    return sheet


def last_score_run(db: Database, actor: Actor, engagement: str) -> ScoreRun | None:
    """Return the last scoring kept, with its document; None before the first."""
    with db.view() as session:
        enter(session, actor, engagement, "answers.read")
        return last_run(session, engagement)


def explain_node(db: Database, actor: Actor, engagement: str, content: "ContentPack", node: str) -> Explanation:
    """Return the derivation of a number: down to the answers for consultants, to the source groups for client roles.

    Raises:
        NotFound: for an id the scores do not have.
    """
    with db.view() as session:
        sheet = view_of(db, session, enter(session, actor, engagement), content).picture.sheet
    if node != ATTAINED and node not in sheet.nodes:
        raise NotFound
    if may(actor, "answers.read"):
        return explain(sheet, node)
    return explained_for_client(explain(sheet, node, depth="groups"), sheet)


def adjudicate(
    db: Database,
    actor: Actor,
    engagement: str,
    content: "ContentPack",
    capability: str,
    level: float | None,
    text: str,
    now: datetime,
) -> None:
    """Decide the level of a capability with a reason, or withdraw the decision with ``level`` None.

    Raises:
        InvalidInput: for an unknown capability, a level off the scale 1-5, or a decision without a reason.
    """
    problems: list[Problem] = []
    if capability not in content.library.framework.capabilities:
        problems.append(Problem(capability, LocaleText("没有这项能力。", "There is no such capability.")))
    if level is not None and not 1 <= level <= 5:
        problems.append(Problem("level", LocaleText("等级应在 1 到 5 之间。", "A level runs from 1 to 5.")))
    if not text.strip():
        problems.append(Problem("text", LocaleText("请写明裁定的理由。", "Give the reason for the decision.")))
    if problems:
        raise InvalidInput(tuple(problems))
    with db.unit() as session:
        enter_to_change(session, actor, engagement, "adjudicate", now)
        session.add(
            AdjudicationRow(
                engagement_id=engagement,
                capability=capability,
                level=level,
                text=text.strip(),
                author=actor.name,
                at=now,
            )
        )
        detail = {"level": level}
        record(session, actor, "capability.adjudicated", f"capability {capability}", now, detail, engagement=engagement)
