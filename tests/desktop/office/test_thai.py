import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.office.thai import arabic_digits, normalise, normalise_all, normalise_book_number, thai_digits

TYPED = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.sampled_from("\u200b\u200d\ufeff\u00a0\u00adéÉ–ßＡ１\n\t"),
    )
)


@given(st.text())
def test_digits_change_and_nothing_else(text: str) -> None:
    assert arabic_digits(thai_digits(text)) == arabic_digits(text)
    assert len(thai_digits(text)) == len(text)


def test_digits_both_ways() -> None:
    assert thai_digits("ที่ 0123456789") == "ที่ ๐๑๒๓๔๕๖๗๘๙"
    assert arabic_digits("ที่ ๐๑๒๓๔๕๖๗๘๙") == "ที่ 0123456789"


@given(TYPED)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert normalise_book_number(normalise_book_number(text)) == normalise_book_number(text)


@given(st.lists(TYPED | st.text(st.characters(exclude_categories=["Cs"]))))
def test_many_are_normalised_as_each_is(texts: list[str]) -> None:
    assert normalise_all(texts) == [normalise(text) for text in texts]


@example("ต่างๆ")
@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)))
def test_thai_alone_is_what_it_is_beside_a_foreign_word(text: str) -> None:
    """A text of nothing but Thai goes a shorter way, to the same end; no blank stays behind a ๆ at its end."""
    assert f"{normalise(text)} é".strip().replace("ๆ é", "ๆé") == normalise(f"{text} é")


@given(TYPED, TYPED)
def test_invisible_characters_never_matter(before: str, after: str) -> None:
    assert normalise(f"{before}\u200b{after}") == normalise(before + after)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("น้ำ", "น้ำ"),
        ("ทํางาน", "ทำงาน"),
        ("เเละ", "และ"),
        ("ท่ี", "ที่"),
        ("ป้ันจ่ัน", "ปั้นจั่น"),
        ("ผ้ปู่", "ผ้ปู่"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("คู\u0e48มือ", "คู่มือ"),
        ("ค่ ู".replace(" ", ""), "คู่"),
        ("  ขอ\u00a0 เชิญ\nประชุม ", "ขอ เชิญ ประชุม"),
        ("ต่าง ๆ ที่", "ต่างๆที่"),
        ("พ.ศ. ๒๕๖๙", "พ.ศ. 2569"),
        ("\ufeffPDF\u200b", "pdf"),
        ("", ""),
    ],
)
def test_one_spelling(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("มท ๐๘๐๘.๒/ว ๔๕๑๒", "มท 0808.2/ว 4512"),
        ("มท0808.2 / ว4512", "มท 0808.2/ว 4512"),
        ("ที่ มท 0808.2/ว  4512", "มท 0808.2/ว 4512"),
        ("มท 0808.2/ว 5517", "มท 0808.2/ว 5517"),
        ("ศป 0008/ค 611", "ศป 0008/ค 611"),
        ("อว 9999(1)/120", "อว 9999(1)/120"),
        ("นร ๐๑๐๖/๒๐๑๙", "นร 0106/2019"),
        ("ชม ๕๒๓๐๑.๒/๑๒๓", "ชม 52301.2/123"),
        ("ตช 0007(กบ)/123", "ตช 0007(กบ)/123"),
        ("-", "-"),
        ("–", "-"),
        ("", ""),
        ("ไม่มี  เลข ๕ก", "ไม่มี เลข 5ก"),
        ("Ref. No. AB/12", "Ref. No. AB/12"),
    ],
)
def test_book_numbers(raw: str, key: str) -> None:
    assert normalise_book_number(raw) == key
