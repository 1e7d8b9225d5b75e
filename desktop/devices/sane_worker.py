"""The process that drives SANE: `python -m desktop.devices.sane_worker`; what it does at all, says `driver_process`."""

import itertools
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.devices.driver_process import Answer, Trouble, encode, serve
from desktop.devices.frames import Header
from desktop.devices.limits import Constraint, most, nearest, offered
from desktop.devices.sane_options import pick_both_sides, pick_mode, pick_source
from desktop.devices.scanner import MOST_PAGES, MOST_PIXELS, ColourMode, Feed

if TYPE_CHECKING:
    from PIL import Image

Device: TypeAlias = Any
"""A `sane.SaneDev`."""

_BOOL, _MM = 0, 3  # SANE_TYPE_BOOL, SANE_UNIT_MM
_MOST_LINES = MOST_PIXELS // 1000
"""Of a sheet whose length the scanner does not know before; hand scanners and some feeders are so."""
_EMPTY = "Document feeder out of documents"
_CAUSES = {
    _EMPTY: "scanner.feeder_empty",
    "Document feeder jammed": "scanner.paper_jam",
    "Scanner cover is open": "scanner.cover_open",
    "Device busy": "scanner.busy",
    "Access to resource has been denied": "scanner.access_denied",
}
"""The words of `sane_strstatus`: python-sane tells the cause in no other way."""


def main() -> int:
    return serve(_obey)


def _obey(order: Header, stop: threading.Event, answer: Answer) -> None:
    try:
        import sane
    except ImportError as error:
        raise Trouble("scanner.none_found", str(error)) from error
    sane.init()
    if order["do"] == "devices":
        found = [(name, f"{maker} {model}".strip()) for name, maker, model, _ in sane.get_devices()]
        answer({"kind": "devices", "devices": found}, b"")
        for name, _ in found:  # asked one by one afterwards, because a driver may die of being opened
            with suppress(Trouble):  # busy or not allowed now: the scan itself will tell
                answer({"kind": "abilities", "device": name, "can": _abilities(name)}, b"")
    else:
        for seq, (page, body) in enumerate(_pages(_open(order["device"]), order, stop)):
            answer({"kind": "page", "page": {"seq": seq, **page}}, body)


def _open(name: str) -> Device:
    import sane

    try:
        return sane.open(name)
    except sane._sane.error as error:
        raise Trouble(_CAUSES.get(str(error), "scanner.offline"), str(error)) from error


def _abilities(name: str) -> Header:
    """As `scanner.Abilities`; lengths are the largest that any of its sources takes."""
    device = _open(name)
    try:
        sources, modes = _choices(device, "source"), _choices(device, "mode")
        feeds = [feed for feed in Feed if pick_source(sources, feed)] if sources else [Feed.FLATBED]
        return {
            "feeds": feeds,
            "duplex": _both_sides(device) is not None,
            "modes": [mode for mode in ColourMode if _mode(modes, mode)] if modes else list(ColourMode),
            "dpis": offered(_constraint(device, "resolution")),
            "brightness": _usable(device, "brightness"),
            **_lengths(device, [pick_source(sources, feed) for feed in feeds]),
        }
    finally:
        device.close()


def _lengths(device: Device, sources: list[str | None]) -> dict[str, float]:
    longest = {"widest_mm": 0.0, "longest_mm": 0.0}
    for source in sources:
        _set(device, "source", source)
        for name, corner in (("widest_mm", "br_x"), ("longest_mm", "br_y")):
            if _usable(device, corner) and device[corner].unit == _MM:
                longest[name] = max(longest[name], most(_constraint(device, corner)))
    return longest


def _pages(device: Device, order: Header, stop: threading.Event) -> Iterator[tuple[Header, bytes]]:
    feeder = order["source"] == Feed.FEEDER
    dpi = _prepare(device, order)
    limit = order["page_limit"] if feeder else 1
    for taken in itertools.count() if limit is None else range(limit):
        if taken >= MOST_PAGES:
            raise Trouble("scanner.unbelievable", f"more than {MOST_PAGES} pages")
        image = _take(device, feeder, taken, stop)
        if image is None:
            break
        yield encode(image, ColourMode(order["mode"]), dpi)
    device.cancel()


def _prepare(device: Device, order: Header) -> int:
    """Sets the options that this scanner has; the resolution it will truly use."""
    mode = _mode(_choices(device, "mode"), ColourMode(order["mode"]))
    _choose_source(device, Feed(order["source"]), order["duplex"])
    _set(device, "mode", mode)
    _set(device, "depth", 1 if order["mode"] == ColourMode.LINEART else 8)
    _set(device, "resolution", order["dpi"])
    if order["brightness"]:
        _set_share(device, "brightness", order["brightness"] / 100)
    dpi: int = round(device.resolution) if _usable(device, "resolution") else order["dpi"]
    for corner, sheet, size in (("x", "page_width", order["width_mm"]), ("y", "page_height", order["height_mm"])):
        _set_length(device, sheet, size, dpi)  # where the feeder lays sheets in its middle
        _set_length(device, f"tl_{corner}", 0, dpi)
        _set_length(device, f"br_{corner}", size, dpi)
    return dpi


def _mode(names: list[str], mode: ColourMode) -> str | None:
    """The driver's name of the mode; grey serves for black and white, which is made of it."""
    grey = pick_mode(names, ColourMode.GREY) if mode == ColourMode.LINEART else None
    return pick_mode(names, mode) or grey


def _choose_source(device: Device, feed: Feed, duplex: bool) -> None:
    source = pick_source(_choices(device, "source"), feed)
    if source is None and feed == Feed.FEEDER:
        raise Trouble("scanner.no_feeder")
    _set(device, "source", source)
    both = _both_sides(device)
    if both is None:
        if duplex:
            raise Trouble("scanner.no_duplex")
    elif duplex:
        _set(device, *both)
    elif both[0] == "duplex":
        _set(device, "duplex", 0)


def _both_sides(device: Device) -> tuple[str, str | int] | None:
    """The option and its value that take both sides: drivers have it as a source, a way of feeding or a switch."""
    for name in ("source", "adf_mode"):
        if value := pick_both_sides(_choices(device, name)):
            return name, value
    return ("duplex", 1) if _usable(device, "duplex") and device["duplex"].type == _BOOL else None


def _take(device: Device, feeder: bool, taken: int, stop: threading.Event) -> "Image.Image | None":
    """The next complete page; None after the last one, and when stopped."""
    import sane

    try:
        device.start()
        dots, lines = device.get_parameters()[2]
        if dots * max(lines, 1) > MOST_PIXELS:
            device.cancel()
            raise Trouble("scanner.unbelievable", f"{dots} x {lines} dots")
        image: Image.Image = device.snap(feeder, lambda line, _: _look_up(device, line, stop))
    except sane._sane.error as error:
        if stop.is_set() or (taken and str(error) == _EMPTY):
            return None
        raise Trouble(_CAUSES.get(str(error), "scanner.io"), str(error)) from error
    if image.height >= _MOST_LINES:
        raise Trouble("scanner.unbelievable", f"{image.height} lines")
    if image.height >= lines:  # also where the length is not known before (-1)
        return image
    if stop.is_set():
        return None
    raise Trouble("scanner.io", f"{image.height} of {lines} lines")  # stopped in mid-page, told by nothing else


def _look_up(device: Device, line: int, stop: threading.Event) -> None:
    """Between two lines: whether to go on with this page."""
    if stop.is_set() or line >= _MOST_LINES:
        device.cancel()


def _usable(device: Device, name: str) -> bool:
    return name in device.opt and bool(device[name].is_active() and device[name].is_settable())


def _constraint(device: Device, name: str) -> Constraint:
    constraint: Constraint = device[name].constraint if _usable(device, name) else None
    return constraint


def _choices(device: Device, name: str) -> list[str]:
    return [str(choice) for choice in _constraint(device, name) or ()]


def _set(device: Device, name: str, value: float | str | None) -> None:
    if value is None or not _usable(device, name):
        return
    if not isinstance(value, str):
        fitting = nearest(device[name].constraint, value)
        value = int(fitting) if device[name].type <= 1 else float(fitting)  # SANE_TYPE_INT
    setattr(device, name, value)


def _set_share(device: Device, name: str, share: float) -> None:
    """A value as far (-1 to 1) from the middle of its range."""
    constraint = _constraint(device, name)
    if isinstance(constraint, tuple):
        least, highest = constraint[:2]
        _set(device, name, (least + highest) / 2 + share * (highest - least) / 2)


def _set_length(device: Device, name: str, length_mm: float, dpi: int) -> None:
    if _usable(device, name):
        _set(device, name, length_mm if device[name].unit == _MM else length_mm / 25.4 * dpi)


if __name__ == "__main__":
    sys.exit(main())
