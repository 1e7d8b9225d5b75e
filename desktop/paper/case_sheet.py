"""Papers of what citizens ask: the slip (80 mm roll and A5), ใบรับแจ้ง on A4, and the crew sheet, which names nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop.office.thai import thai_digits
from desktop.paper.ops import Align, Face, Image, Line, Op, Paper, QrCode, Rect, Sheet, Text
from desktop.paper.pdf import to_pdf
from desktop.paper.thai_text import break_lines, fitting_size_pt

INK, QUIET = "#111111", "#4A5553"
_PITCH = 0.42
"""Millimetres between baselines for each point of size: Thai needs air."""
_DOTS = (0.0, 0.9)
_PROOF_MM = 28.5
"""Four dots a module at 203 dots an inch, for a code of 57 modules."""
_TRACK, _CHECK = "สแกนเพื่อติดตามเรื่อง", "สแกนเพื่อตรวจสอบ"


@dataclass(frozen=True)
class CaseSheet:
    """What stands on a paper, in the order in which it is read. `facts`: (what, value); `open_items`: papers missing.

    `tracking`: what its QR code says; `proof`: the signed code beside it, by which the paper proves itself.
    `signers`: roles with names, under blank lines; `pictures`: JPEG, at most four.
    """

    title: str
    office_name: str
    office_lines: tuple[str, ...]
    number: str
    day: str
    facts: tuple[tuple[str, str], ...]
    tracking: str
    made_at: datetime
    lead: str = ""
    open_items: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    small_print: str = ""
    signers: tuple[tuple[str, str], ...] = ()
    pictures: tuple[bytes, ...] = ()
    checks: tuple[str, ...] = ()
    thai_figures: bool = False
    form: str = ""
    mark: str = ""
    proof: str = ""

    def figure(self, text: str) -> str:
        return thai_digits(text) if self.thai_figures else text


Stock = Literal["roll", "a5"]


class _Column:
    """Lines put under one another between two edges; `y` is the bottom of what is there."""

    def __init__(self, left: float, right: float, y: float) -> None:
        self.left, self.right, self.y = left, right, y
        self.ops: list[Op] = []

    @property
    def wide(self) -> float:
        return self.right - self.left

    def say(
        self, text: str, size_pt: float, face: Face = Face.REGULAR, align: Align = "left", colour: str = INK,
        indent: float = 0,
    ) -> None:  # fmt: skip
        for line in break_lines(text, size_pt, self.wide - indent, face):
            self.y += size_pt * _PITCH
            x = {"left": self.left + indent, "right": self.right, "centre": (self.left + self.right) / 2}[align]
            self.ops.append(Text(x, self.y, line, size_pt, face, align, colour))

    def fit(self, text: str, size_pt: float, face: Face = Face.BOLD, align: Align = "centre") -> None:
        """One line, smaller where it would be too wide."""
        size = fitting_size_pt(text, size_pt, self.wide, face)
        self.y += size_pt * _PITCH
        x = {"left": self.left, "right": self.right, "centre": (self.left + self.right) / 2}[align]
        self.ops.append(Text(x, self.y, text, size, face, align, INK))

    def gap(self, mm: float) -> None:
        self.y += mm

    def rule(self, dash: tuple[float, float] | None = None) -> None:
        self.y += 3.0
        self.ops.append(Line(self.left, self.y, self.right, self.y, 0.2, QUIET, dash_mm=dash))
        self.y += 0.8

    def qr(self, payload: str, side: float, x: float | None = None) -> None:
        self.y += 3
        at = (self.left + self.right - side) / 2 if x is None else x
        self.ops.append(QrCode(at, self.y, side, payload))
        self.y += side + 3

    def facts(self, facts: Iterable[tuple[str, str]], label_mm: float, size_pt: float) -> None:
        """Labels at the left, values beside them."""
        for label, value in facts:
            if not value:
                continue
            top = self.y
            small = fitting_size_pt(label, size_pt, label_mm - 1.5)
            self.ops.append(Text(self.left, top + size_pt * _PITCH, label, small, colour=QUIET))
            self.say(value, size_pt, indent=label_mm)


def slip_pdf(sheet: CaseSheet, stock: Stock) -> bytes:
    """What the citizen takes along, as long as it needs on a roll of 80 mm, or on A5 upright."""
    return _pdf(sheet, (_roll(sheet),) if stock == "roll" else (_a5(sheet),))


def notice_pdf(sheet: CaseSheet) -> bytes:
    """ใบรับแจ้ง on A4, figures Thai: valid from the moment it is signed."""
    return _pdf(sheet, (_notice(sheet),))


def crew_pdf(sheet: CaseSheet) -> bytes:
    """ใบสั่งงาน on A4 for those who go out: place, what is wrong, room to write what was done."""
    return _pdf(sheet, (_crew(sheet),))


def _pdf(sheet: CaseSheet, sheets: tuple[Sheet, ...]) -> bytes:
    return to_pdf(Paper(f"{sheet.title} {sheet.number}", sheet.office_name, sheet.made_at, sheets))


def _roll(sheet: CaseSheet) -> Sheet:
    column = _Column(4.0, 76.0, 3.0)
    column.fit(sheet.office_name, 16)
    for line in sheet.office_lines:
        column.say(line, 12, align="centre", colour=QUIET)
    column.gap(2)
    column.fit(sheet.title, 18)
    column.fit(sheet.number, 24)
    column.say(sheet.day, 13, align="centre")
    column.rule(_DOTS)
    column.facts(sheet.facts, 21, 14)
    _ending(column, sheet, 14)
    column.qr(sheet.tracking, 27)
    if sheet.proof:
        column.say(_TRACK, 12, align="centre", colour=QUIET)
        column.qr(sheet.proof, 34)
        column.say(_CHECK, 12, align="centre", colour=QUIET)
    column.say(sheet.small_print, 12, align="centre", colour=QUIET)
    return Sheet(80, column.y + 6, tuple(column.ops))


def _a5(sheet: CaseSheet) -> Sheet:
    column = _Column(12.0, 136.0, 9.0)
    column.fit(sheet.office_name, 20, align="left")
    for line in sheet.office_lines:
        column.say(line, 13, colour=QUIET)
    column.rule()
    column.gap(1)
    column.fit(sheet.title, 20, align="left")
    column.fit(sheet.number, 28, align="left")
    column.say(sheet.day, 15)
    column.gap(2)
    column.facts(sheet.facts, 32, 15)
    _ending(column, sheet, 15)
    qr: tuple[Op, ...] = (QrCode(107, 166, 27, sheet.tracking),)
    if sheet.proof:
        qr += (QrCode(70, 165.5, _PROOF_MM, sheet.proof), Text(84.3, 199, _CHECK, 12, align="centre", colour=QUIET))
        qr += (Text(120.5, 199, _TRACK, 12, align="centre", colour=QUIET),)
    foot = _Column(12.0, 66.0 if sheet.proof else 98.0, 164.0)
    foot.say(sheet.small_print, 13, colour=QUIET)
    return Sheet(148, 210, (*column.ops, *qr, *foot.ops))


def _ending(column: _Column, sheet: CaseSheet, size_pt: float) -> None:
    """What is still missing, and when it is due."""
    if sheet.open_items:
        column.rule(_DOTS)
        column.say("เอกสารที่ยังขาด", size_pt, Face.BOLD)
        for item in sheet.open_items:
            column.say(f"- {item}", size_pt, indent=2)
    if sheet.deadline:
        column.rule(_DOTS)
        for line in sheet.deadline:
            column.say(line, size_pt, Face.BOLD)


def _notice(sheet: CaseSheet) -> Sheet:
    column = _Column(30.0, 190.0, 20.0)
    figure = sheet.figure
    column.fit(sheet.office_name, 18)
    for line in sheet.office_lines:
        column.say(figure(line), 14, align="centre", colour=QUIET)
    column.gap(5)
    column.fit(sheet.title, 26)
    column.gap(3)
    column.say(f"เลขที่ {sheet.number}", 16, align="right")
    column.say(figure(sheet.day), 16, align="right")
    column.gap(5)
    column.say(figure(sheet.lead), 16)
    column.gap(3)
    column.facts(((label, figure(value)) for label, value in sheet.facts), 46, 16)
    if sheet.open_items:
        column.gap(4)
        column.say("เอกสารที่ผู้แจ้งต้องยื่นเพิ่ม", 16, Face.BOLD)
        for place, item in enumerate(sheet.open_items, 1):
            column.say(figure(f"{place}. {item}"), 16, indent=6)
    if sheet.deadline:
        column.gap(4)
        for line in sheet.deadline:
            column.say(figure(line), 16, Face.BOLD)
    column.gap(4)
    column.say(sheet.small_print, 15)
    ops = [*column.ops, *_signers(sheet, 232.0, 30.0, 190.0), QrCode(30, 258, 20, sheet.tracking)]
    if sheet.form:
        ops.append(Text(190, 16, figure(sheet.form), 14, align="right", colour=QUIET))
    ops.append(Text(54, 276, _TRACK, 13, colour=QUIET))
    if sheet.proof:
        ops.append(QrCode(190 - _PROOF_MM, 255, _PROOF_MM, sheet.proof))
        ops.append(Text(188 - _PROOF_MM, 276, _CHECK, 13, align="right", colour=QUIET))
    return Sheet(210, 297, tuple(ops))


def _crew(sheet: CaseSheet) -> Sheet:
    column = _Column(18.0, 148.0, 14.0)
    column.fit(f"{sheet.title} {sheet.number}", 24, align="left")
    column.say(f"{sheet.office_name} · {sheet.day}", 14, colour=QUIET)
    whole = _Column(18.0, 192.0, 44.0)
    whole.ops.append(QrCode(162, 12, 28, sheet.tracking))
    if sheet.mark:
        whole.ops.append(Rect(18, 33, 120, 9, 0.4, colour="#B3261E"))
        whole.ops.append(
            Text(20, 39.2, sheet.mark, fitting_size_pt(sheet.mark, 15, 116, Face.BOLD), Face.BOLD, colour="#B3261E")
        )
    whole.rule()
    whole.facts(sheet.facts, 34, 17)
    for line in sheet.deadline:
        whole.gap(1)
        whole.say(line, 17, Face.BOLD)
    whole.ops += _pictures(sheet.pictures, whole.y + 5)
    return Sheet(210, 297, (*column.ops, *whole.ops, *_report(sheet)))


def _pictures(pictures: tuple[bytes, ...], top: float) -> Iterator[Op]:
    """Side by side in boxes of the same height, as they are."""
    from desktop.paper.pictures import size_px

    x, high = 18.0, min(58.0, 186.0 - top)
    for data in pictures[:4] if high > 15 else ():
        wide_px, high_px = size_px(data)
        wide = min(high * wide_px / high_px, 85.0)
        if x + wide > 192:
            break
        yield Image(x, top, wide, wide * high_px / wide_px, data)
        x += wide + 4


def _report(sheet: CaseSheet) -> Iterator[Op]:
    """Where the crew writes what it did."""
    yield Rect(18, 192, 174, 88, 0.3, colour=QUIET)
    yield Text(21, 199.5, "ผลการปฏิบัติงาน", 16, Face.BOLD, colour=INK)
    for place, check in enumerate(sheet.checks):
        x = 21 + 43 * place
        yield Rect(x, 203.5, 4, 4, 0.3, colour=INK)
        yield Text(x + 6, 207.2, check, fitting_size_pt(check, 15, 36), colour=INK)
    for place in range(4):
        y = 218 + 9 * place
        yield Line(21, y, 189, y, 0.3, QUIET, dash_mm=_DOTS)
    yield Text(21, 258, "วัสดุและค่าใช้จ่าย", 15, colour=QUIET)
    yield Line(52, 258.8, 189, 258.8, 0.3, QUIET, dash_mm=_DOTS)
    yield Text(21, 270, "เริ่ม ........... น.  เสร็จ ........... น.  วันที่ ....................", 15, colour=QUIET)
    yield Text(124, 270, "ลงชื่อ ....................................................", 15, colour=QUIET)


def _signers(sheet: CaseSheet, y: float, left: float, right: float) -> Iterator[Op]:
    share = (right - left) / max(len(sheet.signers), 1)
    for place, (role, name) in enumerate(sheet.signers):
        middle = left + share * (place + 0.5)
        yield Text(middle, y, "ลงชื่อ .................................................", 15, align="centre", colour=INK)
        named = f"({name})" if name else "(.................................................)"
        yield Text(middle, y + 8, named, fitting_size_pt(named, 15, share - 4), align="centre", colour=INK)
        yield Text(middle, y + 15, role, fitting_size_pt(role, 15, share - 4), align="centre", colour=INK)
