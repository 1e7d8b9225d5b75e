"""Files that mean harm, or are simply broken: a document or a clear refusal, and this desk goes on."""

import io
import sys
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image

from desktop.capture.opening import open_safely
from desktop.capture.vetting import QUARANTINED
from desktop.office.errors import OfficeError
from desktop.store.blob_file import Stored
from desktop.store.blobs import BlobRef, Blobs
from tests.desktop.capture.test_importing import huge_png, locked_pdf, pdf, picture
from tests.helpers.captured import from_bytes, looked_into


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Blobs:
    """Where `kept` keeps; one for all tests, as nothing in it is ever changed."""
    _store.append(Blobs(tmp_path_factory.mktemp("blobs"), bytes(32)))
    return _store[-1]


_store: list[Blobs] = []


def kept(data: bytes) -> Stored:
    return Stored(_store[-1], _store[-1].put(data).sha256)


def changed(change: Callable[[pikepdf.Pdf], object], pages: int = 1) -> bytes:
    with pikepdf.open(io.BytesIO(pdf(pages))) as opened:
        change(opened)
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def script(opened: pikepdf.Pdf) -> None:
    opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('x')")


def named_script(opened: pikepdf.Pdf) -> None:
    tree = Dictionary(Names=Array(["x", Dictionary(S=Name.JavaScript, JS="app.alert('x')")]))
    opened.Root.Names = Dictionary(JavaScript=tree)


def launch(opened: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.Launch, F="cmd.exe")
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
    opened.pages[0].obj.Annots = opened.make_indirect(Array([opened.make_indirect(link)]))


def hidden_launch(opened: pikepdf.Pdf) -> None:
    """Behind a harmless action, in a chain."""
    chain = Dictionary(S=Name.GoTo, D=Array([opened.pages[0].obj, Name.Fit]), Next=Dictionary(S=Name.Launch, F="x.exe"))
    opened.Root.OpenAction = opened.make_indirect(chain)


def page_trigger(opened: pikepdf.Pdf) -> None:
    opened.pages[0].obj.AA = Dictionary(O=opened.make_indirect(Dictionary(S=Name.JavaScript, JS="x()")))


def attached(opened: pikepdf.Pdf) -> None:
    opened.attachments["virus.exe"] = b"MZ\x90"


def forms(opened: pikepdf.Pdf) -> None:
    opened.Root.AcroForm = Dictionary(Fields=Array(), XFA=opened.make_stream(b"<xdp/>"))


HARM: dict[Callable[[pikepdf.Pdf], None], str] = {
    script: "javascript",
    named_script: "javascript",
    launch: "launch",
    hidden_launch: "launch",
    page_trigger: "javascript",
    attached: "embedded",
    forms: "forms",
}


@pytest.mark.parametrize("harm", HARM, ids=lambda harm: harm.__name__)
def test_what_acts_by_itself_is_said_and_not_in_the_copy(harm: Callable[[pikepdf.Pdf], None]) -> None:
    data = changed(harm)
    document = from_bytes(data, "หนังสือ.pdf")
    assert document.findings == (HARM[harm],)
    assert (document.original, document.original_media_type) == (data, QUARANTINED)
    assert document.page_count == 1
    assert looked_into(document.data, "x").findings == ()
    with pikepdf.open(io.BytesIO(document.data)) as read:
        packed = io.BytesIO()
        read.save(
            packed,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    for word in (b"app.alert", b"x()", b"cmd.exe", b"x.exe", b"MZ\x90", b"<xdp/>"):
        assert word not in packed.getvalue()


def test_a_link_to_a_page_or_an_address_is_no_harm() -> None:
    def link(opened: pikepdf.Pdf) -> None:
        action = Dictionary(S=Name.URI, URI="https://example.go.th")
        opened.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)])

    data = changed(link)
    assert from_bytes(data, "x.pdf").data is data


def test_a_password_is_asked_for_and_the_file_as_it_came_is_kept() -> None:
    data = locked_pdf()
    with pytest.raises(OfficeError, match=r"document\.encrypted"):
        looked_into(data, "x.pdf")
    with pytest.raises(OfficeError, match=r"document\.wrong_password"):
        looked_into(data, "x.pdf", "no")
    found = looked_into(data, "x.pdf", "u")
    assert found.findings == ("password",)
    assert isinstance(found.data, bytes)
    assert looked_into(found.data, "x.pdf").findings == ()


def bomb(opened: pikepdf.Pdf) -> None:
    """A picture of 40,000 by 40,000 dots in two megabytes."""
    stream = pikepdf.Stream(opened, zlib.compress(bytes(1 << 20)))
    about = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 40_000, "Height": 40_000, "BitsPerComponent": 8}
    for key, value in about.items():
        stream[f"/{key}"] = value
    stream.ColorSpace, stream.Filter = Name.DeviceRGB, Name.FlateDecode
    opened.pages[0].obj.Resources.XObject = Dictionary(Im=opened.make_indirect(stream))


def unpacking_bomb() -> bytes:
    """A page whose content unpacks to four gigabytes."""
    packer = zlib.compressobj(9)
    first, again = (packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = first + again * 4095 + packer.flush()

    def fill(opened: pikepdf.Pdf) -> None:
        stream = pikepdf.Stream(opened, packed)
        stream.Filter = Name.FlateDecode
        opened.pages[0].obj.Contents = opened.make_indirect(stream)

    return changed(fill)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (changed(bomb), "capture.bomb"),
        (huge_png(60_000), "capture.picture_too_large"),
        (b"", "document.empty"),
        (b"%PDF-1.7\n" + bytes(3000), "document.torn"),
        (b"GIF89a" + bytes(100), "capture.not_a_document"),
        (picture("JPEG")[:-700], "capture.picture_torn"),
    ],
    ids=["bomb in a pdf", "bomb in a png", "empty", "hollow", "another kind", "torn"],
)  # fmt: skip
def test_what_is_refused_is_refused_by_the_worker_too(data: bytes, code: str) -> None:
    with pytest.raises(OfficeError) as refused:
        open_safely(kept(data), "x.pdf")
    assert refused.value.code == code


def test_a_good_file_comes_from_the_worker_as_it_is() -> None:
    data = kept(pdf(3))
    found = open_safely(data, "x.pdf")
    assert found.data == data.ref
    assert [page.frame for page in found.pages] == [0, 1, 2]
    assert found.pages[0].width_mm == pytest.approx(209.9, abs=0.1)


def test_the_copy_without_what_acts_comes_from_the_worker_into_the_store() -> None:
    data = kept(changed(script, 3))
    found = open_safely(data, "x.pdf")
    assert found.findings == ("javascript",)
    assert found.data != data.ref
    assert [page.data for page in found.pages] == [found.data] * 3
    assert isinstance(found.data, BlobRef)
    clean = Stored(data.blobs, found.data.sha256)
    assert open_safely(clean, "x.pdf").findings == ()
    assert b"app.alert" not in clean.read()


def test_a_reader_that_dies_or_hangs_harms_nobody() -> None:
    for reader in ("import os; os.abort()", "import time; time.sleep(60)", "print('no frame')"):
        with pytest.raises(OfficeError, match=r"capture\.reader_died"):
            open_safely(kept(pdf()), "x.pdf", command=(sys.executable, "-c", reader), patience_s=1.0)


@pytest.mark.long
def test_a_file_that_unpacks_without_end_is_bounded() -> None:
    """A page or a refusal; the process that unpacks it may not take the machine."""
    try:
        assert len(open_safely(kept(unpacking_bomb()), "x.pdf").pages) == 1
    except OfficeError as refused:
        assert refused.code in {"capture.bomb", "capture.reader_died", "document.torn"}  # noqa: PT017


def tiff() -> bytes:
    file = io.BytesIO()
    first = Image.linear_gradient("L").convert("1")
    first.save(file, "TIFF", save_all=True, append_images=[first], compression="group4")
    return file.getvalue()


KINDS = {
    "pdf": pdf(2), "script": changed(script), "attached": changed(attached), "jpeg": picture("JPEG"),
    "png": picture("PNG"), "bmp": picture("BMP")[:20_000], "tiff": tiff(),
}  # fmt: skip
CUTS = st.tuples(st.integers(0, 1 << 16), st.integers(0, 40), st.binary(max_size=24))


def mutated(data: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, fresh in cuts:
        place = at % (len(data) + 1)
        data = data[:place] + fresh + data[place + length :]
    return data


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60)
@given(cuts=st.lists(CUTS, min_size=1, max_size=6))
def test_any_damaged_file_is_a_document_or_a_refusal(kind: str, cuts: list[tuple[int, int, bytes]]) -> None:
    """Whatever is wrong with a file, nothing but an OfficeError comes out of reading it."""
    try:
        found = looked_into(mutated(KINDS[kind], cuts), "x")
    except OfficeError:
        return
    assert found.pages
    assert all(width > 0 and height > 0 for _, width, height, *_ in found.pages)


@settings(max_examples=8)
@given(kind=st.sampled_from(sorted(KINDS)), cuts=st.lists(CUTS, min_size=1, max_size=6))
def test_any_damaged_file_leaves_this_process_alone(kind: str, cuts: list[tuple[int, int, bytes]]) -> None:
    """The same through the worker, whose memory and time are bounded."""
    try:
        assert open_safely(kept(mutated(KINDS[kind], cuts)), "x").pages
    except OfficeError as refused:
        assert refused.code.startswith(("capture.", "document."))  # noqa: PT017
