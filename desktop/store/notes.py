"""What the desk must remember of itself between two starts, by name; each note is a few bytes."""

from typing import TYPE_CHECKING, Any

from desktop.store.reader import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

ANNOUNCED = "announced"
"""The feed epoch in which the centre was told this desk's books."""
BILLS_AHEAD = "bills-ahead"
"""How many bills somebody means to make on which day, as msgpack [count, ISO day]: their numbers are asked for."""
COPIES = "copies"
"""What the last making and proving of a copy came to, as JSON."""
DEPOSITED = "deposited"
"""Place of the last act that was left at a centre which had withdrawn this desk."""
DEVICE_SALT, NEXT_SALT = "device-salt", "next-salt"
"""What the desk's key is derived with, after it was enrolled anew; and while that is under way."""
PAPERS = "papers"
"""Which layout each kind of paper has at this desk, what its printers are aside, which stock is laid in; JSON."""
PEOPLE_KEY = "people-key"
"""The key of citizens' numbers, once the office's code was typed in (`desktop.people.numbers`)."""
RESTORED = "restored"
"""When this store was put back from a backup, UTC text."""
STAMP_FEEDS = "stamp-feeds"
"""How each printer takes a sheet that gets the intake stamp, as JSON by the name of its queue."""
TAGS_APART = "tags-apart"
"""Set where another disk may have given tags of this counter: tags bear the device's id from then on."""
TROUBLE = "trouble"
"""Why this desk may not go on as the device that it is: the code of an OfficeError."""
WATCHWORD = "watchword"
"""What was said to the centre last, as msgpack."""

PUT = "INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)"
DROP = "DELETE FROM note WHERE name = ?"


def read(reader: Reader, name: str) -> bytes | None:
    row = reader.one("SELECT value FROM note WHERE name = ?", (name,))
    return bytes(row[0]) if row else None


def held(connection: "Connection", name: str) -> bytes | None:
    """The note as the transaction sees it."""
    found: Any = connection.exec_driver_sql("SELECT value FROM note WHERE name = ?", (name,)).scalar()
    return None if found is None else bytes(found)


def put(connection: "Connection", name: str, value: bytes) -> None:
    connection.exec_driver_sql(PUT, (name, value))


def drop(connection: "Connection", *names: str) -> None:
    for name in names:
        connection.exec_driver_sql(DROP, (name,))
