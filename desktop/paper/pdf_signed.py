"""Whether a PDF bears a digital signature, which any change of it would break."""

import io
from typing import Any

from desktop.office.errors import OfficeError


def is_signed(pdf: bytes) -> bool:
    """Whether a field of it is signed, in good order or not. OfficeError `document.torn`, `document.encrypted`."""
    import pikepdf

    if b"/Sig" not in pdf and b"/ObjStm" not in pdf:
        return False  # the word must stand there in the open, unless whole objects are packed
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return bears_signature(opened)
    except pikepdf.PasswordError as error:
        raise OfficeError("document.encrypted") from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise OfficeError("document.torn") from error


def bears_signature(pdf: Any) -> bool:
    """The same of an opened PDF."""
    form = pdf.Root.get("/AcroForm")
    return form is not None and any(_is_signature(field) for field in form.get("/Fields", ()))


def _is_signature(field: Any, depth: int = 0) -> bool:
    if field.get("/FT") == "/Sig" and "/V" in field:
        return True
    return depth < 8 and any(_is_signature(kid, depth + 1) for kid in field.get("/Kids", ()))
