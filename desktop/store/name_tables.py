"""The index of names (`names`), which triggers of the store keep, whoever writes."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text, UniqueConstraint

from desktop.store.tables import DESK

name_due = Table(
    "name_due",
    DESK,
    Column("source", Integer, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)
"""What is not indexed yet. Who deletes a row has it indexed, as it is then."""

name_doc = Table(
    "name_doc",
    DESK,
    Column("doc", Integer, primary_key=True),
    Column("source", Integer, nullable=False),
    Column("key", LargeBinary, nullable=False),
    UniqueConstraint("source", "key"),
)
"""The entry of the index (`name_words`) for each key; those of one source lie together."""

name_sign = Table("name_sign", DESK, Column("n", Integer, primary_key=True))
"""1, 2, 3 ... as many signs of a text are indexed."""

name_common = Table(
    "name_common",
    DESK,
    Column("three", Text, primary_key=True),
    Column("many", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""In how many texts of a sample (each 32nd entry of the index) three signs stand: the rare ones are asked for."""
