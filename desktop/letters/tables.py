"""The letters room's rows (domain: forms 12 and 13 of the correspondence regulation)."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

letter = travelling(
    "letter",
    text("register", required=True),
    number("year_be", required=True),
    number("number", required=True),
    text("received_at", required=True),
    text("channel", required=True),
    text("from_party", required=True),
    text("book_number", required=True),
    text("book_number_key", required=True),
    text("letter_date"),
    text("to_party", required=True),
    text("subject", required=True),
    text("urgency", required=True),
    text("secrecy", required=True),
    text("due_date"),
    text("remarks"),
    text("status", required=True),
    text("acted_at", required=True),
    number("stamp_page"),
    number("stamp_x"),
    number("stamp_y"),
    key("registered_by", required=True),
    key("device_id", required=True),
)
"""`stamp_page` counts from 0; `stamp_x`, `stamp_y` in micrometres from the top left (whole numbers travel exactly)."""

letter_file = travelling(
    "letter_file",
    key("letter_id", required=True),
    text("sha256", required=True),
    text("name", required=True),
    text("media_type", required=True),
    number("size", required=True),
    number("pages", required=True),
    text("source", required=True),
    text("original_sha256"),
    text("original_media_type"),
    text("added_at", required=True),
)
"""`sha256` names the PDF people read; where a picture came in, `original_sha256` names its untouched bytes."""

endorsement = travelling(
    "endorsement",
    key("letter_id", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("acted_as", required=True),
    text("action", required=True),
    text("text", required=True),
    text("at", required=True),
)

routing = travelling(
    "routing",
    key("letter_id", required=True),
    key("unit_id", required=True),
    text("purpose", required=True),
    text("note"),
    text("due_date"),
    text("state", required=True),
    key("sent_by", required=True),
    text("sent_at", required=True),
    key("received_by"),
    text("received_at"),
)

classification = travelling(
    "classification",
    key("letter_id", required=True),
    text("before", required=True),
    text("after", required=True),
    text("reason", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""Who made a letter more or less secret, when and why."""

Index(None, letter.c.register, letter.c.year_be, letter.c.number)
Index(None, letter.c.status, letter.c.year_be, letter.c.number)
Index(None, letter.c.due_date)
Index(None, letter_file.c.letter_id)
Index(None, endorsement.c.letter_id)
Index(None, routing.c.letter_id)
Index(None, classification.c.letter_id)
Index(None, routing.c.unit_id, routing.c.state)
