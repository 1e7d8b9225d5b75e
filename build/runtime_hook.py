"""First words of the bundled program: Qt finds our copy of the Thai dictionary, and drivers get their workers."""

import os
import sys
from importlib import import_module

os.environ.setdefault("LIBTHAI_DICTDIR", os.path.join(sys._MEIPASS, "libthai"))  # type: ignore[attr-defined]

# The bundle is its own interpreter: these are started by it with `-m`, the last one by hand.
WORKERS = {f"desktop.devices.{one}_worker" for one in ("sane", "token", "card", "wia", "twain")}
WORKERS |= {"desktop.reading.worker", "desktop.capture.opening_worker"}
if sys.argv[1:2] == ["-m"] and sys.argv[2:3] and sys.argv[2] in WORKERS:
    sys.exit(import_module(sys.argv[2]).main())
if sys.argv[1:3] == ["-m", "desktop.paper.pades_check"]:
    sys.exit(import_module(sys.argv[2]).main(sys.argv[3:]))
