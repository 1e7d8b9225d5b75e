"""The archive's rows: where letters are kept and as what, holds, destruction lists and what became of the letters."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

letter_storing = travelling(
    "letter_storing",
    key("letter_id", required=True),
    text("retention", required=True),
    text("place", required=True),
    text("file_code", required=True),
    number("since_be"),
    text("stored_on", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""The letter was put away: a row each time, never changed, the newest stands. `since_be`: the year (พ.ศ.) from whose
end it is kept, where that is not the year in which it was last worked on; `retention` as in `resources/retention`."""

letter_hold = travelling(
    "letter_hold",
    key("letter_id", required=True),
    text("reason", required=True),
    text("held_by_name", required=True),
    text("held_at", required=True),
    text("released_at"),
    text("released_by_name"),
    text("release_reason"),
)
"""The letter must stay, however long it has been kept; `released_at` when it need not any more."""

destruction_list = travelling(
    "destruction_list",
    key("unit_id"),
    number("year_be", required=True),
    text("title", required=True),
    text("state", required=True),
    text("prepared_by_name", required=True),
    text("prepared_at", required=True),
    text("committee_order"),
    text("approved_by_name"),
    text("approved_position"),
    text("approved_on"),
    text("archives_answer"),
    text("archives_sent_on"),
    text("archives_reference"),
    text("destroyed_on"),
    text("destroyed_how"),
)
"""บัญชีหนังสือขอทำลาย of a calendar year; `unit_id` where a division made it for its own registers."""

destruction_member = travelling(
    "destruction_member",
    key("list_id", required=True),
    number("place", required=True),
    text("role", required=True),
    text("name", required=True),
    text("position", required=True),
    text("signed_on"),
    text("signed_told_by"),
    text("replaced_at"),
)
"""The committee; `replaced_at` when another was appointed before anybody had signed."""

destruction_entry = travelling(
    "destruction_entry",
    key("list_id", required=True),
    key("letter_id", required=True),
    number("place", required=True),
    text("register", required=True),
    number("year_be", required=True),
    number("number", required=True),
    text("book_number", required=True),
    text("letter_date"),
    text("subject", required=True),
    text("file_code", required=True),
    text("retention", required=True),
    number("years", required=True),
    number("since_be", required=True),
    text("verdict", required=True),
    text("reason", required=True),
)
"""A letter on a list, in the words that it had then. `verdict`: destroy or keep."""

letter_disposal = travelling(
    "letter_disposal",
    key("letter_id", required=True),
    key("list_id", required=True),
    text("list_title", required=True),
    text("destroyed_on", required=True),
    text("told_by_name", required=True),
    text("at", required=True),
)
"""The paper of the letter was destroyed; its row and its number stay for ever."""

retention_rule = travelling(
    "retention_rule",
    text("code", required=True),
    text("name_th", required=True),
    text("name_en", required=True),
    number("years"),
    text("cite", required=True),
    text("valid_from", required=True),
    text("set_by_name", required=True),
    text("set_at", required=True),
)
"""A rule of keeping that the office set, beside those of `resources/retention`: never changed, a later one of the same
`code` holds from its own day on. `years` None: never offered for destruction."""

Index(None, letter_storing.c.letter_id)
Index(None, letter_storing.c.stored_on)
Index(None, letter_hold.c.letter_id)
Index(None, destruction_member.c.list_id)
Index(None, destruction_entry.c.list_id)
Index(None, destruction_entry.c.letter_id)
Index(None, letter_disposal.c.letter_id)
