"""The head of an official letter: where its labels stand and what follows each of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.reading.model import Box
from desktop.suggesting import labels, layout
from desktop.suggesting.labels import Found, Label, at_start
from desktop.suggesting.layout import Piece, Sheet

HEAD_ENDS = 190.0
"""No label of a head stands lower on the page, mm."""
_BESIDE_MARGIN = 9.0
_COLUMN = 40.0
"""How far from the margin a column begins in which some offices set what follows their labels, mm."""
_BODY = re.compile(r"^(?:ด้วย|ตาม|เพื่อ|ในการ|เนื่อง|จึง|ขอเรียน|บัดนี้)")
_DOTS = re.compile(r"(?:[.·…_]\s*){3,}|^[\s.,:;·…_'\"`~|]+|[\s,:;·…_'\"`~|]+$")
_SPECKS = re.compile(r"(?<=[0-9๐-๙])\.+$|(?<=\s)[.,:;'\"`~|]+(?=[\sก-ฮเ-ไ])|(?<=\.)\.+|(?<=\))[.,]+$|,(?=\.)")
"""After the last figure or bracket, before and between words, beside a point: Thai ends no sentence with one."""
_SHORT = re.compile(r"(?<=\.[ก-ฮ]),(?=[ก-ฮ]\.)")
"""A point in the short name of an office."""
_NUMBERED = re.compile(r"^[0-9๐-๙]{1,2}\s*[.)]\s*")


@dataclass(frozen=True)
class Block:
    """A label and the pieces that belong to it, the first on its own line."""

    found: Found
    pieces: tuple[Piece, ...]

    @property
    def box(self) -> Box:
        """Of what follows the label, or of the label when nothing does."""
        return around(self.pieces or (self.found.piece,))

    @property
    def confidence(self) -> float:
        return confidence(self.pieces) * (0.85 + 0.15 * self.found.likeness)

    @property
    def text(self) -> str:
        """Its lines as one; a stroke before the first word is a speck."""
        return joined(tidy(piece.text) for piece in self.pieces).lstrip("- ")

    @property
    def items(self) -> tuple[str, ...]:
        """A numbered list's items, each as one line; without numbers the whole is one."""
        items: list[list[str]] = []
        numbered = any(_NUMBERED.match(piece.text) for piece in self.pieces)
        for piece in self.pieces:
            text = tidy(piece.text)
            if not items or (numbered and _NUMBERED.match(text)):
                items.append([_NUMBERED.sub("", text)])
            else:
                items[-1].append(text)
        return tuple(filter(None, map(joined, items)))


def around(pieces: Sequence[Piece]) -> Box:
    box = pieces[0].box
    for piece in pieces[1:]:
        box = box.around(piece.box)
    return box


def confidence(pieces: Sequence[Piece]) -> float:
    """Of all their words; 0 of nothing."""
    return layout.confidence([word for piece in pieces for word in piece.words])


def tidy(text: str) -> str:
    """Without dotted lines and what blots leave at its ends and between words."""
    return " ".join(_SHORT.sub(".", _SPECKS.sub("", _DOTS.sub(" ", text))).split())


def joined(lines: Iterable[str]) -> str:
    """Lines of one text: Thai goes on without a blank, figures, brackets and Latin letters keep one."""
    text = ""
    for line in lines:
        glued = text and line and _is_thai_letter(text[-1]) and _is_thai_letter(line[0])
        text += line if glued or not text else f" {line}"
    return text


def _is_thai_letter(sign: str) -> bool:
    return "ก" <= sign <= "์" and sign not in "ฯๆ"


class Head:
    """What the labels of a sheet lead to; None where a label is not there."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.subject = self._first(labels.SUBJECT)
        above = self.subject.piece.box.bottom if self.subject else HEAD_ENDS
        self.number = self._first(labels.NUMBER, above=above, with_figure=True)
        self.unit = self._first(labels.UNIT, above=self.number.piece.box.bottom if self.number else above)
        below = self.subject.piece.box.bottom if self.subject else 0.0
        self.to = next(filter(None, (self._first(one, below=below) for one in labels.SALUTATIONS)), None)
        self.sealed_to = self._sealed_to()
        self.cited = self._first(labels.CITED, below=below)
        self.enclosed = self._first(labels.ENCLOSED, below=below)
        self._starts = {
            found.piece.row
            for found in (self.number, self.subject, self.to, self.sealed_to, self.cited, self.enclosed)
            if found is not None
        }

    def _sealed_to(self) -> Found | None:
        """ถึง under the number where nothing else is; a short word, so nothing else may speak against it."""
        if self.subject or self.to or self.number is None:
            return None
        under = self.number.piece.box.bottom
        return self._first(labels.TO, below=under + 1, above=under + 25)

    @property
    def title(self) -> Piece | None:
        """`บันทึกข้อความ` over a memo."""
        top = (piece for piece in self._sheet.pieces if piece.box.top < 60)
        likely = [(labels.is_whole(piece, labels.MEMO), piece) for piece in top]
        best = max(likely, key=lambda each: each[0], default=(0.0, None))
        return best[1] if best[0] >= labels.MEMO.least else None

    @property
    def begins(self) -> float:
        """Where the first label that ends the block of number, seat and day stands, mm from the top."""
        ends = [found.piece.box.top for found in (self.subject, self.to, self.sealed_to) if found]
        return min(ends, default=110.0)

    @property
    def ends(self) -> float:
        """Where the last labelled part of the head ends, mm from the top."""
        parts = (self.subject, self.to, self.sealed_to, self.cited, self.enclosed)
        blocks = [self.block(found) for found in parts if found]
        return max((block.box.bottom for block in blocks), default=110.0)

    def block(self, found: Found) -> Block:
        """The label with its text and the lines under it that begin where its text begins."""
        first = [found.rest] if found.rest else []
        start = found.rest.box.left if found.rest else found.piece.box.right
        pieces, last = [*first], found.piece
        for piece in self._following(found.piece.row):
            is_near = piece.box.bottom - last.box.bottom < self._sheet.pitch * 1.5
            if not is_near or abs(piece.box.left - start) > 5.0 or self._begins_body(piece):
                break
            pieces.append(piece)
            last = piece
        return Block(found, tuple(pieces))

    def _following(self, row: int) -> Iterator[Piece]:
        """The first pieces of the rows below, down to the next label."""
        last = None
        for piece in self._sheet.pieces:
            if piece.row in self._starts and piece.row > row:
                return
            if piece.row > row and piece.row != last:
                last = piece.row
                yield piece

    def _begins_body(self, piece: Piece) -> bool:
        """An indented line after which the text goes on at the margin."""
        below = next(iter(self._sheet.row(piece.row + 1)), None)
        back = below is not None and below.row not in self._starts and self._is_at_margin(below)
        return back or bool(_BODY.match(piece.text))

    def _is_at_margin(self, piece: Piece) -> bool:
        return abs(piece.box.left - self._sheet.margin) < _BESIDE_MARGIN

    def _first(
        self, label: Label, *, below: float = 0.0, above: float = HEAD_ENDS, with_figure: bool = False
    ) -> Found | None:
        """The topmost piece at the margin that begins with the label."""
        for piece in self._sheet.pieces:
            if not below <= piece.box.bottom <= above or not self._is_at_margin(piece):
                continue
            found = at_start(piece, label)
            if found is not None and found.rest is None:
                found = replace(found, rest=self._beside(piece))
            if found is not None and (not with_figure or _bears_a_figure(found)):
                return found
        return None

    def _beside(self, label: Piece) -> Piece | None:
        """What stands beside a label in a column of its own."""
        right = [piece for piece in self._sheet.row(label.row) if piece.box.left >= label.box.right]
        near = min(right, key=lambda piece: piece.box.left, default=None)
        return near if near is not None and near.box.left - label.box.left < _COLUMN else None


def _bears_a_figure(found: Found) -> bool:
    return found.rest is not None and any(sign.isdecimal() for sign in found.rest.text)
