"""The words of real drivers for sources and modes, and the values they allow."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.devices.limits import most, nearest, offered
from desktop.devices.sane_options import pick_both_sides, pick_mode, pick_source
from desktop.devices.scanner import ColourMode, Feed


@pytest.mark.parametrize(
    ("names", "flatbed", "feeder"),
    [
        (["Flatbed", "Automatic Document Feeder"], "Flatbed", "Automatic Document Feeder"),
        (["Flatbed", "ADF", "ADF Duplex"], "Flatbed", "ADF"),
        (["ADF Duplex", "ADF Front", "ADF Back"], None, "ADF Front"),
        (["Document Table", "Automatic Document Feeder"], "Document Table", "Automatic Document Feeder"),
        (["FlatBed"], "FlatBed", None),
        (["ADF Duplex"], None, "ADF Duplex"),
        ([], None, None),
    ],
)
def test_sources(names: list[str], flatbed: str | None, feeder: str | None) -> None:
    assert (pick_source(names, Feed.FLATBED), pick_source(names, Feed.FEEDER)) == (flatbed, feeder)


@pytest.mark.parametrize(
    ("names", "both"),
    [
        (["Flatbed", "ADF", "ADF Duplex"], "ADF Duplex"),
        (["ADF Front", "ADF Back", "ADF Both Sides"], "ADF Both Sides"),
        (["Simplex", "Duplex"], "Duplex"),
        (["Flatbed", "Automatic Document Feeder"], None),
        (["ADF Front", "ADF Back"], None),
    ],
)
def test_both_sides(names: list[str], both: str | None) -> None:
    assert pick_both_sides(names) == both


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["Lineart", "Gray", "Color"], ("Lineart", "Gray", "Color")),
        (["Binary", "Grey", "Colour"], ("Binary", "Grey", "Colour")),
        (["Mono", "Gray[Error Diffusion]", "True Gray", "24bit Color"], ("Mono", "True Gray", "24bit Color")),
        (["Gray", "Color"], (None, "Gray", "Color")),
    ],
)  # fmt: skip
def test_modes(names: list[str], chosen: tuple[str | None, str, str]) -> None:
    wanted = (ColourMode.LINEART, ColourMode.GREY, ColourMode.COLOUR)
    assert tuple(pick_mode(names, mode) for mode in wanted) == chosen


@given(st.integers(1, 600), st.integers(1, 2400), st.integers(0, 75), st.integers(1, 5000))
def test_a_value_out_of_a_range(least: int, most: int, step: int, wanted: int) -> None:
    assume(least <= most)
    chosen = nearest((least, most, step), wanted)
    assert least <= chosen <= most
    if least <= wanted <= most:
        assert abs(chosen - wanted) <= max(step / 2, 0) or chosen == most


@given(st.lists(st.integers(1, 2400), min_size=1), st.integers(1, 5000))
def test_a_value_out_of_a_list(allowed: list[int], wanted: int) -> None:
    chosen = nearest(allowed, wanted)
    assert chosen in allowed
    assert all(abs(chosen - wanted) <= abs(other - wanted) for other in allowed)


def test_a_scanner_without_limits() -> None:
    assert nearest(None, 300) == 300
    assert nearest((75, 75, 0), 300) == 75


def test_what_a_person_may_choose_from() -> None:
    assert offered((75, 400, 1)) == [100, 150, 200, 300, 400]
    assert offered([600, 300.0, 200]) == [200, 300, 600]
    assert offered(None) == []
    assert (most((0, 215.9, 0)), most([5, 7]), most(None)) == (215.9, 7, 0)
