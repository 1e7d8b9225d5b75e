"""What became of the lines of a letter's lists after its registration."""

from sqlalchemy import Index

from desktop.office.tables import key, text, travelling

letter_line_amendment = travelling(
    "letter_line_amendment",
    key("letter_id", required=True),
    text("field", required=True),
    text("before"),
    text("after"),
    text("reason"),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""What became of the lines of the letter's lists (`paper_lines`), a row each time; never changed.

Apart from `letter_amendment`, for a desk of an earlier release shows every field that it finds there.
"""

Index(None, letter_line_amendment.c.letter_id)
