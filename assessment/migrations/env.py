"""Run by Alembic: the connection comes from assessment.migrating, never from a file."""

from alembic import context

from assessment.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
