"""Run by Alembic. The connection is always the service's own."""

from __future__ import annotations

from alembic import context

from central.models import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
    transactional_ddl=False,  # the service opens and commits the transaction
)
context.run_migrations()
