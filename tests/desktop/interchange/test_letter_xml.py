"""The XML of letters: out of one office and into another, what does not fit, and what must not come in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.application import Office
from desktop.interchange import letter_form, letter_xml
from desktop.interchange.arrival import Origin
from desktop.interchange.budget import Budget
from desktop.interchange.letter_form import RAM, RSM
from desktop.interchange.letter_xml_writing import to_xml
from desktop.interchange.safe_xml import tree_of
from desktop.letters.model import Citation, Enclosure, Letter, Registration, Secrecy, Urgency
from desktop.office.errors import OfficeError
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.letters import document
from tests.helpers.mails import arrivals, bring, only, pdf

TODAY = date(2026, 11, 11)
WANTED = Registration(
    "นายอำเภอเมืองเชียงใหม่", "นายกเทศมนตรีเมืองแม่เหียะ", "ขอเชิญประชุม <ชี้แจง> & หารือ", "ชม 0023.3/ว 456",
    date(2026, 11, 5), Urgency.VERY_URGENT, remarks="บันทึกในบ้าน", enclosures=(Enclosure("ระเบียบวาระ", 2),),
    citations=(Citation("มท 0808.2/ว 4512", date(2026, 10, 1)),),
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make_office(make_desk(tmp_path / "desk"))
    yield made
    made.desk.close()


def letter_of(office: Office, wanted: Registration = WANTED) -> Letter:
    done = office.letters(person(office)).register(wanted, (document(0), document(1)))
    found = office.letter_queries.letter(done.id)
    assert found
    return found


def sample(more: str = "", secret: str = "001", speed: str = "001", main: str = "JVBERi0=") -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>
<CorrespondenceLetterOutboundRequest><rsm:GovernmentDocument xmlns:rsm="{RSM}" xmlns:ram="{RAM}">
<ram:CorrespondenceLetter ID="Letter"><ram:ID>มท 0808.2/ว 4512</ram:ID>
<ram:CorrespondenceDate>2026-10-01</ram:CorrespondenceDate><ram:Subject>ซักซ้อมแนวทาง</ram:Subject>
<ram:SecretCode>{secret}</ram:SecretCode><ram:SpeedCode>{speed}</ram:SpeedCode>
<ram:SenderParty><ram:GivenName>สมชาย</ram:GivenName><ram:FamilyName>ทดสอบ</ram:FamilyName><ram:JobTitle/>
<ram:MinistryOrganization><ram:ID>15</ram:ID></ram:MinistryOrganization>
<ram:DepartmentOrganization><ram:ID>15008</ram:ID></ram:DepartmentOrganization></ram:SenderParty>
<ram:ReceiverParty><ram:JobTitle>นายกเทศมนตรี</ram:JobTitle></ram:ReceiverParty>
<ram:Attachment>แบบรายงาน</ram:Attachment><ram:SendDate>2026-10-02</ram:SendDate>
<ram:MainLetterBinaryObject mimeCode="application/pdf">{main}</ram:MainLetterBinaryObject>
{more}</ram:CorrespondenceLetter></rsm:GovernmentDocument>
</CorrespondenceLetterOutboundRequest></SOAP-ENV:Body></SOAP-ENV:Envelope>""".encode()


def codes(data: bytes) -> list[str]:
    return [note.code for note in letter_xml.read(data, "a.xml", TODAY).notes]


def refused(data: bytes) -> str:
    with pytest.raises(OfficeError) as caught:
        letter_xml.read(data, "a.xml", TODAY)
    return caught.value.code


def test_a_letter_leaves_one_office_and_comes_to_another(office: Office, tmp_path: Path) -> None:
    sent = office.letter_xml(letter_of(office))
    assert letter_form.schema().validate(tree_of(sent, ""))
    assert "บันทึกในบ้าน".encode() not in sent
    other = make_office(make_desk(tmp_path / "other"))
    arrival = only(other, bring(other, ("ส่ง.xml", sent), folder=tmp_path))
    assert arrival.arrived.origin is Origin.LETTER_XML
    assert [(note.code, note.about) for note in arrival.arrived.notes] == [("xml.speed_inferred", "003")]
    came = arrival.arrived.registration
    for name in ("from_party", "to_party", "subject", "book_number", "letter_date", "urgency", "secrecy", "citations"):
        assert getattr(came, name) == getattr(WANTED, name), name
    assert [one.title for one in came.enclosures] == ["ระเบียบวาระ จำนวน 2"]
    documents = arrivals(other).documents(arrival)
    assert [one.data for one in documents[:2]] == [document(0).data, document(1).data]
    assert documents[2].original == sent
    other.letters(person(other)).register(came, documents)
    assert [one.number for one in arrivals(other).arrival(arrival.id).seems] == [4824]
    other.desk.close()


def test_the_form_of_the_exchange_is_read_in_its_envelope() -> None:
    found = letter_xml.read(sample(), "a.xml", TODAY)
    assert found.notes == []
    wanted = found.registration
    assert (wanted.from_party, wanted.to_party, wanted.book_number) == (
        "สมชาย ทดสอบ",
        "นายกเทศมนตรี",
        "มท 0808.2/ว 4512",
    )
    assert ("DepartmentOrganization/ID", "15008") in found.rows
    assert [piece.data for piece in found.pieces(Budget("a.xml"))] == [b"%PDF-"]


def test_what_nobody_knows_is_kept_and_shown() -> None:
    more = '<ram:Keyword lang="th">งบประมาณ</ram:Keyword><ram:Extra><ram:Deep>ลึก</ram:Deep></ram:Extra>'
    notes = letter_xml.read(sample(more), "a.xml", TODAY).notes
    assert [(note.code, note.about) for note in notes] == [
        ("xml.unknown", "GovernmentDocument/CorrespondenceLetter/Keyword: งบประมาณ"),
        ("xml.unknown", "GovernmentDocument/CorrespondenceLetter/Extra: ลึก"),
    ]
    assert ("Keyword", "งบประมาณ") in letter_xml.read(sample(more), "a.xml", TODAY).rows


def test_names_in_the_wrong_place_are_understood() -> None:
    swapped = sample().replace(RAM.encode(), b"x:y").replace(RSM.encode(), RAM.encode())
    assert codes(swapped) == ["xml.namespace"]


def test_rules_that_are_broken_are_told_and_the_letter_comes() -> None:
    assert codes(sample().replace(b"2026-10-01</ram:C", b"01/10/2569</ram:C")) == ["xml.schema"]
    assert codes(sample(speed="77")) == ["xml.schema", "xml.speed_unknown"]
    future = letter_xml.read(sample().replace(b"2026-10-01</ram:C", b"2027-10-01</ram:C"), "a.xml", TODAY)
    assert ([note.code for note in future.notes], future.registration.letter_date) == (["xml.date_in_future"], None)
    be = letter_xml.read(sample().replace(b"2026-10-01</ram:C", b"2569-10-01</ram:C"), "a.xml", TODAY)
    assert be.registration.letter_date == date(2026, 10, 1)
    torn = letter_xml.read(sample(main="JVBE*"), "a.xml", TODAY)
    assert list(torn.pieces(Budget("a.xml"))) == []
    assert [note.code for note in torn.notes] == ["xml.binary_torn"]


def test_a_secret_letter_leaves_its_content_outside(office: Office, tmp_path: Path) -> None:
    for secret in ("002", "003", "099"):
        arrival = only(office, bring(office, (f"{secret}.xml", sample(secret=secret)), folder=tmp_path))
        assert arrival.arrived.documents == ()
        assert "ซักซ้อม" not in arrival.arrived.registration.subject
        assert arrival.arrived.registration.secrecy is not Secrecy.NORMAL
    kept = office.desk.reader.rows("SELECT registration, notes FROM arrival")
    assert "ซักซ้อม" not in str([part.decode() for row in kept for part in row])
    assert refused(sample(secret="004")) == "letters.top_secret_by_hand"


def test_a_secret_letter_or_one_without_a_number_does_not_leave(office: Office) -> None:
    letter = letter_of(office)
    for odd, code in (
        (replace(letter, secrecy=Secrecy.SECRET), "interchange.secret_stays"),
        (replace(letter, book_number="-"), "interchange.xml_not_ready"),
    ):
        with pytest.raises(OfficeError) as caught:
            to_xml(odd, (), TODAY)
        assert caught.value.code == code


TRAPS = {
    "file": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "web": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "parameter": b'<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "laughs": b"<!DOCTYPE x [" + b"".join(
        b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(12)
    ) + b"]>",
    "plain": b"<!DOCTYPE GovernmentDocument>",
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS.values(), ids=list(TRAPS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_trap_is_refused_before_anything_is_read(trap: bytes, encoding: str) -> None:
    head = b'<?xml version="1.0" encoding="UTF-8"?>'
    data = sample().replace(head, head + trap).replace(b"<ram:Subject>", b"<ram:Subject>&l11;&e;")
    text = data.decode()
    assert refused(text.replace("UTF-8", "UTF-16").encode("utf-16") if encoding == "utf-16" else data) == (
        "interchange.xml_entities"
    )


def test_what_is_too_deep_or_too_much_is_refused() -> None:
    assert refused(sample("<a>" * 100 + "</a>" * 100)) == "interchange.xml_too_large"
    assert refused(sample("<a/>" * 30_000)) == "interchange.xml_too_large"


def test_xml_that_is_torn_or_no_letter_says_so() -> None:
    assert refused(sample()[:-40]) == "interchange.xml_torn"
    assert refused(b"<html/>") == "interchange.xml_no_letter"
    reply = b"<Envelope><AcceptLetterNotifier><LetterID>1</LetterID></AcceptLetterNotifier></Envelope>"
    assert refused(reply) == "interchange.xml_notifier"


@pytest.mark.parametrize("encoding", ["tis-620", "windows-874", "UTF-8", "UTF-16"])
def test_thai_is_read_in_the_encoding_that_the_file_names(encoding: str) -> None:
    text = sample().decode().replace("UTF-8", encoding)
    raw = text.encode("cp874" if encoding in ("tis-620", "windows-874") else encoding)
    assert letter_xml.is_letter_xml(raw[:4000])
    assert letter_xml.read(raw, "a.xml", TODAY).registration.subject == "ซักซ้อมแนวทาง"


def test_a_file_with_large_pages_is_read(office: Office) -> None:
    """Beyond the ten million letters at which libxml2 stops by itself."""
    heavy = replace(letter_of(office), files=())
    sent = to_xml(heavy, (pdf() + bytes(12 << 20),), TODAY)
    (piece,) = letter_xml.read(sent, "a.xml", TODAY).pieces(Budget("a.xml"))
    assert len(piece.data) == len(pdf()) + (12 << 20)


words = st.text(min_size=1, max_size=60).map(lambda said: "ก" + said)


@settings(max_examples=60, deadline=None)
@given(
    words, words, words, st.sampled_from(Urgency), st.dates(date(1990, 1, 1), TODAY), st.lists(st.binary(min_size=1))
)
def test_whatever_a_letter_says_comes_out_as_it_went_in(
    subject: str, sender: str, to: str, urgency: Urgency, day: date, pages: list[bytes]
) -> None:
    letter = replace(LETTER, subject=subject, from_party=sender, to_party=to, urgency=urgency, letter_date=day)
    found = letter_xml.read(to_xml(letter, pages, TODAY), "a.xml", TODAY)
    assert [note.code for note in found.notes] == ([] if urgency is Urgency.NORMAL else ["xml.speed_inferred"])
    assert (found.registration.urgency, found.registration.letter_date) == (urgency, day)
    assert found.registration.subject == plain(subject)
    assert found.registration.from_party == plain(sender)
    assert [piece.data for piece in found.pieces(Budget("a.xml"))] == pages


def plain(said: str) -> str:
    """As XML can say it, in one line."""
    return " ".join(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", said).split())


def _letter() -> Letter:
    from desktop.letters.model import Channel, Mark, Status
    from tests.helpers.desk import MORNING

    return Letter(
        b"1" * 16, "central", 1, 2569, MORNING, Channel.PAPER, "-", "ชม 1/2", None, "-", "-", Urgency.NORMAL, None,
        None, Status.REGISTERED, None, "กานดา", Mark.HERE, (), (), (),
    )  # fmt: skip


LETTER = _letter()
