"""Create the tables: score runs, roadmap versions and their progress."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "score_run",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("index_score", sa.Float(), nullable=True),
        sa.Column("attained", sa.Integer(), nullable=True),
        sa.Column("content_version", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_score_run_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_score_run")),
    )
    op.create_index("ix_score_run_engagement", "score_run", ["engagement_id", "seq"], unique=False)
    op.create_table(
        "roadmap_version",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("score_digest", sa.String(), nullable=False),
        sa.Column("input_hash", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("comparisons", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_by_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_roadmap_version_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "version", name=op.f("pk_roadmap_version")),
    )
    op.create_table(
        "progress_event",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("initiative", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("remaining_days", sa.Integer(), nullable=True),
        sa.Column("finish", sa.Date(), nullable=True),
        sa.Column("actual_start", sa.Date(), nullable=True),
        sa.Column("actual_finish", sa.Date(), nullable=True),
        sa.Column("blocker", sa.String(), nullable=False),
        sa.Column("blocker_owner", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reported", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_progress_event_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_progress_event")),
        sa.UniqueConstraint("engagement_id", "initiative", "revision", name="uq_progress_revision"),
    )
    op.create_table(
        "owner_event",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("initiative", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_owner_event_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_owner_event")),
    )
    op.create_index("ix_owner_event_initiative", "owner_event", ["engagement_id", "initiative", "seq"], unique=False)


def downgrade() -> None:
    op.drop_table("owner_event")
    op.drop_table("progress_event")
    op.drop_table("roadmap_version")
    op.drop_table("score_run")
