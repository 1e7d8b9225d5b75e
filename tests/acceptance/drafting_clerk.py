"""`python -m tests.acceptance.drafting_clerk FOLDER CENTRE MOMENT`: kanda drafts a reply by keys until she is killed.

Says `kept <mouse events>` when what she typed is on the disk, then `typing`, and types on.
"""

import os
import sys
from datetime import datetime
from itertools import cycle
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}

from PySide6.QtWidgets import QApplication

from tests.acceptance.keys import Clerk, DayClock, mouse_watched
from tests.acceptance.secretary_outage import DRAFT_BODY, DRAFT_SUBJECT
from tests.acceptance.station import Station
from tests.helpers.keyring_bus import without_keyring


def main() -> None:
    folder, centre, moment = sys.argv[1:]
    QApplication(["thesaban-desk", "-style", "fusion"])
    clerk = Clerk()
    station = Station(Path(folder), "kanda", centre, DayClock(datetime.fromisoformat(moment)), clerk)
    with without_keyring(), mouse_watched() as mouse:
        station.start()
        clerk.press("Alt+3")
        clerk.until("ร่างใหม่")
        clerk.press("F9")
        clerk.until("เสนอตรวจ")
        clerk.fill("เรื่อง", DRAFT_SUBJECT)
        clerk.fill("เรียน / ถึง", "ผู้อำนวยการสำนักงานตรวจเงินแผ่นดินจังหวัดเชียงใหม่")
        clerk.fill("เนื้อความ", DRAFT_BODY)
        clerk.until("เก็บไว้แล้ว")
        print(f"kept {mouse.events}", flush=True)
        print("typing", flush=True)
        for letter in cycle("และขอเรียนเพิ่มเติมว่า "):
            clerk.write(letter)


if __name__ == "__main__":
    main()
