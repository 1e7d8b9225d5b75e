"""The words of the five states, in both languages, as sync.md section 5 has them."""

from datetime import UTC, datetime

import pytest

from ui.kit.language import Language
from ui.shell.strip_words import ICONS, LINE_TROUBLES, TONES, Kind, PostFacts, strip_state

AT = datetime(2026, 1, 14, 3, 42, tzinfo=UTC)
CASES: dict[Kind, tuple[PostFacts, str, str]] = {
    "green": (PostFacts("green", AT), "ส่งครบแล้ว · ข้อมูลล่าสุด 10:42 น.", "Everything sent · as of 10:42"),
    "blue": (
        PostFacts("blue", AT, waiting=12, seconds_left=20),
        "กำลังส่ง 12 รายการ · เหลือประมาณ 20 วินาที",
        "Sending 12 items · about 20 seconds left",
    ),
    "yellow": (
        PostFacts("yellow", AT, offline_since=AT, waiting=37, receipts_left=63, receipts_days=2),
        "ออฟไลน์ตั้งแต่ 10:42 น. ทำงานต่อได้ · รอส่ง 37 รายการ · ใบเสร็จเหลือ 63 เลข (ใช้ได้อีก ~2 วัน)",
        "Offline since 10:42, keep working · 37 items waiting · 63 receipt numbers left (about 2 days)",
    ),
    "orange": (
        PostFacts("orange", AT, attention=2),
        "ต้องตรวจ 2 รายการ · รายการอื่นส่งครบแล้ว",
        "2 items need a look · everything else is sent",
    ),
    "red": (
        PostFacts("red", AT, waiting=37, trouble="นาฬิกาเครื่องผิด", helpdesk="0 5300 0000"),
        "นาฬิกาเครื่องผิด · รอส่ง 37 รายการ อยู่ครบในเครื่อง · โทร 0 5300 0000",
        "นาฬิกาเครื่องผิด · 37 items waiting, safe on this machine · call 0 5300 0000",
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_state_in_words(kind: Kind, language: Language) -> None:
    facts, thai, english = CASES[kind]
    assert strip_state(facts).text == thai
    language.speak("en")
    assert strip_state(facts).text == english


@pytest.mark.parametrize("kind", CASES)
def test_a_state_has_an_icon_a_tone_and_its_figures(kind: Kind, language: Language) -> None:
    state = strip_state(PostFacts(kind, AT, receipts_left=63, next_number="00131"))
    assert (state.kind, state.receipts_left, state.next_number) == (kind, 63, "00131")
    assert ICONS[kind]
    assert TONES[kind]
    assert bool(state.action) == (kind in ("orange", "red"))


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (PostFacts("green"), "ส่งครบแล้ว"),
        (PostFacts("blue"), "กำลังรับข้อมูลจากส่วนกลาง"),
        (PostFacts("yellow", waiting=0), "ออฟไลน์ ทำงานต่อได้ · รอส่ง 0 รายการ"),
        (PostFacts("orange", attention=1, waiting=3), "ต้องตรวจ 1 รายการ · รอส่ง 3 รายการ"),
        (
            PostFacts("orange", attention=1, waiting=3, offline_since=AT),
            "ต้องตรวจ 1 รายการ · ออฟไลน์ตั้งแต่ 10:42 น. ทำงานต่อได้ · รอส่ง 3 รายการ",
        ),
        (PostFacts("red"), "ส่งไม่สำเร็จ"),
        (PostFacts("red", trouble="x", trouble_code="post.unsent_too_long", unsent_hours=5), "ส่งไม่สำเร็จนาน 5 ชม."),
        (PostFacts("blue", receiving=3), "กำลังรับไฟล์ เหลือ 3 ไฟล์"),
        (PostFacts("blue", waiting=900, seconds_left=300), "กำลังส่ง 900 รายการ · เหลือประมาณ 5 นาที"),
        (PostFacts("yellow", waiting=1, receipts_left=1200), "ออฟไลน์ ทำงานต่อได้ · รอส่ง 1 รายการ · ใบเสร็จเหลือ 1,200 เลข"),
    ],
)
def test_less_is_known(facts: PostFacts, text: str) -> None:
    assert strip_state(facts).text == text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (PostFacts("yellow", AT, offline_since=AT), "ข้อมูล ณ 10:42 น. (ออฟไลน์)"),
        (PostFacts("orange", AT, offline_since=AT, fresh_day="13 ม.ค. 2569"), "ข้อมูล ณ 13 ม.ค. 2569 10:42 น. (ออฟไลน์)"),
        (PostFacts("yellow", offline_since=AT), ""),
        (PostFacts("green", AT), ""),
    ],
)
def test_without_a_line_the_rooms_say_of_when_their_data_is(facts: PostFacts, words: str) -> None:
    assert strip_state(facts).as_of == words


def test_what_a_test_of_the_line_explains_offers_the_test(language: Language) -> None:
    for code in LINE_TROUBLES:
        assert strip_state(PostFacts("red", trouble="x", trouble_code=code)).action == "ทดสอบการเชื่อมต่อ"
    assert strip_state(PostFacts("red", trouble="x", trouble_code="store.disk_low")).action == "ดูวิธีแก้"


def test_no_word_of_technique(language: Language) -> None:
    for code in ("th", "en"):
        language.speak("en" if code == "en" else "th")
        said = " ".join(strip_state(facts).text for facts, *_ in CASES.values()).lower()
        assert not any(word in said for word in ("sync", "conflict", "server", "409", "uuid"))
