"""Certificates and what happened to them, the office's own templates. Rows never change once written."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

certificate = travelling(
    "certificate",
    text("series", required=True),
    number("year_be", required=True),
    number("book_no", required=True),
    number("number", required=True),
    text("template", required=True),
    text("template_version", required=True),
    text("origin", required=True),
    key("replaces_id"),
    text("reason", required=True),
    text("holder_name", required=True),
    text("subject", required=True),
    text("place", required=True),
    text("answers", required=True),
    key("person_id"),
    key("house_id"),
    key("case_id"),
    key("unit_id", required=True),
    text("issued_on", required=True),
    text("counts_from", required=True),
    text("paid_until", required=True),
    text("expires_on"),
    number("receipt_book"),
    number("receipt_number"),
    text("receipt_day"),
    number("receipt_satang"),
    key("receipt_id"),
    text("signer_name", required=True),
    text("signer_lines", required=True),
    key("signer_id"),
    number("level", required=True),
    text("key_subject", required=True),
    text("issued_by", required=True),
    key("issuer_id", required=True),
    text("counter", required=True),
    key("device_id", required=True),
    number("mseq", required=True),
    text("issued_at", required=True),
    text("found_by", required=True),
    text("proof"),
)
"""`answers`: JSON object of what stood in the template's fields; `subject`, `place`: two of them, for lists.

`counts_from`: the day whose anniversaries count, that of the first paper; `paid_until`: the last anniversary that was
settled by an earlier paper; `found_by` is normalised; `proof`: the text of the QR code, signed when it was issued.
"""

certificate_deed = travelling(
    "certificate_deed",
    key("certificate_id", required=True),
    text("what", required=True),
    text("reason", required=True),
    text("from_day", required=True),
    text("until_day"),
    text("due_on"),
    text("expires_on"),
    number("receipt_book"),
    number("receipt_number"),
    text("receipt_day"),
    number("receipt_satang"),
    number("late_satang"),
    key("receipt_id"),
    text("by_name", required=True),
    key("by_id", required=True),
    text("counter", required=True),
    key("device_id", required=True),
    text("at", required=True),
)
"""`what`: `desktop.certificates.model.What`. What a certificate is worth follows from these rows and the day alone."""

certificate_copy = travelling(
    "certificate_copy",
    key("certificate_id", required=True),
    number("n", required=True),
    text("reason", required=True),
    text("by_name", required=True),
    key("by_id", required=True),
    text("counter", required=True),
    key("device_id", required=True),
    text("at", required=True),
)
"""สำเนาที่ n as it was printed; of two printed offline at once each bears its counter and moment."""

certificate_paper = travelling(
    "certificate_paper",
    key("certificate_id", required=True),
    text("sha256", required=True),
    text("made_at", required=True),
)
"""The digitally signed file of a certificate."""

certificate_template = travelling(
    "certificate_template",
    text("code", required=True),
    text("version", required=True),
    text("definition", required=True),
    text("defined_by", required=True),
    text("defined_at", required=True),
    text("withdrawn_at"),
)
"""A template of the office's own, as its file says it (JSON)."""

Index(None, certificate.c.series, certificate.c.year_be, certificate.c.number)
Index(None, certificate.c.issued_on)
Index(None, certificate.c.person_id)
Index(None, certificate.c.house_id)
Index(None, certificate.c.case_id)
Index(None, certificate.c.replaces_id)
Index(None, certificate_deed.c.certificate_id)
Index(None, certificate_copy.c.certificate_id)
Index(None, certificate_paper.c.certificate_id)
Index(None, certificate_template.c.code)
