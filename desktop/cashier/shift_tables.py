"""The cashier's shift and the money's way to the treasurer: rows that never change. No sum stands in them.

Which receipts a slip holds follows from `shift_span`: those whose act has its place in that piece of a desk's chain.
"""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

shift = travelling(
    "shift",
    text("counter", required=True),
    number("after_mseq", required=True),
    text("pieces", required=True),
    key("cashier_id", required=True),
    text("cashier_name", required=True),
    text("cashier_position", required=True),
    text("opened_at", required=True),
    key("device_id", required=True),
    number("mseq", required=True),
)
"""`pieces`: the opening float, piece by piece; `after_mseq`: its slip begins after this act of the desk."""

shift_movement = travelling(
    "shift_movement",
    key("shift_id", required=True),
    number("satang", required=True),
    text("reason", required=True),
    key("made_by", required=True),
    text("made_by_name", required=True),
    text("made_at", required=True),
    number("mseq", required=True),
)
"""Cash that came into the drawer (more than 0) or left it (less), and is no receipt."""

shift_count = travelling(
    "shift_count",
    key("shift_id", required=True),
    text("pieces", required=True),
    key("counted_by", required=True),
    text("counted_by_name", required=True),
    text("counted_at", required=True),
    key("device_id", required=True),
    number("mseq", required=True),
)
"""What somebody counted, before they were told what should be there."""

shift_handover = travelling(
    "shift_handover",
    key("shift_id", required=True),
    text("pieces", required=True),
    text("explanation", required=True),
    key("giver_id", required=True),
    text("giver_name", required=True),
    key("taker_id", required=True),
    text("taker_name", required=True),
    text("taker_position", required=True),
    text("handed_at", required=True),
    number("mseq", required=True),
)
"""The drawer goes to another cashier: both counted `pieces`, both said so with their PIN."""

shift_close = travelling(
    "shift_close",
    key("shift_id", required=True),
    key("count_id", required=True),
    text("explanation", required=True),
    key("witness_id"),
    text("witness_name", required=True),
    key("closed_by", required=True),
    text("closed_by_name", required=True),
    text("closed_by_position", required=True),
    text("outages", required=True),
    text("proof", required=True),
    text("closed_at", required=True),
    number("mseq", required=True),
)
"""`outages`: when the desk was without the centre, `from/to` in UTC, by spaces; `proof`: hash of the slip as it was."""

shift_span = travelling(
    "shift_span",
    key("shift_id", required=True),
    key("device_id", required=True),
    number("after_mseq", required=True),
    number("up_to_mseq", required=True),
)

remittance_received = travelling(
    "remittance_received",
    key("shift_id", required=True),
    number("satang", required=True),
    text("words", required=True),
    key("received_by", required=True),
    text("received_by_name", required=True),
    text("received_by_position", required=True),
    text("received_at", required=True),
)
"""`satang`: the cash that was counted as it came; `words`: what is said where it is another sum."""

money_day = travelling(
    "money_day",
    text("day", required=True),
    key("closed_by", required=True),
    text("closed_by_name", required=True),
    text("closed_at", required=True),
    key("device_id", required=True),
)
"""A day that the treasury has closed: no slip comes into it any more."""

money_day_slip = travelling(
    "money_day_slip",
    key("day_id", required=True),
    key("shift_id", required=True),
)

elaas_receipt = travelling(
    "elaas_receipt",
    key("receipt_id", required=True),
    text("number", required=True),
    key("entered_by", required=True),
    text("entered_by_name", required=True),
    text("entered_at", required=True),
)
"""The number under which a receipt stands in the accounting system; the last one said holds."""

cash_rule = travelling(
    "cash_rule",
    text("from_day", required=True),
    text("receipt_mode", required=True),
    number("needs_shift", required=True),
    text("set_at", required=True),
    text("void_approval"),
)
"""From a day on: `receipt_mode` official or pre-receipt; `needs_shift`: cash is taken in an open shift only.

`void_approval`: "optional" where a cashier may cancel a receipt alone; else a second person approves.
"""

for table in (shift_movement, shift_count, shift_handover, shift_close, shift_span, remittance_received):
    Index(None, table.c.shift_id)
Index(None, shift.c.device_id, shift.c.mseq)
Index(None, shift_span.c.device_id, shift_span.c.up_to_mseq)
Index(None, shift_close.c.closed_at)
Index(None, money_day.c.day)
Index(None, money_day_slip.c.day_id)
Index(None, money_day_slip.c.shift_id)
Index(None, elaas_receipt.c.receipt_id)
