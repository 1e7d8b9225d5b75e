"""Reading as one desk: below our own queries PostgreSQL itself shows only the office's rows and the desk's buckets.

The policies (migration 0003) bind every user of the database but those who bypass row security, superusers above all;
those read as `thesaban_reader`. What a transaction sets here ends with it.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, text

from desktop.office.errors import OfficeError
from sync.server.straight import Statement

READER = "thesaban_reader"
_CONFINE = Statement("""
SELECT set_config('thesaban.office', :office, true), set_config('thesaban.buckets', :buckets, true),
       set_config('role', CASE WHEN bypasses_rows() THEN 'thesaban_reader' ELSE 'none' END, true)
""")
_STANDING = text("""
SELECT rolsuper, rolbypassrls, rolcreaterole, to_regrole('thesaban_reader') IS NOT NULL AS known,
       CASE WHEN to_regrole('thesaban_reader') IS NULL THEN false
            ELSE pg_has_role(current_user, 'thesaban_reader', 'MEMBER') END AS member,
       current_user AS name
FROM pg_roles WHERE rolname = current_user
""")

_CREATE = f"""
DO $$ BEGIN CREATE ROLE {READER} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
"""
"""Roles are the whole server's: another database may be making it at this moment."""


def confine(connection: Connection, office_id: int, buckets: Iterable[str]) -> None:
    """From here to its end this transaction reads rows of one office, its feed in these buckets, and writes nothing."""
    _CONFINE.run(connection, office=str(office_id), buckets="\n".join(buckets))


def make_reader(connection: Connection) -> None:
    """Sees to the reading role where this database user needs one: who is bound by row security anyway needs none.

    OfficeError `centre.no_reader_role` with what an administrator of the database must do.
    """
    user = connection.execute(_STANDING).one()
    if not (user.rolsuper or user.rolbypassrls) or (user.rolsuper and user.known) or user.member:
        return
    if not (user.rolsuper or user.rolcreaterole) or (user.known and not user.rolsuper):
        command = f'CREATE ROLE {READER} NOLOGIN; GRANT {READER} TO "{user.name}"'
        raise OfficeError("centre.no_reader_role", command=command)
    connection.execute(text(_CREATE))
    connection.execute(text(f"GRANT {READER} TO CURRENT_USER"))
