"""`python -m tests.ui.walk.pictures --out FOLDER`: a picture of every room and dialog, to be looked at by people.

`--only WORD` takes the scenes whose name has the word; `--whole` takes both looks and both sizes instead of one.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.ui.walk.desks import at_home, with_a_line
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.scenes import SCENES, SECRET_SCENES, Scene
from tests.ui.walk.sights import LANGUAGES
from tests.ui.walk.stage import LARGE, SMALL, Stage
from tools.demo_postgres import PostgresCluster
from ui.kit.tokens import Mode
from ui.shell.main_window import MainWindow


def take(stage: Stage, furniture: Furniture, scenes: Iterable[Scene], out: Path, *, whole: bool) -> None:
    modes: tuple[Mode, ...] = ("light", "dark") if whole else ("light",)
    for scene in scenes:
        with scene.shown(stage, furniture):
            for size in (SMALL, LARGE) if whole else (SMALL,):
                if isinstance(stage.window, MainWindow):
                    stage.window.resize(*size)
                for mode in modes:
                    stage.wear(mode)
                    for language in LANGUAGES:
                        stage.speak(language)
                        assert stage.window is not None
                        stage.window.grab().save(str(out / f"{scene.name}-{size[0]}-{mode}-{language}.png"))
            stage.wear("light")
            stage.speak("th")
            if isinstance(stage.window, MainWindow):
                stage.window.resize(*SMALL)
        print(scene.name, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("output/screens"))
    parser.add_argument("--only", default="")
    parser.add_argument("--whole", action="store_true")
    wish = parser.parse_args()
    wish.out.mkdir(parents=True, exist_ok=True)
    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    wanted, online = ([one for one in every if wish.only in one.name] for every in (SCENES, SECRET_SCENES))
    with tempfile.TemporaryDirectory() as name, at_home(app, Path(name)) as (stage, furniture):
        take(stage, furniture, wanted, wish.out, whole=wish.whole)
        if online:
            with PostgresCluster(durable=False) as cluster, with_a_line(app, cluster, Path(name)) as connected:
                take(connected, furniture, online, wish.out, whole=wish.whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
