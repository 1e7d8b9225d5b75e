"""The files of an archive, each held to its share: names may lie, sizes may lie, one may be torn among good ones.

OfficeError `interchange.torn_archive`, `interchange.bomb`, `interchange.cancelled`.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from desktop.interchange.arrival import Note, Piece
from desktop.interchange.budget import Budget
from desktop.interchange.charsets import file_name, text_of
from desktop.office.errors import OfficeError

_CHUNK = 1 << 20
_HONEST = 64 << 20
_MOST_RATIO = 200
_UTF_8, _LOCKED = 0x800, 0x1
_RUBBISH = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, LookupError)


def is_archive(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def is_office_file(names: list[str]) -> bool:
    """A document of Word, Excel or LibreOffice, which is an archive only inside."""
    return "[Content_Types].xml" in names or "mimetype" in names[:1]


def names_in(source: Path | bytes, said: str) -> list[str]:
    with _opened(source, said) as archive:
        return archive.namelist()


def files_in(source: Path | bytes, budget: Budget, said: str) -> Iterator[tuple[str, Piece | Note]]:
    """Folder and file, or folder and why the file could not be read."""
    with _opened(source, said) as archive:
        for info in archive.infolist():
            path = _name(info)
            if info.is_dir() or path.startswith("__MACOSX/") or PurePosixPath(path).name.lower() in _RUBBISH:
                continue
            budget.next_piece()
            yield str(PurePosixPath(path).parent), _file(archive, info, file_name(path), budget)


def _opened(source: Path | bytes, said: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except _TORN as error:
        raise OfficeError("interchange.torn_archive", file=said) from error


def _file(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget) -> Piece | Note:
    if info.flag_bits & _LOCKED:
        return Note("archive.locked", name)
    if info.file_size > _HONEST and info.file_size > _MOST_RATIO * max(1, info.compress_size):
        raise OfficeError("interchange.bomb", file=budget.name)
    try:
        return Piece(name, "application/octet-stream", _read(archive, info, budget))
    except _TORN:
        return Note("archive.torn_file", name)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """Counted as it is unpacked: what the archive says of a file's size is not believed."""
    out = bytearray()
    with archive.open(info) as file:
        while chunk := file.read(_CHUNK):
            budget.take(len(chunk))
            out += chunk
    return bytes(out)


def _name(info: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 mark come in the packer's own encoding, which in Thailand is Windows Thai."""
    if info.flag_bits & _UTF_8:
        return info.filename
    try:
        return text_of(info.filename.encode("cp437"))
    except UnicodeEncodeError:
        return info.filename
