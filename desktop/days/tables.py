"""The office's own calendar rows. Every desk has them; only the centre writes them."""

from sqlalchemy import Index

from desktop.office.tables import number, text, travelling

holiday = travelling(
    "holiday",
    text("day", required=True),
    text("name_th", required=True),
    text("name_en", required=True),
    text("kind", required=True),
    text("announced"),
    text("withdrawn_at"),
)
"""One row a day, which goes before the shipped list; once withdrawn, the shipped list stands again."""

calendar_year = travelling("calendar_year", number("year_be", required=True), number("complete", required=True))
"""Years of which the office says whether all holidays are announced."""

Index(None, holiday.c.day)
Index(None, calendar_year.c.year_be)
