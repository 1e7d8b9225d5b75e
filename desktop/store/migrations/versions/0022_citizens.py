"""Citizens and houses: who they are, where they live, how they are found; receipts by the name on them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

INDEXES = {
    "person": ("words", "number_hash", "merged_into"),
    "house": ("words", "merged_into"),
    "house_tie": ("person_id", "house_id"),
    "person_change": ("person_id",),
    "number_look": ("person_id",),
}
ADDRESS = ("house_no", "moo", "trok", "soi", "road", "tambon", "amphoe", "province", "postcode")
PERSON = (
    "kind", "title", "given", "middle", "family", "monastic", "name_en", "born", "sex", "nationality", "phone",
    "other_phone", "remarks",
)  # fmt: skip


def upgrade() -> None:
    _tables()
    op.create_index("ix_receipt_payer_name", "receipt", ["payer_name"])


def downgrade() -> None:
    """A store is never taken back; the copy made before the migration is."""


def _tables() -> None:
    _table(
        "person",
        *map(_text, (*PERSON, *ADDRESS, "number_kind")),
        _key("number_hash"),
        _text("number_seal"),
        _text("words", required=True),
        _text("basis", required=True),
        *_recorded(),
    )
    _table(
        "house", *map(_text, ("code", "lat", "lon", "remarks", *ADDRESS)), _text("words", required=True), *_recorded()
    )
    _table(
        "house_tie",
        _key("person_id", required=True),
        _key("house_id", required=True),
        _text("tie", required=True),
        _text("until"),
    )
    _table(
        "person_change",
        _key("person_id", required=True),
        _text("field", required=True),
        _text("before"),
        _text("after"),
        *_who(),
    )
    _table("number_look", _key("person_id", required=True), _text("reason", required=True), *_who())
    _table("people_key", _text("check", required=True), _text("made_at", required=True))


def _recorded() -> "tuple[sa.Column[Any], ...]":
    by = (_key("recorded_by", required=True), _key("device_id", required=True))
    return _key("merged_into"), _text("recorded_at", required=True), *by


def _who() -> "tuple[sa.Column[Any], ...]":
    return _key("actor_id", required=True), _text("actor_name", required=True), _text("at", required=True)


def _text(name: str, *, required: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, sa.Text(), nullable=not required)


def _key(name: str, *, required: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, sa.LargeBinary(length=16), nullable=not required)


def _table(name: str, *columns: "sa.Column[Any]") -> None:
    op.create_table(
        name,
        sa.Column("office_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("office_id", "id", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )
    for column in INDEXES.get(name, ()):
        op.create_index(f"ix_{name}_{column}", name, [column])
