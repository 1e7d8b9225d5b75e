"""A real Secret Service for tests: gnome-keyring, unlocked, on a D-Bus of its own in folders of its own."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from desktop.store.keys import give_bus_time

_PATIENCE_S = 60
_SERVICE = "org.freedesktop.secrets"


@dataclass(frozen=True)
class KeyringBus:
    """A running keyring; `environment` leads any process to it."""

    environment: dict[str, str]


@contextmanager
def private_keyring(folder: Path) -> Iterator[KeyringBus]:
    """Runs a D-Bus and an unlocked keyring that keep everything in `folder`; both are gone at the end."""
    environment = _environment(folder)
    with ExitStack() as running:
        daemon = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        bus = running.enter_context(_process(daemon, environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = _pipe(bus.stdout).readline().decode().strip()
        unlock = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        keyring = running.enter_context(_process(unlock, environment))
        with _pipe(keyring.stdin) as passphrase:
            passphrase.write(b"test")  # a newline would be part of it
        _wait_for_service(environment["DBUS_SESSION_BUS_ADDRESS"])
        yield KeyringBus({name: environment[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND")})


def _environment(folder: Path) -> dict[str, str]:
    """The surroundings of both daemons, all inside `folder`."""
    places = {name: folder / name.lower() for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    places["XDG_RUNTIME_DIR"] = folder / "run"
    for place in places.values():
        place.mkdir(mode=0o700, parents=True)
    return {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
        **{name: str(place) for name, place in places.items()},
    }


@contextmanager
def _process(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a daemon that also ends when this process is killed."""
    tied = ["setpriv", "--pdeathsig", "TERM", *command]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(tied, env=environment, stdin=pipe, stdout=pipe, stderr=nowhere) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(_PATIENCE_S)


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end


def _wait_for_service(address: str) -> None:
    """Returns when the keyring has taken its name on the bus; TimeoutError after 20 s."""
    from jeepney import DBusAddress, MatchRule, new_method_call
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    bus = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
    taken = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    taken.add_arg_condition(0, _SERVICE)
    with open_dbus_connection(address, auth_timeout=_PATIENCE_S) as connection, connection.filter(taken) as signals:
        Proxy(message_bus, connection).AddMatch(taken)
        ask = new_method_call(bus, "NameHasOwner", "s", (_SERVICE,))
        if not connection.send_and_get_reply(ask, timeout=_PATIENCE_S).body[0]:
            connection.recv_until_filtered(signals, timeout=_PATIENCE_S)


@pytest.fixture(scope="session")
def keyring_daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyringBus]:
    """One keyring for the whole run; nobody is led to it."""
    with private_keyring(tmp_path_factory.mktemp("keyring")) as bus:
        yield bus


@pytest.fixture
def keyring_bus(keyring_daemon: KeyringBus, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringBus]:
    """For this test `keyring` and every process it starts find an unlocked keyring, empty at the end."""
    import keyring

    before = keyring.get_keyring()
    for name, value in keyring_daemon.environment.items():
        monkeypatch.setenv(name, value)
    give_bus_time()
    keyring.core.init_backend()
    yield keyring_daemon
    _empty()
    keyring.set_keyring(before)


@contextmanager
def without_keyring() -> Iterator[None]:
    """This machine has no keyring, as the keyring library itself says it, however often it looks."""
    import keyring

    before = keyring.get_keyring()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        keyring.core.init_backend()
        yield
    keyring.set_keyring(before)


@pytest.fixture
def no_keyring() -> Iterator[None]:
    with without_keyring():
        yield


def _empty() -> None:
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        for item in list(secretstorage.get_default_collection(connection).get_all_items()):
            item.delete()
