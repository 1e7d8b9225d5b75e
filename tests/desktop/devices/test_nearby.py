"""Scanners that tell of themselves, in a network namespace of their own: no word leaves this machine."""

import subprocess
import sys

import pytest

from tests.helpers.house import ROOT

_OWN_NETWORK = "ip link set lo up; ip link set lo multicast on; ip route add 224.0.0.0/4 dev lo;"


def found(*properties: str) -> str:
    """Where a scanner that tells of itself with these properties answers, as it was found."""
    town = ["-m", "tests.desktop.devices.nearby_town", *properties]
    command = f'{_OWN_NETWORK} exec "$@"'
    done = subprocess.run(
        ["unshare", "--map-root-user", "--net", "sh", "-c", command, "sh", sys.executable, *town],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_scanner_that_tells_of_itself_is_found() -> None:
    assert found("rs=eSCL", "ty=Copier") == "http://127.0.0.1:8080/eSCL"


@pytest.mark.parametrize("root", ["rs=http://evil.invalid/"])
def test_one_that_tells_nonsense_is_not(root: str) -> None:
    assert found(root) == ""
