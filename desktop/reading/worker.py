"""The process that reads pages: `python -m desktop.reading.worker MODELS`; it ends when its orders end.

Orders on standard input (`devices.frames`): `picture` (of a picture file), `open` (a PDF, which stays open), `page` (of
that PDF). The parts of the file that it wants it asks for (`devices.lent_file`), and then answers once on standard
output: `read` (body: a packed `PageReading`), `done`, or `error` with the code and the subject of an `OfficeError`.
"""

import io
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.lent_file import LentFile
from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from desktop.reading.picture import Document
    from desktop.reading.straight import Grey

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # threads within a page cost more than they bring
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_LOWER_PRIORITY = 10
_BUFFER = 1 << 18


def main() -> int:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not fall among the answers
    if hasattr(os, "nice"):
        os.nice(_LOWER_PRIORITY)  # the clerk's own work goes first
    bench = Bench(Path(sys.argv[-1]), answers)
    while received := read_frame(sys.stdin.buffer):
        try:
            header, body = bench.obey(received[0])
        except OfficeError as error:
            header, body = {"kind": "error", "code": error.code, "subject": error.subject}, b""
        write_frame(answers, header, body)
    return 0


class Bench:
    """The tools, and the document that lies open."""

    def __init__(self, models: Path, asks: IO[bytes]) -> None:
        from desktop.reading import digits, glyphs
        from desktop.reading.runs import GlyphReader
        from desktop.reading.tesseract import Tesseract

        self._glyph_reader = GlyphReader(glyphs.shipped(), digits.shipped(), digits.shipped_pairs())
        self._tesseract = Tesseract(models)
        self._asks = asks
        self._document: Document | None = None

    def obey(self, order: Header) -> tuple[Header, bytes]:
        if order["do"] == "open":
            self._lay_open(self._file(order))
            return {"kind": "done"}, b""
        return {"kind": "read"}, self._read(self._picture(order))

    def _file(self, order: Header) -> BinaryIO:
        return io.BufferedReader(LentFile(sys.stdin.buffer, self._asks, order["size"]), _BUFFER)

    def _lay_open(self, file: BinaryIO) -> None:
        from desktop.reading.picture import Document

        if self._document is not None:
            self._document.close()
            self._document = None
        self._document = Document(file)

    def _picture(self, order: Header) -> "Grey":
        from desktop.reading.picture import from_picture

        if order["do"] == "picture":
            return from_picture(self._file(order), tuple(order["size_mm"]), order["frame"])
        if self._document is None:
            raise OfficeError("reading.failed", words="no document")
        return self._document.page(order["page"])

    def _read(self, grey: "Grey") -> bytes:
        from desktop.reading.packing import packed
        from desktop.reading.page import read

        return packed(read(grey, self._tesseract, self._glyph_reader))


if __name__ == "__main__":
    sys.exit(main())
