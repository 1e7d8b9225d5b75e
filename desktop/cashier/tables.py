"""Receipts and their voids. A receipt's rows never change after they are written; a void is a row of its own."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

receipt = travelling(
    "receipt",
    text("series", required=True),
    number("fiscal_year_be", required=True),
    number("book_no", required=True),
    number("number", required=True),
    text("issued_at", required=True),
    text("counter", required=True),
    text("payer_name", required=True),
    text("payer_address"),
    text("method", required=True),
    number("total_satang", required=True),
    text("baht_text", required=True),
    number("tendered_satang"),
    key("cashier_id", required=True),
    text("cashier_name", required=True),
    text("cashier_position", required=True),
    key("device_id", required=True),
    number("mseq", required=True),
)

receipt_line = travelling(
    "receipt_line",
    key("receipt_id", required=True),
    number("line", required=True),
    text("fee_code", required=True),
    text("fee_version", required=True),
    text("description", required=True),
    number("quantity", required=True),
    text("unit", required=True),
    number("unit_price_satang", required=True),
    number("amount_satang", required=True),
)

receipt_void = travelling(
    "receipt_void",
    key("receipt_id", required=True),
    text("reason", required=True),
    key("voided_by", required=True),
    text("voided_by_name", required=True),
    text("voided_at", required=True),
)

receipt_print = travelling(
    "receipt_print",
    key("receipt_id", required=True),
    number("time", required=True),
    key("printed_by", required=True),
    text("printed_by_name", required=True),
    text("printed_at", required=True),
)
"""Every printing after the first; `time` is what the paper says (พิมพ์ซ้ำครั้งที่)."""

Index(None, receipt.c.fiscal_year_be, receipt.c.number)
Index(None, receipt.c.issued_at)
Index(None, receipt.c.payer_name)
Index(None, receipt_line.c.receipt_id)
Index(None, receipt_print.c.receipt_id)
Index(None, receipt_void.c.receipt_id)
