"""The program knows which one it is."""

import tomllib

from desktop.office.version import VERSION
from tests.helpers.house import ROOT


def test_the_version_is_the_projects() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION
