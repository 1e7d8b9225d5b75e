"""A list of houses on its way in: read like an old register, entered as waste-fee accounts; no widgets."""

import re
import threading
from dataclasses import replace
from pathlib import Path

from desktop.interchange.model import HOUSE_COLUMNS, Column, DryRun, HousePlan, Outcome, Plan, Reading, Sheet
from desktop.waste.rules import read_month
from ui.imports.register_presenter import Progress, RegisterPresenter
from ui.kit.days import months

_TAMBON, _AMPHOE = re.compile(r"(?:ตำบล|แขวง|ต\.)\s*(\S+)"), re.compile(r"(?:อำเภอ|เขต|อ\.)\s*(\S+)")


class HouseholdPresenter(RegisterPresenter):
    """`plan.name` is the month as it was typed from which houses are charged that say none themselves."""

    form = "households"
    columns = HOUSE_COLUMNS

    def look_at(self, path: Path, encoding: Reading | None = None, sheet: str | None = None) -> Sheet:
        """Reads the beginning of a file; any thread. Errors as `sheets.look_at`."""
        from desktop.interchange.columns import recognise_houses
        from desktop.interchange.sheets import look_at

        return look_at(path, encoding, sheet, recognise_houses)

    def begin(self, sheet: Sheet) -> None:
        super().begin(sheet)
        if self.plan is not None and read_month(self.plan.name) is None:
            self.plan = replace(self.plan, name=months((self._office.waste.this_month,)))

    @property
    def missing(self) -> tuple[Column, ...]:
        held = set(self.plan.columns.values()) if self.plan else set()
        return tuple(one for one in (Column.HOUSE_NO, Column.PAYER) if one not in held)

    @property
    def may_try(self) -> bool:
        return super().may_try and self.plan is not None and read_month(self.plan.name) is not None

    def try_out(self, progress: Progress, cancel: threading.Event) -> DryRun:
        with self._one_at_a_time:
            return self._office.household_imports.try_out(self._houses(), self.today, progress, cancel)

    def run(self, progress: Progress, cancel: threading.Event) -> Outcome:
        assert self.tried is not None
        act = self._office.waste.acts(self._who)
        with self._one_at_a_time:
            return self._office.household_imports.run(self._houses(), self.tried, self.today, act, progress, cancel)

    def _houses(self) -> HousePlan:
        assert isinstance(self.plan, HousePlan)
        return replace(self.plan, from_month=read_month(self.plan.name) or self._office.waste.this_month)

    def _planned(self, plan: Plan) -> HousePlan:
        """The houses are where the office is, unless the file says another tambon."""
        profile = self._office.account_queries.profile()
        found = [words[1] if (words := one.search(profile.address_th)) else "" for one in (_TAMBON, _AMPHOE)]
        return HousePlan(**vars(plan), tambon=found[0], amphoe=found[1], province=profile.province_th)
