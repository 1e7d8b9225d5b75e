"""What every desk has to sign papers and to judge them; only the centre writes it, but for what is revoked.

Keys and bytes are base64 texts, moments UTC texts.
"""

from desktop.office.tables import key, number, text, travelling

proof_key = travelling("proof_key", text("public_key", required=True), text("made_at", required=True))
"""The office's own key: the only thing that anybody outside must know."""

desk_voucher = travelling(
    "desk_voucher",
    key("device_id", required=True),
    text("last", required=True),
    text("content", required=True),
)
"""The office's word for a desk's key, until `last` (ISO day)."""

lost_key = travelling(
    "lost_key",
    key("device_id", required=True),
    text("desk_key", required=True),
    text("lost_at", required=True),
)

revocation = travelling(
    "revocation",
    number("kind", required=True),
    text("number", required=True),
    text("revoked_at", required=True),
)
"""A paper that does not hold any more; who and why is known to those who see the paper itself."""

revocation_page = travelling(
    "revocation_page",
    text("month", required=True),
    text("at", required=True),
    number("entries", required=True),
    text("content", required=True),
)
"""A month of the signed list; `month` is its first day. The newest is signed anew every day."""
