"""เทศบาลเมืองแม่เหียะ (สาธิต) on 14 January 2569, as counter C2 has it: who works there, who comes, who owes what.

Everything is invented. What others did before comes from real desks with real lines: the back office, which
bills the waste fee and issues certificates, and C1 next door; they hold the books 000001 to 000450 of 2569.
"""

from datetime import date, datetime

from sqlalchemy import Connection, text

from desktop.accounts.mutations import DefineOffice, DefineStaff, DefineUnit
from desktop.application import Office
from desktop.cashier.bill_mutations import UseBiller
from desktop.certificates.model import Certificate, ReceiptRef, SignedBy, Wanted
from desktop.office.dates import utc_of_local
from desktop.office.errors import OfficeError
from desktop.office.ids import Id, IdMaker
from desktop.office.key_code import check_of, secret_of
from desktop.office.series import RECEIPTS
from desktop.office.signing import Signer
from desktop.people.model import Address, Entry, Tie
from desktop.people.mutations import AnnounceKey
from desktop.proofs.mutations import ANNOUNCE_KEY
from desktop.proofs.mutations import AnnounceKey as AnnounceProofKey
from desktop.waste.model import NewAccount, Payer, Place, Rate
from sync.server import devices, leases
from sync.server.acts import Act, centre_acts
from sync.server.cli import run
from sync.server.database import transact
from sync.server.vouching import make_key
from sync.server.writing import open_gate
from sync.wire.messages import LeaseWish
from tests.helpers.citizens import CODE
from tests.helpers.town import PASSWORD, Town, TownDesk, identity

WEDNESDAY = date(2026, 1, 14)
YEAR = 2569
FOOD = "certificates.FOOD"
COUNTER = ("service/normal", "citizens/normal", "finance/normal")
UNITS = {
    "CLK": "สำนักปลัดเทศบาล", "FIN": "กองคลัง", "ENG": "กองช่าง", "HLT": "กองสาธารณสุขและสิ่งแวดล้อม",
}  # fmt: skip
PEOPLE = {
    "piyada": ("นางสาวปิยะดา ลองรับ", "เจ้าพนักงานจัดเก็บรายได้", "FIN", "cashier"),
    "ratana": ("นางรัตนา ตัวอย่างคลัง", "ผู้อำนวยการกองคลัง", "FIN", "head"),
    "wichai": ("นายวิชัย โยธาเทียม", "ผู้อำนวยการกองช่าง", "ENG", "head"),
    "kanda": ("นางสาวกานดา ใจสาธิต", "เจ้าพนักงานธุรการ", "CLK", "registrar"),
}
BUNMI_NUMBER, KHAMPAENG_NUMBER = "3500100234569", "3500700112235"
BUNMI = Entry(
    title="นาย", given="บุญมี", family="ใจคำ", phone="0812345678", number=BUNMI_NUMBER,
    address=Address("91/1", "2", soi="1", tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่"),
)  # fmt: skip
SOMMAI = Entry(title="นาง", given="สมหมาย", family="ใจดี", phone="0823456789")
UNPAID = ("2025-10", "2025-11", "2025-12")
OWNER = "นายสุรชัย ตัวอย่างงาม"
"""Whose certificate was issued last week."""


def at(hour: int, minute: int = 0, day: date = WEDNESDAY) -> datetime:
    """That moment in Thailand."""
    return utc_of_local(day, hour, minute)


class CounterTown(Town):
    """The town; `beforehand` is what was there before. `bunmi`, `certificate`: what the day speaks of."""

    bunmi: Id
    certificate: Certificate

    def _found(self, *, passwords: bool) -> None:
        names = ("เทศบาลเมืองแม่เหียะ (สาธิต)", "Mae Hia Town Municipality (demo)", "๑ หมู่ ๑๐ ตำบลแม่เหียะ", "เชียงใหม่")
        office = DefineOffice(identity("office"), *names, "0 5300 0000", "0999999999991", "ชม 54005")
        self.admin.create_office(self.office_id, office)
        for code, name in UNITS.items():
            self.admin.define_unit(self.office_id, DefineUnit(identity(code), code, name, code, code))
        for login, (name, position, unit, role) in PEOPLE.items():
            who = DefineStaff(identity(login), login, name, login.title(), position, position, identity(unit), role)
            self.admin.define_staff(self.office_id, who)
        for login in ("piyada", "ratana", "wichai"):
            self.admin.set_password(self.office_id, login, PASSWORD)
        secret = secret_of(CODE)
        assert secret is not None
        key = AnnounceKey(identity("people key"), check_of(secret))
        biller = UseBiller(identity("biller"), "2025-10-01", "099999999999100", "MAE HIA DEMO", "ธ.ตัวอย่าง")
        seed = identity("proofs") * 2
        transact(self.engine, lambda connection: make_key(connection, self.office_id, seed, self.clock.now()))
        proofs = AnnounceProofKey(identity("proof key"), Signer(seed).public_key)
        acts = [Act("people.announce_key", key), Act("cashier.use_biller", biller), Act(ANNOUNCE_KEY.name, proofs)]
        done = centre_acts(self.engine, self.office_id, acts, self.clock)
        assert {one.status for one in done} == {"applied"}, done

    def beforehand(self) -> None:
        """Last week: the books before C2's are out, people and houses are known, bills and a certificate are made."""
        self.back = self.desk("B1", (FOOD,), COUNTER)
        self.next_door = self.desk("C1", (), COUNTER, synced=False)
        self._hand_out(self.next_door, 350)
        self.next_door.round.run()
        back = office_of(self.back)
        kanda = self.back.person("kanda")
        people = back.people(kanda)
        people.use_code(CODE)
        self.bunmi = people.record(BUNMI)
        people.record(SOMMAI)
        house = people.record_house(BUNMI.address)
        people.tie(self.bunmi, house, Tie.PAYER)
        place = Place("91/1", "2", soi="1", tambon="แม่เหียะ")
        payer = Payer("นายบุญมี ใจคำ", person_id=self.bunmi)
        back.waste.acts(kanda).open(NewAccount(place, payer, Rate("WASTE_MONTHLY"), UNPAID[0]))
        made = back.waste.rounds.run(kanda, UNPAID, date(2026, 1, 31))
        assert made.made == len(UNPAID)
        self.certificate = self._certify(back)
        self.back.round.run()

    def numbers_of(self, table: str) -> int:
        """Rows of a table at the centre."""
        return self.count(f"SELECT count(*) FROM {table} WHERE office_id = {self.office_id}")

    def acts_of(self, device: Id) -> tuple[int, int, int]:
        """What the centre has of a desk's acts: how many, how many that differ, the last one's number."""
        query = "SELECT count(*), count(DISTINCT mut_id), max(mseq) FROM mutation WHERE device_id = :device"
        with self.engine.connect() as connection:
            row = connection.execute(text(query), {"device": device}).one()
        return int(row[0]), int(row[1]), int(row[2])

    def says(self, *words: str) -> list[str]:
        """What a command of the centre says about this office; SystemExit where it finds something wrong."""
        lines: list[str] = []
        database = self.engine.url.render_as_string(hide_password=False)
        run([*words, "--office", str(self.office_id), "--database", database], lines.append)
        return lines

    def copies_of(self, certificate: Id) -> list[tuple[int, str, str]]:
        """Number, reason and counter of the copies that the centre knows of."""
        query = "SELECT n, reason, counter FROM certificate_copy WHERE certificate_id = :id ORDER BY at"
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query), {"id": certificate})]

    def _certify(self, back: Office) -> Certificate:
        """Its original is printed and handed out."""
        day = self.clock.now().date()
        template = next(one for one in back.certificates.queries.templates(day) if one.code == "food_notification")
        answers = {
            "age": "51", "nationality": "ไทย", "address": "7 หมู่ที่ 3 ตำบลแม่เหียะ", "shop_name": "ร้านสุรชัย",
            "use": "sell", "area_m2": "90", "premises": "7 หมู่ที่ 3",
        }  # fmt: skip
        signed = SignedBy("นายสมชาย ตัวอย่างดี", ("นายกเทศมนตรีเมืองแม่เหียะ",))
        wanted = Wanted(template, OWNER, answers, signed, ReceiptRef(1, 12, day, 300_00))
        return back.certificates.acts(self.back.person("kanda")).issue(wanted)

    def _hand_out(self, desk: TownDesk, numbers: int) -> None:
        key = devices.DeviceKey(self.office_id, desk.desk.identity.device_id)

        def work(connection: Connection) -> None:
            device = devices.find(connection, key, lock=True)
            open_gate(connection, self.office_id)
            wish = LeaseWish(RECEIPTS, YEAR, numbers)
            leases.grant(connection, device, [wish], self.clock.now(), IdMaker(self.clock))

        transact(self.engine, work)


def office_of(desk: TownDesk) -> Office:
    def nobody(login: str, password: str) -> Id:
        raise OfficeError("post.no_line")

    return Office(desk.desk, nobody)
