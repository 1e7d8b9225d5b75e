"""The code that is read over the phone: what goes in comes out, and a slip of the ear is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.line_check import STEPS, Finding, LineReport, Verdict, code_of, read_code, report_of

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
REPORTS = st.builds(
    LineReport,
    st.tuples(st.integers(0, 15), st.integers(0, 63), st.integers(0, 63)),
    st.fixed_dictionaries({step: st.sampled_from(Verdict) for step in STEPS}),
    st.none() | st.integers(0, 60_000),
    st.none() | st.integers(0, 10_000),
    st.integers(-1_000_000, 1_000_000),
)


@given(REPORTS)
def test_what_goes_in_comes_out_with_figures_in_coarse_steps(report: LineReport) -> None:
    code = code_of(report)
    assert len(code) == 14
    assert set(code) <= set(ALPHABET + "-")
    told = read_code(code.lower().replace("-", " "))
    assert (told.version, told.verdicts) == (report.version, report.verdicts)
    for said, was in ((told.round_trip_ms, report.round_trip_ms), (told.kilobytes_s, report.kilobytes_s)):
        assert (said is None) == (was is None)
        if said is not None and was is not None:
            assert said <= max(was, 1)
            assert was < 2 * said or said == 1 << 14
    assert abs(told.clock_off_s) <= abs(report.clock_off_s)
    assert told.clock_off_s * report.clock_off_s >= 0


@given(REPORTS, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_sign_misheard_is_noticed(report: LineReport, place: int, sign: str) -> None:
    signs = list(code_of(report).replace("-", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    with pytest.raises(ValueError, match=r"misheard|twelve"):
        read_code("".join(signs))


@given(REPORTS, st.integers(0, 10))
def test_two_signs_exchanged_are_noticed(report: LineReport, place: int) -> None:
    signs = list(code_of(report).replace("-", ""))
    if signs[place] == signs[place + 1]:
        return
    signs[place], signs[place + 1] = signs[place + 1], signs[place]
    with pytest.raises(ValueError, match="misheard"):
        read_code("".join(signs))


@pytest.mark.parametrize("code", ["", "ABCD", "ABCD-EFGH-JKLM-N", "O0I1-O0I1-O0I1", "ไทยไทยไทยไทย"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"twelve|misheard"):
        read_code(code)


def test_steps_that_were_not_reached_count_as_untried() -> None:
    report = report_of({"name": Finding("name", Verdict.GOOD, 3)}, "0.1.0")
    assert report.verdicts["name"] is Verdict.GOOD
    assert {report.verdicts[step] for step in STEPS[1:]} == {Verdict.UNTRIED}
    assert (report.version, report.round_trip_ms) == ((0, 1, 0), None)
