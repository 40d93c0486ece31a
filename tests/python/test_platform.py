"""What the interpreter in the browser lacks, and what a restored snapshot must not repeat."""

import hashlib
import logging
import os
import random
import sys
import tempfile
import time
import uuid

import pytest

from harness import password_hashing, renewal
from shop_runs import run, seeded, text

# RFC 6070 and its kin for SHA-256 and SHA-512: hash, password, salt, iterations, length, key.
VECTORS = [
    ("sha1", b"password", b"salt", 1, 20, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
    ("sha1", b"password", b"salt", 4096, 20, "4b007901b765489abead49d926f721d065a429c1"),
    (
        "sha1",
        b"passwordPASSWORDpassword",
        b"saltSALTsaltSALTsaltSALTsaltSALTsalt",
        4096,
        25,
        "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
    ),
    ("sha1", b"pass\0word", b"sa\0lt", 4096, 16, "56fa6aa75548099dcc37d7f03425e0c3"),
    (
        "sha256",
        b"password",
        b"salt",
        2,
        32,
        "ae4d0c95af6b46d32d0adff928f06dd02a303f8ef3c251dfd6e2d85a95474c43",
    ),
    (
        "sha256",
        b"passwd",
        b"salt",
        1,
        64,
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
    ),
]


@pytest.mark.parametrize(("name", "password", "salt", "iterations", "length", "key"), VECTORS)
def test_pbkdf2(
    name: str, password: bytes, salt: bytes, iterations: int, length: int, key: str
) -> None:
    found = password_hashing.pbkdf2_hmac(name, password, salt, iterations, length)
    assert found.hex() == key


def test_pbkdf2_of_a_long_password_hashes_it_first() -> None:
    long = b"x" * 200
    short = hashlib.sha256(long).digest()
    assert password_hashing.pbkdf2_hmac("sha256", long, b"s", 3) == password_hashing.pbkdf2_hmac(
        "sha256", short, b"s", 3
    )


def test_users_sign_in_with_the_default_hasher() -> None:
    seeded()
    started = time.perf_counter()
    for _ in range(100_000):
        hashlib.sha256(b"x").digest()
    hundred_thousand_digests = time.perf_counter() - started
    started = time.perf_counter()
    report = run(
        "from django.contrib.auth import authenticate\n"
        "from shop.models import User\n"
        "user = User.objects.create_user('ada', 'ada@example.com', 'correct horse')\n"
        "print(user.password.split('$')[0])\n"
        "print(user.check_password('correct horse'), user.check_password('no'))\n"
        "print(authenticate(username='ada', password='correct horse') == user)"
    )
    assert report.error is None
    assert text(report) == "pbkdf2_sha256\nTrue False\nTrue\n"
    # Four hashes of 50,000 rounds, two digests each; 4.2 times a hundred thousand bare ones was measured.
    # Django's own number of rounds would take twenty times as long, and a busy machine twice.
    assert (time.perf_counter() - started) / hundred_thousand_digests < 25


def test_scrypt_says_what_to_do() -> None:
    with pytest.raises(NotImplementedError, match="PBKDF2PasswordHasher"):
        hashlib.scrypt(b"x", salt=b"y", n=2, r=1, p=1)


def test_time_zones() -> None:
    report = run(
        "from datetime import datetime\nfrom zoneinfo import ZoneInfo\nfrom django.utils import timezone\n"
        "moment = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo('Asia/Kolkata'))\n"
        "print(moment.astimezone(ZoneInfo('America/New_York')).isoformat())\n"
        "with timezone.override('Pacific/Auckland'): print(timezone.localtime(moment).isoformat())\n"
        "from shop.models import Order\n"
        "from django.db.models.functions import TruncDay\n"
        "day = TruncDay('placed_at', tzinfo=ZoneInfo('Europe/Paris'))\n"
        "print(Order.objects.annotate(day=day).values_list('day').distinct().count() > 1)"
    )
    assert report.error is None
    assert text(report) == "2026-07-01T02:30:00-04:00\n2026-07-01T18:30:00+12:00\nTrue\n"


def test_nothing_repeats_between_two_restores() -> None:
    """What a snapshot would freeze is put back to the same state before each renewal."""
    frozen = random.getstate()
    drawn = []
    for _ in range(2):
        random.setstate(frozen)
        tempfile._name_sequence = tempfile._RandomNameSequence()  # type: ignore[attr-defined]
        tempfile._name_sequence._rng_pid, tempfile._name_sequence._rng = (  # type: ignore[attr-defined]
            os.getpid(),
            random.Random(1),
        )
        uuid._last_timestamp = 2**60  # type: ignore[attr-defined]
        renewal.renew()
        drawn.append(
            (
                random.random(),
                next(tempfile._get_candidate_names()),  # type: ignore[attr-defined]
                uuid.uuid4(),
                os.urandom(8),
                uuid.uuid1().time >= 2**60,
            )
        )
    first, second = drawn
    assert all(one != other for one, other in zip(first[:4], second[:4], strict=True))
    # A UUID counts from the clock again, not from the last one of the snapshot.
    assert first[4] is False


def test_renewal_sets_the_clock_of_logging_and_the_environment() -> None:
    logging._startTime = 0  # type: ignore[attr-defined]
    os.environ.pop("TZ", None)
    renewal.renew()
    assert abs(logging._startTime - time.time_ns()) < 10**10  # type: ignore[attr-defined]
    assert os.environ["TZ"] == "UTC"
    assert sys.getrecursionlimit() == renewal.RECURSION_LIMIT


@pytest.mark.parametrize("method", ["__str__", "__repr__", "__eq__", "__getattr__", "__hash__"])
def test_endless_recursion_is_an_error_not_the_end(method: str) -> None:
    body = {
        "__str__": "return str(self)",
        "__repr__": "return repr(self)",
        "__eq__": "return self == other",
        "__getattr__": "return self.missing",
        "__hash__": "return hash(self)",
    }[method]
    arguments = {"__eq__": "self, other", "__getattr__": "self, name"}.get(method, "self")
    use = {
        "__str__": "str(Odd())",
        "__repr__": "repr(Odd())",
        "__eq__": "Odd() == Odd()",
        "__getattr__": "Odd().thing",
        "__hash__": "hash(Odd())",
    }[method]
    report = run(f"class Odd:\n    def {method}({arguments}): {body}\n{use}")
    assert report.error is not None
    assert report.error.type == "RecursionError"
    assert run("print('alive')").output[0].text == "alive\n"


def test_secrets_differ_from_run_to_run() -> None:
    code = (
        "import secrets\nfrom django.utils.crypto import get_random_string\n"
        "print(secrets.token_hex(), get_random_string(20))"
    )
    assert text(run(code)) != text(run(code))
