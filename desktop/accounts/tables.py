"""The office, its units and its people. Every desk has them; only the centre writes them."""

from desktop.office.tables import key, number, text, travelling

office = travelling(
    "office",
    text("name_th", required=True),
    text("name_en", required=True),
    text("address_th", required=True),
    text("province_th", required=True),
    text("phone"),
    text("tax_id"),
    text("book_prefix"),
)

unit = travelling(
    "unit",
    text("code", required=True),
    text("name_th", required=True),
    text("name_en", required=True),
    text("short_th", required=True),
    key("parent_id"),
    text("valid_from"),
    text("valid_to"),
)

staff = travelling(
    "staff",
    text("login", required=True),
    text("name_th", required=True),
    text("name_en", required=True),
    text("position_th", required=True),
    text("position_en", required=True),
    key("unit_id", required=True),
    text("role", required=True),
    number("active", required=True),
    text("clearance"),
)
"""`clearance`: the highest secrecy a person may read; None is the same as normal."""

chain_post = travelling(
    "chain_post",
    text("code", required=True),
    text("name_th", required=True),
    text("name_en", required=True),
    number("rung", required=True),
    key("unit_id", required=True),
    key("above_id"),
    key("staff_id"),
    text("valid_to"),
)
"""A place in the office's chain (สายงาน): `rung` from 1 (เจ้าหน้าที่) up, `above_id` the post that its letters go up to.

`staff_id`: who holds it, None while it is vacant; `valid_to`: the last day (ISO) on which there is such a post.
"""

approver_key = travelling(
    "approver_key",
    key("staff_id", required=True),
    key("device_id", required=True),
    text("public_key", required=True),
    text("made_at", required=True),
)
"""By which a person approves at one desk what others do (Ed25519, hex); its other half is sealed there with their PIN.
"""
