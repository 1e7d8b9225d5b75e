"""Keeps a picture of every visible window when a test fails, or always where a test is marked `shot`."""

import re
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "output" / "test-failures"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    report = yield
    if call.when == "call" and (report.failed or item.get_closest_marker("shot")):
        _keep(re.sub(r"[^\w.-]+", "_", item.nodeid)[-100:])
    return report


def _keep(name: str) -> None:
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for number, window in enumerate(each for each in QApplication.topLevelWidgets() if each.isVisible()):
        window.grab().save(str(FOLDER / f"{name}-{number}.png"))
