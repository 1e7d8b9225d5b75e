"""Commands about how the desks are: which still hold work, and what a code read over the phone says."""

from argparse import Namespace
from typing import Any

from desktop.office.clock import SystemClock, utc_text
from desktop.office.desk_report import DeskReport, by_worry, worries
from desktop.office.errors import OfficeError
from desktop.office.line_check import STEPS, read_code
from sync.server.verbs.verb import OFFICE, Option, Say, Verb, admin


def _list(options: Namespace, say: Say) -> None:
    now = SystemClock().now()
    with admin(options) as office:
        found = office.reports(options.office)
    say.rows([_facts(report, worries(report, now)) for report in by_worry(found, now)])


def _facts(report: DeskReport, found: tuple[str, ...]) -> dict[str, Any]:
    free = None if report.disk_free is None else f"{report.disk_free >> 20} MB"
    return {
        "device": report.device_id.hex(),
        "name": report.name,
        "state": "active" if report.active else "revoked",
        "heard": utc_text(report.heard_at) if report.heard_at else None,
        "acts": report.outbox,
        "oldest": utc_text(report.oldest) if report.oldest else None,
        "files": report.blobs,
        "attention": report.attention,
        "disk": free,
        "clock_off_s": round(report.clock_off.total_seconds()),
        "version": report.version,
        "worries": found,
    }


def explain_code(options: Namespace, say: Say) -> None:
    """What the code of a connection test says; needs no database."""
    try:
        told = read_code(options.code)
    except ValueError as error:
        raise OfficeError("centre.code_misheard", heard=options.code) from error
    facts = {step: told.verdicts[step].name.lower() for step in STEPS}
    figures = {"version": ".".join(map(str, told.version)), "clock_off_s_at_least": told.clock_off_s}
    measured = {"round_trip_ms_from": told.round_trip_ms, "kilobytes_s_from": told.kilobytes_s}
    say.rows([{"what": name, "says": value} for name, value in (facts | figures | measured).items()])


VERBS = (
    Verb("device reports", "how every desk of an office is, those that need help first", _list, OFFICE),
    Verb(
        *("explain-code", "what the code of a desk's connection test says", explain_code),
        Option("--code", required=True, help="twelve signs as they were read over the phone"),
    ),
)
