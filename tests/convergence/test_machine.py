"""Desks and a centre, any history: nothing is lost or doubled, green is true, and in the end all are one."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.convergence.machine import Municipality, tally
from tests.convergence.mishaps import DEVICES, DISKS, NUMBERS
from tests.helpers.direct import DirectCentre

STEPS = 50
USUAL, DEEP = 20, 1_000
"""Histories in every run, and with HYPOTHESIS_PROFILE=deep."""


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
