"""Desks and a centre, any history: nothing is lost or doubled, green is true, and in the end all are one."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.convergence.machine import Municipality, tally
from tests.convergence.mishaps import DEVICES, DISKS, NUMBERS
from tests.helpers.direct import DirectCentre

pytestmark = pytest.mark.long

STEPS = 50
USUAL, DEEP = 20, 1_000
"""Histories in every run, and with HYPOTHESIS_PROFILE=deep."""
DEEDS = frozenset(
    f"letters.{name}"
    for name in (
        *("route", "receive", "finish", "ask_back", "send_back", "reassign", "acknowledge", "follow", "snooze"),
        *("endorse", "delegate", "recall_delegation", "delegation_recalled"),
        *("cancel", "lend", "give_back", "move_paper"),
    )
) | {
    f"cashier.{name}"
    for name in ("make_bill", "take_payment", "say_of_payment", "give_receipt", "open_shift", "close_shift")
}
DEEDS |= {"undone", *(f"outgoing.{name}" for name in ("start", "say", "sign", "attach_paper", "send", "deliver"))}
DEEDS |= {f"certificates.{name}" for name in ("issue", "copy", "do")} | {"waste.open_accounts", "waste.change_account"}
DEEDS |= {"numbers.lend"}
MISHAPS = dict.fromkeys(NUMBERS + DISKS + DEVICES)
MOST_HOURS = 100
"""Ten are enough; ids are drawn anew each time, and with them who meets whom."""


def test_any_history_converges(direct_centre: DirectCentre) -> None:
    class Here(Municipality):
        centre = direct_centre

    deep = settings.default is not None and settings.default.max_examples > 100
    histories = DEEP if deep else USUAL
    phases = [Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if deep else [])]
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    profile = settings(max_examples=histories, stateful_step_count=STEPS, suppress_health_check=checks, phases=phases)
    run_state_machine_as_test(Here, settings=profile)
    print("\n" + tally.line())
    assert tally.of("schedules")["numbers printed"] > histories
    assert tally.of("laws")["L4"] > histories
    assert tally.total("faults") > histories
    if deep:
        assert set(MISHAPS) <= set(tally.of("rules")), "a mishap never befell anybody"
        assert not DEEDS - set(tally.of("deeds")), "a deed never came about"


def test_after_every_deed_and_every_mishap_all_is_one(direct_centre: DirectCentre) -> None:
    """What chance may leave out of a few histories is in this one."""

    class Here(Municipality):
        centre = direct_centre

        def lives_on(self, turn: int) -> None:
            self.hours(turn, turn)
            self.what_must_always_hold()

    town = Here()
    try:
        town.begin(third=True)
        turns = iter(range(MOST_HOURS))
        while DEEDS - set(town.deeds()) and (turn := next(turns, None)) is not None:
            town.lives_on(turn)
        never = sorted(DEEDS - set(town.deeds()))
        assert not never
        for turn, mishap in enumerate(MISHAPS):
            town.befall(turn, mishap, turn)
            town.lives_on(turn)
    finally:
        town.teardown()
