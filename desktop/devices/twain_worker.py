"""The process that drives TWAIN (Windows): `python -m desktop.devices.twain_worker`; what it does: `driver_process`.

Not run here on Windows: `obey` is tested over objects shaped as pytwain 2.3 is documented. TWAIN needs its Data Source
Manager (twaindsm.dll) in the program's own bitness.
"""

import ctypes
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from desktop.devices.driver_process import Answer, Trouble, encode, serve
from desktop.devices.frames import Header
from desktop.devices.scanner import MOST_PAGES, MOST_PIXELS, ColourMode, Feed

Twain: TypeAlias = Any
"""pytwain's module, or one of its objects."""

_PIXELS = {ColourMode.LINEART: 0, ColourMode.GREY: 1, ColourMode.COLOUR: 2}
_BOOL, _FIX32, _UINT16, _INT16 = 6, 7, 4, 1
_FEEDER, _AUTOFEED, _DUPLEX_ON, _DUPLEX, _COUNT = 4098, 4103, 4115, 4114, 1
_PIXEL_TYPE, _UNITS, _X_RESOLUTION, _Y_RESOLUTION, _BRIGHTNESS = 257, 258, 4376, 4377, 4353
_INCHES = 0
_CAUSES = {
    "PaperJam": "scanner.paper_jam",
    "PaperDoubleFeedError": "scanner.double_feed",
    "CheckDeviceOnlineError": "scanner.offline",
    "DeniedError": "scanner.access_denied",
    "MaxConnectionsError": "scanner.busy",
    "NoDataSourceError": "scanner.none_found",
}


def main() -> int:
    return serve(lambda order, stop, answer: obey(_library(), order, stop, answer))


def _library() -> Twain:
    try:
        import twain
    except (ImportError, OSError) as error:
        raise Trouble("scanner.none_found", str(error)) from error
    return twain


def obey(twain: Twain, order: Header, stop: threading.Event, answer: Answer) -> None:
    try:
        with twain.SourceManager(_window()) as manager:
            if order["do"] == "devices":
                answer({"kind": "devices", "devices": [(name, name) for name in manager.source_list]}, b"")
            else:
                _scan(twain, manager, order, stop, answer)
    except twain.exceptions.TwainError as error:
        cause = next((_CAUSES[one.__name__] for one in type(error).__mro__ if one.__name__ in _CAUSES), "scanner.io")
        raise Trouble(cause, type(error).__name__) from error


def _window() -> int:
    """TWAIN wants a window to talk to; the desktop's is one. 0 where there is no Windows."""
    user32 = getattr(getattr(ctypes, "windll", None), "user32", None)
    return int(user32.GetDesktopWindow()) if user32 else 0


def _scan(twain: Twain, manager: Twain, order: Header, stop: threading.Event, answer: Answer) -> None:
    source = manager.open_source(order["device"])
    if source is None:
        raise Trouble("scanner.offline", "not opened")
    with source, tempfile.TemporaryDirectory() as folder:
        dpi = _prepare(twain, source, order)
        taken = 0

        def before(info: dict[str, Any]) -> None:
            if stop.is_set() or taken >= MOST_PAGES:
                raise twain.exceptions.CancelAll
            if int(info.get("ImageWidth", 0)) * int(info.get("ImageLength", 0)) > MOST_PIXELS:
                raise Trouble("scanner.unbelievable", "extents")

        def after(image: Twain, more: int) -> None:
            nonlocal taken
            path = Path(folder) / "page.bmp"
            image.save(str(path))
            image.close()
            page, body = _encoded(path, ColourMode(order["mode"]), dpi)
            answer({"kind": "page", "page": {"seq": taken, **page}}, body)
            taken += 1

        source.acquire_natively(after=after, before=before, show_ui=False, modal=False)
        if not taken and not stop.is_set():
            raise Trouble("scanner.feeder_empty" if order["source"] == Feed.FEEDER else "scanner.io", "no page came")


def _prepare(twain: Twain, source: Twain, order: Header) -> int:
    """Sets what this source has; the resolution asked for, which TWAIN takes or rounds without a word."""
    feeder = order["source"] == Feed.FEEDER
    if not _set(twain, source, _FEEDER, _BOOL, feeder) and feeder:
        raise Trouble("scanner.no_feeder")
    if feeder and order["duplex"] and not _set(twain, source, _DUPLEX_ON, _BOOL, True):
        raise Trouble("scanner.no_duplex")
    limit = order["page_limit"] if feeder else 1
    for capability, kind, value in (
        (_AUTOFEED, _BOOL, feeder), (_COUNT, _INT16, -1 if limit is None else limit), (_UNITS, _UINT16, _INCHES),
        (_PIXEL_TYPE, _UINT16, _PIXELS[ColourMode(order["mode"])]), (_X_RESOLUTION, _FIX32, float(order["dpi"])),
        (_Y_RESOLUTION, _FIX32, float(order["dpi"])), (_BRIGHTNESS, _FIX32, float(order["brightness"] * 10)),
    ):  # fmt: skip
        _set(twain, source, capability, kind, value)
    with suppress(twain.exceptions.TwainError, twain.exceptions.CheckStatus):
        source.set_image_layout((0.0, 0.0, order["width_mm"] / 25.4, order["height_mm"] / 25.4))
    return int(order["dpi"])


def _set(twain: Twain, source: Twain, capability: int, kind: int, value: float) -> bool:
    """Whether the source knows of it; one that rounds the value says so with CheckStatus."""
    try:
        source.set_capability(capability, kind, value)
    except twain.exceptions.CheckStatus:
        return True
    except (twain.exceptions.TwainError, ValueError):
        return False
    return True


def _encoded(path: Path, mode: ColourMode, dpi: int) -> tuple[Header, bytes]:
    from PIL import Image

    with Image.open(path, formats=["BMP"]) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Trouble("scanner.unbelievable", f"{image.width} x {image.height} dots")
        return encode(image.convert("RGB" if mode is ColourMode.COLOUR else "L"), mode, dpi)


if __name__ == "__main__":
    sys.exit(main())
