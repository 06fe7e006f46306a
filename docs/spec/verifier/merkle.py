"""The Merkle tree: docs/spec/board.md, section 5. Hashes are bytes here."""

import hashlib

HASH = 32


def leaf(entry: bytes) -> bytes:
    return hashlib.sha256(b"\0" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def root(leaves: list) -> bytes:
    """The root over leaf hashes."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    row = leaves
    while len(row) > 1:  # an odd one at the end is carried up unchanged
        pairs = [node(row[i], row[i + 1]) for i in range(0, len(row) - 1, 2)]
        row = pairs + row[len(row) - len(row) % 2 :]
    return row[0]


def included(hash_of_leaf: bytes, index: int, size: int, path: list, expected: bytes) -> bool:
    """Section 5.1."""
    if not 0 <= index < size or len(path) > 63 or any(len(one) != HASH for one in path):
        return False
    f, s, r = index, size - 1, hash_of_leaf
    for p in path:
        if s == 0:
            return False
        if f % 2 == 1 or f == s:
            r = node(p, r)
            while f % 2 == 0 and f:
                f, s = f >> 1, s >> 1
        else:
            r = node(r, p)
        f, s = f >> 1, s >> 1
    return s == 0 and r == expected
