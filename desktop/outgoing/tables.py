"""The rows of what goes out: drafts, all their versions, what was said of them, signatures, the dispatch book."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

draft = travelling(
    "draft",
    key("unit_id", required=True),
    key("created_by", required=True),
    text("created_at", required=True),
    text("template", required=True),
    text("subject", required=True),
    text("to_party", required=True),
    text("urgency", required=True),
    text("secrecy", required=True),
    text("state", required=True),
    key("version_id", required=True),
    key("approved_version_id"),
    text("author_name", required=True),
    key("reviewer_id"),
    key("reviewer_unit_id"),
    key("letter_id"),
    text("acted_at", required=True),
)
"""A paper that is being written. Template to secrecy repeat what the version that counts (`version_id`) says."""

draft_version = travelling(
    "draft_version",
    key("draft_id", required=True),
    key("base_id"),
    text("content", required=True),
    key("author_id", required=True),
    text("author_name", required=True),
    text("at", required=True),
)
"""The draft as somebody left it, never changed. `content`: `model.Content` as JSON; `base_id`: written over which."""

draft_remark = travelling(
    "draft_remark",
    key("draft_id", required=True),
    key("version_id", required=True),
    text("act", required=True),
    text("text", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("acted_as", required=True),
    key("to_id"),
    text("to_name", required=True),
    text("at", required=True),
)
"""Review and approval, a row each, never changed. `act`: asked, returned, approved, dropped, reopened."""

letter_signature = travelling(
    "letter_signature",
    key("letter_id", required=True),
    key("draft_id", required=True),
    key("version_id", required=True),
    number("level", required=True),
    key("signer_id"),
    text("signer_name", required=True),
    text("signer_lines", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("content_sha256", required=True),
    text("certificate"),
    key("device_id", required=True),
    text("counter", required=True),
    number("mseq", required=True),
    text("at", required=True),
)
"""Who signed what and how (`model.Level`). `signer_lines`: the position, a line each; `mseq`: the act's place."""

letter_timestamp = travelling(
    "letter_timestamp",
    key("letter_id", required=True),
    text("sha256", required=True),
    text("stamped_at", required=True),
    text("authority", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""The moment that an authority vouches for on a letter's digital signature: one row a letter, never changed.

`sha256`: the paper that bears it; `at`: when this was noted.
"""

time_authority = travelling(
    "time_authority",
    text("from_day", required=True),
    text("url", required=True),
    text("roots", required=True),
    text("set_at", required=True),
)
"""Who stamps the time from a day on: of those that began the latest counts. An empty `url`: nobody."""

dispatch = travelling(
    "dispatch",
    key("letter_id", required=True),
    text("to_party", required=True),
    text("sending", required=True),
    text("reference", required=True),
    text("sent_at", required=True),
    text("sent_by_name", required=True),
    text("note", required=True),
    text("received_at"),
    text("received_by_name"),
    text("receipt_note"),
    text("receipt_entered_by_name"),
)
"""สมุดส่งหนังสือ: to whom a letter went, how and when; `received_*` when the receipt came."""

office_picture = travelling(
    "office_picture",
    text("purpose", required=True),
    text("sha256", required=True),
    text("media_type", required=True),
    number("size", required=True),
    text("set_by_name", required=True),
    text("set_at", required=True),
)
"""Pictures of the office's own; of a purpose (`garuda`) the one that was set last counts."""

Index(None, draft.c.state, draft.c.acted_at)
Index(None, draft.c.letter_id)
Index(None, draft_version.c.draft_id)
Index(None, draft_remark.c.draft_id)
Index(None, letter_signature.c.letter_id)
Index(None, letter_timestamp.c.letter_id)
Index(None, dispatch.c.letter_id)
Index(None, dispatch.c.sent_at)
