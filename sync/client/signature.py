"""The desk's own key: made from its seed, never sent anywhere."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def public_key(seed: bytes) -> bytes:
    """32 raw bytes of Ed25519, as the centre keeps them."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def sign(seed: bytes, content: bytes) -> bytes:
    """64 bytes over the content."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(content)


def verify(key: bytes, content: bytes, signature: bytes) -> bool:
    """Whether the owner of a public key signed the content."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
