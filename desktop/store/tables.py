"""The desk's own bookkeeping: what no other desk sees."""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

from desktop.office.tables import NAMING

DESK = MetaData(naming_convention=NAMING)

device = Table(
    "device",
    DESK,
    Column("only", Integer, primary_key=True),
    Column("device_id", LargeBinary(16), nullable=False),
    Column("office_id", Integer, nullable=False),
    Column("counter", Text, nullable=False),
    Column("registers", Text, nullable=False),
    Column("feed_epoch", LargeBinary, nullable=False),
    Column("chain_mseq", Integer, nullable=False),
    Column("chain_hash", LargeBinary, nullable=False),
    Column("name", Text, nullable=False),
    Column("enrolled_at", Text, nullable=False),
)
"""One row: who this desk is and where its chain of mutations stands."""

outbox = Table(
    "outbox",
    DESK,
    Column("mseq", Integer, primary_key=True),
    Column("mut_id", LargeBinary(16), nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("v", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("user_id", LargeBinary(16), nullable=False),
    Column("at", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("code", Text),
    Column("result", LargeBinary),
    Column("eff_oseq", Integer),
    Column("acked_at", Text),
)
"""Every act of this desk. `state`: pending, applied, flagged or rejected; kept long after it is acknowledged."""

touch = Table(
    "touch",
    DESK,
    Column("entity", Text, primary_key=True),
    Column("row_id", LargeBinary(16), primary_key=True),
    Column("mseq", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Which rows an act changed that the centre's feed does not show yet."""

shadow = Table(
    "shadow",
    DESK,
    Column("entity", Text, primary_key=True),
    Column("row_id", LargeBinary(16), primary_key=True),
    Column("base_row", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""The centre's version of a row that has acts of ours on top."""

cursor = Table(
    "cursor",
    DESK,
    Column("bucket", Text, primary_key=True),
    Column("oseq", Integer, nullable=False),
    Column("n_rows", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("proven", Integer, nullable=False),
)
"""How far each bucket is read; `digest` is decimal text (64 bits unsigned); `proven`: it equalled the centre's."""

member = Table(
    "member",
    DESK,
    Column("entity", Text, primary_key=True),
    Column("row_id", LargeBinary(16), primary_key=True),
    Column("bucket", Text, primary_key=True),
    Column("ver", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Why a row is here: the buckets that hold it. A row goes when its last bucket goes."""

fill = Table(
    "fill",
    DESK,
    Column("bucket", Text, primary_key=True),
    Column("upto", Integer, nullable=False),
    Column("packs_done", Integer, nullable=False),
    Column("packs_all", Integer, nullable=False),
    Column("rows_done", Integer, nullable=False),
    Column("rows_all", Integer, nullable=False),
)
"""A snapshot on its way into the store; `packs_all` is more than there can be until all are in.

All packs done: what it did not bring is still to be swept out.
"""

aside = Table(
    "aside",
    DESK,
    Column("bucket", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("row_id", LargeBinary(16), primary_key=True),
    Column("row", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Rows of a snapshot on which acts of ours lie; they come in together at its end (msgpack: column -> value)."""

letter_due = Table(
    "letter_due",
    DESK,
    Column("place", Integer, primary_key=True),
    Column("row_id", LargeBinary(16), nullable=False),
    sqlite_autoincrement=True,
)
"""Letters whose words are not in the search index yet; triggers write it. `place` never comes twice."""

letter_doc = Table(
    "letter_doc",
    DESK,
    Column("doc", Integer, primary_key=True),
    Column("row_id", LargeBinary(16), nullable=False, unique=True),
    Column("seen", Integer, nullable=False),
)
"""The entry of the search index (`letter_words`) for each letter, the newest last; `seen`: notes in `letter_due` up to
here are answered by it."""

lease = Table(
    "lease",
    DESK,
    Column("lease_id", LargeBinary(16), primary_key=True),
    Column("series", Text, nullable=False),
    Column("year_be", Integer, nullable=False),
    Column("book_no", Integer, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("lo", Integer, nullable=False),
    Column("hi", Integer, nullable=False),
    Column("next", Integer, nullable=False),
    Column("valid_to", Text),
    Column("holder", LargeBinary(16)),
    Column("closed_at", Text),
    Column("closed_for", Text),
)
"""Number books of this desk. `next` only grows; a book is used up when it passes `hi`, and never used once closed.

`closed_for`: year_end, or returned (this desk does not ask for the register again by itself). `holder` is the
device that it was given to: a store that becomes another device leaves the old one's books alone.
"""

trusted_time = Table(
    "trusted_time",
    DESK,
    Column("only", Integer, primary_key=True),
    Column("mark", Text, nullable=False),
    Column("heard", Text),
    Column("tags", Integer, nullable=False, server_default="0"),
)
"""One row: the latest moment that this desk trusts (UTC text), the last word of the centre on it, and the last n that
stands on a provisional tag of this desk."""

blob = Table(
    "blob",
    DESK,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("offset", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("last_error", Text),
    Column("added_at", Text, nullable=False),
)
"""Files by content. `state`: local (to be sent), stored (the centre has it too), wanted (to be fetched)."""

blob_erasure = Table("blob_erasure", DESK, Column("sha256", Text, primary_key=True))
"""Files that no row names any more and that the disk may still hold: they go as soon as nothing else needs them."""

attention = Table(
    "attention",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("mseq", Integer),
    Column("code", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("resolved_at", Text),
    Column("resolved_by", LargeBinary(16)),
    Column("review_id", LargeBinary(16)),
    Column("resolution", Text),
    Column("reason", Text),
    Column("made_mseq", Integer),
)
"""What a person must look at (ต้องตรวจ), and how it was settled: `resolution`, by whom, why, by which new act.

`review_id`: the question to a supervisor that was made of it.
"""

note = Table(
    "note",
    DESK,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""What the desk must remember of itself between two starts (`desktop.store.notes` has the names)."""

news = Table(
    "news",
    DESK,
    Column("place", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("row_id", LargeBinary(16), nullable=False),
    Column("print", Text, nullable=False),
    UniqueConstraint("entity", "row_id"),
)
"""Rows that were made or changed here or by the post, in the order in which this desk heard of it (see `news`)."""

briefed = Table(
    "briefed",
    DESK,
    Column("staff_id", LargeBinary(16), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("at", Text, nullable=False),
)
"""Up to which place of `news` a person has read at this desk, and when."""
held_act = Table(
    "held_act",
    DESK,
    Column("place", Integer, primary_key=True),
    Column("batch", LargeBinary(16), nullable=False),
    Column("letter_id", LargeBinary(16), nullable=False),
    Column("type", Text, nullable=False),
    Column("v", Integer, nullable=False),
    Column("user_id", LargeBinary(16), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("due", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Acts that are decided and durable, and kept back until `due` (UTC text) so that the person can think again."""

kept_link = Table(
    "kept_link",
    DESK,
    Column("device_id", LargeBinary(16), primary_key=True),
    Column("mseq", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""The hash that papers bear of an act that left the outbox, or was sent again as another device's."""

arrival = Table(
    "arrival",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("at", Text, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("source_sha256", Text, nullable=False),
    Column("registration", LargeBinary, nullable=False),
    Column("notes", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("state_at", Text, nullable=False),
    Column("letter_id", LargeBinary(16)),
    sqlite_with_rowid=False,
)
"""Letters that came in files and wait for their number. `state`: waiting, registered or put_away; words as JSON."""

arrival_file = Table(
    "arrival_file",
    DESK,
    Column("arrival_id", LargeBinary(16), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("original_sha256", Text),
    Column("document", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Documents of an arrival, in order; their bytes lie with the other files of the desk and are sent with the letter."""

batch = Table(
    "batch",
    DESK,
    Column("id", LargeBinary(16), primary_key=True),
    Column("at", Text, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("settings", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("state_at", Text, nullable=False),
    Column("by_id", LargeBinary(16)),
    Column("unit_id", LargeBinary(16)),
    Column("for_unit", Integer, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)
"""Pages that came in together. `state`: waiting, finished or put_away; `settings` of the scanner as JSON.
`by_id`, `unit_id`: who brought them in; `for_unit`: left to whoever of that unit takes them up."""

batch_page = Table(
    "batch_page",
    DESK,
    Column("batch_id", LargeBinary(16), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("frame", Integer, nullable=False),
    Column("width_mm", Float, nullable=False),
    Column("height_mm", Float, nullable=False),
    Column("signed", Integer, nullable=False),
    Column("original_sha256", Text),
    Column("letter_id", LargeBinary(16)),
    sqlite_with_rowid=False,
)
"""A page as it came, never changed: page `frame` of the file `sha256`; `letter_id`: the letter that it became.

`original_sha256`: the untouched file, where what acts by itself was taken out of the one that is read.
"""

batch_thumb = Table(
    "batch_thumb",
    DESK,
    Column("batch_id", LargeBinary(16), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("picture", LargeBinary, nullable=False),
)
"""A small JPEG of a page as it came."""

batch_edit = Table(
    "batch_edit",
    DESK,
    Column("batch_id", LargeBinary(16), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("edit", LargeBinary, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("undone", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What was done to the pages of a batch, in order (JSON); `pages`: how many there were when it was done."""

batch_built = Table(
    "batch_built",
    DESK,
    Column("batch_id", LargeBinary(16), primary_key=True),
    Column("sha256", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Documents that were made of a waiting batch; once it waits no more, only what a row names stays on the disk."""

draft_autosave = Table(
    "draft_autosave",
    DESK,
    Column("place", Integer, primary_key=True),
    Column("draft_id", LargeBinary(16), nullable=False),
    Column("base_id", LargeBinary(16), nullable=False),
    Column("content", Text, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("left", Integer, nullable=False),
    sqlite_autoincrement=True,
)
"""What was typed into a draft at each pause, over the version `base_id`; `left`: it became a version, or was let go."""

page_reading = Table(
    "page_reading",
    DESK,
    Column("sha256", Text, primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("engine", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""What was read of page `page` (from 0) of a file, and by which reader; it goes with the file."""

verifier = Table(
    "verifier",
    DESK,
    Column("staff_id", LargeBinary(16), primary_key=True),
    Column("hash", Text, nullable=False),
    Column("confirmed_at", Text, nullable=False),
)
"""Argon2id verifiers of people whom the centre let in from this desk."""

Index(None, outbox.c.state)
Index(None, touch.c.mseq)
Index(None, lease.c.series, lease.c.year_be, lease.c.lo)
Index(None, blob.c.state)
Index(None, attention.c.resolved_at)
Index(None, draft_autosave.c.draft_id)
Index(None, batch_page.c.sha256)
Index(None, held_act.c.letter_id)
