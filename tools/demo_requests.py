"""What citizens of the demo asked for: complaints and notifications in several states, certificates, queue tickets."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from desktop.application import Office
from desktop.cases.actions import CaseActions
from desktop.cases.kind import Kind
from desktop.cases.model import Deed, Place, Reporter, Wanted
from desktop.cases.photos import Photo, read_photo
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment
from desktop.certificates.model import ReceiptRef, SignedBy
from desktop.certificates.queries import Sought
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.office.key_code import make_code
from desktop.queue.model import Lane
from desktop.queue.settings import Own
from desktop.waste.model import Account
from tools import demo_photos
from tools.demo_certificates import MOVED
from tools.demo_story import Told

AGENCY = "การไฟฟ้าส่วนภูมิภาค อำเภอสาธิต"
PAPERS = ("form", "id_card", "house_registration", "map")
TICKETS = ("A", "B", "A", "C", "A", "D", "B")
"""Services in the order in which people came; the fifth is an elderly citizen."""


class DemoRequests:
    """`month`: one in which the houses of the citizens are charged."""

    def __init__(self, month: str) -> None:
        self._month = month
        self._cases: dict[str, Id] = {}

    def story(self) -> Iterator[Told]:
        yield from self._complaints()
        yield from self._notifications()
        yield Told(2, "10:15", self._revoked)

    def _complaints(self) -> Iterator[Told]:
        yield self._complaint(20, "08:40", "dogs", "stray_animal", "สุนัขจรจัดรวมฝูงหน้าตลาดสด วิ่งไล่เด็กนักเรียนตอนเช้า", 5)
        yield self._step(19, "09:00", "dogs", "anamai", Deed("accept"))
        yield self._complaint(9, "09:12", "road", "road", "ถนนเป็นหลุมลึก รถจักรยานยนต์ล้มแล้วสองราย", 2, "hole_in_the_road")
        yield self._step(9, "10:00", "road", "wichai", Deed("accept"))
        yield self._step(8, "09:00", "road", "wichai", Deed("start"))
        mended = Deed("done", "ปะผิวทางด้วยแอสฟัลต์แล้ว", cost_satang=4_200_00)
        yield self._step(4, "16:10", "road", "wichai", mended, "mended_road")
        yield self._step(3, "09:30", "road", "kanda", Deed("rate", "ขอบคุณที่มาเร็ว", score=5))
        yield self._complaint(4, "11:05", "rubbish", "garbage", "ขยะล้นถังมาสามวัน มีกลิ่นและน้ำไหลลงถนน", 8, "rubbish")
        yield self._step(4, "13:20", "rubbish", "anamai", Deed("accept"))
        yield self._step(3, "08:40", "rubbish", "anamai", Deed("start"))
        yield self._complaint(3, "14:30", "smoke", "nuisance_smoke", "เผาใบไม้ทุกเย็น ควันเข้าบ้านผู้สูงอายุ", 11)
        yield self._step(3, "15:00", "smoke", "anamai", Deed("ask", "บ้านเลขที่ใด เผาเวลาใด"))
        yield self._complaint(2, "08:20", "branch", "tree", "กิ่งไม้ใหญ่หักพาดสายไฟแรงสูง", 3, "fallen_branch")
        yield self._step(2, "08:50", "branch", "wichai", Deed("forward", "แจ้งทางโทรศัพท์แล้ว", agency=AGENCY))
        yield self._complaint(0, "14:00", "lamp", "streetlight", "ไฟดับ 3 ดวง หน้าปากซอย มืดมาก", 6, "street_at_night")

    def _notifications(self) -> Iterator[Told]:
        """One is approved and has its certificate, one falls due, one lacks papers."""
        yield self._notified(6, "09:40", "noodles", "ก๋วยเตี๋ยวลุงทดลอง", 96, 9, PAPERS)
        yield self._step(5, "10:00", "noodles", "anamai", Deed("check"))
        yield self._step(2, "15:00", "noodles", "anamai", Deed("approve", "สถานที่ถูกสุขลักษณะ"))
        yield self._notified(5, "13:10", "grill", "หมูกระทะสาธิต", 180, 4, PAPERS)
        yield self._step(4, "09:00", "grill", "anamai", Deed("check"))
        yield self._notified(1, "11:20", "bakery", "เบเกอรี่บ้านสมมุติ", 40, 1, ("form", "id_card"))
        yield Told(0, "17:00", self._certified)

    def _complaint(
        self, days_ago: int, at: str, name: str, category: str, text: str, house: int, photo: str = ""
    ) -> Told:
        def deed(office: Office) -> None:
            account = self._house(office, house)
            kind = _kind(office, "complaint")
            wanted = Wanted(kind, text, "counter", category, _place(account), _reporter(account))
            self._cases[name] = _acts(office, "kanda").open(wanted, _photos(photo)).id

        return Told(days_ago, at, deed)

    def _notified(
        self, days_ago: int, at: str, name: str, shop: str, area: int, house: int, items: tuple[str, ...]
    ) -> Told:
        def deed(office: Office) -> None:
            account = self._house(office, house)
            answers = {
                "shop_name": shop, "use": "sell", "area_m2": str(area), "applicant_type": "natural",
                "nationality": "ไทย", "age": "46", "by_agent": "0", "owns_place": "1", "opens": "06:00-20:00",
            }  # fmt: skip
            wanted = Wanted(
                _kind(office, "food_notification"),
                "จำหน่ายอาหาร",
                "counter",
                place=_place(account),
                reporter=_reporter(account),
                answers=answers,
                items=items,
            )
            self._cases[name] = _acts(office, "kanda").open(wanted).id

        return Told(days_ago, at, deed)

    def _step(self, days_ago: int, at: str, name: str, login: str, deed: Deed, photo: str = "") -> Told:
        return Told(days_ago, at, partial(self._take, name=name, login=login, deed=deed, photo=photo))

    def _take(self, office: Office, name: str, login: str, deed: Deed, photo: str) -> None:
        _acts(office, login).take(self._cases[name], deed, _photos(photo))

    def _certified(self, office: Office) -> None:
        """The fee is paid, and the certificate comes out of its case."""
        clerk, cashier = (office.account_queries.person(login) for login in ("kanda", "piyada"))
        wanted = office.certifying(clerk).draft(self._cases["noodles"])
        assert wanted is not None
        fee = next(fee for fee in catalogue() if fee.code == "FOOD_CERT")
        paid = office.cashier(cashier).issue(Payment(wanted.holder_name, (Charge(fee, 1),), tendered_satang=500_00))
        receipt = ReceiptRef(paid.book_no, paid.number, local_date(paid.issued_at), paid.total_satang, id=paid.id)
        mayor = next(one for one in office.certifying(clerk).signers() if one.person.login == "somchai")
        signed = SignedBy(mayor.person.name_th, mayor.lines, mayor.person.id)
        office.certifying(clerk).issue(replace(wanted, signed=signed, receipt=receipt))

    def _revoked(self, office: Office) -> None:
        head = office.account_queries.person("anamai")
        (held,) = office.certificates.queries.lines(Sought(MOVED), local_date(office.clock.now()))
        office.certificates.acts(head).revoke(held.id, "ตรวจพบย้ายสถานที่ประกอบการโดยไม่แจ้ง")

    def _house(self, office: Office, place: int) -> Account:
        return office.waste.queries.accounts(self._month)[place]


def queue_waits(office: Office) -> None:
    """This desk keeps the queue and is its first counter; people wait, and one is being served."""
    office.queue.settle(Own("keeper", code=make_code(), place="1", port=0))
    acts = office.queue.acts(office.account_queries.person("piyada"))
    for turn, letter in enumerate(TICKETS):
        acts.take(letter, Lane.PRIORITY if turn == 4 else Lane.NORMAL)
    acts.call_next("1")


def _acts(office: Office, login: str) -> CaseActions:
    return office.cases.acts(office.account_queries.person(login))


def _kind(office: Office, code: str) -> Kind:
    return next(one for one in office.cases.queries.kinds(local_date(office.clock.now())) if one.code == code)


def _place(account: Account) -> Place:
    """Before the citizen's own house."""
    soi = f"ซอย{account.place.soi}" if account.place.soi else ""
    return Place(" ".join(filter(None, (f"หน้าบ้านเลขที่ {account.place.house_no}", soi))), moo=account.place.moo)


def _reporter(account: Account) -> Reporter:
    return Reporter(account.payer.name, "0810000000", person_id=account.payer.person_id, house_id=account.house_id)


def _photos(name: str) -> tuple[Photo, ...]:
    if not name:
        return ()
    return (read_photo(demo_photos.as_jpeg(getattr(demo_photos, name)), f"{name}.jpg"),)
