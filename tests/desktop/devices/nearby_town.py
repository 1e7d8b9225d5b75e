"""Runs in a network of its own: a scanner tells of itself there, and is sought until it is found."""

import socket
import sys

from zeroconf import ServiceInfo, Zeroconf

from desktop.devices.nearby import SERVICE, nearby_scanners

LOOPBACK = "127.0.0.1"


_TRIES = 5


def main() -> None:
    address = socket.inet_aton(LOOPBACK)
    info = ServiceInfo(
        SERVICE, f"Copier.{SERVICE}", port=8080, addresses=[address], properties={"rs": "eSCL", "ty": "Copier"}
    )
    with Zeroconf(interfaces=[LOOPBACK]) as network:
        network.register_service(info)
        found = next(filter(None, (nearby_scanners(interfaces=[LOOPBACK]) for _ in range(_TRIES))), [])
        sys.stdout.write(" ".join(found))


if __name__ == "__main__":
    main()
