"""Create the tables: store visits, mystery visits, data and document requests."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = ("store_visit", "mystery_visit", "data_request")


def upgrade() -> None:
    for table in TABLES:
        op.create_table(
            table,
            sa.Column("engagement_id", sa.String(), nullable=False),
            sa.Column("id", sa.String(), nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.Column("body", sa.Text(), nullable=False),
            sa.ForeignKeyConstraint(["engagement_id"], ["engagement.id"], name=op.f(f"fk_{table}_engagement_id")),
            sa.PrimaryKeyConstraint("engagement_id", "id", name=op.f(f"pk_{table}")),
        )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
