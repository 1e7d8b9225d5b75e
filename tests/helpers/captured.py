"""Files into documents within this process, for tests that need one: what `desktop.capture.opening` has a worker do."""

import io
import threading
from dataclasses import dataclass
from pathlib import Path

from desktop.capture.importing import PageLook, look_into
from desktop.capture.model import NOT_STOPPED, CapturedDocument, Progress, Source, silent
from desktop.capture.pictures import look_at, to_pdf
from desktop.capture.vetting import QUARANTINED
from desktop.paper.pages import page_sizes_mm


@dataclass(frozen=True)
class Read:
    """`data`: the file itself, or with `findings` the copy without them; `pages` are those of it."""

    data: bytes
    pages: tuple[PageLook, ...]
    findings: tuple[str, ...] = ()


def looked_into(data: bytes, name: str, password: str = "") -> Read:
    """As `opening.open_safely`."""
    copy = io.BytesIO()
    found = look_into(io.BytesIO(data), name, password, copy)
    if not found.findings:
        return Read(data, found.pages)
    clean = copy.getvalue()
    return Read(clean, look_into(io.BytesIO(clean), name, "", io.BytesIO()).pages, found.findings)


def from_bytes(
    data: bytes,
    name: str,
    source: Source = Source.FILE,
    progress: Progress = silent,
    cancel: threading.Event = NOT_STOPPED,
) -> CapturedDocument:
    """As `opening.document_of`."""
    found = looked_into(data, name)
    media_type = found.pages[0][0]
    if media_type != "application/pdf":
        pdf = to_pdf(look_at(data, name), progress, cancel)
        return CapturedDocument(f"{Path(name).stem}.pdf", pdf, page_sizes_mm(pdf), source, data, media_type)
    if not found.findings:
        return CapturedDocument(name, data, page_sizes_mm(data), source)
    return CapturedDocument(
        name, found.data, page_sizes_mm(found.data), source, data, QUARANTINED, findings=found.findings
    )
