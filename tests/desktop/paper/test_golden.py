"""The golden pictures are strict enough to miss a tone mark, and a failure shows where to look."""

from pathlib import Path

import pytest

from desktop.paper.receipt import receipt_pdf
from tests.desktop.paper.papers import a_receipt
from tests.helpers import rasters


def test_one_missing_tone_mark_is_seen_and_the_difference_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    monkeypatch.setattr(rasters, "DIFFERENCES", tmp_path)
    wrong = rasters.grey(receipt_pdf(a_receipt(cashier_name="นางสาวกตัญญู ใจปันน้ำ")))
    with pytest.raises(AssertionError, match="receipt-original"):
        rasters.assert_golden(wrong, "receipt-original")
    assert (rasters.DIFFERENCES / "receipt-original-difference.png").exists()
