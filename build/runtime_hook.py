"""First words of the bundled program: Qt finds our copy of the Thai dictionary."""

import os
import sys

os.environ.setdefault("LIBTHAI_DICTDIR", os.path.join(sys._MEIPASS, "libthai"))  # type: ignore[attr-defined]
