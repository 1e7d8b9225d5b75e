"""Network scanners that tell of themselves (mDNS, `_uscan._tcp`). What they say is where to ask, nothing more."""

import re
from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING, Any

from desktop.devices.escl_http import ROOT, base_of
from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from zeroconf import ServiceInfo

SERVICE = "_uscan._tcp.local."
_LISTEN_S = 2.5
"""The first question may be answered to another program on this machine's port; the second, a second later, to all."""
_ANSWER_MS = 3_000
_MOST = 50


def nearby_scanners(listen_s: float = _LISTEN_S, interfaces: Sequence[str] | None = None) -> list[str]:
    """Where they answer (as `escl_http.base_of`); none where there is no network. `interfaces`: by their addresses."""
    from zeroconf import Error, InterfaceChoice, ServiceBrowser, Zeroconf

    heard: dict[str, None] = {}
    try:
        with Zeroconf(interfaces=list(interfaces) if interfaces else InterfaceChoice.All) as network:

            def hear(service_type: str, name: str, **_: Any) -> None:
                heard[name] = None

            browser = ServiceBrowser(network, SERVICE, handlers=[hear])
            Event().wait(listen_s)
            browser.cancel()
            infos = [network.get_service_info(SERVICE, name, _ANSWER_MS) for name in list(heard)[:_MOST]]
    except (OSError, Error):
        return []
    return [base for info in infos if info is not None and (base := base_told(info))]


def base_told(info: "ServiceInfo") -> str | None:
    """Where one says that it answers; None for what is no address."""
    from zeroconf import IPVersion

    addresses = info.parsed_addresses(IPVersion.V4Only)
    root = (info.properties.get(b"rs") or b"").decode("ascii", "replace").strip("/")
    if not addresses or not re.fullmatch(r"[\w./-]*", root):
        return None
    try:
        return base_of(f"http://{addresses[0]}:{info.port}/{root or ROOT}")
    except OfficeError:
        return None
