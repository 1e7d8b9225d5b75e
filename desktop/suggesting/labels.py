"""The words with which parts of an official letter begin, known again however badly they were read."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from desktop.letters.model import Kind
from desktop.suggesting.layout import Piece

_DIM = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e:.]")
"""What scanners lose first: marks above and below, and what some put after a label."""


def bones(text: str) -> str:
    """The text without what scanners lose first, and without blanks."""
    return _DIM.sub("", text.replace("\u0e33", "า").replace(" ", ""))


@dataclass(frozen=True)
class Label:
    """`least`: how alike (0 to 1) what was read must be."""

    words: str
    least: float

    @property
    def bones(self) -> str:
        return bones(self.words)


NUMBER = Label("ที่", 1.0)
DAY = Label("วันที่", 0.74)
SUBJECT = Label("เรื่อง", 0.75)
SALUTATIONS = (Label("เรียน", 0.75), Label("กราบเรียน", 0.75), Label("นมัสการ", 0.75))
TO = Label("ถึง", 0.5)
CITED = Label("อ้างถึง", 0.6)
ENCLOSED = Label("สิ่งที่ส่งมาด้วย", 0.6)
UNIT = Label("ส่วนราชการ", 0.6)
MEMO = Label("บันทึกข้อความ", 0.6)
TOLD = {Label("คำสั่ง", 0.8): Kind.ORDER, Label("ประกาศ", 0.8): Kind.ANNOUNCEMENT}
"""Kinds of papers that say in their first line what they are."""


@dataclass(frozen=True)
class Found:
    """A label at the beginning of a piece; `rest` is what follows on the line, `likeness` 0 to 1."""

    piece: Piece
    rest: Piece | None
    likeness: float


def at_start(piece: Piece, label: Label) -> Found | None:
    """The label where it begins the piece, run together with what follows or not."""
    signs = "".join(word.text for word in piece.words)
    wanted, best, best_end = label.bones, 0.0, 0
    for end in range(1, min(len(signs), len(label.words) + 3) + 1):
        likeness = Levenshtein.normalized_similarity(bones(signs[:end]), wanted)
        if likeness > best or (likeness == best and _only_marks(signs[best_end:end])):
            best, best_end = likeness, end
    if best < label.least:
        return None
    return Found(piece, piece.after(best_end), best)


def _only_marks(signs: str) -> bool:
    return bool(signs) and not bones(signs)


def is_whole(piece: Piece, label: Label) -> float:
    """How much the whole piece is like the label, 0 to 1."""
    return Levenshtein.normalized_similarity(bones(piece.text), label.bones)
