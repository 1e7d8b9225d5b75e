"""Standing type: whole alphabets kept ready for papers that go to a printer at once. It brings ReportLab with it.

A PDF that is kept carries just the letters that it uses, and choosing and packing them is a third of its making. All
Thai letters of a face are 30 kB, packed once and the same in every file. As they have the same codes in every file, so
has the code of a mark that was drawn before.
"""

import zlib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts

from desktop.paper import ops, thai_text

_SHAPED = "\uf700\uf70a\uf70b\uf70c\uf70d\uf70e\uf70f\uf71e\uf71f\uf720"
"""Where the faces have the forms of marks beside tall letters, and of letters without their tails."""
LETTERS = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)))) + _SHAPED + "“”‘’–—…•°½×"
"""With ASCII they fill one table of codes."""


def faces_of(paper: ops.Paper) -> list[ops.Face] | None:
    """The faces of a paper, in an order of their own; None where a letter of it is not among those kept ready."""
    lines = {(op.text, op.face) for sheet in paper.sheets for op in sheet.ops if isinstance(op, ops.Text)}
    if not all(_stands(text, face) for text, face in lines):
        return None
    return [face for face in ops.Face if face in {face for _, face in lines}]


def lay_into(doc: Any, faces: Iterable[ops.Face]) -> None:
    """Gives a document of ReportLab these faces with all their letters."""
    for face in faces:
        _alphabet(face).lay_into(doc)


@lru_cache(8192)
def _stands(text: str, face: ops.Face) -> bool:
    known = _alphabet(face).codes
    return all(ord(letter) in known for letter in thai_text.shape(text, face))


class _Document:
    """Stands for the one in which an alphabet gets its codes."""


class _Alphabet:
    """One face; stands in the place of its font among those that ReportLab embeds at the end."""

    def __init__(self, face: ops.Face) -> None:
        thai_text.shape("ก", face)
        font: Any = pdfmetrics.getFont(face.value)
        self._font, self._state = font, _with_codes(font)
        self._state.internalName = f"S{list(ops.Face).index(face)}"
        table, inside = self._state.subsets[0], font.face
        self._name = f"AAAAAA+{inside.name.decode()}"
        file = inside.makeSubset(table)
        self._file = _packed(file, Length1=len(file))
        self._unicode = _packed(ttfonts.makeToUnicodeCMap(self._name, table).encode())
        widths = [inside.getCharWidth(code) for code in table]
        self._last, self._widths = len(table) - 1, pdfdoc.PDFArray(widths).format(pdfdoc.PDFDocument())

    @property
    def codes(self) -> Mapping[int, int]:
        """Those of the letters, by their places in Unicode."""
        found: Mapping[int, int] = self._state.assignments
        return found

    def lay_into(self, doc: Any) -> None:
        self._font.state[doc] = self._state
        doc.fontMapping[self._font.fontName] = f"/{self._state.internalName}"
        doc.delayedFonts.append(self)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's name)
        """What `TTFont.addObjects` does, from what is packed already."""
        name, inside = self._font.getSubsetInternalName(0, doc)[1:], self._font.face
        font: Any = pdfdoc.PDFTrueTypeFont()
        font.Name, font.BaseFont = name, self._name
        font.FirstChar, font.LastChar, font.Widths = 0, self._last, self._widths
        font.ToUnicode = doc.Reference(self._unicode, f"unicode:{name}")
        told: dict[str, Any] = {"Type": "/FontDescriptor", "FontName": pdfdoc.PDFName(self._name)}
        told |= {"Ascent": inside.ascent, "Descent": inside.descent, "CapHeight": inside.capHeight}
        told |= {"ItalicAngle": inside.italicAngle, "StemV": inside.stemV, "MissingWidth": inside.defaultWidth}
        told |= {"Flags": inside.flags & ~ttfonts.FF_NONSYMBOLIC | ttfonts.FF_SYMBOLIC}
        told |= {"FontBBox": pdfdoc.PDFArray(inside.bbox), "FontFile2": doc.Reference(self._file, f"file:{name}")}
        font.FontDescriptor = doc.Reference(pdfdoc.PDFDictionary(told), f"descriptor:{name}")
        doc.Reference(font, name)
        doc.idToObject["BasicFonts"].dict[name] = font
        del self._font.state[doc]


def _with_codes(font: Any) -> Any:
    """ReportLab's book of the letters of a font, with all standing ones in their order; none can come to them."""
    doc = _Document()
    font.splitString(LETTERS, doc)
    state = font.state.pop(doc)
    assert len(state.subsets) == 1
    state.frozen = 1
    return state


def _packed(content: bytes, **said: int) -> bytes:
    """A stream as it is written into a file."""
    packed = zlib.compress(content, 9)
    words = "".join(f"/{name} {value} " for name, value in {**said, "Length": len(packed)}.items())
    return b"<< /Filter /FlateDecode %s>>\nstream\n%s\nendstream\n" % (words.encode(), packed)


@cache
def _alphabet(face: ops.Face) -> _Alphabet:
    return _Alphabet(face)
