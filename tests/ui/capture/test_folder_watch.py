"""The copier's folder, watched while the program runs."""

from pathlib import Path

from desktop.capture.arriving import watched_folder
from tests.helpers.letters import document
from tests.ui.capture.conftest import Bench
from ui.capture.folder_watch import FolderWatch


def test_what_the_copier_writes_is_told_and_waits(bench: Bench, tmp_path: Path) -> None:
    folder = tmp_path / "scan"
    batches = bench.intake.batches
    chosen = [""]
    watch = FolderWatch(
        lambda: chosen[0],
        lambda path: watched_folder(batches.desk, batches._who, Path(path)),
        bench.worker,
        bench.notices,
        bench.worker,
    )
    watch._timer.setInterval(50)
    chosen[0] = str(folder)
    bench.until(lambda: bool(bench.told()))
    assert bench.told() == ["หาโฟลเดอร์ของเครื่องถ่ายเอกสารไม่พบ"]
    folder.mkdir()
    (folder / "scan0001.pdf").write_bytes(document(1).data)
    with bench.qtbot.waitSignal(watch.came):
        pass
    assert [row.name for row in batches.waiting()] == ["scan0001"]
    assert bench.told()[-1] == "ไฟล์จากเครื่องถ่ายเอกสารเข้ามา 1 ไฟล์"
    chosen[0] = ""
    bench.until(lambda: not watch._is_looking)
    watch._timer.stop()
