"""Logs without personal data: one JSON object a line; of an error its kind and its place, never its words."""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any


class Facts:
    """What happened and its figures: `word name=value ...` to read, fields of their own in JSON.

        log.info(FACTS, Facts("sync", id=request_id, acts=3))

    Ids, codes, counts and times only: whatever a person typed has no place in a log.
    """

    def __init__(self, said: str, **facts: Any) -> None:
        self.said = said
        self.facts = facts

    def __str__(self) -> str:
        return " ".join((self.said, *(f"{name}={value}" for name, value in self.facts.items())))


FACTS = "%s"
"""The message of a log line that is a `Facts`."""


def trace_of(error: BaseException) -> str:
    """Where an error came from. Its message is left out: databases quote what people typed."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{places}"


class Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "pid": record.process, "from": record.name}
        facts = record.args[0] if isinstance(record.args, tuple) and len(record.args) == 1 else None
        if record.msg == FACTS and isinstance(facts, Facts):
            line |= {"said": facts.said, **facts.facts}
        else:
            line["said"] = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            line["trace"] = trace_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def log_as_json() -> None:
    """Sends every log of this process to its error output."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
