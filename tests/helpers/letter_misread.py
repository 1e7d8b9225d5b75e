"""A perfect reading made worse by the faults that readers of Thai make, by seed."""

from dataclasses import replace
from random import Random

from desktop.reading.model import Box, Line, PageReading, Word

_TONES = frozenset("่้๊๋์็")
_CONFUSED = {
    "๔": "๕ด๒", "๖": "๒๑", "๗": "๑๓", "๘": "๕๑", "๙": "๕๒", "4": "1", "6": "5", "8": "3", "ด": "ค", "ค": "ด",
    "ถ": "ก", "ภ": "ก", "ช": "ซ", "ซ": "ช", "ผ": "ฝ", "พ": "ฟ", "ฟ": "พ", "บ": "ป", "ป": "บ",
    "ี": "ิ", "ื": "ี", "ู": "ุ", "ฎ": "ฏ", "ท": "ห", "ว": "ร",
}  # fmt: skip


def misread(reading: PageReading, seed: int, rate: float = 0.02) -> PageReading:
    """Of a hundred characters `100 * rate` go wrong: tones dropped, letters and digits confused, words cut and joined.

    What goes wrong lowers the confidence of its word as a rule, but not always.
    """
    chance = Random(seed)
    lines = (_line(line, chance, rate) for line in reading.lines)
    return replace(reading, lines=tuple(line for line in lines if line.words), engine="misread")


def _line(line: Line, chance: Random, rate: float) -> Line:
    found: list[Word] = []
    for word in (_word(word, chance, rate) for word in line.words):
        near = bool(found) and word.box.left - found[-1].box.right < 2.5
        if near and chance.random() < rate * 2:
            found[-1] = _joined(found[-1], word)
        elif len(word.text) > 6 and chance.random() < rate * 2:
            found += _cut(word, chance.randrange(2, len(word.text) - 2))
        else:
            found.append(word)
    return Line(tuple(found))


def _word(word: Word, chance: Random, rate: float) -> Word:
    text, spans = "", []
    for sign, span in zip(word.text, word.spans, strict=True):
        lost = (sign in _TONES or text != "") and chance.random() < rate * (0.6 if sign in _TONES else 0.05)
        if lost:
            continue
        wrong = sign in _CONFUSED and chance.random() < rate * (3 if sign in "๔๖๗๘๙" else 1)
        text += chance.choice(_CONFUSED[sign]) if wrong else sign
        spans.append(span)
    if text == word.text:
        return replace(word, confidence=chance.uniform(0.86, 0.97))
    sure = chance.uniform(0.8, 0.95) if chance.random() < 0.3 else chance.uniform(0.4, 0.8)
    return replace(word, text=text, spans=tuple(spans), confidence=sure)


def _joined(one: Word, other: Word) -> Word:
    confidence = min(one.confidence, other.confidence)
    return Word(one.text + other.text, one.box.around(other.box), confidence, one.spans + other.spans)


def _cut(word: Word, at: int) -> list[Word]:
    middle = word.spans[at][0]
    left = Box(word.box.left, word.box.top, max(0.1, middle - word.box.left), word.box.height)
    right = Box(middle, word.box.top, max(0.1, word.box.right - middle), word.box.height)
    return [
        Word(word.text[:at], left, word.confidence, word.spans[:at]),
        Word(word.text[at:], right, word.confidence, word.spans[at:]),
    ]
