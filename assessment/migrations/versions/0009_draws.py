"""Log every random draw of stores to visit."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "visit_draw",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("strata", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_visit_draw_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_visit_draw")),
    )
    op.create_index("ix_visit_draw_engagement", "visit_draw", ["engagement_id", "seq"], unique=False)
    for statement in _refusals():
        op.execute(statement)


def _refusals() -> tuple[str, ...]:
    """Return what makes the database refuse to rewrite this log, as it does for the others."""
    if op.get_bind().dialect.name == "sqlite":
        return tuple(
            f"CREATE TRIGGER visit_draw_no_{act.lower()} BEFORE {act} ON visit_draw "
            "BEGIN SELECT RAISE(ABORT, 'visit_draw is append-only'); END"
            for act in ("UPDATE", "DELETE")
        )
    return (
        (
            "CREATE TRIGGER visit_draw_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_draw "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        ),
    )


def downgrade() -> None:
    op.drop_table("visit_draw")  # its triggers go with it
