"""Waste-fee accounts, and what was settled about each from which month on. Rows are added, never changed."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling
from desktop.waste.model import PLACE

waste_account = travelling(
    "waste_account",
    key("house_id", required=True),
    *(text(name, required=True) for name in PLACE),
    text("opened_at", required=True),
    key("opened_by", required=True),
    key("device_id", required=True),
    key("import_id"),
)
"""A house that is charged for its waste, or is known not to be; the id follows from the house."""

waste_term = travelling(
    "waste_term",
    key("account_id", required=True),
    text("what", required=True),
    text("from_month", required=True),
    key("person_id"),
    text("payer_name"),
    text("payer_address"),
    text("fee_code"),
    number("litres"),
    text("standing"),
    text("reason"),
    text("note"),
    key("set_by", required=True),
    text("set_by_name", required=True),
    text("set_at", required=True),
    key("import_id"),
)
"""From a month on: the payer, the rate, or whether it is charged (`what`), until a later term of the same kind."""

waste_import = travelling(
    "waste_import",
    text("file_name", required=True),
    key("entered_by", required=True),
    text("entered_by_name", required=True),
    text("entered_at", required=True),
    key("device_id", required=True),
    text("taken_back_at"),
    text("taken_back_by_name"),
    text("taken_back_for"),
)
"""A file of houses that was entered. Taken back, its accounts and terms count no more, unless one was billed."""

Index(None, waste_account.c.house_id)
Index(None, waste_account.c.import_id)
Index(None, waste_term.c.account_id)
Index(None, waste_term.c.person_id)
