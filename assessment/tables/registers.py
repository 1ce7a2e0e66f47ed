"""The registers of an engagement: stores, people, systems, flows, facts, resources, needs, observations.

An entry is a document (``body``, the frozen dataclass as JSON). Columns exist only for what the database must itself
enforce: identity, order and references. A field added to a dataclass later reads with its default from older rows.
"""

from sqlalchemy import ForeignKeyConstraint, Text
from sqlmodel import Field

from assessment.tables.columns import Table


class Entry(Table):
    """What every register has. ``position`` is the order in which the consultant listed the entries."""

    engagement_id: str = Field(primary_key=True, foreign_key="engagement.id")
    id: str = Field(primary_key=True)
    position: int = 0
    body: str = Field(sa_type=Text)


class StoreRow(Entry, table=True):
    """A store."""

    __tablename__ = "store"


class PersonRow(Entry, table=True):
    """A person of the client or of the team; managers answer for a store of the register."""

    __tablename__ = "person"
    __table_args__ = (
        ForeignKeyConstraint(
            ["engagement_id", "store_id"], ["store.engagement_id", "store.id"], name="fk_person_store"
        ),
    )
    kind: str
    store_id: str | None = None


class SystemRow(Entry, table=True):
    """A system the client runs."""

    __tablename__ = "system"


class FlowRow(Entry, table=True):
    """Data that goes from one system of the register to another."""

    __tablename__ = "data_flow"
    __table_args__ = (
        ForeignKeyConstraint(["engagement_id", "source"], ["system.engagement_id", "system.id"], name="fk_flow_source"),
        ForeignKeyConstraint(["engagement_id", "target"], ["system.engagement_id", "system.id"], name="fk_flow_target"),
    )
    source: str
    target: str


class FactRow(Entry, table=True):
    """A number of the profit model as the client gave it."""

    __tablename__ = "fact"


class ResourceRow(Entry, table=True):
    """A resource of the inventory."""

    __tablename__ = "resource"


class NeedRow(Entry, table=True):
    """A need from N1 to N5."""

    __tablename__ = "need"


class TargetRow(Entry, table=True):
    """A target level that differs from the default; ``id`` is the capability."""

    __tablename__ = "target"


class VisitRow(Entry, table=True):
    """What a consultant saw in a store about one capability."""

    __tablename__ = "visit_observation"


class DocumentRow(Entry, table=True):
    """What a document or an export showed about one capability."""

    __tablename__ = "document_observation"


class ApprovalRow(Entry, table=True):
    """A consultant's approval of a *not applicable*."""

    __tablename__ = "na_approval"


class StoreVisitRow(Entry, table=True):
    """A visit of one consultant to one store on one day; its answers hang on the visitor and on the visit's form."""

    __tablename__ = "store_visit"


class MysteryRow(Entry, table=True):
    """What one mystery visitor met in one store."""

    __tablename__ = "mystery_visit"


class RequestRow(Entry, table=True):
    """How far one data or document request is; ``id`` is the request of the content."""

    __tablename__ = "data_request"
