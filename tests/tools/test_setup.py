"""The set-up: nothing is missing once it ran, and without root it says in one line what to type."""

import pytest

from tools import setup


def test_nothing_is_missing_after_the_set_up_that_ran_these_tests() -> None:
    assert setup.missing_packages("tests") == []


def test_without_root_one_line_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(setup.LEVELS, "screen", ["libthai0", "no-such-package", "neither-this"])
    monkeypatch.setattr(setup, "as_root", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        setup.install_libraries("screen")
    told = str(stopped.value)
    assert told.endswith("sudo apt-get install --no-install-recommends no-such-package neither-this")
    assert "\n" not in told


def test_a_name_is_the_one_this_release_uses() -> None:
    """Since the 64-bit time change some libraries end in t64; whichever apt offers is asked for."""
    offered = setup.on_offer(["libglib2.0-0", "libthai0"])
    assert offered[0] in ("libglib2.0-0", "libglib2.0-0t64")
    assert offered[1] == "libthai0"


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(SystemExit, match="screen tests"):
        setup.main("everything")
