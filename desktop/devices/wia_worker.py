"""The process that drives WIA (Windows): `python -m desktop.devices.wia_worker`; what it does at all: `driver_process`.

Not run here on Windows: `obey` is tested over objects shaped as Windows Image Acquisition's automation layer
(wiaaut.dll) is documented, reached late-bound through comtypes.
"""

import io
import itertools
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, TypeAlias

from desktop.devices.driver_process import Answer, Trouble, encode, serve
from desktop.devices.frames import Header
from desktop.devices.limits import Constraint, nearest, offered
from desktop.devices.scanner import MOST_PAGES, MOST_PIXELS, ColourMode, Feed

Com: TypeAlias = Any
"""A late-bound COM object."""

_SCANNER = 1
_BMP = "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"
_CAPABILITIES, _SELECT, _PAGES = "3086", "3088", "3096"
_BED, _SHEET_FEED = ("3074", "3075"), ("3076", "3077")
"""Widest and longest, in 1/1000 of an inch."""
_FEEDER, _FLATBED, _DUPLEX = 1, 2, 4
_INTENT, _RESOLUTION, _START, _EXTENT, _BRIGHTNESS = (
    "6146",
    ("6147", "6148"),
    ("6149", "6150"),
    ("6151", "6152"),
    "6154",
)
_INTENTS = {ColourMode.COLOUR: 1, ColourMode.GREY: 2, ColourMode.LINEART: 4}
_RANGE, _LIST = 1, 2
_EMPTY = 0x80210003
_CAUSES = {
    _EMPTY: "scanner.feeder_empty",
    0x80210002: "scanner.paper_jam",
    0x80210004: "scanner.paper_jam",
    0x80210005: "scanner.offline",
    0x8021000A: "scanner.offline",
    0x80210006: "scanner.busy",
    0x80210007: "scanner.busy",
    0x8021000D: "scanner.busy",
    0x80210016: "scanner.cover_open",
    0x80210020: "scanner.double_feed",
    0x80070005: "scanner.access_denied",
    0x80210015: "scanner.none_found",
}


def main() -> int:
    return serve(lambda order, stop, answer: obey(_manager(), order, stop, answer))


def _manager() -> Com:
    try:
        from comtypes.client import CreateObject

        return CreateObject("WIA.DeviceManager", dynamic=True)
    except (ImportError, OSError) as error:  # also WIA is not there: comtypes' COMError is no OSError, and ends it
        raise Trouble("scanner.none_found", str(error)) from error


def obey(manager: Com, order: Header, stop: threading.Event, answer: Answer) -> None:
    if order["do"] == "devices":
        infos = [info for info in _each(manager.DeviceInfos) if info.Type == _SCANNER]
        found = [(info.DeviceID, str(info.Properties.Item("Name").Value)) for info in infos]
        answer({"kind": "devices", "devices": found}, b"")
        for info in infos:
            with suppress(Trouble):  # off or busy now: the scan itself will tell
                can = _abilities(_asked(info.Connect))
                answer({"kind": "abilities", "device": info.DeviceID, "can": can}, b"")
    else:
        for seq, (page, body) in enumerate(_pages(_open(manager, order["device"]), order, stop)):
            answer({"kind": "page", "page": {"seq": seq, **page}}, body)


def _open(manager: Com, device_id: str) -> Com:
    for info in _each(manager.DeviceInfos):
        if info.DeviceID == device_id:
            return _asked(info.Connect)
    raise Trouble("scanner.offline", "not among the devices")


def _abilities(device: Com) -> Header:
    """As `scanner.Abilities`."""
    can = int(_value(device, _CAPABILITIES) or _FLATBED)
    feeds = [feed for feed, flag in ((Feed.FLATBED, _FLATBED), (Feed.FEEDER, _FEEDER)) if can & flag]
    item = device.Items.Item(1)
    widest, longest = (
        max(int(_value(device, name) or 0) for name in pair) for pair in zip(_BED, _SHEET_FEED, strict=True)
    )
    return {
        "feeds": feeds,
        "duplex": bool(can & _DUPLEX),
        "modes": list(ColourMode),
        "dpis": offered(_constraint(item, _RESOLUTION[0])),
        "widest_mm": widest / 1000 * 25.4,
        "longest_mm": longest / 1000 * 25.4,
        "brightness": bool(item.Properties.Exists(_BRIGHTNESS)),
    }


def _pages(device: Com, order: Header, stop: threading.Event) -> Iterator[tuple[Header, bytes]]:
    feeder = order["source"] == Feed.FEEDER
    _choose_source(device, feeder, order["duplex"])
    item = device.Items.Item(1)
    dpi = _prepare(item, order)
    limit = order["page_limit"] if feeder else 1
    for taken in itertools.count() if limit is None else range(limit):
        if taken >= MOST_PAGES:
            raise Trouble("scanner.unbelievable", f"more than {MOST_PAGES} pages")
        image = None if stop.is_set() else _take(item, taken)
        if image is None or stop.is_set():
            return
        yield _encoded(image, ColourMode(order["mode"]), dpi)


def _choose_source(device: Com, feeder: bool, duplex: bool) -> None:
    can = int(_value(device, _CAPABILITIES) or _FLATBED)
    if feeder and not can & _FEEDER:
        raise Trouble("scanner.no_feeder")
    if feeder and duplex and not can & _DUPLEX:
        raise Trouble("scanner.no_duplex")
    wanted = (_FEEDER | (_DUPLEX if duplex else 0)) if feeder else _FLATBED
    _set(device, _SELECT, wanted)
    if feeder:
        _set(device, _PAGES, 1)  # one a transfer, so that each is safe before the next is drawn in


def _prepare(item: Com, order: Header) -> int:
    """Sets what this scanner has; the resolution it will truly use."""
    _set(item, _INTENT, _INTENTS[ColourMode(order["mode"])])
    dpi = round(nearest(_constraint(item, _RESOLUTION[0]), order["dpi"]))
    for name in _RESOLUTION:
        _set(item, name, dpi)
    for start, extent, length in zip(_START, _EXTENT, (order["width_mm"], order["height_mm"]), strict=True):
        _set(item, start, 0)
        _set(item, extent, round(nearest(_constraint(item, extent), length / 25.4 * dpi)))
    if order["brightness"]:
        _set(item, _BRIGHTNESS, order["brightness"] * 10)  # -1000 to 1000
    if int(_value(item, _EXTENT[0]) or 0) * int(_value(item, _EXTENT[1]) or 0) > MOST_PIXELS:
        raise Trouble("scanner.unbelievable", "extents")
    return dpi


def _take(item: Com, taken: int) -> bytes | None:
    """The next page as a BMP; None after the last one."""
    try:
        return bytes(_asked(lambda: item.Transfer(_BMP).FileData.BinaryData))
    except Trouble as trouble:
        if taken and trouble.answer["code"] == _CAUSES[_EMPTY]:
            return None
        raise


def _encoded(bitmap: bytes, mode: ColourMode, dpi: int) -> tuple[Header, bytes]:
    from PIL import Image

    with Image.open(io.BytesIO(bitmap), formats=["BMP"]) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Trouble("scanner.unbelievable", f"{image.width} x {image.height} dots")
        return encode(image.convert("RGB" if mode is ColourMode.COLOUR else "L"), mode, dpi)


def _asked(question: Callable[[], Com]) -> Com:
    """Its answer; Trouble for what COM raises: an error that bears an `hresult`, or hides it among its details."""
    try:
        return question()
    except Exception as error:
        number = getattr(error, "hresult", None)
        if number is None:
            raise
        details = getattr(error, "details", None) or ()
        codes = [one & 0xFFFFFFFF for one in (number, *details) if isinstance(one, int)]
        cause = next((_CAUSES[code] for code in codes if code in _CAUSES), "scanner.io")
        raise Trouble(cause, " ".join(f"{code:#x}" for code in codes)) from error


def _each(collection: Com) -> Iterator[Com]:
    return (collection.Item(place) for place in range(1, collection.Count + 1))


def _value(thing: Com, name: str) -> Com:
    return thing.Properties.Item(name).Value if thing.Properties.Exists(name) else None


def _set(thing: Com, name: str, value: int) -> None:
    if thing.Properties.Exists(name) and not thing.Properties.Item(name).IsReadOnly:

        def put() -> None:
            thing.Properties.Item(name).Value = value

        _asked(put)


def _constraint(thing: Com, name: str) -> Constraint:
    if not thing.Properties.Exists(name):
        return None
    one = thing.Properties.Item(name)
    if one.SubType == _RANGE:
        return (one.SubTypeMin, one.SubTypeMax, one.SubTypeStep)
    return list(_each(one.SubTypeValues)) if one.SubType == _LIST else None


if __name__ == "__main__":
    sys.exit(main())
