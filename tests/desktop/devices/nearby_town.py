"""Runs in a network of its own: a scanner tells of itself there, and is found. Says where the found ones answer."""

import socket
import sys

from zeroconf import ServiceInfo, Zeroconf

from desktop.devices.nearby import SERVICE, nearby_scanners

LOOPBACK = "127.0.0.1"


def main(properties: dict[str, str]) -> None:
    address = socket.inet_aton(LOOPBACK)
    info = ServiceInfo(SERVICE, f"Copier.{SERVICE}", port=8080, addresses=[address], properties=properties)
    with Zeroconf(interfaces=[LOOPBACK]) as network:
        network.register_service(info)
        sys.stdout.write(" ".join(nearby_scanners(1.0, [LOOPBACK])))


if __name__ == "__main__":
    main(dict(part.split("=", 1) for part in sys.argv[1:]))
