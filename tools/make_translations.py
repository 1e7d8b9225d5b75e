"""Brings `resources/translations/en.ts` up to date with the words in `ui/` and compiles it to `en.qm`.

`python tools/make_translations.py` collects and compiles; `--words FILE.json` (Thai -> English) fills in what is not
yet translated; it ends with status 1 and the list of what is missing.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from argparse import ArgumentParser
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "translations" / "en.ts"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def main(words: list[str] | None = None) -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, help="JSON of Thai words and their English")
    options = parser.parse_args(words)
    collect()
    if options.words:
        fill(json.loads(options.words.read_text("utf-8")))
    compile_it()
    missing = unfinished()
    for context, source in missing:
        print(f"{context}: {source}")
    return 1 if missing else 0


def collect() -> None:
    """Adds new words to the table and drops those that are said no more; translations stay."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    _run("lupdate", *sources, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "th_TH",
         "-target-language", "en_US", "-ts", str(TS))  # fmt: skip


def fill(english: dict[str, str]) -> None:
    """Translates every unfinished message whose Thai is known."""
    tree = ET.parse(TS)
    for message in tree.iter("message"):
        translation = message.find("translation")
        known = english.get(message.findtext("source", ""))
        if translation is not None and translation.get("type") == "unfinished" and known:
            translation.text = known
            del translation.attrib["type"]
    TS.write_text(_HEAD + ET.tostring(tree.getroot(), encoding="unicode") + "\n", "utf-8")


def unfinished() -> list[tuple[str, str]]:
    """Context and Thai of what has no English yet."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(TS).iter("context")
        for message in context.iter("message")
        if not message.findtext("translation") or message.find("translation[@type]") is not None
    ]


def compile_it() -> None:
    _run("lrelease", "-silent", str(TS), "-qm", str(TS.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    """Runs one of the tools that come with PySide6."""
    found = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(found), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
