"""Scanners that tell of themselves, in a network namespace of their own: no word leaves this machine."""

import socket
import subprocess
import sys

import pytest
from zeroconf import ServiceInfo

from desktop.devices.nearby import SERVICE, base_told
from tests.helpers.house import ROOT

_OWN_NETWORK = "ip link set lo up; ip link set lo multicast on; ip route add 224.0.0.0/4 dev lo;"


def test_a_scanner_that_tells_of_itself_is_found() -> None:
    town = [sys.executable, "-m", "tests.desktop.devices.nearby_town"]
    done = subprocess.run(
        ["unshare", "--map-root-user", "--net", "sh", "-c", f'{_OWN_NETWORK} exec "$@"', "sh", *town],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "http://127.0.0.1:8080/eSCL"), done.stderr


def told(port: int, addresses: list[bytes], **properties: str) -> ServiceInfo:
    return ServiceInfo(SERVICE, f"Copier.{SERVICE}", port=port, addresses=addresses, properties=properties)


@pytest.mark.parametrize("root", ["http://evil.invalid/", "a b", "eSCL?x=1"])
def test_one_that_tells_nonsense_is_left_out(root: str) -> None:
    assert base_told(told(80, [socket.inet_aton("10.0.0.5")], rs=root)) is None
    assert base_told(told(80, [], rs="eSCL")) is None


def test_where_it_answers() -> None:
    assert base_told(told(631, [socket.inet_aton("10.0.0.5")], rs="/scan/")) == "http://10.0.0.5:631/scan"
    assert base_told(told(80, [socket.inet_aton("10.0.0.5")])) == "http://10.0.0.5:80/eSCL"
