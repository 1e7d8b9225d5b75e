"""Alembic's way into the centre's database: always on a connection that is already open."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)

with context.begin_transaction():
    context.run_migrations()
