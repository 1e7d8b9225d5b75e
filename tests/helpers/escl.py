"""A network scanner that is not there: eSCL over plain HTTP on loopback, with sheets of two sides and with troubles.

Proven right by Debian's sane-airscan, which scans from it (tests/desktop/devices/test_escl_simulator.py).
"""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageDraw

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = 'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
_STOPPED = {"ScannerAdfJam", "ScannerAdfDoorOpen", "ScannerAdfMultipickDetected"}


def shade(sheet: int, back: bool = False) -> int:
    """The gray of a side, by which a test knows it again; sheets from 0."""
    return 40 + 20 * sheet + (10 if back else 0)


@dataclass
class Job:
    source: str
    duplex: bool
    dpi: int
    mode: str
    media_type: str
    width: int
    height: int
    given: int = 0
    state: str = "Processing"
    waiting: list[int] = field(default_factory=list)
    """Sides of the sheet under the lamp that are not handed over yet, by their shade."""


@dataclass
class Simulator:
    """Sheets lie in the feeder; one lies on the glass, of shade 200. Everything that goes wrong is set from outside.

    `trouble_at`: how many sides come before `trouble` (an AdfState); `busy`: how often it says 503 to an order,
    `not_yet` before each page; `drop_at`: the side whose bytes are cut; `hold`: pages wait for it; `endless`: the
    feeder never empties; `scale`: the page is so much larger than asked; `body`: handed over instead of any page.
    """

    sheets: int = 3
    formats: tuple[str, ...] = ("image/jpeg", "application/pdf")
    feeder: bool = True
    duplex: bool = True
    trouble: str | None = None
    trouble_at: int = 0
    busy: int = 0
    not_yet: int = 0
    drop_at: int | None = None
    hold: Event | None = None
    endless: bool = False
    scale: int = 1
    body: bytes | None = None
    words: bytes | None = None
    forbidden: bool = False
    end: int = 404
    host: str | None = None
    port: int = 0
    jobs: dict[str, Job] = field(default_factory=dict)
    orders: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    _used: int = 0
    _late: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/eSCL"

    @property
    def left(self) -> int:
        return self.sheets - self._used

    def adf_state(self) -> str:
        given = max((job.given for job in self.jobs.values()), default=0)
        if self.trouble and given >= self.trouble_at:
            return self.trouble
        return "ScannerAdfLoaded" if self.left or self.endless else "ScannerAdfEmpty"

    def capabilities(self) -> str:
        inputs = f"<scan:Platen><scan:PlatenInputCaps>{self._caps(2550, 3508)}</scan:PlatenInputCaps></scan:Platen>"
        if self.feeder:
            ways = ["AdfSimplexInputCaps", *(["AdfDuplexInputCaps"] if self.duplex else [])]
            caps = "".join(f"<scan:{way}>{self._caps(2550, 4200)}</scan:{way}>" for way in ways)
            option = "<scan:AdfOption>Duplex</scan:AdfOption>" if self.duplex else ""
            inputs += (
                f"<scan:Adf>{caps}<scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions>"
                f"<scan:AdfOption>DetectPaperLoaded</scan:AdfOption>{option}</scan:AdfOptions></scan:Adf>"
            )
        return (
            f"{_XML}<scan:ScannerCapabilities {_NAMES}><pwg:Version>2.63</pwg:Version>"
            f"<pwg:MakeAndModel>Simulated Office MFP</pwg:MakeAndModel><pwg:SerialNumber>SIM0001</pwg:SerialNumber>"
            f"{inputs}<scan:BrightnessSupport><scan:Min>-100</scan:Min><scan:Max>100</scan:Max>"
            "<scan:Normal>0</scan:Normal><scan:Step>1</scan:Step></scan:BrightnessSupport></scan:ScannerCapabilities>"
        )

    def _caps(self, width: int, height: int) -> str:
        modes = "".join(f"<scan:ColorMode>{mode}</scan:ColorMode>" for mode in ("Grayscale8", "RGB24"))
        formats = "".join(
            f"<pwg:DocumentFormat>{one}</pwg:DocumentFormat><scan:DocumentFormatExt>{one}</scan:DocumentFormatExt>"
            for one in self.formats
        )
        resolutions = "".join(
            f"<scan:DiscreteResolution><scan:XResolution>{dpi}</scan:XResolution>"
            f"<scan:YResolution>{dpi}</scan:YResolution></scan:DiscreteResolution>"
            for dpi in (75, 100, 200, 300, 600)
        )
        return (
            f"<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>{width}</scan:MaxWidth><scan:MinHeight>16"
            f"</scan:MinHeight><scan:MaxHeight>{height}</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions>"
            f"<scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>{modes}</scan:ColorModes>"
            f"<scan:DocumentFormats>{formats}</scan:DocumentFormats><scan:SupportedResolutions>"
            f"<scan:DiscreteResolutions>{resolutions}</scan:DiscreteResolutions></scan:SupportedResolutions>"
            "</scan:SettingProfile></scan:SettingProfiles>"
        )

    def status(self) -> str:
        adf = self.adf_state()
        running = any(job.state == "Processing" for job in self.jobs.values())
        state = "Stopped" if adf in _STOPPED else "Processing" if running else "Idle"
        jobs = "".join(
            f"<scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/{name}</pwg:JobUri><pwg:JobUuid>{name}</pwg:JobUuid>"
            f"<pwg:ImagesCompleted>{job.given}</pwg:ImagesCompleted><pwg:JobState>{job.state}</pwg:JobState>"
            "</scan:JobInfo>"
            for name, job in self.jobs.items()
        )
        return (
            f"{_XML}<scan:ScannerStatus {_NAMES}><pwg:Version>2.63</pwg:Version><pwg:State>{state}</pwg:State>"
            f"<scan:AdfState>{adf}</scan:AdfState><scan:Jobs>{jobs}</scan:Jobs></scan:ScannerStatus>"
        )

    def order(self, xml: bytes) -> str | int:
        """The new job's name, or the status that refuses it."""
        self.orders.append(xml.decode())
        if self.forbidden:
            return 403
        if self.busy:
            self.busy -= 1
            return 503
        said = {one.tag.rpartition("}")[2]: one.text or "" for one in ElementTree.fromstring(xml).iter()}
        source = said.get("InputSource", "Platen")
        if self.adf_state() in _STOPPED or (source == "Feeder" and not (self.left or self.endless)):
            return 409
        name = f"job-{len(self.jobs)}"
        self.jobs[name] = Job(
            source, said.get("Duplex") == "true", int(said["XResolution"]), said["ColorMode"],
            said.get("DocumentFormatExt") or said["DocumentFormat"], int(said["Width"]), int(said["Height"]),
        )  # fmt: skip
        return name

    def next_document(self, job: Job) -> bytes | int:
        """The next side's bytes, or the status that says why there is none."""
        if job.state != "Processing":
            return 404 if job.state == "Completed" else 410
        if self._late < self.not_yet:
            self._late += 1
            return 503
        self._late = 0
        if job.source == "Feeder" and self.adf_state() in _STOPPED:
            job.state = "Aborted"
            return 409
        if not job.waiting and not self._feed(job):
            job.state = "Completed"
            return self.end
        job.given += 1
        return self.body or self._picture(job, job.waiting.pop(0))

    def _feed(self, job: Job) -> bool:
        """The next sheet under the lamp."""
        if job.source == "Platen":
            job.waiting = [] if job.given else [200]
        elif self.left or self.endless:
            job.waiting = [shade(self._used), *([shade(self._used, back=True)] if job.duplex else [])]
            self._used += 0 if self.endless else 1
        return bool(job.waiting)

    def _picture(self, job: Job, gray: int) -> bytes:
        size = [round(units / 300 * job.dpi) * self.scale for units in (job.width, job.height)]
        image = Image.new("L", (size[0], size[1]), gray)
        ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), 255)  # its upper left corner
        if job.mode == "RGB24":
            image = image.convert("RGB")
        file = io.BytesIO()
        if job.media_type == "application/pdf":
            image.save(file, "PDF", resolution=job.dpi, quality=90)
        else:
            image.save(file, "JPEG", dpi=(job.dpi, job.dpi), quality=90)
        return file.getvalue()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    simulator: Simulator

    def log_message(self, *_: Any) -> None:
        """A test reads `orders` instead."""

    def do_GET(self) -> None:
        simulator = self.simulator
        if self.path == "/eSCL/ScannerCapabilities":
            self._say(200, simulator.words or simulator.capabilities().encode())
        elif self.path == "/eSCL/ScannerStatus":
            self._say(200, simulator.status().encode())
        elif (found := re.fullmatch(r"/eSCL/ScanJobs/([\w-]+)/NextDocument", self.path)) is None:
            self._say(404)
        else:
            self._hand_over(simulator.jobs.get(found[1]))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.simulator.lock:
            answer = self.simulator.order(body)
        if isinstance(answer, int):
            self._say(answer)
        else:
            host = self.simulator.host or self.headers["Host"]
            self._say(201, Location=f"http://{host}/eSCL/ScanJobs/{answer}")

    def do_DELETE(self) -> None:
        job = self.simulator.jobs.get(self.path.rpartition("/")[2])
        if job is not None and job.state == "Processing":
            job.state = "Canceled"
        self._say(200 if job else 404)

    def _hand_over(self, job: Job | None) -> None:
        simulator = self.simulator
        if job is None:
            return self._say(404)
        if simulator.hold is not None:
            simulator.hold.wait(60)
        with simulator.lock:
            document = simulator.next_document(job)
        if isinstance(document, int):
            return self._say(document)
        if simulator.drop_at == job.given:
            self._head(len(document), "image/jpeg")
            self.wfile.write(document[: len(document) // 2])
            self.close_connection = True
            return None
        return self._say(200, document, job.media_type)

    def _say(self, status: int, body: bytes = b"", media_type: str = "text/xml", **headers: str) -> None:
        if status == 503:
            headers["Retry-After"] = "0"
        self._head(len(body), media_type, status, **headers)
        self.wfile.write(body)

    def _head(self, length: int, media_type: str, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, "Content-Length": str(length), **headers}.items():
            self.send_header(name, value)
        self.end_headers()


@contextmanager
def network_scanner(**traits: Any) -> Iterator[Simulator]:
    """A simulator that answers on loopback for as long as the context lasts."""
    simulator = Simulator(**traits)
    handler = type("Handler", (_Handler,), {"simulator": simulator})
    server = ThreadingHTTPServer(("127.0.0.1", simulator.port), handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # who hangs up in the middle is no news
    simulator.port = server.server_address[1]
    running = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="escl-simulator")
    running.start()
    try:
        yield simulator
    finally:
        if simulator.hold is not None:
            simulator.hold.set()
        server.shutdown()
        server.server_close()
        running.join()


MakeNetworkScanner = Callable[..., Simulator]


@pytest.fixture
def make_network_scanner() -> Iterator[MakeNetworkScanner]:
    """`network_scanner`s that answer until the end of the test."""
    from contextlib import ExitStack

    with ExitStack() as running:
        yield lambda **traits: running.enter_context(network_scanner(**traits))
