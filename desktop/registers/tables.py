"""The control register's rows at both ends: books, numbers without a paper, and what desks lent each other."""

from sqlalchemy import Index, UniqueConstraint

from desktop.office.tables import key, number, text, travelling

number_book = travelling(
    "number_book",
    text("series", required=True),
    number("year_be", required=True),
    number("book_no", required=True),
    number("epoch", required=True),
    number("lo", required=True),
    number("hi", required=True),
    key("device_id", required=True),
    text("holder", required=True),
    text("state", required=True),
    text("valid_to"),
    text("leased_at", required=True),
    text("closed_at"),
    UniqueConstraint("office_id", "series", "year_be", "book_no", "epoch"),
)
"""A range of numbers and the one desk that may use it; its `id` is the lease. `book_no` 0 is a letter register's
sequence, of which each holder has an `epoch` of its own. `state`: `desktop.registers.model.State`."""

number_span = travelling(
    "number_span",
    key("book_id", required=True),
    text("series", required=True),
    number("year_be", required=True),
    number("lo", required=True),
    number("hi", required=True),
    text("fate", required=True),
    text("reason", required=True),
    text("decided_by", required=True),
    text("at", required=True),
)
"""Numbers that no paper bears, and why. `fate`: cancelled or suspense; a cancelled span outweighs a suspense one."""

number_loan = travelling(
    "number_loan",
    text("series", required=True),
    number("year_be", required=True),
    number("lo", required=True),
    number("hi", required=True),
    key("book_id", required=True),
    key("ask_id", required=True),
    key("lender_id", required=True),
    text("lender", required=True),
    key("borrower_id", required=True),
    text("borrower", required=True),
    text("lent_at", required=True),
    text("content", required=True),
)
"""The tail of a book (`book_id`) that one desk lent to another without the centre; its `id` is the borrower's lease.

`content`: base64 of the whole record, signed by both (`desktop.registers.lending.Loan`)."""

Index(None, number_book.c.series, number_book.c.year_be, number_book.c.lo)
Index(None, number_span.c.series, number_span.c.year_be, number_span.c.lo)
