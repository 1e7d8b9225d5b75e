"""pyHanko's signer for a key that is not in this process; brought in only when something is signed with one."""

from collections.abc import Callable
from typing import Any

from pyhanko.sign.signers import Signer

_MOST = 512
"""Bytes of the longest signature that is asked for: RSA with 4096 bits."""


class SignerElsewhere(Signer):
    """`ask(data, digest)` gives the signature over the data's digest."""

    def __init__(self, certificate: Any, issuers: Any, ask: Callable[[bytes, str], bytes]) -> None:
        super().__init__(signing_cert=certificate, cert_registry=issuers)
        self._ask = ask

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return bytes(_MOST) if dry_run else self._ask(data, digest_algorithm)
