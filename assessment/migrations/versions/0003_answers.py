"""Create the tables: answers, submissions, invitations, adjudications."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer_event",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("na_reason", sa.String(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engagement_id", "person_id"], ["person.engagement_id", "person.id"], name="fk_answer_person"
        ),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_answer_event_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_answer_event")),
        sa.UniqueConstraint("engagement_id", "person_id", "id", name="uq_answer_event"),
    )
    op.create_index(
        "ix_answer_current",
        "answer_event",
        ["engagement_id", "person_id", "instrument", "question", "seq"],
        unique=False,
    )
    op.create_table(
        "submission",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engagement_id", "person_id"], ["person.engagement_id", "person.id"], name="fk_submission_person"
        ),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_submission_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_submission")),
    )
    op.create_index("ix_submission_person", "submission", ["engagement_id", "person_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["engagement_id", "person_id"], ["person.engagement_id", "person.id"], name="fk_invitation_person"
        ),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_invitation_engagement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    op.create_index("ix_invitation_person", "invitation", ["engagement_id", "person_id"], unique=False)
    op.create_table(
        "respondent_pass",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("invitation_id", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitation.id"], name=op.f("fk_respondent_pass_invitation_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_respondent_pass")),
    )
    op.create_index(op.f("ix_respondent_pass_invitation_id"), "respondent_pass", ["invitation_id"], unique=False)
    op.create_table(
        "adjudication",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("capability", sa.String(), nullable=False),
        sa.Column("level", sa.Float(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_adjudication_engagement_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_adjudication")),
    )
    op.create_index("ix_adjudication_capability", "adjudication", ["engagement_id", "capability", "seq"], unique=False)


def downgrade() -> None:
    op.drop_table("adjudication")
    op.drop_table("respondent_pass")
    op.drop_table("invitation")
    op.drop_table("submission")
    op.drop_table("answer_event")
