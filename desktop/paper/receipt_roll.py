"""ใบเสร็จรับเงิน on a roll of 80 mm: 72 mm of print, as long as its lines need."""

from desktop.office.dates import thai_date, thai_time
from desktop.office.money import format_baht
from desktop.paper.ops import Face, Line, Op, QrCode, Rect, Sheet, Text
from desktop.paper.placing import all_moved
from desktop.paper.receipt_paper import OFFICIAL_ELSEWHERE, CopyKind, ReceiptItem, ReceiptPaper
from desktop.paper.thai_text import break_lines, fitting_size_pt, width_mm

WIDTH_MM = 72.0
"""576 dots at 8 dots a millimetre; the heads of printers for 80 mm paper reach no further."""
_LEFT, _RIGHT, _MIDDLE = 1.0, WIDTH_MM - 1.0, WIDTH_MM / 2
_BODY_PT, _AMOUNT_MM = 18.0, 21.0
_FEED_MM = 6.0
_QR_MM = 34.0
_COPY_NAMES: dict[CopyKind, str] = {"original": "ต้นฉบับ", "copy": "สำเนา"}


def roll_sheet(paper: ReceiptPaper, copy: CopyKind) -> Sheet:
    """One piece of the roll with the whole receipt; nothing on it is a hair's breadth or grey: a head burns or not."""
    pen = _Pen()
    if paper.voided:
        pen.band("ยกเลิก", 34)
        pen.block(f"ยกเลิกใบเสร็จรับเงินฉบับนี้ เหตุผล: {paper.void_reason}", _BODY_PT, Face.BOLD)
        pen.rule()
    pen.block(paper.office_name, 22, Face.BOLD, centred=True)
    for words in (paper.office_unit, paper.office_address):
        pen.block(words, 15, centred=True)
    pen.block(paper.title, 28, Face.BOLD, centred=True)
    if paper.is_preliminary:
        pen.block("".join(OFFICIAL_ELSEWHERE), _BODY_PT, centred=True)
    pen.pair(f"เล่มที่ {paper.numeral(paper.book_no)}", _COPY_NAMES[copy], Face.BOLD)
    pen.pair(f"เลขที่ {paper.numeral(paper.number)}", "", Face.BOLD)
    if paper.reprint_count:
        pen.band(paper.numeral(f"พิมพ์ซ้ำครั้งที่ {paper.reprint_count}"), 20)
    pen.block(
        f"{thai_date(paper.issued_at, 'long', paper.digits)} {thai_time(paper.issued_at, paper.digits)}", _BODY_PT
    )
    pen.block(f"ได้รับเงินจาก {paper.payer_name}", 20, Face.BOLD)
    if paper.payer_address:
        pen.block(f"ที่อยู่ {paper.payer_address}", 16)
    pen.block(paper.instead_of, 16, Face.BOLD)
    pen.rule()
    for number, item in enumerate(paper.lines, start=1):
        pen.item(paper, number, item)
    pen.rule()
    pen.pair("รวมเงิน", paper.figure(format_baht(paper.total_satang)), Face.BOLD, 24)
    pen.block(f"({paper.baht_text})", 20, Face.BOLD, centred=True)
    pen.rule()
    pen.pair("ชำระโดย", paper.method)
    pen.block("ได้รับเงินไว้เป็นการถูกต้องแล้ว", _BODY_PT)
    pen.signature(paper)
    pen.code(paper.proof or paper.qr_payload)
    for words in (f"จุดรับเงิน {paper.counter}", f"รหัสตรวจสอบ {paper.chain_hash}"):
        pen.block(words, 14, centred=True)
    return Sheet(WIDTH_MM, pen.y + _FEED_MM, pen.ops)


class _Pen:
    """Writes downwards; `y` is where the next mark may begin."""

    def __init__(self) -> None:
        self.ops: tuple[Op, ...] = ()
        self.y = 1.0

    def block(self, words: str, size_pt: float, face: Face = Face.REGULAR, *, centred: bool = False) -> None:
        """As many lines as the words need."""
        if not words.strip():
            return
        for line in break_lines(words, size_pt, _RIGHT - _LEFT, face):
            baseline = self._line(size_pt)
            x = _MIDDLE if centred else _LEFT
            self._add(Text(x, baseline, line, size_pt, face, "centre" if centred else "left"))

    def pair(self, left: str, right: str, face: Face = Face.REGULAR, size_pt: float = _BODY_PT) -> None:
        """Words at both edges; the right ones keep their size, as long as the paper is wide enough."""
        right_pt = fitting_size_pt(right, size_pt, (_RIGHT - _LEFT) * 0.7, face) if right else size_pt
        room = _RIGHT - _LEFT - (width_mm(right, right_pt, face) + 2 if right else 0)
        baseline = self._line(size_pt)
        self._add(Text(_LEFT, baseline, left, fitting_size_pt(left, size_pt, room, face), face))
        if right:
            self._add(Text(_RIGHT, baseline, right, right_pt, face, "right"))

    def item(self, paper: ReceiptPaper, number: int, item: ReceiptItem) -> None:
        """What is paid for over as many lines as it needs, the amount at the last of them."""
        words = f"{paper.figure(str(number))}. {item.description}"
        amount = paper.figure(format_baht(item.amount_satang))
        quantity = f"{paper.figure(f'{item.quantity:,}')} {item.unit}".strip()
        self.block(words, _BODY_PT)
        room = _RIGHT - _LEFT - _AMOUNT_MM - 6
        baseline = self._line(_BODY_PT)
        self._add(Text(_LEFT + 4, baseline, quantity, fitting_size_pt(quantity, 16, room)))
        amount_pt = fitting_size_pt(amount, 20, _RIGHT - _LEFT - 6 - min(width_mm(quantity, 16), room), Face.BOLD)
        self._add(Text(_RIGHT, baseline, amount, amount_pt, Face.BOLD, "right"))

    def band(self, words: str, size_pt: float) -> None:
        """White on black: seen though no colour can be printed."""
        size_pt = fitting_size_pt(words, size_pt, _RIGHT - _LEFT - 4, Face.BOLD)
        high = size_pt * 0.46
        self._add(Rect(_LEFT, self.y, _RIGHT - _LEFT, high, 0, fill="#000000"))
        self._add(Text(_MIDDLE, self.y + high * 0.72, words, size_pt, Face.BOLD, "centre", "#FFFFFF"))
        self.y += high + 1

    def rule(self) -> None:
        self.y += 1.2
        self._add(Line(_LEFT, self.y, _RIGHT, self.y, 0.4))
        self.y += 0.8

    def signature(self, paper: ReceiptPaper) -> None:
        self.y += 7
        before, after = "ลงชื่อ", "ผู้รับเงิน"
        baseline = self._line(_BODY_PT)
        start, end = _LEFT + width_mm(before, _BODY_PT) + 1, _RIGHT - width_mm(after, _BODY_PT) - 1
        self._add(Text(_LEFT, baseline, before, _BODY_PT), Line(start, baseline + 0.6, end, baseline + 0.6, 0.3))
        self._add(Text(_RIGHT, baseline, after, _BODY_PT, align="right"))
        for words in (f"({paper.cashier_name})", paper.cashier_position):
            self.block(words, 16, centred=True)

    def code(self, payload: str) -> None:
        if payload:
            self.y += 3
            self._add(QrCode(_MIDDLE - _QR_MM / 2, self.y, _QR_MM, payload))
            self.y += _QR_MM + 3
            self.block("สแกนเพื่อตรวจสอบ", 14, centred=True)

    def _line(self, size_pt: float) -> float:
        """The baseline of the next line of this size; the face needs a third of it above the letters for its marks."""
        high = size_pt * 0.385
        self.y += high
        return self.y - high * 0.26

    def _add(self, *ops: Op) -> None:
        self.ops += ops


def roll_page(sheet: Sheet) -> Sheet:
    """The piece as it lies on its paper, for a look: 80 mm wide."""
    return Sheet(80.0, sheet.height_mm, all_moved(sheet.ops, 4.0, 0.0))
