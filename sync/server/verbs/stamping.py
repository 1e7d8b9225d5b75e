"""Commands about the time stamping authority: whose stamps the office's digital signatures get, from which day on."""

from argparse import Namespace
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import text

from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from desktop.office.ids import IdMaker
from desktop.outgoing.mutations import UseTimeAuthority
from sync.server.verbs.days import act, day, rows
from sync.server.verbs.verb import OFFICE, Option, Say, Verb

_LIST = text("""
SELECT from_day, url, set_at FROM time_authority WHERE office_id = :office ORDER BY from_day, set_at
""")


def _use(options: Namespace, say: Say) -> None:
    _set(options, _sound(options.url), _roots(options.roots))
    say.done(f"{options.url} stamps from {options.day} on", day=str(options.day), url=options.url)


def _none(options: Namespace, say: Say) -> None:
    _set(options, "", "")
    say.done(f"nobody stamps from {options.day} on", day=str(options.day), url="")


def _set(options: Namespace, url: str, roots: str) -> None:
    body = UseTimeAuthority(IdMaker(SystemClock()).new(), str(options.day), url, roots)
    act(options, "outgoing.use_time_authority", body)


def _list(options: Namespace, say: Say) -> None:
    say.rows(rows(options, _LIST))


def _sound(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise OfficeError("centre.stamping_address", url=url)
    return url


def _roots(file: Path) -> str:
    """The file's certificates; a time stamp whose authority leads to none of them is refused at the desks."""
    from cryptography.x509 import load_pem_x509_certificates

    try:
        pem = file.read_text("utf-8")
        load_pem_x509_certificates(pem.encode())
    except (OSError, ValueError) as error:
        raise OfficeError("centre.stamping_roots", file=file.name) from error
    return pem


_DAY = Option("--from", day, dest="day", required=True, help="1/12/2569 or 2026-12-01")

VERBS = (
    Verb(
        *("stamping use", "the authority that stamps the time on digital signatures (RFC 3161)", _use, OFFICE, _DAY),
        Option("--url", required=True, help="https://..."),
        Option("--roots", Path, required=True, help="PEM: whom to trust for its stamps"),
    ),
    Verb("stamping none", "digital signatures get no time stamp any more", _none, OFFICE, _DAY),
    Verb("stamping list", "who stamped from when", _list, OFFICE),
)
