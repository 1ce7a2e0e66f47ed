"""Workspaces, and the operator who may do everything in one from the command line."""

import uuid
from datetime import datetime

from sqlmodel import Session, col, select

from assessment.access import Actor
from assessment.database import Database
from assessment.errors import NotFound
from assessment.tables import WorkspaceRow

OPERATOR = "operator"
USUAL_NAME = "Zhidian"


def ensure_workspace(db: Database, now: datetime, name: str = USUAL_NAME) -> str:
    """Return the id of the first workspace, made under ``name`` when there is none."""
    with db.unit("workspace") as session:
        return first_workspace(session) or new_workspace(session, name, now)


def add_workspace(db: Database, now: datetime, name: str) -> str:
    """Make another workspace and return its id; nothing in it is ever seen from the first."""
    with db.unit() as session:
        return new_workspace(session, name, now)


def operator(db: Database, workspace: str | None = None) -> Actor:
    """Return the actor of the command line: an owner of the workspace (the first by default) without a log-in.

    Raises:
        NotFound: when there is no workspace yet.
    """
    if workspace is not None:
        return operator_of(workspace)
    with db.view() as session:
        found = first_workspace(session)
    if found is None:
        raise NotFound
    return operator_of(found)


def operator_of(workspace: str) -> Actor:
    """Return the operator of a workspace that is known to exist."""
    return Actor(OPERATOR, OPERATOR, "", "owner", workspace)


def first_workspace(session: Session) -> str | None:
    """Return the oldest workspace, None when there is none."""
    return session.exec(select(WorkspaceRow.id).order_by(col(WorkspaceRow.created), WorkspaceRow.id)).first()


def new_workspace(session: Session, name: str, now: datetime) -> str:
    """Make a workspace inside a unit of work and return its id."""
    row = WorkspaceRow(id=uuid.uuid4().hex, name=name, created=now)
    session.add(row)
    session.flush()
    return row.id
