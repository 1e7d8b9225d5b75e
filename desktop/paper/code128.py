"""Code 128 as runs of bars, for texts of a bank's bill: figures in pairs, what a keyboard has, and line ends."""

from collections.abc import Iterator

_TABLE = """
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231
113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211
212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131
113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211
241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141
214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214
211232
"""
_WIDTHS = _TABLE.split()
"""Bar and gap widths of the symbols 0 to 105, in turn, in modules."""
_STOP = "2331112"
_START = {"A": 103, "B": 104, "C": 105}
_TO = {"A": 101, "B": 100, "C": 99}
_LEAST_PAIRS = 2
"""So many pairs of figures are worth a change of the code set."""
Bar = tuple[int, int]
"""First module, width in modules."""


def bars(text: str) -> tuple[int, tuple[Bar, ...]]:
    """Modules across (without the quiet zones of ten each), and the dark bars; ValueError for other than ASCII."""
    if not text or not text.isascii():
        raise ValueError("Code 128 takes ASCII")
    symbols = list(_symbols(text))
    symbols.append((symbols[0] + sum(place * symbol for place, symbol in enumerate(symbols))) % 103)
    found: list[Bar] = []
    place = 0
    for widths in (*(_WIDTHS[symbol] for symbol in symbols), _STOP):
        for turn, width in enumerate(map(int, widths)):
            if turn % 2 == 0:
                found.append((place, width))
            place += width
    return place, tuple(found)


def _symbols(text: str) -> Iterator[int]:
    """Start and data symbols; the check symbol and the stop are the caller's."""
    now, place = "", 0
    while place < len(text):
        wanted = _set_for(text, place, now)
        if wanted != now:
            yield _TO[wanted] if now else _START[wanted]
            now = wanted
        if now == "C":
            yield int(text[place : place + 2])
            place += 2
        else:
            yield _symbol(text[place], now)
            place += 1


def _set_for(text: str, place: int, now: str) -> str:
    figures = 0
    while place + figures < len(text) and text[place + figures].isdecimal():
        figures += 1
    if figures >= 2 * (1 if now == "C" else _LEAST_PAIRS):
        return "C"
    sign = text[place]
    if now in ("A", "B") and _fits(sign, now):
        return now
    return "B" if _fits(sign, "B") else "A"


def _fits(sign: str, code_set: str) -> bool:
    return ord(sign) < 96 if code_set == "A" else 32 <= ord(sign) < 128


def _symbol(sign: str, code_set: str) -> int:
    code = ord(sign)
    return code + 64 if code_set == "A" and code < 32 else code - 32
