"""By which others check the office's papers: one page that needs nothing else, and the list as a file."""

import json
from base64 import b64encode
from importlib import resources
from typing import Any

from desktop.proofs.model import Trust


def trust_file(trust: Trust) -> bytes:
    """The office's public keys and its list, as JSON; nothing in it is secret."""
    return json.dumps(_told(trust), ensure_ascii=False, indent=1).encode()


def page(trust: Trust) -> bytes:
    """A page to be opened from any disk: it checks codes by the keys and the list of this moment, without a line.

    It bears its libraries (Ed25519, QR codes) and their licences within itself.
    """
    parts = {
        "TRUST": json.dumps(_told(trust), ensure_ascii=False).replace("<", "\\u003c"),
        "JSQR": _licensed("jsQR"),
        "NOBLE": _licensed("noble-ed25519").rpartition("\nexport ")[0],
        "CHECK": _text("check.js"),
    }
    text = _text("page.html")
    for name, part in parts.items():
        text = text.replace(f"/*{name}*/", part, 1)
    return text.encode()


def _licensed(library: str) -> str:
    licence = _text(f"{library}.LICENSE").replace("*/", "* /")
    return f"/* {library}\n{licence}*/\n{_text(f'{library}.js')}"


def _told(trust: Trust) -> dict[str, Any]:
    keys, pages = ([_b64(one) for one in content] for content in (trust.keys, trust.pages))
    return {"office": trust.office_name, "keys": keys, "pages": pages}


def _b64(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _text(name: str) -> str:
    return (resources.files("resources") / "proofs" / name).read_text("utf-8")
