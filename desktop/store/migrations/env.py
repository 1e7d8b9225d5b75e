"""Alembic's way into the desk's store: always on a connection that is already open and keyed."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True, transactional_ddl=True)

with context.begin_transaction():
    context.run_migrations()
