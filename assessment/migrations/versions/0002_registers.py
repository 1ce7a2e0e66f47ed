"""Create the tables: registers of an engagement."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "store",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_store_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_store")),
    )
    op.create_table(
        "person",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("store_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["engagement_id", "store_id"], ["store.engagement_id", "store.id"], name="fk_person_store"
        ),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_person_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_person")),
    )
    op.create_table(
        "system",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_system_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_system")),
    )
    op.create_table(
        "data_flow",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engagement_id", "source"], ["system.engagement_id", "system.id"], name="fk_flow_source"
        ),
        sa.ForeignKeyConstraint(
            ["engagement_id", "target"], ["system.engagement_id", "system.id"], name="fk_flow_target"
        ),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_data_flow_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_data_flow")),
    )
    op.create_table(
        "fact",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_fact_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_fact")),
    )
    op.create_table(
        "resource",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_resource_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_resource")),
    )
    op.create_table(
        "need",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_need_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_need")),
    )
    op.create_table(
        "target",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_target_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_target")),
    )
    op.create_table(
        "visit_observation",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_visit_observation_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_visit_observation")),
    )
    op.create_table(
        "document_observation",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engagement_id"], ["engagement.id"], name=op.f("fk_document_observation_engagement_id")
        ),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_document_observation")),
    )
    op.create_table(
        "na_approval",
        sa.Column("engagement_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f("fk_na_approval_engagement_id")),
        sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f("pk_na_approval")),
    )


def downgrade() -> None:
    op.drop_table("na_approval")
    op.drop_table("document_observation")
    op.drop_table("visit_observation")
    op.drop_table("target")
    op.drop_table("need")
    op.drop_table("resource")
    op.drop_table("fact")
    op.drop_table("data_flow")
    op.drop_table("system")
    op.drop_table("person")
    op.drop_table("store")
