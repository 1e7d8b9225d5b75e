"""References and enclosures as clerks write them on a line, and back again."""

from datetime import UTC, date, datetime

import pytest

from desktop.letters.model import Enclosure, EnclosureKind
from desktop.outgoing.lines import (
    deadline_line,
    deadline_of,
    enclosure_line,
    enclosure_of,
    reference_line,
    reference_of,
)
from desktop.outgoing.model import Reference

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("หนังสือจังหวัดเชียงใหม่ ที่ ชม 0023.3/ว 2901 ลงวันที่ 4 พฤศจิกายน 2569",
         Reference("ชม 0023.3/ว 2901", "จังหวัดเชียงใหม่", date(2026, 11, 4))),
        ("ที่ มท ๐๘๐๘.๒/๑๒ ลว. 4 พ.ย. 69", Reference("มท ๐๘๐๘.๒/๑๒", "", date(2026, 11, 4))),
        ("จังหวัดเชียงใหม่ ที่ ชม 0023/1", Reference("ชม 0023/1", "จังหวัดเชียงใหม่")),
        ("คำสั่งเดิม", Reference("คำสั่งเดิม")),
        ("ที่ ชม 1/2 ลงวันที่ 32 มกราคม 2569", Reference("ชม 1/2 ลงวันที่ 32 มกราคม 2569")),
    ],
)  # fmt: skip
def test_a_reference_is_read_and_said_the_same_way(line: str, wanted: Reference) -> None:
    assert reference_of(line, TODAY) == wanted
    assert reference_of(reference_line(wanted), TODAY) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("รายชื่อผู้เข้าร่วม จำนวน 2 ชุด", Enclosure("รายชื่อผู้เข้าร่วม", 2, EnclosureKind.SET)),
        ("แผนที่ ๓ แผ่น", Enclosure("แผนที่", 3, EnclosureKind.DISC)),
        ("แบบ 1 ก", Enclosure("แบบ 1 ก")),
        ("คู่มือ", Enclosure("คู่มือ")),
    ],
)
def test_an_enclosure_is_read_and_said_the_same_way(line: str, wanted: Enclosure) -> None:
    assert enclosure_of(line) == wanted
    assert enclosure_of(enclosure_line(wanted)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("20 พ.ย. 69 10.30", datetime(2026, 11, 20, 3, 30, tzinfo=UTC)),
        ("๒๐/๑๑/๒๕๖๙ เวลา ๑๐.๓๐ น.", datetime(2026, 11, 20, 3, 30, tzinfo=UTC)),
        ("20/11/69", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("20/11/69 25.00", None),
        ("พรุ่งนี้", None),
        ("", None),
    ],
)
def test_a_deadline_is_a_day_and_a_time_or_none(text: str, wanted: datetime | None) -> None:
    assert deadline_of(text, TODAY) == wanted
    assert deadline_of(deadline_line(wanted), TODAY) == wanted
