"""How kinds of document are scanned in this office. Every desk has it; only the centre writes it."""

from sqlalchemy import Index

from desktop.office.tables import number, text, travelling

scan_profile = travelling(
    "scan_profile",
    text("code", required=True),
    text("name_th", required=True),
    text("name_en", required=True),
    text("feed", required=True),
    text("sheet", required=True),
    number("duplex", required=True),
    text("mode", required=True),
    number("dpi", required=True),
    number("brightness", required=True),
    number("locked", required=True),
    text("withdrawn_at"),
)
"""One row a code, as in `resources/scanning/profiles.json`; once withdrawn, what the program brings stands again."""

Index(None, scan_profile.c.code)
