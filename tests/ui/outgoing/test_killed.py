"""`kill -9` in the midst of typing: what was said to be kept is there, and the clerk goes on where they were."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from desktop.catalogue import catalogue
from desktop.office.clock import ManualClock
from desktop.outgoing.model import Template
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.house import ROOT
from tests.helpers.outgoing import found

KEY = bytes(range(32))
_TIMES = 4


def test_a_clerk_who_never_stops_typing_is_killed(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, keys=DeskKeys(KEY))
    draft_id = make_office(desk).outgoing.drafts(person(make_office(desk))).start(Template.EXTERNAL)
    desk.close()
    told = _type_and_kill(tmp_path, draft_id, _TIMES)
    desk = Desk(tmp_path, DeskKeys(KEY), ManualClock(MORNING), catalogue)
    office = make_office(desk)
    draft = found(office, draft_id)
    assert draft.newest is not None
    assert len(draft.newest.content.subject) >= len(told[-1]) > len(told[0]) > 0
    assert len([one for one in draft.versions if one.autosaved]) >= _TIMES
    base = draft.newest.base_id
    assert base == draft.current.id
    office.outgoing.drafts(person(office)).save(draft_id, base, draft.newest.content)
    assert found(office, draft_id).current.content.subject.startswith(told[-1])
    desk.close()


def _type_and_kill(folder: Path, draft_id: bytes, times: int) -> list[str]:
    """What the clerk was told to be kept, the last of it at the moment of the kill."""
    command = [sys.executable, "-m", "tests.ui.outgoing.typing_child", str(folder), KEY.hex(), draft_id.hex()]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [line.strip() for line, _ in zip(child.stdout, range(times), strict=False)]
        os.kill(child.pid, signal.SIGKILL)
    return told
