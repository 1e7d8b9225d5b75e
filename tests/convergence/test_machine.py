"""Two desks and a centre, any history: nothing is lost or doubled, green is true, and in the end all are one."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from sync.server.running import Beside
from tests.convergence.machine import Municipality, counts

STEPS = 50
USUAL, DEEP = 20, 1_000
"""Examples in every run, and with HYPOTHESIS_PROFILE=deep."""


def test_any_history_converges(a_centre: Beside) -> None:
    class Here(Municipality):
        beside = a_centre

    examples = DEEP if settings.default and settings.default.max_examples > 100 else USUAL
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    profile = settings(max_examples=examples, stateful_step_count=STEPS, suppress_health_check=checks)
    run_state_machine_as_test(Here, settings=profile)
    print("\nhistories: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
    assert counts["numbers"] > examples
    assert counts["green"] > examples
