"""Memory after the start with the inbox of 100,000 letters on the screen, beside the bare window."""

from tests.bench.row import Row, slower
from tests.bench.start import race
from tests.bench.stores import HOME, store_of
from tests.bench.windows import LARGE


def measure() -> list[Row]:
    seen = race({"bare": HOME, "inbox": store_of(LARGE)})
    return [slower("memory with the inbox open", seen["inbox"][1], seen["bare"][1], "MB", "a bare QMainWindow", None)]
