"""Drafts with everything a signature needs, and their way to it."""

from dataclasses import replace
from datetime import date

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.letters.model import Enclosure, EnclosureKind
from desktop.office.ids import Id
from desktop.outgoing.model import Content, Draft, Reference, State, Template
from tests.helpers.desk import person, staff_id

PARAGRAPH = (
    "ตามหนังสือที่อ้างถึง จังหวัดเชียงใหม่ขอให้เทศบาลเมืองแม่เหียะจัดส่งรายชื่อผู้เข้าร่วมพิธีวางพวงมาลา"
    "เนื่องในวันสำคัญ ประจำปี 2569 ณ ศาลากลางจังหวัดเชียงใหม่ ความแจ้งแล้วนั้น"
)
WISH = (
    "เทศบาลเมืองแม่เหียะได้พิจารณาแล้ว ขอส่งรายชื่อผู้เข้าร่วมพิธีจำนวน 12 คน เพื่อให้ที่ทำการปกครองจังหวัดเชียงใหม่"
    "ใช้ในการจัดเตรียมสถานที่ อาหาร น้ำดื่ม และที่จอดรถ ทั้งนี้ ผู้ประสานงานคือเจ้าหน้าที่ของสำนักปลัดเทศบาลซึ่งปฏิบัติหน้าที่ทุกวันทำการ"
)
END = "จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการต่อไป"
LETTER = Content(
    Template.EXTERNAL,
    subject="ส่งรายชื่อผู้เข้าร่วมพิธี",
    to_party="ผู้ว่าราชการจังหวัดเชียงใหม่",
    body=f"{PARAGRAPH}\n{WISH}\n{END}",
    references=(Reference("ชม 0023.3/ว 2901", "จังหวัดเชียงใหม่", date(2026, 11, 4)),),
    enclosures=(Enclosure("รายชื่อผู้เข้าร่วมพิธี", 1, EnclosureKind.SET),),
    signer_id=staff_id("somchai"),
    signer_name="นายสมชาย ตัวอย่างดี",
    signer_lines=("นายกเทศมนตรีเมืองแม่เหียะ",),
    owner_unit="สำนักปลัดเทศบาล",
    phone="0 5300 0000",
    email="saraban_04110113@dla.go.th",
)
MEMO = replace(
    LETTER, template=Template.MEMO, to_party="ปลัดเทศบาล", subject="ขออนุมัติจัดซื้อวัสดุสำนักงาน", references=(), enclosures=(),
    closing="",
)  # fmt: skip


def found(office: Office, draft_id: Id) -> Draft:
    draft = office.outgoing.queries.draft(draft_id)
    assert draft is not None
    return draft


def approved(office: Office, content: Content = LETTER, author: str = "kanda", reviewer: str = "wichai") -> Draft:
    """A draft of a content on which somebody was asked and said yes."""
    return approved_by(office, content, person(office, author), person(office, reviewer))


def approved_by(office: Office, content: Content, author: Person, reviewer: Person) -> Draft:
    writing = office.outgoing.drafts(author)
    draft_id = writing.start(content.template, content=content)
    version = found(office, draft_id).current.id
    writing.ask(draft_id, version, content, reviewer)
    office.outgoing.drafts(reviewer).approve(draft_id, version)
    draft = found(office, draft_id)
    assert draft.state is State.APPROVED
    return draft
