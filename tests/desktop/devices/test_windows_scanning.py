"""What WIA's and TWAIN's workers ask of a driver and make of its answers: objects as the interfaces are documented.

No Windows is here: that a driver behaves as its documentation says is not proven by this.
"""

import io
import sys
import threading
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from desktop.devices import twain_worker, wia_worker
from desktop.devices.driver_process import Trouble
from desktop.devices.frames import Header
from desktop.devices.scanner import ColourMode, Feed, ScanSettings
from desktop.devices.windows_scanning import TwainScanner, WiaScanner
from desktop.office.errors import OfficeError

BMP = "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"


def bitmap(size: tuple[int, int], gray: int = 120) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, (gray, gray, gray)).save(file, "BMP")
    return file.getvalue()


def order(**changed: Any) -> Header:
    settings = ScanSettings(Feed.FEEDER, dpi=290)
    return {"do": "scan", "device": "{1}", **vars(settings), **changed}


@dataclass
class Heard:
    answers: list[tuple[Header, bytes]] = field(default_factory=list)

    def __call__(self, header: Header, body: bytes) -> None:
        self.answers.append((header, body))

    def pages(self) -> list[Image.Image]:
        return [Image.open(io.BytesIO(body)) for header, body in self.answers if header["kind"] == "page"]


class ComError(Exception):
    """As comtypes raises: `hresult` says that there was an exception, its details hold the scanner's own number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.hresult = -2147352567
        self.details = ("words", "source", None, None, number - 2**32)


@dataclass
class Vector:
    values: list[Any]

    @property
    def Count(self) -> int:  # noqa: N802
        return len(self.values)

    def Item(self, place: int) -> Any:  # noqa: N802
        return self.values[place - 1]


class Properties:
    def __init__(self, **values: Any) -> None:
        self._of = {name.lstrip("p"): self._property(value) for name, value in values.items()}

    @staticmethod
    def _property(value: Any) -> SimpleNamespace:
        known = value if isinstance(value, dict) else {"Value": value}
        return SimpleNamespace(**{"IsReadOnly": False, "SubType": 0, "Value": 0, **known})

    def Exists(self, name: str) -> bool:  # noqa: N802
        return name in self._of

    def Item(self, name: str) -> Any:  # noqa: N802
        return self._of[name]


class WiaDevice:
    """A scanner with a feeder of two sides; `sheets` come, then `then`."""

    def __init__(self, sheets: int = 2, then: int = 0x80210003, can: int = 7) -> None:
        self.DeviceID, self.Type, self._left, self._then = "{1}", 1, sheets, then
        self.Properties = Properties(
            Name="Office MFP", p3086=can, p3088=0, p3096=0, p3074=8500, p3075=11700, p3077=14000
        )
        resolution = {"SubType": 2, "SubTypeValues": Vector([150, 300, 600])}
        extent = {"SubType": 1, "SubTypeMin": 1, "SubTypeMax": 2550, "SubTypeStep": 1}
        tall = {**extent, "SubTypeMax": 4200}
        self.item = SimpleNamespace(
            Properties=Properties(
                p6146=0, p6147=resolution, p6148=resolution, p6149=0, p6150=0, p6151=extent, p6152=tall, p6154=0
            ),
            Transfer=self._transfer,
        )
        self.Items = Vector([self.item])

    def Connect(self) -> "WiaDevice":  # noqa: N802
        return self

    def value(self, name: str) -> Any:
        thing = self if self.Properties.Exists(name) else self.item
        return thing.Properties.Item(name).Value

    def _transfer(self, form: str) -> Any:
        assert form == BMP
        if not self._left:
            raise ComError(self._then)
        self._left -= 1
        size = (self.value("6151") // 10, self.value("6152") // 10)
        return SimpleNamespace(FileData=SimpleNamespace(BinaryData=bitmap(size)))


def wia(device: WiaDevice, asked: Header, stop: threading.Event | None = None) -> Heard:
    heard = Heard()
    camera = SimpleNamespace(DeviceID="{2}", Type=2)
    manager = SimpleNamespace(DeviceInfos=Vector([camera, device]))
    wia_worker.obey(manager, asked, stop or threading.Event(), heard)
    return heard


def test_wia_tells_what_a_scanner_can() -> None:
    devices, abilities = (header for header, _ in wia(WiaDevice(), {"do": "devices"}).answers)
    assert devices["devices"] == [("{1}", "Office MFP")]
    assert (abilities["can"]["feeds"], abilities["can"]["duplex"]) == (["flatbed", "feeder"], True)
    assert abilities["can"]["dpis"] == [150, 300, 600]
    assert abilities["can"]["longest_mm"] == pytest.approx(355.6)


def test_wia_scans_both_sides_of_all_sheets() -> None:
    device = WiaDevice(sheets=4)
    pages = wia(device, order(duplex=True, brightness=20)).pages()
    assert [page.size for page in pages] == [(248, 350)] * 4
    assert [device.value(name) for name in ("3088", "3096", "6146", "6147", "6151", "6154")] == [
        5,
        1,
        2,
        300,
        2480,
        200,
    ]
    assert pages[0].mode == "L"


def test_wia_scans_once_from_the_glass() -> None:
    device = WiaDevice(sheets=9)
    assert len(wia(device, order(source="flatbed", mode="color")).pages()) == 1
    assert device.value("3088") == 2
    assert len(wia(WiaDevice(9), order(page_limit=3)).pages()) == 3


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (0x80210002, "paper_jam"), (0x80210016, "cover_open"), (0x80210020, "double_feed"), (0x80210006, "busy"),
        (0x80210005, "offline"), (0x80070005, "access_denied"), (0x80210001, "io"),
    ],
)  # fmt: skip
def test_wia_tells_what_is_wrong_after_the_pages_that_came(number: int, code: str) -> None:
    device, heard = WiaDevice(sheets=2, then=number), Heard()
    manager = SimpleNamespace(DeviceInfos=Vector([device]))
    with pytest.raises(Trouble) as trouble:
        wia_worker.obey(manager, order(), threading.Event(), heard)
    assert (trouble.value.answer["code"], len(heard.pages())) == (f"scanner.{code}", 2)


@pytest.mark.parametrize(
    ("device", "changed", "code"),
    [
        (WiaDevice(sheets=0), {}, "feeder_empty"),
        (WiaDevice(can=2), {}, "no_feeder"),
        (WiaDevice(can=3), {"duplex": True}, "no_duplex"),
        (WiaDevice(), {"device": "{9}"}, "offline"),
    ],
)
def test_wia_that_cannot(device: WiaDevice, changed: Header, code: str) -> None:
    with pytest.raises(Trouble) as trouble:
        wia(device, order(**changed))
    assert trouble.value.answer["code"] == f"scanner.{code}"


def test_wia_stops_between_pages() -> None:
    stop = threading.Event()
    stop.set()
    assert wia(WiaDevice(), order(), stop).pages() == []


class TwainError(Exception): ...


class PaperJam(TwainError): ...


class CapUnsupported(TwainError): ...


class CancelAll(Exception): ...


class CheckStatus(Exception): ...


@dataclass
class TwainSource:
    sheets: int = 2
    then: Exception | None = None
    lacks: tuple[int, ...] = ()
    said: dict[int, float] = field(default_factory=dict)
    layout: tuple[float, ...] = ()

    def __enter__(self) -> "TwainSource":
        return self

    def __exit__(self, *_: object) -> None: ...

    def set_capability(self, capability: int, kind: int, value: float) -> None:
        if capability in self.lacks:
            raise CapUnsupported
        self.said[capability] = value
        if capability in (4376, 4377):
            raise CheckStatus

    def set_image_layout(self, frame: tuple[float, ...]) -> None:
        self.layout = frame

    def acquire_natively(self, *, after: Any, before: Any, show_ui: bool, modal: bool) -> None:
        assert (show_ui, modal) == (False, False)
        try:
            for place in range(self.sheets):
                before({"ImageWidth": 240, "ImageLength": 340})
                after(self._image(), self.sheets - place - 1)
        except CancelAll:
            return
        if self.then is not None:
            raise self.then

    def _image(self) -> Any:
        def save(path: str) -> None:
            with open(path, "wb") as file:
                file.write(bitmap((240, 340)))

        return SimpleNamespace(save=save, close=lambda: None)


def twain(source: TwainSource | None, asked: Header, heard: Heard, stop: threading.Event | None = None) -> None:
    class Manager:
        source_list = ("Old Scanner",)

        def __init__(self, window: int) -> None: ...

        def __enter__(self) -> "Manager":
            return self

        def __exit__(self, *_: object) -> None: ...

        def open_source(self, name: str) -> TwainSource | None:
            return source

    errors = SimpleNamespace(TwainError=TwainError, CancelAll=CancelAll, CheckStatus=CheckStatus)
    library = SimpleNamespace(SourceManager=Manager, exceptions=errors)
    twain_worker.obey(library, asked, stop or threading.Event(), heard)


def test_twain_scans_what_lies_in_the_feeder() -> None:
    source, heard = TwainSource(), Heard()
    twain(source, order(duplex=True, mode="color"), heard)
    assert [(page.size, page.mode) for page in heard.pages()] == [((240, 340), "RGB")] * 2
    assert {name: source.said[name] for name in (4098, 4115, 1, 257, 4376)} == {
        4098: 1,
        4115: 1,
        1: -1,
        257: 2,
        4376: 290,
    }
    assert source.layout[2:] == pytest.approx((210 / 25.4, 297 / 25.4))
    twain(None, {"do": "devices"}, devices := Heard())
    assert devices.answers[0][0]["devices"] == [("Old Scanner", "Old Scanner")]


@pytest.mark.parametrize(
    ("source", "changed", "code", "pages"),
    [
        (TwainSource(then=PaperJam()), {}, "paper_jam", 2),
        (TwainSource(then=TwainError()), {}, "io", 2),
        (TwainSource(sheets=0), {}, "feeder_empty", 0),
        (TwainSource(lacks=(4098,)), {}, "no_feeder", 0),
        (TwainSource(lacks=(4115,)), {"duplex": True}, "no_duplex", 0),
        (None, {}, "offline", 0),
    ],
)
def test_twain_tells_what_is_wrong(source: TwainSource | None, changed: Header, code: str, pages: int) -> None:
    heard = Heard()
    with pytest.raises(Trouble) as trouble:
        twain(source, order(**changed), heard)
    assert (trouble.value.answer["code"], len(heard.pages())) == (f"scanner.{code}", pages)


def test_twain_stops() -> None:
    stop, heard = threading.Event(), Heard()
    stop.set()
    twain(TwainSource(), order(mode=ColourMode.GREY.value), heard, stop)
    assert heard.pages() == []


@pytest.mark.parametrize("scanner", [WiaScanner(), TwainScanner()])
def test_a_machine_without_them_has_no_scanner(scanner: WiaScanner | TwainScanner) -> None:
    assert sys.platform != "win32"
    with pytest.raises(OfficeError, match=r"scanner.none_found"):
        scanner.devices()
