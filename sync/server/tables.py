"""The centre's own tables, every one keyed by the office first (sync design 6.2)."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from desktop.office.tables import NAMING

CENTRE = MetaData(naming_convention=NAMING)


def _office() -> Column[int]:
    return Column("office_id", BigInteger, primary_key=True, autoincrement=False)


def _id(name: str, *, primary_key: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary(16), primary_key=primary_key, nullable=False)


server_setting = Table(
    "server_setting", CENTRE, Column("name", Text, primary_key=True), Column("value", LargeBinary, nullable=False)
)
"""`feed_epoch` (changes when the database is restored from a backup) and `token_key` (signs the desks' tokens)."""

office_gate = Table("office_gate", CENTRE, _office())
"""One row per office; locked by a writer for the length of its transaction, so that mutations read what they write."""

office_head = Table(
    "office_head",
    CENTRE,
    _office(),
    Column("head", BigInteger, nullable=False),
    postgresql_with={"fillfactor": 50},
)
"""How far the feed of an office is; counted up last in every write transaction."""

change = Table(
    "change",
    CENTRE,
    _office(),
    Column("bucket", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    _id("row_id", primary_key=True),
    Column("oseq", BigInteger, nullable=False),
    Column("op", Text, nullable=False),
    Column("ver", BigInteger, nullable=False),
    Column("tx_first", BigInteger, nullable=False),
    UniqueConstraint("office_id", "bucket", "oseq"),
)
"""The feed: one row per bucket and row, moved forward at each change. `op`: P (is in it) or R (was)."""

bucket_state = Table(
    "bucket_state",
    CENTRE,
    _office(),
    Column("bucket", Text, primary_key=True),
    Column("n_rows", BigInteger, nullable=False),
    Column("digest", Numeric(20, 0), nullable=False),
)
"""How many rows a bucket holds and the sum of their hashes modulo 2**64."""

mutation = Table(
    "mutation",
    CENTRE,
    _office(),
    _id("device_id", primary_key=True),
    Column("mseq", BigInteger, primary_key=True, autoincrement=False),
    _id("mut_id"),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("type", Text, nullable=False),
    Column("v", Integer, nullable=False),
    _id("user_id"),
    Column("at", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("status", Text, nullable=False),
    Column("code", Text),
    Column("data", LargeBinary),
    Column("eff_oseq", BigInteger, nullable=False),
    Column("accepted_at", Text, nullable=False),
    Column("repeats", Boolean, nullable=False),
    Column("signature", LargeBinary),
)
"""Every act of every desk with its outcome, kept whole. `repeats`: the act was known under another device or place.

`signature`: the device's, under the last act of a batch; it covers all acts before it.
"""

device = Table(
    "device",
    CENTRE,
    _office(),
    _id("device_id", primary_key=True),
    Column("name", Text, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("counter", Text, nullable=False),
    Column("registers", ARRAY(Text), nullable=False),
    Column("audiences", ARRAY(Text), nullable=False),
    Column("kind", Text, nullable=False, server_default="counter"),
    Column("people", ARRAY(LargeBinary(16)), nullable=False, server_default="{}"),
    Column("last_mseq", BigInteger, nullable=False),
    Column("last_hash", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("enrolled_at", Text, nullable=False),
    Column("signs", Boolean, nullable=False, server_default=text("false")),  # has signed acts once, and must sign on
    Column("watchword", LargeBinary, nullable=False, server_default=text("''::bytea")),
    Column("announced", LargeBinary, nullable=False, server_default=text("''::bytea")),
    Column("former", ARRAY(LargeBinary), nullable=False, server_default=text("'{}'::bytea[]")),
    Column("revoked_at", Text),
)
"""`state`: active or revoked. `kind`: counter (shared), personal or registry; `people`: the staff enrolled at it.

The centre itself is the device of sixteen zero bytes, without a key.

`watchword`: what the desk said last, by which a copy is found out; `announced`: the feed epoch in which it told the
books it holds; `former`: the devices that it was before it was enrolled anew.
"""

enrolment_code = Table(
    "enrolment_code",
    CENTRE,
    _office(),
    Column("hash", LargeBinary, primary_key=True),
    Column("name", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("registers", ARRAY(Text), nullable=False),
    Column("audiences", ARRAY(Text), nullable=False),
    Column("kind", Text, nullable=False, server_default="counter"),
    Column("people", ARRAY(LargeBinary(16)), nullable=False, server_default="{}"),
    Column("expires", Text, nullable=False),
    Column("device_id", LargeBinary(16)),
    Column("succeeds", LargeBinary(16)),
)
"""What a desk becomes that shows the code; `device_id` once it is used; `succeeds`: the device that ends with it."""

proof_seed = Table(
    "proof_seed",
    CENTRE,
    _office(),
    Column("seed", LargeBinary, nullable=False),
    Column("made_at", Text, nullable=False),
)
"""The seed of each office's own key, which vouches for its desks and signs its list; it never leaves the centre."""

token_seen = Table(
    "token_seen",
    CENTRE,
    _office(),
    _id("device_id", primary_key=True),
    Column("at", Text, primary_key=True),
)
"""Signed claims already used, as long as they would be fresh."""

staff_password = Table(
    "staff_password", CENTRE, _office(), _id("staff_id", primary_key=True), Column("hash", Text, nullable=False)
)
"""Argon2id."""

signin_attempt = Table(
    "signin_attempt",
    CENTRE,
    _office(),
    Column("login", Text, primary_key=True),
    Column("minute", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)

quarantine = Table(
    "quarantine",
    CENTRE,
    _office(),
    _id("device_id", primary_key=True),
    Column("mseq", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, primary_key=True),
    Column("act", LargeBinary, nullable=False),
    Column("came_at", Text, nullable=False),
    Column("state", Text, nullable=False),
)
"""Acts of devices that were withdrawn, whole and not performed. `state`: waiting, accepted or refused."""

blob = Table(
    "blob",
    CENTRE,
    _office(),
    Column("sha256", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("offered_at", Text, nullable=False),
)
"""Files by content. `state`: partial or stored; how much of a partial one is here, its file says."""

blob_use = Table(
    "blob_use",
    CENTRE,
    _office(),
    Column("sha256", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    _id("row_id", primary_key=True),
)
"""Which rows name a file: who may see such a row may read the file."""

desk_report = Table(
    "desk_report",
    CENTRE,
    _office(),
    _id("device_id", primary_key=True),
    Column("heard_at", Text, nullable=False),
    Column("outbox", Integer, nullable=False),
    Column("oldest", Text),
    Column("blobs", Integer, nullable=False),
    Column("attention", Integer, nullable=False),
    Column("disk_free", BigInteger),
    Column("clock_off_ms", BigInteger),
    Column("version", Text, nullable=False),
)
"""What each desk last said of itself. `clock_off_ms`: by how much its clock was ahead of the centre's."""
secret_view = Table(
    "secret_view",
    CENTRE,
    Column("look", BigInteger, Identity(), primary_key=True),
    Column("office_id", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    _id("device_id"),
    _id("user_id"),
    Column("entity", Text, nullable=False),
    _id("row_id"),
)
"""Who looked at what may be read at the centre only."""

Index(None, change.c.office_id, change.c.entity, change.c.row_id)
Index(None, device.c.device_id)
Index(
    "uq_mutation_office_id_mut_id",
    mutation.c.office_id,
    mutation.c.mut_id,
    unique=True,
    postgresql_where=text("NOT repeats"),
)
