"""E-mails as they come: Thai in every encoding, torn ones, forwarded ones, and what their words say of the letter."""

import io
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.interchange import mail
from desktop.interchange.arrival import Piece
from desktop.interchange.budget import Budget
from desktop.interchange.charsets import file_name, words_of
from desktop.interchange.mail import Mail
from desktop.letters.model import Channel
from desktop.office.errors import OfficeError
from tests.helpers.mails import MAYOR, WORDS, attachment, multipart, pdf, text_part, word
from tests.helpers.mails import mail as made

TODAY = date(2026, 11, 11)


def opened(data: bytes, *, all_of_it: bool = False, budget: Budget | None = None) -> tuple[Mail, list[Piece]]:
    found = mail.read(data)
    return found, list(mail.attachments(found, data, budget or Budget("x.eml"), all_of_it=all_of_it))


def test_the_words_of_a_message_fill_the_form() -> None:
    found, pieces = opened(made([text_part(), attachment('attachment; filename="letter.pdf"', pdf())]))
    assert [(one.name, one.data == pdf()) for one in pieces] == [("letter.pdf", True)]
    wanted = found.registration(MAYOR, TODAY)
    assert (wanted.from_party, wanted.to_party, wanted.channel) == ("ที่ทำการปกครองอำเภอเมือง", MAYOR, Channel.EMAIL)
    assert (wanted.book_number, wanted.letter_date) == ("ชม ๐๐๒๓.๓/ว ๔๕๖", date(2026, 11, 5))
    assert wanted.subject == "ขอเชิญประชุมชี้แจงงบประมาณ"
    assert wanted.remarks == "อีเมลจาก saraban@district.example 06/11/2026 09:30"


@pytest.mark.parametrize("charset", ["tis-620", "windows-874", "utf-8", "cp874"])
def test_a_thai_text_is_read_in_whatever_it_was_written(charset: str) -> None:
    assert opened(made([text_part(charset=charset)]))[0].text == WORDS


def test_a_text_that_lies_about_its_encoding_is_read_all_the_same() -> None:
    lying = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + "ขอเชิญประชุม".encode("cp874")
    nonsense = b"Content-Type: text/plain; charset=punycode\r\n\r\n" + "ขอเชิญประชุม".encode()
    assert opened(made([lying]))[0].text == "ขอเชิญประชุม"
    assert opened(made([nonsense]))[0].text == "ขอเชิญประชุม"


NAMES = [
    f'attachment; filename="{word("หนังสือ.pdf", "utf-8")}"',
    f'attachment; filename="{word("หนังสือ.pdf", "cp874", "TIS-620")}"',
    f'attachment; filename="{word("หนังสือ.pdf", "cp874", "windows-874")}"',
    "attachment; filename*=UTF-8''%E0%B8%AB%E0%B8%99%E0%B8%B1%E0%B8%87%E0%B8%AA%E0%B8%B7%E0%B8%AD.pdf",
    "attachment; filename*=windows-874''%CB%B9%D1%A7%CA%D7%CD.pdf",
    "attachment; filename*0*=tis-620''%CB%B9%D1%A7; filename*1*=%CA%D7%CD.pdf",
    'attachment; filename="หนังสือ.pdf"',
    'attachment; filename="../../../../etc/หนังสือ.pdf"',
    'attachment; filename="C:\\\\Windows\\\\หนังสือ.pdf"',
]


@pytest.mark.parametrize("disposition", NAMES)
def test_an_attachment_has_its_thai_name_and_no_folder(disposition: str) -> None:
    _, (piece,) = opened(made([attachment(disposition, b"%PDF-1.4")]))
    assert piece.name == "หนังสือ.pdf"


def test_a_subject_in_pieces_is_one_again() -> None:
    split = f"{word('ขอเชิญ', 'cp874', 'TIS-620')}\r\n {word('ประชุม', 'utf-8')}"
    assert opened(made([text_part("-")], split))[0].subject == "ขอเชิญประชุม"
    assert opened(made([text_part("-")], "RE: FW: ส่งต่อ: เรื่องเดิม"))[0].subject == "เรื่องเดิม"
    assert words_of("=?utf-8?B?!!!?= ก") != ""


def test_a_torn_message_gives_what_it_has() -> None:
    whole = made([text_part(), attachment('attachment; filename="a.pdf"', pdf(3))])
    for cut in (len(whole) - 30, len(whole) * 2 // 3, len(whole) // 3):
        found, pieces = opened(whole[:cut])
        assert [one.name for one in pieces] == ["a.pdf"]
        assert pdf(3).startswith(pieces[0].data[:-3])
        assert [note.code for note in found.notes] == ["mail.torn"]


def test_a_forwarded_message_brings_what_came_with_it() -> None:
    old = attachment('attachment; filename="เดิม.pdf"', pdf())
    inner = made([text_part("เนื้อความเดิม"), old], word("เรื่องเดิม", "utf-8"))
    found, pieces = opened(made([text_part("โปรดดู"), b"Content-Type: message/rfc822\r\n\r\n" + inner]))
    assert [one.name for one in pieces] == ["เดิม.pdf"]
    assert "โปรดดู" in found.text
    assert "เนื้อความเดิม" in found.text
    assert "เรื่อง: เรื่องเดิม" in found.text


def test_words_written_only_as_a_page_are_read_without_its_dress() -> None:
    page = "<html><head><style>p{}</style></head><body><p>เรียน&nbsp;นายก</p><script>x</script><div>ส่งหนังสือ</div>"
    assert opened(made([text_part(page, kind="html")]))[0].text == "เรียน นายก\n\nส่งหนังสือ"


def test_a_logo_in_the_text_is_no_enclosure_unless_the_message_is_not_kept() -> None:
    head = b"Content-Type: image/png; name=logo.png\r\nContent-ID: <1>\r\n"
    logo = head + b"Content-Transfer-Encoding: base64\r\n\r\niVBORw=="
    related = b'Content-Type: multipart/related; boundary="b2"\r\n\r\n' + multipart([text_part(), logo], "b2")
    found, pieces = opened(made([related, attachment('attachment; filename="a.pdf"', b"%PDF")]))
    assert [one.name for one in pieces] == ["a.pdf"]
    assert [(note.code, note.about) for note in found.notes] == [("mail.pictures_in_text", "1")]
    assert [one.name for one in opened(made([related]), all_of_it=True)[1]] == ["logo.png"]


def test_parts_without_end_are_stopped() -> None:
    nested = text_part()
    for depth in range(40):
        head = f'Content-Type: multipart/mixed; boundary="b{depth}"\r\n\r\n'.encode()
        nested = head + multipart([nested], f"b{depth}")
    opened(made([nested]))
    many = made([b"Content-Type: application/x-a; name=a\r\n\r\n1"] * 3_000)
    with pytest.raises(OfficeError) as caught:
        opened(many)
    assert caught.value.code == "interchange.bomb"


def test_what_the_standard_library_writes_is_read_as_it_was_meant() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "กานดา <kanda@office.example>", "ทดสอบภาษาไทยยาว " * 8
    message.set_content("สวัสดี\nบรรทัดที่สอง")
    message.add_alternative("<p>สวัสดี</p>", subtype="html")
    message.add_attachment(pdf(), maintype="application", subtype="pdf", filename="หนังสือนำส่ง.pdf")
    found, (piece,) = opened(message.as_bytes())
    assert (found.sender, found.subject) == ("กานดา", ("ทดสอบภาษาไทยยาว " * 8).strip())
    assert (found.text, piece.name, piece.data) == ("สวัสดี\nบรรทัดที่สอง", "หนังสือนำส่ง.pdf", pdf())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 900))
def test_whatever_stands_in_a_message_it_is_read_or_refused(noise: bytes, at: int) -> None:
    whole = made([text_part(), attachment('attachment; filename="a.pdf"', b"%PDF-1.4 x")])
    at = min(at, len(whole))
    try:
        found, _ = opened(whole[:at] + noise + whole[at:])
    except OfficeError:
        return
    assert found.registration(MAYOR, TODAY).to_party == MAYOR


@given(st.text(max_size=300))
def test_a_name_from_outside_is_only_a_name(said: str) -> None:
    name = file_name(said)
    assert name
    assert not set(name) & set('/\\:"<>|?*\x00\n')
    assert not name.startswith(".")
    assert len(name) <= 130
    assert io.StringIO(name).read() == name
