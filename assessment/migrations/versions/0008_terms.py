"""Keep every change of the terms of a plan, and with each roadmap version the terms it was built under."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roadmap_version", sa.Column("terms", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "terms_event",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_terms_event_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_terms_event")),
    )
    op.create_index("ix_terms_event_engagement", "terms_event", ["engagement_id", "seq"], unique=False)
    for statement in _refusals():
        op.execute(statement)


def _refusals() -> tuple[str, ...]:
    """Return what makes the database refuse to rewrite this history, as it does for the others."""
    if op.get_bind().dialect.name == "sqlite":
        return tuple(
            f"CREATE TRIGGER terms_event_no_{act.lower()} BEFORE {act} ON terms_event "
            "BEGIN SELECT RAISE(ABORT, 'terms_event is append-only'); END"
            for act in ("UPDATE", "DELETE")
        )
    return (
        (
            "CREATE TRIGGER terms_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_event "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        ),
    )


def downgrade() -> None:
    op.drop_table("terms_event")  # its triggers go with it
    op.drop_column("roadmap_version", "terms")  # in place: a table rebuilt by SQLite would lose its triggers
