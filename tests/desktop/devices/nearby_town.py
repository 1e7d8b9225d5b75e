"""Runs in a network of its own: a scanner tells of itself there, and is sought until it is found."""

import asyncio
import socket
import sys

from zeroconf import ServiceInfo, Zeroconf

from desktop.devices.nearby import SERVICE, nearby_scanners

LOOPBACK = "127.0.0.1"
_TRIES, _PATIENCE_S = 5, 60


async def _register(network: Zeroconf, info: ServiceInfo) -> None:
    """The library's own call that waits gives up on a busy machine."""
    await (await network.async_register_service(info))


def main() -> None:
    address = socket.inet_aton(LOOPBACK)
    info = ServiceInfo(
        SERVICE, f"Copier.{SERVICE}", port=8080, addresses=[address], properties={"rs": "eSCL", "ty": "Copier"}
    )
    with Zeroconf(interfaces=[LOOPBACK]) as network:
        assert network.loop is not None
        asyncio.run_coroutine_threadsafe(_register(network, info), network.loop).result(_PATIENCE_S)
        found = next(filter(None, (nearby_scanners(interfaces=[LOOPBACK]) for _ in range(_TRIES))), [])
        sys.stdout.write(" ".join(found))


if __name__ == "__main__":
    main()
