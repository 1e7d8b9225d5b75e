"""The room of waste fees: its houses, one of them changed, a new one, a month's bills, what is owed, an import."""

from collections.abc import Iterator
from datetime import timedelta

from desktop.office.dates import local_date
from desktop.waste.model import NewAccount, Payer, Place, Rate, Standing
from desktop.waste.rules import BY_VOLUME, FLAT
from tests.helpers.desk import person
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.kit.banner import ProgressPanel
from ui.waste.screens import ACCOUNTS, ARREARS, IMPORT, RUN, WasteScreens

_PAYERS = ("นายบุญมี ใจคำ", "ร้านข้าวซอยลำดวน (นางลำดวน จันทร์ดี)", "วัดท่าข้าม", "นางสาวคำแปง แสนสุข")


def _town(stage: Stage) -> None:
    """Some houses, two months of bills of which one was paid; entered the first time."""
    waste, clerk = stage.office.waste, person(stage.office, "piyada")
    if waste.queries.count():
        return
    acts, today = waste.acts(clerk), local_date(stage.office.clock.now())
    area = {"tambon": "แม่เหียะ", "amphoe": "เมืองเชียงใหม่", "province": "เชียงใหม่"}
    for at, payer in enumerate(_PAYERS):
        rate = Rate(BY_VOLUME, 240) if at == 1 else Rate(FLAT)
        more = {"standing": Standing.EXEMPT, "reason": "ศาสนสถาน"} if at == 2 else {}
        place = Place(f"{91 + at}/1", "2" if at < 2 else "5", soi="" if at else "เลียบคลองชลประทาน", **area)
        acts.open(NewAccount(place, Payer(payer), rate, "2026-09", **more))  # type: ignore[arg-type]
    waste.rounds.run(clerk, ["2026-09", "2026-10"], today)
    first = waste.months.of_account(waste.queries.accounts("2026-10")[0].id)[0]
    stage.office.bills.paying(clerk).pay(first.bill_id)
    late = (today - timedelta(days=40)).isoformat()
    stage.office.desk.settle("UPDATE bill SET due_on = ? WHERE id IN (SELECT bill_id FROM bill_period)", (late,))


def _screens(stage: Stage, page: str) -> WasteScreens:
    stage.sits("piyada")
    screens = stage.go("waste")
    assert isinstance(screens, WasteScreens)
    screens.turn(page)
    screens.accounts.refresh()
    screens.run.count()
    screens.arrears.refresh()
    return screens


@scene
def waste_none(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = _screens(stage, ACCOUNTS)
    screens.accounts.look_for("ไม่มีบ้านนี้")
    yield
    screens.accounts.look_for("")


@scene
def waste_accounts(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _town(stage)
    screens = _screens(stage, ACCOUNTS)
    stage.until(lambda: screens.accounts.panel.isVisible())
    yield


@scene
def waste_bill_cancelling(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _town(stage)
    accounts = _screens(stage, ACCOUNTS).accounts
    stage.until(lambda: accounts.panel.bills.isVisible())
    accounts.panel.bills.choose(0)
    accounts.panel.cancel_button.click()
    yield
    accounts.reason.hide()


@scene
def waste_account_changing(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _town(stage)
    accounts = _screens(stage, ACCOUNTS).accounts
    stage.until(lambda: accounts.panel.isVisible())
    accounts.change()
    accounts.form.litres.setText("45")
    accounts.form.payer.clear()
    accounts.form.save()
    yield
    accounts.form.left.emit()


@scene
def waste_account_new(stage: Stage, furniture: Furniture) -> Iterator[None]:
    accounts = _screens(stage, ACCOUNTS).accounts
    accounts.open_new()
    yield
    accounts.form.left.emit()


@scene
def waste_run(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _town(stage)
    run = _screens(stage, RUN).run
    run.last.setText("ธ.ค. 2570")
    run.first.setText("ต.ค. 2569")
    stage.until(lambda: run.seen is not None and run.seen.lacking > 0)
    yield
    run.last.clear()


@scene
def waste_run_nothing(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _town(stage)
    run = _screens(stage, RUN).run
    run.first.setText("ก.ย. 2569")
    stage.until(lambda: run.seen is not None and run.seen.ready == 0)
    yield
    run.first.setText("พ.ย. 2569")


@scene
def waste_arrears(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _town(stage)
    arrears = _screens(stage, ARREARS).arrears
    stage.until(lambda: arrears.rows.rowCount() > 0)
    yield


@scene
def waste_import(stage: Stage, furniture: Furniture) -> Iterator[None]:
    _screens(stage, IMPORT)
    yield


@scene
def waste_at_work(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """Bills of a whole town take a while: how far they are, and a way to stop."""
    _town(stage)
    work, panel = _screens(stage, RUN).run.work, ProgressPanel("2569")
    panel.show_progress(4_519, 13_636)
    work._column.addWidget(panel)
    work.show()
    yield
    work.hide()
    panel.deleteLater()
