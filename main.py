"""Thesaban Desk: reads the command line, assembles the parts, runs."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.store.desk import Desk
    from sync.client.line import Line


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """What the command line asks for; what it leaves out is as the desk remembers it."""
    parser = argparse.ArgumentParser(prog="thesaban-desk", description="โต๊ะงานเทศบาล - Thesaban Desk")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="where this desk keeps its encrypted data")
    parser.add_argument("--centre", metavar="URL", help="address of the centre, asked for at enrolment otherwise")
    parser.add_argument("--code", default="", help="one-time enrolment code of a new desk")
    parser.add_argument("--language", choices=("th", "en"))
    parser.add_argument("--theme", choices=("light", "dark", "high-contrast"))
    return parser.parse_args(arguments)


def line(desk: "Desk", url: str) -> "Line":
    """The desk's end of the post; brought in only after the first window is painted."""
    from sync.client.line import Line

    return Line(desk, url)


def main(arguments: list[str] | None = None) -> int:
    chosen = options(arguments)
    from ui.program import Program

    looks = {"language": chosen.language, "theme": chosen.theme}
    return Program(line, chosen.data, centre=chosen.centre, code=chosen.code, **looks).run()


if __name__ == "__main__":
    sys.exit(main())
