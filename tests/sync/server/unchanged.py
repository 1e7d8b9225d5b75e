"""Whoever is refused has changed no row, is in the log without anybody's words, and is counted."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests
from sqlalchemy import Engine

from sync.server.running import Beside
from sync.wire.codec import decode, encode
from sync.wire.messages import Problem, SyncRequest
from tests.sync.server.town import MiniDesk

QUIET = {"token_seen", "signin_attempt"}
"""Tables in which the centre itself notes that somebody tried."""


def fingerprint(engine: Engine) -> dict[str, str]:
    """One hash for each table of the centre, over all its rows."""
    with engine.connect() as connection:
        names = (
            connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").scalars().all()
        )
        query = "SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM {} t"
        return {name: connection.exec_driver_sql(query.format(f'"{name}"')).scalar_one() for name in set(names) - QUIET}


@contextmanager
def nothing_changes(own: Beside, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No row is another after the block, and the log knows of a refusal but not of anybody's words."""
    before = fingerprint(own.centre.engine)
    caplog.clear()
    with caplog.at_level(logging.INFO, "sync"):
        yield
    assert fingerprint(own.centre.engine) == before
    while "request id=" not in caplog.text:  # it is written after the answer is sent
        os.sched_yield()
    assert "นายเอกสมมติ" not in caplog.text


def refused(response: requests.Response) -> tuple[int, str]:
    return response.status_code, decode(response.content, Problem).code


def sent(desk: MiniDesk, request: SyncRequest) -> tuple[int, str]:
    return refused(desk.send("POST", "/v1/sync", data=encode(request)))


def refusals(own: Beside, code: str) -> int:
    """How often the centre has counted a refusal of that code."""
    return int(own.measures.registry.get_sample_value("thesaban_refusals_total", {"code": code}) or 0)
