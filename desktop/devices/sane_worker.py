"""The process that drives SANE: `python -m desktop.devices.sane_worker`, one question each, then it ends.

SANE drivers crash, hang, print to standard output and remember options for as long as their process lives; so every
question gets a process of its own. It reads one order (`devices` or `scan`) and later perhaps `cancel` from standard
input, and answers on standard output (`frames`): `devices` and each one's `feeder`, or `page` after `page`, and at last
`end` or `error`.
"""

import io
import itertools
import os
import sys
import threading
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.sane_options import nearest, pick_mode, pick_source
from desktop.devices.scanner import ColourMode, Feed

if TYPE_CHECKING:
    from PIL import Image

Device: TypeAlias = Any
"""A `sane.SaneDev`."""

_JPEG_QUALITY = 90
_MM = 3  # SANE_UNIT_MM
_ORPHAN_S = 10.0
_EMPTY = "Document feeder out of documents"
_CAUSES = {
    _EMPTY: "scanner.feeder_empty",
    "Document feeder jammed": "scanner.paper_jam",
    "Scanner cover is open": "scanner.cover_open",
    "Device busy": "scanner.busy",
    "Access to resource has been denied": "scanner.access_denied",
}
"""The words of `sane_strstatus`: python-sane tells the cause in no other way."""


class Trouble(Exception):
    """What the desk is told: a code and the driver's own words."""

    def __init__(self, code: str, words: str = "") -> None:
        super().__init__(code, words)
        self.answer: Header = {"kind": "error", "code": code, "words": words}


def main() -> int:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a driver prints must not fall among the answers
    received = read_frame(sys.stdin.buffer)
    if received is None:
        return 1
    stop = threading.Event()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, stop), daemon=True).start()
    try:
        _obey(received[0], stop, answers)
    except Trouble as trouble:
        write_frame(answers, trouble.answer)
    answers.close()
    os._exit(0)  # a driver's clean-up may hang, and all is said


def _listen(orders: IO[bytes], stop: threading.Event) -> None:
    """Sets `stop` when asked to, or when the desk is gone; then nobody else would end a hanging driver."""
    while read_frame(orders) is not None:
        stop.set()
    stop.set()
    threading.Event().wait(_ORPHAN_S)
    os._exit(1)


def _obey(order: Header, stop: threading.Event, answers: IO[bytes]) -> None:
    try:
        import sane
    except ImportError as error:
        raise Trouble("scanner.none_found", str(error)) from error
    sane.init()
    if order["do"] == "devices":
        found = [(name, f"{maker} {model}".strip()) for name, maker, model, _ in sane.get_devices()]
        write_frame(answers, {"kind": "devices", "devices": found})
        for name, _ in found:  # asked one by one afterwards, because a driver may die of being opened
            write_frame(answers, {"kind": "feeder", "device": name, "has_feeder": _has_feeder(name)})
    else:
        for seq, (page, body) in enumerate(_pages(_open(order["device"]), order, stop)):
            write_frame(answers, {"kind": "page", "page": {"seq": seq, **page}}, body)
    write_frame(answers, {"kind": "end"})


def _open(name: str) -> Device:
    import sane

    try:
        return sane.open(name)
    except sane._sane.error as error:
        raise Trouble(_CAUSES.get(str(error), "scanner.offline"), str(error)) from error


def _has_feeder(name: str) -> bool:
    try:
        device = _open(name)
    except Trouble:
        return True  # busy or not allowed now: the scan itself will tell
    try:
        return pick_source(_choices(device, "source"), Feed.FEEDER) is not None
    finally:
        device.close()


def _pages(device: Device, order: Header, stop: threading.Event) -> Iterator[tuple[Header, bytes]]:
    feeder = order["source"] == Feed.FEEDER
    dpi = _prepare(device, order)
    most = order["page_limit"] if feeder else 1
    for taken in range(most) if most is not None else itertools.count():
        image = _take(device, feeder, taken, stop)
        if image is None:
            break
        yield _encode(image, ColourMode(order["mode"]), dpi)
    device.cancel()


def _prepare(device: Device, order: Header) -> int:
    """Sets the options that this scanner has; the resolution it will truly use."""
    source = pick_source(_choices(device, "source"), Feed(order["source"]))
    if source is None and order["source"] == Feed.FEEDER:
        raise Trouble("scanner.no_feeder")
    mode = pick_mode(_choices(device, "mode"), ColourMode(order["mode"]))
    if mode is None and order["mode"] == ColourMode.LINEART:
        mode = pick_mode(_choices(device, "mode"), ColourMode.GREY)
    _set(device, "source", source)
    _set(device, "mode", mode)
    _set(device, "depth", 1 if order["mode"] == ColourMode.LINEART else 8)
    _set(device, "resolution", order["dpi"])
    dpi: int = round(device.resolution) if _usable(device, "resolution") else order["dpi"]
    for corner, size in (("x", order["width_mm"]), ("y", order["height_mm"])):
        _set_length(device, f"tl_{corner}", 0, dpi)
        _set_length(device, f"br_{corner}", size, dpi)
    return dpi


def _take(device: Device, feeder: bool, taken: int, stop: threading.Event) -> "Image.Image | None":
    """The next complete page; None after the last one, and when stopped."""
    import sane

    try:
        device.start()
        lines = device.get_parameters()[2][1]
        image: Image.Image = device.snap(feeder, lambda *_: device.cancel() if stop.is_set() else None)
    except sane._sane.error as error:
        if stop.is_set() or (taken and str(error) == _EMPTY):
            return None
        raise Trouble(_CAUSES.get(str(error), "scanner.io"), str(error)) from error
    if image.height >= lines:  # also where the length is not known before (-1)
        return image
    if stop.is_set():
        return None
    raise Trouble("scanner.io", f"{image.height} of {lines} lines")  # stopped in mid-page, told by nothing else


def _encode(image: "Image.Image", mode: ColourMode, dpi: int) -> tuple[Header, bytes]:
    from PIL import Image

    out = io.BytesIO()
    header = {"dpi": dpi, "width": image.width, "height": image.height}
    if mode == ColourMode.LINEART:
        image.convert("1", dither=Image.Dither.NONE).save(out, "PNG", dpi=(dpi, dpi))
        return header | {"media_type": "image/png"}, out.getvalue()
    image.save(out, "JPEG", quality=_JPEG_QUALITY, subsampling=0, dpi=(dpi, dpi))
    return header | {"media_type": "image/jpeg"}, out.getvalue()


def _usable(device: Device, name: str) -> bool:
    return name in device.opt and bool(device[name].is_active() and device[name].is_settable())


def _choices(device: Device, name: str) -> list[str]:
    return list(device[name].constraint or ()) if _usable(device, name) else []


def _set(device: Device, name: str, value: float | str | None) -> None:
    if value is None or not _usable(device, name):
        return
    if not isinstance(value, str):
        fitting = nearest(device[name].constraint, value)
        value = int(fitting) if device[name].type == 1 else float(fitting)  # SANE_TYPE_INT
    setattr(device, name, value)


def _set_length(device: Device, name: str, length_mm: float, dpi: int) -> None:
    if _usable(device, name):
        _set(device, name, length_mm if device[name].unit == _MM else length_mm / 25.4 * dpi)


if __name__ == "__main__":
    sys.exit(main())
