"""Files whose form is right and whose content lies, through the real worker: pages, or a clear refusal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.capture.model import Source
from desktop.capture.opening import document_of, open_safely
from desktop.office.errors import OfficeError
from desktop.paper.pages import page_count
from desktop.store.blob_file import Stored
from desktop.store.blobs import Blobs
from tests.helpers.hostile_files import jpegs, pdfs, pngs, tiffs

KINDS = {"pdf": pdfs(), "tiff": tiffs(), "jpeg": jpegs(), "png": pngs()}
_store: list[Blobs] = []


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One for all tests, as nothing in it is ever changed."""
    _store.append(Blobs(tmp_path_factory.mktemp("blobs"), bytes(32)))


def kept(data: bytes) -> Stored:
    return Stored(_store[-1], _store[-1].put(data).sha256)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=9)
@given(data=st.data())
def test_a_file_that_lies_is_pages_or_a_refusal(kind: str, data: st.DataObject) -> None:
    """The worker's memory and time are bounded, so each of them comes to an end."""
    try:
        found = open_safely(kept(data.draw(KINDS[kind])), "x", patience_s=180.0)
    except OfficeError as refused:
        assert refused.code.startswith(("capture.", "document."))  # noqa: PT017
        return
    assert found.pages
    assert all(page.width_mm > 0 and page.height_mm > 0 for page in found.pages)


@settings(max_examples=6)
@given(st.one_of(*KINDS.values()))
def test_what_is_taken_of_it_is_a_document_that_can_be_read(hostile: bytes) -> None:
    try:
        document = document_of(kept(hostile), "x", Source.FILE)
    except OfficeError as refused:
        assert refused.code.startswith(("capture.", "document."))  # noqa: PT017
        return
    assert page_count(document.data) == document.page_count
