"""The proxy as a process of its own, as the tour and other harnesses use it."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.office.clock import SystemClock
from desktop.office.errors import OfficeError
from sync.client.transport import Ask, Transport
from tests.helpers.town import Town

REPOSITORY = Path(__file__).parents[3]


def test_it_obeys_what_it_is_told(town: Town) -> None:
    command = [sys.executable, "-m", "tests.helpers.proxy", town.url.removeprefix("http://")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=REPOSITORY) as proxy:
        assert proxy.stdin
        assert proxy.stdout
        transport = Transport(proxy.stdout.readline().strip(), SystemClock())
        told = {}
        for word in ("heal", "html", "refuse", "commit_then_cut", "heal"):
            proxy.stdin.write(f"{word}\n")
            proxy.stdin.flush()
            assert proxy.stdout.readline() == "ok\n"
            with pytest.raises(OfficeError) as error:
                transport.exchange(Ask("GET", "/v1/wait?head=0"))
            told[word] = error.value.subject.get("problem", error.value.code)
        transport.close()
        proxy.stdin.close()
    assert proxy.returncode == 0
    cut = "post.no_line"
    assert told == {"heal": "token_missing", "html": "post.not_the_centre", "refuse": cut, "commit_then_cut": cut}
