"""Signed notes, checkpoints and Ed25519 signatures: docs/spec/board.md, section 6."""

import hashlib
import unicodedata
from dataclasses import dataclass

from canonical import Malformed, hexadecimal, unbase64, utf8
from group import ED25519

MOST = 2**63 - 1


def verify_ed25519(key: bytes, message: bytes, signature: bytes) -> bool:
    """Strict: canonical key of prime order, canonical R, S below the group order, no cofactor."""
    try:
        point = ED25519.point(key)
        if len(signature) != 64 or not prime_order(point):
            return False
        ED25519.point(signature[:32])
    except (Malformed, ValueError):
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= ED25519.q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ED25519.q
    r = ED25519.minus(ED25519.times(s, ED25519.g), ED25519.times(k, point))
    return ED25519.compress(r) == signature[:32]


def prime_order(point) -> bool:
    return not ED25519.is_zero(point) and ED25519.is_zero(ED25519._multiply(ED25519.q, point))


@dataclass(frozen=True)
class Key:
    """A verifier key of type 01: section 6.1."""

    name: str
    id: bytes
    public: bytes

    @staticmethod
    def read(text: str) -> "Key":
        name, plus, rest = text.partition("+")
        number, second, encoded = rest.partition("+")
        if not plus or not second or not key_name(name):
            raise Malformed("a name, an id and a key")
        key = unbase64(encoded)
        if len(key) != 33 or key[0] != 1 or not prime_order(ED25519.point(key[1:])):
            raise Malformed("an Ed25519 key that signs notes")
        computed = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
        if hexadecimal(number, 8) != computed.hex():
            raise Malformed("the id of the key")
        return Key(name, computed, key[1:])


def key_name(name: str) -> bool:
    return bool(name) and not any(
        c == "+" or c.isspace() or unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") for c in name
    )


@dataclass(frozen=True)
class Note:
    text: str
    lines: list  # (name, id, signature)

    @staticmethod
    def read(data: bytes) -> "Note":
        """Section 6.2."""
        if len(data) > 2**20:
            raise Malformed("a note of at most 1 MiB")
        content = utf8(data)
        if any(c < " " and c != "\n" for c in content) or not content.endswith("\n"):
            raise Malformed("lines without control characters")
        text, empty, below = content.rpartition("\n\n")
        lines = below.split("\n")[:-1]
        if not empty or not text or not 1 <= len(lines) <= 100:
            raise Malformed("a text, an empty line and 1 to 100 signatures")
        return Note(text + "\n", [Note._line(line) for line in lines])

    @staticmethod
    def _line(line: str):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014" or not key_name(parts[1]):
            raise Malformed("a signature line")
        signature = unbase64(parts[2])
        if len(signature) < 5:
            raise Malformed("an id and a signature")
        return parts[1], signature[:4], signature[4:]

    def signed_by(self, key: Key) -> bool:
        """At least one line of this key, and each one of them verifies."""
        own = [signature for name, number, signature in self.lines if (name, number) == (key.name, key.id)]
        return bool(own) and all(verify_ed25519(key.public, self.text.encode(), one) for one in own)


@dataclass(frozen=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes
    note: Note

    @staticmethod
    def read(data: bytes) -> "Checkpoint":
        """Section 6.3."""
        note = Note.read(data)
        lines = note.text.split("\n")[:-1]
        if len(lines) < 3 or "" in lines:
            raise Malformed("origin, size and root")
        size = decimal(lines[1])
        root = unbase64(lines[2])
        if len(root) != 32 or size == 0 and root != hashlib.sha256(b"").digest():
            raise Malformed("a root of 32 bytes")
        return Checkpoint(lines[0], size, root, note)


def decimal(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 19 or text != str(int(text)) or int(text) > MOST:
        raise Malformed("a decimal number")
    return int(text)
