"""Logs without personal data: one JSON object a line; of an error its kind and its place, never its words."""

import json
import logging
import traceback
from datetime import UTC, datetime


def trace_of(error: BaseException) -> str:
    """Where an error came from. Its message is left out: databases quote what people typed."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{places}"


class Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "from": record.name, "said": record.getMessage()}
        if record.exc_info and record.exc_info[1]:
            line["trace"] = trace_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def log_as_json() -> None:
    """Sends every log of this process to its error output."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
