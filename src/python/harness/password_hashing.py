"""PBKDF2 in Python: Pyodide is built without OpenSSL, so `hashlib` lacks what Django's hashers call."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth import hashers

# Django's own number takes seconds here, and teaches nothing by it: 50,000 is 0.1 s.
ITERATIONS = 50_000

_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


def pbkdf2_hmac(
    hash_name: str, password: bytes, salt: bytes, iterations: int, dklen: int | None = None
) -> bytes:
    """`hashlib.pbkdf2_hmac`, as RFC 8018 defines it."""
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is not None and dklen < 1:
        raise ValueError("key length must be greater than 0.")
    plain = hashlib.new(hash_name)
    key = bytes(password)
    if len(key) > plain.block_size:
        key = hashlib.new(hash_name, key).digest()
    key = key.ljust(plain.block_size, b"\0")
    # The two keyed halves of HMAC are hashed once, then only copied.
    inner_start = hashlib.new(hash_name, key.translate(_INNER)).copy
    outer_start = hashlib.new(hash_name, key.translate(_OUTER)).copy

    def block(number: int) -> bytes:
        message = bytes(salt) + number.to_bytes(4, "big")
        mixed = 0
        for _ in range(iterations):
            inner, outer = inner_start(), outer_start()
            inner.update(message)
            outer.update(inner.digest())
            message = outer.digest()
            mixed ^= int.from_bytes(message)
        return mixed.to_bytes(plain.digest_size)

    length = dklen or plain.digest_size
    count = -(-length // plain.digest_size)
    return b"".join(block(number) for number in range(1, count + 1))[:length]


def scrypt(*args: Any, **kwargs: Any) -> bytes:
    """Not to be had without OpenSSL; says so instead of being absent."""
    raise NotImplementedError(
        "hashlib.scrypt needs OpenSSL, which is not part of the Python in your browser: "
        "use PBKDF2PasswordHasher in PASSWORD_HASHERS here"
    )


def install() -> None:
    """Complete `hashlib`, and lower the work factor to what a browser does in a moment."""
    if not hasattr(hashlib, "pbkdf2_hmac"):
        hashlib.pbkdf2_hmac = pbkdf2_hmac  # type: ignore[assignment]
    if not hasattr(hashlib, "scrypt"):
        hashlib.scrypt = scrypt  # type: ignore[assignment]
    hashers.PBKDF2PasswordHasher.iterations = ITERATIONS
