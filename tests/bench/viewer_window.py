"""One side of the race of the viewer in a process of its own; prints a name and a figure (ms, MB) a line.

`python -m tests.bench.viewer_window window FOLDER SHA256` turns the pages in the page view;
`python -m tests.bench.viewer_window bare PDF DPI` draws them with PDFium alone.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.bench.windows import memory_mb

READ_ON, HELD, JUMPS = 120, 120, 80
LOOK_MS = 400
"""How long a page is looked at by somebody who seeks one; a reader takes longer."""


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def bare(pdf: Path, dpi: float) -> None:
    """The pages that the window turns to, drawn into pixels and nothing else."""
    import pypdfium2

    times = []
    document = pypdfium2.PdfDocument(pdf)
    for number in (*range(READ_ON), *_jumps(len(document))):
        begun = time.perf_counter()
        page = document[number]
        page.render(scale=dpi / 72, prefer_bgrx=True, maybe_alpha=False).close()
        page.close()
        times.append((time.perf_counter() - begun) * 1000)
    print("p50", statistics.median(times))
    print("p95", p95(times))


def _jumps(count: int, seed: int = 8) -> list[int]:
    chance = random.Random(seed)
    return [chance.randrange(count) for _ in range(JUMPS)]


def window(folder: Path, sha256: str) -> None:
    from PySide6.QtCore import QObject, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop.paper.pages import page_sizes_mm
    from desktop.store.blob_file import Stored
    from desktop.store.blobs import Blobs
    from tests.bench.find_window import Frames, Painted
    from tests.bench.viewer import KEY
    from ui.kit.page_view import PageView
    from ui.kit.theme import apply
    from ui.pdf_pages import pdf_pages
    from ui.work import Worker

    app = QApplication([])
    apply(app, "light")
    worker = Worker(None, lambda error: print(error, file=sys.stderr))  # type: ignore[arg-type]  # nothing is written
    owner, frames, view = QObject(), Frames(), PageView()
    view.resize(860, 700)  # the page beside the form, in a window of 1366 x 768
    view.show()
    source = Stored(Blobs(folder / "blobs", KEY), sha256)
    canvas, painted = view.canvas, Painted(view.canvas.viewport())

    def stands() -> bool:
        """Whether the page in view was painted since it came."""
        if not canvas.is_drawn:
            painted.forget()
        return canvas.is_drawn and painted.at > 0

    def stands_sharp() -> bool:
        if not canvas.is_sharp:
            painted.forget()
        return canvas.is_sharp and painted.at > 0

    def turn(press: partial[None], until: Callable[[], bool] = stands) -> float:
        painted.forget()
        begun = time.perf_counter()
        frames.act(press)
        frames.until(until)
        return (painted.at - begun) * 1000

    def look(ms: float) -> None:
        until = time.perf_counter() + ms / 1000
        frames.until(lambda: time.perf_counter() > until)

    view.show_pages(pdf_pages(source, page_sizes_mm(source), worker, owner))
    frames.until(stands)
    look(2000)
    begun_with = memory_mb()
    on = partial(QTest.keyClick, canvas, Qt.Key.Key_PageDown)
    read_on = []
    for _ in range(READ_ON):
        read_on.append(turn(on))
        look(LOOK_MS)
    print("dpi", canvas._asked[1])
    print("reading on", p95(read_on))
    print("key held down", p95([turn(on) for _ in range(HELD)]))
    print("to any page", p95([turn(partial(canvas.go, page)) for page in _jumps(500) if page != canvas.page]))
    print(
        "sharp", p95([turn(partial(canvas.go, page), stands_sharp) for page in _jumps(500, 9) if page != canvas.page])
    )
    canvas.go(0)
    for _ in range(499):
        turn(on)
    print("grown", memory_mb() - begun_with)
    print("frame", frames.longest)
    worker.close()


if __name__ == "__main__":
    if sys.argv[1] == "window":
        window(Path(sys.argv[2]), sys.argv[3])
    else:
        bare(Path(sys.argv[2]), float(sys.argv[3]))
