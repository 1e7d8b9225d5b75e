"""Registers in files, line by line: XLSX, and CSV in whatever encoding a Thai office saved it.

OfficeError `interchange.unreadable`, `interchange.no_sheet` (nothing of a register), `interchange.old_sheet` (XLS, or
locked with a password), `interchange.torn_sheet`, `interchange.too_large`.
"""

import codecs
import csv
import hashlib
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from desktop.interchange.columns import book_of, recognise
from desktop.interchange.model import Column, Line, Reading, Sheet
from desktop.office.errors import OfficeError

MOST_BYTES = 300 << 20
MOST_UNPACKED = 1 << 30
"""Bytes of a workbook's parts taken together; its texts, which are held in memory, may take a quarter of it."""
MOST_LINES = 300_000
MOST_COLUMNS = 64
_SAMPLE = 40
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 20
_DELIMITERS = ",;\t|"
_TORN = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, NotImplementedError, RuntimeError, ArithmeticError,
)  # fmt: skip
"""What openpyxl and what it stands on raise for files that are not what they say."""


Recognise: TypeAlias = Callable[[Sequence[Line]], tuple[int, dict[int, Column]]]


def look_at(
    path: Path, encoding: Reading | None = None, sheet: str | None = None, recognised: Recognise = recognise
) -> Sheet:
    """What a file holds: its encoding as guessed (or as asked for), its headings, what its columns seem to be."""
    sha256, head = _digest(path)
    if head.startswith(_OLD):
        raise OfficeError("interchange.old_sheet", file=path.name)
    if head.startswith(b"PK\x03\x04"):
        sheets = _sheet_names(path)
        chosen = sheet if sheet in sheets else sheets[0]
        return _looked(path, sha256, None, "", sheets, chosen, recognised)
    reading = encoding or guess_encoding(path)
    return _looked(path, sha256, reading, _delimiter(path, reading), (), "", recognised)


def _looked(
    path: Path, sha256: str, encoding: Reading | None, delimiter: str, sheets: tuple[str, ...], sheet: str,
    recognised: Recognise,
) -> Sheet:  # fmt: skip
    with _opened(path, encoding, delimiter, sheet) as lines:
        first = list(islice(lines, _SAMPLE))
    if not first:
        raise OfficeError("interchange.no_sheet", file=path.name)
    place, columns = recognised([line for _, line in first])
    number, headings = first[place - 1] if place else (0, ())
    return Sheet(
        path, sha256, encoding, delimiter, sheets, sheet, number, tuple(str(one or "") for one in headings), columns,
        book_of([line for _, line in first]), tuple(line for _, line in first[place : place + 12]),
    )  # fmt: skip


@contextmanager
def lines_of(sheet: Sheet) -> Iterator[Iterator[tuple[int, Line]]]:
    """The register's own lines with their numbers in the file, those without any word left out."""
    with _opened(sheet.path, sheet.encoding, sheet.delimiter, sheet.sheet) as lines:
        yield ((number, line) for number, line in lines if number > sheet.heading_line)


def has_open_end(sheet: Sheet) -> bool:
    """Whether a text file does not end with the end of a line: it may be torn."""
    if sheet.encoding is None:
        return False
    with sheet.path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(file.tell() - 4, 0))
        return b"\n" not in file.read()


def guess_encoding(path: Path) -> Reading:
    """UTF-16 and UTF-8 by their marks, UTF-8 when all of it is; else the Thai that Windows writes (TIS-620, cp874)."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with _file(path) as file:
        head = file.read(4)
        if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return Reading.UTF_16
        try:
            decoder.decode(head)
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return Reading.THAI
    return Reading.UTF_8


@contextmanager
def _opened(path: Path, encoding: Reading | None, delimiter: str, sheet: str) -> Iterator[Iterator[tuple[int, Line]]]:
    lines = _csv_lines(path, encoding, delimiter) if encoding else _workbook_lines(path, sheet)
    with closing(lines):
        yield _worded(lines, path)


def _worded(lines: Iterator[tuple[int, Line]], path: Path) -> Iterator[tuple[int, Line]]:
    count = 0
    for number, line in lines:
        if any(cell is not None and str(cell).strip() for cell in line):
            count += 1
            if count > MOST_LINES:
                raise OfficeError("interchange.too_large", file=path.name, most=MOST_LINES)
            yield number, line


def _csv_lines(path: Path, encoding: Reading, delimiter: str) -> Generator[tuple[int, Line], None, None]:
    try:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            # a line is read in pieces, so that a file without an end of line can't fill the memory
            reader = csv.reader(iter(lambda: file.readline(_CHUNK), ""), delimiter=delimiter)
            for line in reader:
                yield reader.line_num, tuple(line[:MOST_COLUMNS])
    except csv.Error as error:
        raise OfficeError("interchange.torn_sheet", file=path.name) from error
    except OSError as error:
        raise OfficeError("interchange.unreadable", file=path.name) from error


def _workbook_lines(path: Path, sheet: str) -> Generator[tuple[int, Line], None, None]:
    with _workbook(path) as book, _told_torn(path):
        page = book[sheet]
        page.reset_dimensions()  # what a sheet says of its own size is not to be believed
        rows = page.iter_rows(max_col=MOST_COLUMNS, values_only=True)
        for number, line in enumerate(rows, start=1):
            while line and line[-1] is None:
                line = line[:-1]
            yield number, tuple(line)


def _sheet_names(path: Path) -> tuple[str, ...]:
    with _workbook(path) as book:
        names = tuple(str(page.title) for page in book.worksheets)
    if not names:
        raise OfficeError("interchange.no_sheet", file=path.name)
    return names


@contextmanager
def _workbook(path: Path) -> Iterator[Any]:
    import openpyxl

    with _told_torn(path), path.open("rb") as file:
        with zipfile.ZipFile(file) as parts:
            texts = sum(part.file_size for part in parts.infolist() if "sharedStrings" in part.filename)
            whole = sum(part.file_size for part in parts.infolist())
        if whole > MOST_UNPACKED or texts > MOST_UNPACKED // 4:
            raise OfficeError("interchange.too_large", file=path.name, most=MOST_LINES)
        with closing(openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book:
            yield book


@contextmanager
def _told_torn(path: Path) -> Iterator[None]:
    try:
        yield
    except OfficeError:
        raise
    except _TORN as error:
        raise OfficeError("interchange.torn_sheet", file=path.name) from error


def _digest(path: Path) -> tuple[str, bytes]:
    """SHA-256 of the file, and its first bytes."""
    whole = hashlib.sha256()
    with _file(path) as file:
        head = chunk = file.read(_CHUNK)
        while chunk:
            whole.update(chunk)
            chunk = file.read(_CHUNK)
    return whole.hexdigest(), head[:8]


@contextmanager
def _file(path: Path) -> Iterator[Any]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise OfficeError("interchange.too_large", file=path.name, most=MOST_LINES)
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise OfficeError("interchange.unreadable", file=path.name) from error


def _delimiter(path: Path, encoding: Reading) -> str:
    with _file(path) as file:
        head = file.read(1 << 16).decode(encoding, "replace")
    return max(_DELIMITERS, key=head.count)
