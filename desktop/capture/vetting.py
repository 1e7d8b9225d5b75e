"""What came from outside is looked at before it is read: what acts by itself is taken out of the copy that is read.

No library that reads foreign files is trusted with this desk: `opening` does it in a process of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from desktop.office.errors import OfficeError
from desktop.paper.pdf_signed import bears_signature

QUARANTINED = "application/vnd.thesaban.quarantined+pdf"
"""The media type of an untouched PDF that is kept and that nothing opens."""
MOST_PAGES = 5_000
MOST_PIXELS = 400_000_000
_ACTIONS = {"/JavaScript": "javascript", "/Launch": "launch", "/ImportData": "launch", "/SubmitForm": "launch"}
_ANNOTATIONS = {"/FileAttachment": "embedded", "/RichMedia": "embedded", "/Movie": "embedded", "/Screen": "embedded"}
_TRIGGERS = ("/OpenAction", "/AA", "/A", "/PA")


@dataclass(frozen=True)
class Verdict:
    """`findings`: javascript, launch, embedded, forms (XFA), password; or none.

    `is_signed`: it bears a signature, and nothing was found that must go.
    """

    findings: tuple[str, ...] = ()
    is_signed: bool = False


def vet(file: BinaryIO, name: str, password: str, copy: BinaryIO) -> Verdict:
    """What acts by itself in a PDF; with findings the copy to be read, without it, is written to `copy`.

    OfficeError `document.encrypted` (no password), `document.wrong_password`, `document.torn`, `capture.bomb`.
    """
    import pikepdf

    try:
        with pikepdf.open(file, password=password) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise OfficeError("capture.bomb", file=name)
            found, signed = set(_disarmed(pdf, name)), bears_signature(pdf)
            if password and pdf.is_encrypted:
                found.add("password")
            if not found or (found == {"embedded"} and signed):
                return Verdict(is_signed=signed)
            pdf.save(copy, deterministic_id=not pdf.is_encrypted, encryption=False)
            return Verdict(tuple(sorted(found)))
    except pikepdf.PasswordError as error:
        raise OfficeError("document.wrong_password" if password else "document.encrypted", file=name) from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise OfficeError("document.torn", file=name) from error


def _disarmed(pdf: Any, name: str) -> Iterator[str]:
    """Takes out what acts, and says what it was."""
    yield from _rooted(pdf.Root)
    for thing in pdf.objects:
        if hasattr(thing, "keys"):
            yield from _emptied(thing)
            if thing.get("/Subtype") == "/Image":
                _check_size(thing, name)


def _rooted(root: Any) -> Iterator[str]:
    names = root.get("/Names")
    for key, word in (("/JavaScript", "javascript"), ("/EmbeddedFiles", "embedded")):
        if names is not None and key in names:
            del names[key]
            yield word
    if "/AF" in root:
        del root["/AF"]
        yield "embedded"
    form = root.get("/AcroForm")
    if form is not None and "/XFA" in form:
        del form["/XFA"]
        yield "forms"


def _emptied(thing: Any) -> Iterator[str]:
    for trigger in _TRIGGERS:
        action = thing.get(trigger)
        if hasattr(action, "keys"):
            words = {_ACTIONS[kind] for kind in _kinds(action) if kind in _ACTIONS}
            if words or (trigger == "/AA" and action.keys()):
                del thing[trigger]
                yield from words or {"javascript"}
    if str(thing.get("/S")) in _ACTIONS and "/Type" not in thing:
        yield _ACTIONS[str(thing["/S"])]
        for key in [key for key in thing.keys() if key != "/S"]:  # noqa: SIM118 - a dictionary of a PDF
            del thing[key]
        thing["/S"] = _named("/Named")
    notes = thing.get("/Annots")
    if notes is not None:
        kept = [note for note in notes if str(note.get("/Subtype")) not in _ANNOTATIONS]
        if len(kept) < len(notes):
            thing["/Annots"] = _array(kept)
            yield "embedded"


def _kinds(action: Any, depth: int = 0) -> Iterator[str]:
    """What an action does, and those that follow it."""
    yield str(action.get("/S"))
    following = action.get("/Next")
    if following is not None and depth < 20:
        for one in following if not hasattr(following, "keys") else [following]:
            yield from _kinds(one, depth + 1)


def _check_size(picture: Any, name: str) -> None:
    wide, high = int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
    if wide * high > MOST_PIXELS:
        raise OfficeError("capture.bomb", file=name)


def _named(word: str) -> Any:
    import pikepdf

    return pikepdf.Name(word)


def _array(items: list[Any]) -> Any:
    import pikepdf

    return pikepdf.Array(items)
