"""Any file a clerk drops on the window, as letters that wait for their number: one, or as many as it holds.

OfficeError `interchange.unreadable`, `interchange.empty`, `interchange.too_large`, `interchange.outlook`, those of
`archives` and `letter_xml`, and `interchange.cancelled`.
"""

import mmap
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from desktop.capture.importing import MOST_BYTES as MOST_OF_A_DOCUMENT
from desktop.interchange import archives, letter_xml, mail
from desktop.interchange.arrival import Arrived, KeptDocument, Note, Origin, Piece
from desktop.interchange.budget import MOST_DEPTH, Budget
from desktop.interchange.charsets import file_name
from desktop.interchange.documents import Keep, Read, document_of, sheet_over
from desktop.interchange.mime import Bytes
from desktop.letters.model import Channel, Enclosure, EnclosureKind, Registration
from desktop.office.errors import OfficeError

MOST_BYTES = 1 << 30
KEPT_WHOLE = 30 << 20
"""A message up to this size stays beside its attachments untouched; of a larger one its words and attachments do."""
_HEAD = 64 << 10
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIL = re.compile(
    rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,200}?"
    rb"(?:From|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Subject|Date):",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(rb"^(?:from|subject|date|mime-version|message-id|received):", re.IGNORECASE | re.MULTILINE)


@dataclass
class Opener:
    """Opens files for one desk. `to_party`: whom letters to this office are addressed to."""

    keep: Keep
    read: Read
    to_party: str
    now: datetime
    today: date
    cancel: threading.Event = field(default_factory=threading.Event)

    def open(self, path: Path) -> Iterator[Arrived | OfficeError]:
        """Each letter in the file, or what is wrong with one of several; a fault of the file itself is raised."""
        with _mapped(path) as data:
            yield from self._open(data, path.name, Budget(path.name, self.cancel), path, 0)

    def _open(
        self, data: Bytes, name: str, budget: Budget, path: Path | None, depth: int
    ) -> Iterator[Arrived | OfficeError]:
        head = bytes(data[:_HEAD])
        if len(data) > MOST_OF_A_DOCUMENT and not (archives.is_archive(head) or _is_mail(head, name)):
            raise OfficeError("capture.file_too_large", file=name, most=MOST_OF_A_DOCUMENT >> 20)
        if letter_xml.is_letter_xml(head):
            yield self._letter_xml(bytes(data[:]), name, budget)
        elif archives.is_archive(head):
            source = path or bytes(data[:])
            if archives.is_office_file(archives.names_in(source, name)):
                yield self._plain([Piece(name, "application/octet-stream", bytes(data[:]))], name, Origin.FILE)
            else:
                yield from self._archive(source, name, budget, depth)
        elif _is_mail(head, name):
            yield self._mail(data, name, budget, depth)
        elif head.startswith(_OLE) and name.lower().endswith(".msg"):
            raise OfficeError("interchange.outlook", file=name)
        else:
            yield self._plain([Piece(name, "application/octet-stream", bytes(data[:]))], name, Origin.FILE)

    def _archive(self, source: Path | bytes, name: str, budget: Budget, depth: int) -> Iterator[Arrived | OfficeError]:
        """A letter for each message and each XML inside; the other files are one letter a folder."""
        if depth >= MOST_DEPTH:
            raise OfficeError("interchange.bomb", file=name)
        folders: dict[str, tuple[list[KeptDocument], list[Note]]] = {}
        for folder, found in archives.files_in(source, budget, name):
            documents, notes = folders.setdefault(folder, ([], []))
            if isinstance(found, Note):
                notes.append(found)
            elif self._is_letter_itself(found):
                yield from self._inner(found, budget, depth + 1)
            else:
                self._take(found, documents, notes)
        for folder, (documents, notes) in folders.items():
            if documents or notes:
                said = name if folder in (".", "/") else f"{name} · {file_name(folder)}"
                yield self._arrived(Origin.ARCHIVE, said, self._blank(documents), documents, notes)

    def _is_letter_itself(self, piece: Piece) -> bool:
        head = piece.data[:_HEAD]
        packed = archives.is_archive(head) and not archives.is_office_file(_names(piece))
        return packed or letter_xml.is_letter_xml(head) or _is_mail(head, piece.name)

    def _inner(self, piece: Piece, budget: Budget, depth: int) -> Iterator[Arrived | OfficeError]:
        """One file of several: what is wrong with it keeps none of the others out, except a trap."""
        try:
            yield from self._open(piece.data, piece.name, budget, None, depth)
        except OfficeError as error:
            if error.code in ("interchange.bomb", "interchange.cancelled", "capture.cancelled"):
                raise
            yield error

    def _mail(self, data: Bytes, name: str, budget: Budget, depth: int) -> Arrived:
        found = mail.read(data)
        documents: list[KeptDocument] = []
        notes: list[Note] = []
        whole = len(data) <= KEPT_WHOLE
        for piece in mail.attachments(found, data, budget, all_of_it=not whole):
            for one in self._unpacked(piece, budget, depth, notes):
                self._take(one, documents, notes)
        registration = found.registration(self.to_party, self.today)
        piece = Piece(name, "message/rfc822", bytes(data[:]) if whole else b"")
        text = found.text[: mail.MOST_TEXT]
        if not whole:
            notes.append(Note("mail.not_kept_whole", f"{len(data) >> 20}"))
        message = self.keep(sheet_over(piece, "อีเมล", found.headers, text, self.now, whole=whole))
        return self._arrived(
            Origin.EMAIL, name, _enclosing(registration, documents), [*documents, message], [*found.notes, *notes]
        )

    def _unpacked(self, piece: Piece, budget: Budget, depth: int, notes: list[Note]) -> Iterator[Piece]:
        """The files of an archive that came with a message, as if they had come with it themselves."""
        if depth >= MOST_DEPTH or not archives.is_archive(piece.data[:4]) or archives.is_office_file(_names(piece)):
            yield piece
            return
        try:
            for _, found in archives.files_in(piece.data, budget, piece.name):
                if isinstance(found, Note):
                    notes.append(found)
                else:
                    yield found
        except OfficeError as error:
            if error.code != "interchange.torn_archive":
                raise
            notes.append(Note("archive.torn_file", piece.name))
            yield piece

    def _letter_xml(self, data: bytes, name: str, budget: Budget) -> Arrived:
        found = letter_xml.read(data, name, self.today)
        documents: list[KeptDocument] = []
        notes: list[Note] = []
        if not found.is_secret:
            for piece in found.pieces(budget):
                self._take(piece, documents, notes)
            kept = data if len(data) <= KEPT_WHOLE else letter_xml.without_binaries(found.element)
            piece = Piece(name, "application/xml", kept)
            documents.append(self.keep(sheet_over(piece, "ข้อมูลหนังสือ (XML)", found.rows, "", self.now)))
        registration = found.registration
        if not registration.to_party.strip():
            registration = replace(registration, to_party=self.to_party)
        return self._arrived(Origin.LETTER_XML, name, registration, documents, [*found.notes, *notes])

    def _plain(self, pieces: list[Piece], name: str, origin: Origin) -> Arrived:
        documents: list[KeptDocument] = []
        notes: list[Note] = []
        for piece in pieces:
            self._take(piece, documents, notes)
        return self._arrived(origin, name, self._blank(documents), documents, notes)

    def _take(self, piece: Piece, documents: list[KeptDocument], notes: list[Note]) -> None:
        if not piece.data or len(piece.data) > MOST_OF_A_DOCUMENT:
            notes.append(Note("piece.too_large" if piece.data else "piece.document.empty", piece.name))
            return
        document, note = document_of(piece, self.read, self.now, self.cancel)
        documents.append(self.keep(document))
        if note is not None:
            notes.append(note)

    def _blank(self, documents: list[KeptDocument]) -> Registration:
        return _enclosing(Registration("", self.to_party, "", "", channel=Channel.E_OFFICE), documents)

    @staticmethod
    def _arrived(
        origin: Origin, name: str, registration: Registration, documents: list[KeptDocument], notes: list[Note]
    ) -> Arrived:
        return Arrived(origin, name, registration, tuple(documents), tuple(dict.fromkeys(notes)))


def _enclosing(registration: Registration, documents: list[KeptDocument]) -> Registration:
    """The first document is the letter; each further one is a line of สิ่งที่ส่งมาด้วย."""
    lines = tuple(Enclosure(Path(one.name).stem, 1, EnclosureKind.FILE) for one in documents[1:51])
    return replace(registration, enclosures=lines)


def _names(piece: Piece) -> list[str]:
    try:
        return archives.names_in(piece.data, piece.name)
    except OfficeError:
        return []


def _is_mail(head: bytes, name: str) -> bool:
    """By its headers; a torn or odd one also by its name, if there is one header at all."""
    begin = head.lstrip(b"\xef\xbb\xbf\r\n")
    if name.lower().endswith(".eml"):
        return _AT_LEAST.search(begin) is not None
    return _MAIL.match(begin) is not None and b"\n" in begin


@contextmanager
def _mapped(path: Path) -> Iterator[Bytes]:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise OfficeError("interchange.too_large", file=path.name, most=f"{MOST_BYTES >> 20:,} MB")
        if not size:
            raise OfficeError("interchange.empty", file=path.name)
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data
    except OSError as error:
        raise OfficeError("interchange.unreadable", file=path.name) from error
