"""Messages and archives whose form is right and whose content lies: letters that wait, or a refusal."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.application import Office
from desktop.interchange.arrivals import Brought
from tests.helpers.desk import make_desk, make_office
from tests.helpers.hostile_files import mails, zips
from tests.helpers.mails import arrivals, bring

CODES = ("interchange.", "capture.", "document.", "letter_xml.")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One for all tests: each file is one that was not there before, or is told to be the same."""
    made = make_office(make_desk(tmp_path_factory.mktemp("hostile") / "desk"))
    yield made
    made.desk.close()


@settings(max_examples=8)
@given(st.one_of(mails().map(lambda data: ("x.eml", data)), zips().map(lambda data: ("x.zip", data))))
def test_what_lies_is_a_letter_that_waits_or_a_refusal(
    office: Office, tmp_path_factory: pytest.TempPathFactory, hostile: tuple[str, bytes]
) -> None:
    brought: Brought = bring(office, hostile, folder=tmp_path_factory.mktemp("in"))
    assert brought.arrivals or brought.failures
    assert all(error.code.startswith(CODES) for error in brought.failures)
    blobs = office.desk.blobs
    for one in brought.arrivals:
        for document in arrivals(office).arrival(one).arrived.documents:
            assert len(blobs.get(document.sha256)) == document.size
            assert document.original_sha256 is None or blobs.has(document.original_sha256)
