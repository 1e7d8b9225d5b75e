"""The desk's own key: made from its seed, never sent anywhere."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def public_key(seed: bytes) -> bytes:
    """32 raw bytes of Ed25519, as the centre keeps them."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def sign(seed: bytes, content: bytes) -> bytes:
    """64 bytes over the content."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(content)
