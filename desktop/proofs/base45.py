"""Base45 (RFC 9285): bytes as the signs that a QR code holds at five and a half bits each."""

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}


def encode(content: bytes) -> str:
    parts = []
    for place in range(0, len(content), 2):
        pair = content[place : place + 2]
        value = int.from_bytes(pair)
        for _ in range(len(pair) + 1):
            value, sign = divmod(value, 45)
            parts.append(_SIGNS[sign])
    return "".join(parts)


def decode(text: str) -> bytes:
    """ValueError for what no `encode` gives."""
    content = bytearray()
    for place in range(0, len(text), 3):
        signs = text[place : place + 3]
        try:
            value = sum(_VALUES[sign] * 45**power for power, sign in enumerate(signs))
        except KeyError as error:
            raise ValueError("not a sign of base45") from error
        if len(signs) == 1 or value >= 1 << 8 * (len(signs) - 1):
            raise ValueError("no bytes of base45")
        content += value.to_bytes(len(signs) - 1)
    return bytes(content)
