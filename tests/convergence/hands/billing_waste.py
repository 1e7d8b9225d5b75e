"""Waste-fee accounts and the bills of their months: a few houses, so that two counters often bill the same one."""

from datetime import timedelta

from desktop.accounts.queries import AccountQueries
from desktop.waste.actions import WasteActions
from desktop.waste.desk import Waste
from desktop.waste.model import NewAccount, Payer, Place, Rate, Standing
from desktop.waste.rules import BY_VOLUME, FLAT
from tests.convergence.hands.hand import Hand

_ACCOUNTS = "SELECT id FROM waste_account ORDER BY id"
_BILLS = "SELECT id, fiscal_year_be, number FROM bill"


class BillingWaste(Hand):
    ACTS = (
        "open_account",
        "open_account",
        "bill_a_month",
        "bill_a_month",
        "change_payer",
        "change_rate",
        "stop_account",
    )

    def open_account(self, which: int) -> None:
        place = Place(f"{which % 6}/2", "2", tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่")
        payer = Payer(f"นายบุญมี {which % 3}")
        self._acts().enter([NewAccount(place, payer=payer, rate=Rate(FLAT), from_month="2026-10")], "ครัวเรือน.csv")

    def bill_a_month(self, which: int) -> None:
        """Each house once and only once, whichever counter is first; every bill takes a number all the same."""
        waste = self._waste()
        before = {row[0] for row in self.desk.desk.reader.rows(_BILLS)}
        due = waste.today + timedelta(days=30)
        waste.rounds.run(self.desk.person("piyada"), (f"2026-{which % 3 + 10}",), due)
        made = [row[1:] for row in self.desk.desk.reader.rows(_BILLS) if row[0] not in before]
        self.printer.numbers += [("bills", *number) for number in made]

    def change_payer(self, which: int) -> None:
        if account := self.pick(_ACCOUNTS, which):
            self._acts().change_payer(account, f"2026-{which % 3 + 10}", Payer(f"นางคำปัน {which}"), "ย้ายออก")

    def change_rate(self, which: int) -> None:
        if account := self.pick(_ACCOUNTS, which):
            rate = Rate(BY_VOLUME, which % 200 + 1) if which % 2 else Rate(FLAT)
            self._acts().change_rate(account, f"2026-{which % 3 + 10}", rate)

    def stop_account(self, which: int) -> None:
        if account := self.pick(_ACCOUNTS, which):
            standing = tuple(Standing)[which % len(Standing)]
            self._acts().change_standing(account, "2026-12", standing, "บ้านว่าง")

    def _acts(self) -> WasteActions:
        return self._waste().acts(self.desk.person("piyada"))

    def _waste(self) -> Waste:
        return Waste(self.desk.desk, AccountQueries(self.desk.desk.reader))
