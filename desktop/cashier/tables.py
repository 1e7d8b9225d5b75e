"""Receipts and bills. Their rows never change once they are written: a void, a payment is a row of its own."""

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
    text("proof"),
    key("replaces_id"),
    text("mode"),
)
"""`proof`: the text of the QR code, signed when the receipt was issued; `replaces_id`: the cancelled one before it.

`mode`: `shift_model.PRE_RECEIPT` where the office had said so when it was issued; empty: the official receipt.
"""

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
    key("device_id"),
    number("mseq"),
    key("approved_by"),
    text("approved_by_name"),
    key("approver_key_id"),
    text("approval"),
    text("original"),
)
"""`device_id`, `mseq`: the place of the act in its desk's chain; empty in rows of earlier releases.

`approval`: hex signature by the second person's key of that desk; `original`: what became of the paper.
"""

receipt_print = travelling(
    "receipt_print",
    key("receipt_id", required=True),
    number("time", required=True),
    key("printed_by", required=True),
    text("printed_by_name", required=True),
    text("printed_at", required=True),
)
"""Every printing after the first; `time` is what the paper says (พิมพ์ซ้ำครั้งที่)."""

bill = travelling(
    "bill",
    text("series", required=True),
    number("fiscal_year_be", required=True),
    number("book_no", required=True),
    number("number", required=True),
    text("reference", required=True),
    text("issued_at", required=True),
    text("due_on", required=True),
    text("counter", required=True),
    text("payer_name", required=True),
    text("payer_address"),
    key("person_id"),
    key("house_id"),
    key("case_id"),
    number("total_satang", required=True),
    text("baht_text", required=True),
    text("note"),
    key("clerk_id", required=True),
    text("clerk_name", required=True),
    text("clerk_position", required=True),
    key("device_id", required=True),
    number("mseq", required=True),
    number("on_the_spot"),
)
"""`reference`: what the payer's bank is told (ref1), ten figures of which the last proves the others.

`on_the_spot`: 1 where it came about with its receipt, and goes when that is cancelled.
"""

bill_line = travelling(
    "bill_line",
    key("bill_id", required=True),
    number("line", required=True),
    text("fee_code", required=True),
    text("fee_version", required=True),
    text("description", required=True),
    number("quantity", required=True),
    text("unit", required=True),
    number("unit_price_satang", required=True),
    number("amount_satang", required=True),
    text("calculation", required=True),
)

bill_cancelled = travelling(
    "bill_cancelled",
    key("bill_id", required=True),
    text("reason", required=True),
    key("cancelled_by", required=True),
    text("cancelled_by_name", required=True),
    text("cancelled_at", required=True),
)

bill_period = travelling(
    "bill_period",
    key("bill_id", required=True),
    key("account_id", required=True),
    text("month", required=True),
    number("turn", required=True),
)
"""What a bill that comes again is for: the month of an account, or the day (`2027-01-14`) on which the yearly fee of a
certificate is due. Its id is the bill's. `turn`: how many before it were cancelled."""

bill_again = travelling(
    "bill_again",
    key("bill_id", required=True),
    text("series", required=True),
    number("fiscal_year_be", required=True),
    number("book_no", required=True),
    number("number", required=True),
    text("reference", required=True),
    text("counter", required=True),
    number("total_satang", required=True),
    text("issued_at", required=True),
    key("device_id", required=True),
)
"""The same bill made at another desk meanwhile: its number is void, and its paper leads to the one bill."""

bill_payment = travelling(
    "bill_payment",
    key("bill_id", required=True),
    text("method", required=True),
    number("amount_satang", required=True),
    text("counter", required=True),
    key("taken_by", required=True),
    text("taken_by_name", required=True),
    text("taken_at", required=True),
    text("cheque_number"),
    text("cheque_bank"),
    text("cheque_day"),
    text("slip_bank"),
    text("slip_reference"),
    key("device_id", required=True),
)
"""Money offered for a bill; a transfer is no money before a `payment_word` says so."""

payment_word = travelling(
    "payment_word",
    key("payment_id", required=True),
    text("outcome", required=True),
    text("how", required=True),
    text("words", required=True),
    key("said_by", required=True),
    text("said_by_name", required=True),
    text("said_at", required=True),
)
"""`outcome`: confirmed or withdrawn; `how`: person, statement or centre; `words`: what was seen."""

payment_receipt = travelling(
    "payment_receipt",
    key("payment_id", required=True),
    key("receipt_id", required=True),
)

biller = travelling(
    "biller",
    text("from_day", required=True),
    text("biller_id", required=True),
    text("merchant_name", required=True),
    text("bank_name", required=True),
    text("set_at", required=True),
)
"""Into whose account people pay by QR and at banks, from a day on; an empty id: nobody's any more."""

Index(None, receipt.c.fiscal_year_be, receipt.c.number)
Index(None, receipt.c.issued_at)
Index(None, receipt.c.device_id, receipt.c.mseq)
Index(None, receipt.c.payer_name)
Index(None, receipt.c.replaces_id)
Index(None, receipt_line.c.receipt_id)
Index(None, receipt_print.c.receipt_id)
Index(None, receipt_void.c.receipt_id)
Index(None, receipt_void.c.device_id, receipt_void.c.mseq)
Index(None, bill.c.reference)
Index(None, bill.c.fiscal_year_be, bill.c.number)
Index(None, bill.c.due_on)
Index(None, bill.c.person_id)
Index(None, bill.c.house_id)
Index(None, bill_line.c.bill_id)
Index(None, bill_cancelled.c.bill_id)
Index(None, bill_period.c.bill_id)
Index(None, bill_period.c.account_id, bill_period.c.month)
Index(None, bill_again.c.bill_id)
Index(None, bill_again.c.reference)
Index(None, bill_payment.c.bill_id)
Index(None, bill_payment.c.slip_reference)
Index(None, payment_word.c.payment_id)
Index(None, payment_receipt.c.payment_id)
Index(None, payment_receipt.c.receipt_id)
