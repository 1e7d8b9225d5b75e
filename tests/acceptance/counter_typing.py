"""`python -m tests.acceptance.counter_typing FOLDER CENTRE MOMENT`: piyada types a complaint until she is killed.

Says `kept <mouse events>` when what she typed is on the disk, then `typing`, and types on.
"""

import os
import sys
from datetime import datetime
from itertools import cycle
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}

from PySide6.QtWidgets import QApplication

from tests.acceptance.counter_desk import CASES
from tests.acceptance.counter_outage import TYPED
from tests.acceptance.keys import Clerk, DayClock, mouse_watched
from tests.acceptance.station import Station
from tests.helpers.keyring_bus import without_keyring


def main() -> None:
    folder, centre, moment = sys.argv[1:]
    QApplication(["thesaban-desk", "-style", "fusion"])
    clerk = Clerk()
    station = Station(Path(folder), "piyada", centre, DayClock(datetime.fromisoformat(moment)), clerk)
    with without_keyring(), mouse_watched() as mouse:
        station.start()
        clerk.press(CASES)
        clerk.until("ค้นเรื่อง")
        clerk.press("F9")
        clerk.wait(lambda: clerk.at == "เรื่องอะไร")
        clerk.press("9")
        clerk.wait(lambda: clerk.at == "รายละเอียด")
        clerk.write(TYPED)
        clerk.wait(lambda: any(TYPED.encode() in bytes(row[0]) for row in station.rows(KEPT)))
        print(f"kept {mouse.events}", flush=True)
        print("typing", flush=True)
        for letter in cycle(" และขอให้รีบมาดู"):
            clerk.write(letter)


KEPT = "SELECT value FROM note WHERE name LIKE 'typing/%'"

if __name__ == "__main__":
    main()
