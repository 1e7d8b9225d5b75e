"""First words of the bundled program: Qt finds our copy of the Thai dictionary, and a scan gets its worker."""

import os
import sys

os.environ.setdefault("LIBTHAI_DICTDIR", os.path.join(sys._MEIPASS, "libthai"))  # type: ignore[attr-defined]

if sys.argv[1:3] == ["-m", "desktop.devices.sane_worker"]:  # the bundle is its own interpreter
    from desktop.devices.sane_worker import main

    sys.exit(main())
