"""What was meant when the keyboard stood on the other alphabet: the Kedmanee layout key by key, both ways."""

_KEYS = (
    "`1234567890-=" "qwertyuiop[]\\" "asdfghjkl;'" "zxcvbnm,./"
    "~!@#$%^&*()_+" "QWERTYUIOP{}|" 'ASDFGHJKL:"' "ZXCVBNM<>?"
)  # fmt: skip
_THAI = (
    "_ๅ/-ภถุึคตจขช" "ๆไำพะัีรนยบลฃ" "ฟหกดเ้่าสวง" "ผปแอิืทมใฝ"
    "%+๑๒๓๔ู฿๕๖๗๘๙" "๐\"ฎฑธํ๊ณฯญฐ,ฅ" "ฤฆฏโฌ็๋ษศซ." "()ฉฮฺ์?ฒฬฦ"
)  # fmt: skip
"""Row by row, first without and then with the shift key."""
_AS_THAI = dict(zip(_KEYS, _THAI, strict=True))
_AS_LATIN = dict(zip(_THAI, _KEYS, strict=True))


def as_thai(text: str) -> str:
    """The same keys on a Thai keyboard: `l;ylfu` -> `สวัสดี`. What no key of it gives stays."""
    return "".join(_AS_THAI.get(sign, sign) for sign in text)


def as_latin(text: str) -> str:
    """The same keys on a Latin keyboard: `ๅ/-` -> `123`. What no key of it gives stays."""
    return "".join(_AS_LATIN.get(sign, sign) for sign in text)


def other_readings(typed: str) -> tuple[str, ...]:
    """What the same keys say on the other keyboard, the likelier first; none where they say the same."""
    ways = (as_latin, as_thai) if any("\u0e01" <= sign <= "\u0e5b" for sign in typed) else (as_thai, as_latin)
    return tuple(dict.fromkeys(said for way in ways if (said := way(typed)) != typed and said.strip()))
