"""A test of the line to the centre, step by step, and the short code in which its outcome is read over the phone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from math import log2

STEPS = ("name", "port", "tls", "health", "clock", "token", "round_trip", "speed")
"""What is tried, in this order; a step that fails leaves those that need it untried."""
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_FORMAT = 1
_SIGNS = 12
_CLOCK_STEPS = (0, 2, 10, 60, 300, 3600, 86400)
"""Seconds: a clock is told as off by at least so much."""


class Verdict(IntEnum):
    GOOD = 0
    DOUBTFUL = 1
    BAD = 2
    UNTRIED = 3


@dataclass(frozen=True)
class Finding:
    """One step. `figure`: milliseconds, or kilobytes a second for the speed, or seconds for the clock (+ is ahead)."""

    step: str
    verdict: Verdict
    figure: int | None = None
    problem: str = ""


@dataclass(frozen=True)
class LineReport:
    """What a code says: verdict of each step, version of the program, and the figures in coarse steps."""

    version: tuple[int, int, int]
    verdicts: Mapping[str, Verdict]
    round_trip_ms: int | None
    kilobytes_s: int | None
    clock_off_s: int


def report_of(findings: Mapping[str, Finding], version: str) -> LineReport:
    """The report of a test that has ended; steps that were not reached count as untried."""
    verdicts = {step: findings[step].verdict if step in findings else Verdict.UNTRIED for step in STEPS}
    figures = {step: found.figure for step, found in findings.items()}
    parts = [int(part) for part in version.split(".")[:3]]
    major, minor, patch = (*parts, 0, 0, 0)[:3]
    return LineReport(
        (major, minor, patch), verdicts, figures.get("round_trip"), figures.get("speed"), figures.get("clock") or 0
    )


def code_of(report: LineReport) -> str:
    """Twelve signs in three groups: no letter in it looks like a figure, and a slip of the ear is noticed.

    From the lowest bit: verdicts (2 bits a step, in the order of `STEPS`), round trip, speed (4 bits each: how often
    one doubles, 0 for not measured), clock (4 bits: step, and whether it is ahead), version (4, 6, 6), format (4),
    check (12).
    """
    value, place = 0, 0
    for number, bits in (
        *((report.verdicts[step], 2) for step in STEPS),
        (_doublings(report.round_trip_ms), 4),
        (_doublings(report.kilobytes_s), 4),
        (_clock(report.clock_off_s), 4),
        *zip(report.version, (4, 6, 6), strict=True),
        (_FORMAT, 4),
    ):
        value |= (number & (1 << bits) - 1) << place
        place += bits
    value |= _check(value) << place
    signs = "".join(_ALPHABET[value >> 5 * place & 31] for place in range(_SIGNS))
    return "-".join(signs[place : place + 4] for place in range(0, _SIGNS, 4))


def read_code(code: str) -> LineReport:
    """What a code says, figures as the least they may have been; ValueError when it was misheard."""
    signs = "".join(code.split()).replace("-", "").upper()
    if len(signs) != _SIGNS or any(sign not in _ALPHABET for sign in signs):
        raise ValueError("a code has twelve signs")
    value = sum(_ALPHABET.index(sign) << 5 * place for place, sign in enumerate(signs))
    body, check = value & (1 << 48) - 1, value >> 48
    if check != _check(body) or body >> 44 != _FORMAT:
        raise ValueError("a sign of the code was misheard")
    taken = iter(_split(body, (*[2] * len(STEPS), 4, 4, 4, 4, 6, 6)))
    verdicts = {step: Verdict(next(taken)) for step in STEPS}
    round_trip, speed, clock, major, minor, patch = taken
    off = _CLOCK_STEPS[min(clock >> 1, len(_CLOCK_STEPS) - 1)]
    ahead = off if clock & 1 else -off
    return LineReport((major, minor, patch), verdicts, _least(round_trip), _least(speed), ahead)


def _split(value: int, widths: tuple[int, ...]) -> list[int]:
    parts = []
    for bits in widths:
        parts.append(value & (1 << bits) - 1)
        value >>= bits
    return parts


def _doublings(figure: int | None) -> int:
    return 0 if figure is None else min(int(log2(max(figure, 1))) + 1, 15)


def _least(doublings: int) -> int | None:
    return 1 << doublings - 1 if doublings else None


def _clock(off: int) -> int:
    step = max(place for place, least in enumerate(_CLOCK_STEPS) if abs(off) >= least)
    return step << 1 | (off > 0)


def _check(value: int) -> int:
    """Twelve bits that change with every sign and with any two exchanged."""
    rest = value
    for _ in range(48):
        rest = rest >> 1 ^ (0xC32_000_000_000 if rest & 1 else 0)
    return (rest ^ rest >> 12 ^ rest >> 24 ^ rest >> 36) & 0xFFF
