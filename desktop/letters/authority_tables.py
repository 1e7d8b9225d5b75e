"""Rows about who may sign as what, and with which words: orders of delegation and the phrases of endorsements."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

delegation = travelling(
    "delegation",
    text("order_no", required=True),
    text("order_date", required=True),
    text("capacity", required=True),
    text("position_th", required=True),
    key("to_id"),
    text("to_position"),
    key("holder_id"),
    text("valid_from", required=True),
    text("valid_to"),
    text("kinds", required=True),
    text("actions", required=True),
    text("powers"),
    key("entered_by", required=True),
    text("entered_by_name", required=True),
    text("entered_at", required=True),
    text("recalled_at"),
    text("recalled_by_name"),
    text("recall_reason"),
)
"""An order by which somebody acts for a post; never changed but for its recall. `kinds`, `actions`: words parted by
blanks, empty for all; `holder_id`: who holds the post, if somebody does."""

phrase = travelling(
    "phrase",
    text("owner", required=True),
    key("unit_id"),
    key("staff_id"),
    number("number"),
    text("action", required=True),
    text("text", required=True),
    text("roles", required=True),
    text("changed_at", required=True),
    text("removed_at"),
)
"""`owner`: office, unit or own; `number`: its key, 1 to 9, None for a phrase without one. `roles`: who is offered a
phrase of the office, parted by blanks, empty for everybody."""

Index(None, delegation.c.to_id)
Index(None, phrase.c.staff_id)
