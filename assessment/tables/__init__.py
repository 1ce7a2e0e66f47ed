"""The tables. Only the modules that store and the migrations look in here; everything above sees frozen dataclasses."""

from assessment.tables.answers import AdjudicationRow, AnswerEventRow, InvitationRow, RespondentPassRow, SubmissionRow
from assessment.tables.columns import Table
from assessment.tables.draws import VisitDrawRow
from assessment.tables.engagements import EngagementRow
from assessment.tables.people import LoginAttemptRow, MembershipRow, SessionRow, UserRow, WorkspaceRow
from assessment.tables.plans import OwnerEventRow, ProgressEventRow, RoadmapRow, ScoreRunRow, TermsEventRow
from assessment.tables.registers import (
    ApprovalRow,
    DocumentRow,
    Entry,
    FactRow,
    FlowRow,
    MysteryRow,
    NeedRow,
    PersonRow,
    RequestRow,
    ResourceRow,
    StoreRow,
    StoreVisitRow,
    SystemRow,
    TargetRow,
    VisitRow,
)
from assessment.tables.work import AuditRow, JobRow

METADATA = Table.metadata

__all__ = [
    "METADATA",
    "AdjudicationRow",
    "AnswerEventRow",
    "ApprovalRow",
    "AuditRow",
    "DocumentRow",
    "EngagementRow",
    "Entry",
    "FactRow",
    "FlowRow",
    "InvitationRow",
    "JobRow",
    "LoginAttemptRow",
    "MembershipRow",
    "MysteryRow",
    "NeedRow",
    "OwnerEventRow",
    "PersonRow",
    "ProgressEventRow",
    "RequestRow",
    "ResourceRow",
    "RespondentPassRow",
    "RoadmapRow",
    "ScoreRunRow",
    "SessionRow",
    "StoreRow",
    "StoreVisitRow",
    "SubmissionRow",
    "SystemRow",
    "TargetRow",
    "TermsEventRow",
    "UserRow",
    "VisitDrawRow",
    "VisitRow",
    "WorkspaceRow",
]
