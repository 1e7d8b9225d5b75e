"""The tour as a test: what `make tour` shows must be so in every run."""

import json
from pathlib import Path

from tests.acceptance.tour import run


def test_a_day_with_an_outage_ends_with_nothing_lost_or_doubled(tmp_path: Path) -> None:
    report = run(tmp_path)
    failed = [check for check in report.checks if not check["result"]]
    assert not failed, json.dumps(failed, ensure_ascii=False, indent=1)[:4000]
    written = json.loads((tmp_path / "tour.json").read_text("utf-8"))
    assert written["ok"] is True
    numbers = [(n["series"], n["year_be"], n["number"]) for n in written["numbers"]]
    assert len(set(numbers)) == len(numbers)
    assert {"receipts", "bills", "certificates.FOOD", "cases.OSS/C2"} < {series for series, *_ in numbers}
    assert all((tmp_path / name).stat().st_size > 10_000 for name in written["screenshots"] + written["papers"])
