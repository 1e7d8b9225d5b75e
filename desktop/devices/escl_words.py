"""The XML of eSCL: what a scanner can do and how it stands, and what is asked of it. Lengths are 1/300 of an inch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.devices.escl_http import Trouble
from desktop.devices.limits import Constraint, nearest, offered
from desktop.devices.scanner import Abilities, ColourMode, Feed, ScanSettings

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_UNIT_MM = 25.4 / 300
_MOST_UNITS = 20_000
"""1.7 m: who tells of more is not believed."""
_LONGEST_NAME = 80
JPEG, PDF = "image/jpeg", "application/pdf"

_MODES = {
    ColourMode.LINEART: ("Grayscale8", "RGB24"),  # black and white is made here: a JPEG can't be it
    ColourMode.GREY: ("Grayscale8", "RGB24"),
    ColourMode.COLOUR: ("RGB24", "Grayscale8"),
}
_TROUBLES = {
    "ScannerAdfJam": "scanner.paper_jam",
    "ScannerAdfMispick": "scanner.paper_jam",
    "ScannerAdfMultipickDetected": "scanner.double_feed",
    "ScannerAdfDoorOpen": "scanner.cover_open",
    "ScannerAdfHatchOpen": "scanner.cover_open",
}


class Way(StrEnum):
    """How paper comes under the lamp; the values are what eSCL calls the abilities."""

    GLASS = "PlatenInputCaps"
    ONE_SIDE = "AdfSimplexInputCaps"
    BOTH_SIDES = "AdfDuplexInputCaps"


@dataclass(frozen=True)
class Input:
    """What one way can do; nothing means that the scanner does not tell."""

    width: int
    height: int
    modes: tuple[str, ...]
    formats: tuple[str, ...]
    dpis: Constraint


@dataclass(frozen=True)
class Capabilities:
    name: str
    inputs: Mapping[Way, Input]
    brightness: tuple[int, int] | None

    def abilities(self) -> Abilities:
        """As the port tells it. Of several ways the largest sheet, and the resolutions of the first."""
        inputs = list(self.inputs.values())
        feeds = {Feed.FLATBED if way is Way.GLASS else Feed.FEEDER for way in self.inputs}
        return Abilities(
            feeds=frozenset(feeds),
            duplex=Way.BOTH_SIDES in self.inputs,
            dpis=tuple(offered(inputs[0].dpis)) if inputs else (),
            widest_mm=max((one.width for one in inputs), default=0) * _UNIT_MM,
            longest_mm=max((one.height for one in inputs), default=0) * _UNIT_MM,
            brightness=self.brightness is not None,
        )


@dataclass(frozen=True)
class Status:
    """`trouble`: a code of the port when the feeder says what is wrong; `given_up`: a job that was stopped early."""

    state: str
    trouble: str | None
    loaded: bool
    given_up: bool


def capabilities(xml: bytes) -> Capabilities:
    root = _parse(xml)
    found = {way: _input(element, root) for way in Way if (element := _first(root, way)) is not None}
    said = _first(root, "BrightnessSupport")
    least, highest = (_whole(said, "Min"), _whole(said, "Max")) if said is not None else (0, 0)
    return Capabilities(_name(root), found, (least, highest) if least < highest else None)


def status(xml: bytes, job: str) -> Status:
    """How the scanner stands, and the job with that address."""
    root = _parse(xml)
    state, feeder = _text(root, "State"), _text(root, "AdfState")
    own = [info for info in _all(root, "JobInfo") if job.endswith(_text(info, "JobUri").rpartition("/")[2] or "?")]
    given_up = any(_text(info, "JobState") in ("Aborted", "Canceled") for info in own)
    return Status(state, _TROUBLES.get(feeder), feeder == "ScannerAdfLoaded", given_up)


def order(can: Capabilities, settings: ScanSettings) -> tuple[bytes, int]:
    """The `ScanSettings` for a scanner that can this, and the resolution it will use.

    Trouble `scanner.no_feeder`, `scanner.no_duplex`.
    """
    way = way_of(can, settings)
    one = can.inputs.get(way) or Input(0, 0, (), (), None)
    dpi = round(nearest(one.dpis, settings.dpi))
    mode = next((mode for mode in _MODES[settings.mode] if mode in one.modes), _MODES[settings.mode][0])
    media_type = PDF if PDF in one.formats and JPEG not in one.formats else JPEG
    lines = [
        "<pwg:Version>2.0</pwg:Version>",
        "<scan:Intent>Document</scan:Intent>",
        "<pwg:ScanRegions><pwg:ScanRegion>",
        "<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>",
        "<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>",
        f"<pwg:Width>{_units(settings.width_mm, one.width)}</pwg:Width>",
        f"<pwg:Height>{_units(settings.height_mm, one.height)}</pwg:Height>",
        "</pwg:ScanRegion></pwg:ScanRegions>",
        f"<pwg:InputSource>{'Platen' if way is Way.GLASS else 'Feeder'}</pwg:InputSource>",
        "" if way is Way.GLASS else f"<scan:Duplex>{str(settings.duplex).lower()}</scan:Duplex>",
        f"<scan:ColorMode>{mode}</scan:ColorMode>",
        f"<scan:XResolution>{dpi}</scan:XResolution><scan:YResolution>{dpi}</scan:YResolution>",
        f"<pwg:DocumentFormat>{media_type}</pwg:DocumentFormat>",
        f"<scan:DocumentFormatExt>{media_type}</scan:DocumentFormatExt>",
        _brightness(can, settings),
    ]
    return (_HEAD + "".join(lines) + "</scan:ScanSettings>").encode(), dpi


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<scan:ScanSettings xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"'
    ' xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03">'
)


def way_of(can: Capabilities, settings: ScanSettings) -> Way:
    if settings.source is Feed.FLATBED:
        return Way.GLASS
    if can.inputs and not {Way.ONE_SIDE, Way.BOTH_SIDES} & can.inputs.keys():
        raise Trouble("scanner.no_feeder")
    if settings.duplex and can.inputs and Way.BOTH_SIDES not in can.inputs:
        raise Trouble("scanner.no_duplex")
    return Way.BOTH_SIDES if settings.duplex else Way.ONE_SIDE


def _units(length_mm: float, most: int) -> int:
    return min(round(length_mm / _UNIT_MM), most or _MOST_UNITS)


def _brightness(can: Capabilities, settings: ScanSettings) -> str:
    if can.brightness is None or not settings.brightness:
        return ""
    least, highest = can.brightness
    value = round((least + highest) / 2 + settings.brightness / 100 * (highest - least) / 2)
    return f"<scan:Brightness>{value}</scan:Brightness>"


def _input(element: "Element", root: "Element") -> Input:
    """Profiles may stand inside the way or be named there and stand outside."""
    modes = _texts(element, "ColorMode") or _texts(root, "ColorMode")
    formats = [*_texts(element, "DocumentFormat"), *_texts(element, "DocumentFormatExt")]
    return Input(
        min(max(_whole(element, "MaxWidth"), 0), _MOST_UNITS),
        min(max(_whole(element, "MaxHeight"), 0), _MOST_UNITS),
        tuple(modes),
        tuple(formats or _texts(root, "DocumentFormat")),
        _resolutions(element) or _resolutions(root),
    )


def _resolutions(element: "Element") -> Constraint:
    found = _first(element, "XResolutionRange")
    if found is not None and 0 < _whole(found, "Min") <= _whole(found, "Max"):
        return (_whole(found, "Min"), _whole(found, "Max"), max(_whole(found, "Step"), 0))
    said = (_whole(one, "XResolution") for one in _all(element, "DiscreteResolution"))
    return [dpi for dpi in said if 0 < dpi <= 9600]


def _parse(xml: bytes) -> "Element":
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(xml)
    except (SyntaxError, ValueError) as error:  # no XML, or such that would unfold into something else
        raise Trouble("scanner.io", type(error).__name__) from error
    return root


def _name(root: "Element") -> str:
    said = "".join(one for one in _text(root, "MakeAndModel") if one.isprintable())
    return said[:_LONGEST_NAME].strip()


def _all(element: "Element", name: str) -> Iterator["Element"]:
    """By their local names: scanners differ in their namespaces."""
    return (one for one in element.iter() if isinstance(one.tag, str) and one.tag.rpartition("}")[2] == name)


def _first(element: "Element", name: str) -> "Element | None":
    return next(_all(element, name), None)


def _texts(element: "Element", name: str) -> list[str]:
    return [one.text.strip() for one in _all(element, name) if one.text]


def _text(element: "Element", name: str) -> str:
    return next(iter(_texts(element, name)), "")


def _whole(element: "Element", name: str) -> int:
    said = _text(element, name)
    return int(said) if said.lstrip("-").isdecimal() and len(said) < 9 else 0
