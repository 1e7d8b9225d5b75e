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
"""Each must have passed at the centre in some history; rarer ones come about in long runs."""


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
    assert set(NUMBERS + DEVICES + DISKS) <= set(tally.of("rules")), "a mishap never befell anybody"
    assert not DEEDS - set(tally.of("deeds")), "a deed never came about"
