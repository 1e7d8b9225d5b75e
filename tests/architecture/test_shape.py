"""The shape of the source: what a file, a folder and a name may be."""

import ast
import re
import tomllib
from fnmatch import fnmatch

from tests.helpers.house import ROOT, our_files, place

_LONGEST_FILE = 400
_LONGEST_MAIN = 60
_UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
_MACHINE_PATH = re.compile(r"(?<![\w.~/}])/(home|root|work|Users)/\w")


def test_no_file_outgrows_its_room() -> None:
    lengths = {place(path): path.read_text("utf-8").count("\n") for path in our_files(".py")}
    assert not {path: lines for path, lines in lengths.items() if lines > _LONGEST_FILE}


def test_main_only_assembles() -> None:
    assert (ROOT / "main.py").read_text("utf-8").count("\n") <= _LONGEST_MAIN


def test_build_is_no_package_and_is_tracked() -> None:
    """An `__init__.py` there would shadow PyPA's `build`; a common .gitignore would hide the folder."""
    assert not (ROOT / "build" / "__init__.py").exists()
    patterns = (line.strip().rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines())
    hiding = [line for line in patterns if line and line[0] not in "#!" and fnmatch("build", line.lstrip("/"))]
    assert not hiding


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{place(path)}:{number}"
        for path in our_files(".py", ".sh", ".toml", ".spec", "")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if _UNFINISHED.search(line)
    ]
    assert not found


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = [
        f"{place(path)}:{number}"
        for path in our_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if _MACHINE_PATH.search(line)
    ]
    assert not found


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.search(rf"^## \[?{re.escape(version)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_package_is_pinned() -> None:
    names = ("requirements.txt", "requirements-dev.txt", "requirements-fonts.txt")
    texts = [(ROOT / name).read_text("utf-8") for name in names]
    lines = [line for text in texts for line in text.splitlines() if line and line[0] != "#"]
    loose = [line for line in lines if not re.match(r"[\w.\-\[\]]+==[\w.]+", line)]
    assert not loose


def test_tests_never_wait_blindly_nor_look_away() -> None:
    """No sleeps and no waits for a time; nothing skipped, expected to fail or tried again."""
    found = [
        f"{place(path)}: {ast.unparse(node)}"
        for path in our_files(".py")
        if path.name.startswith("test_") or path.name == "conftest.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if _waits_blindly(node) or _looks_away(node)
    ]
    assert not found


def _waits_blindly(node: ast.AST) -> bool:
    """`sleep(0)` only gives way and is no wait."""
    if not isinstance(node, ast.Call):
        return False
    name = ast.unparse(node.func)
    return name == "qtbot.wait" or (name.endswith("sleep") and ast.unparse(node.args[0]) != "0")


def _looks_away(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail", "flaky", "importorskip"}
