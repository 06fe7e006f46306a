"""What a reader brings along: docs/spec/board.md, section 8; checks V27 and V28."""

import merkle
from canonical import Malformed, members, own, parse, text, unbase64, utf8
from note import Checkpoint, Key, decimal


def read_receipt(data: bytes) -> tuple:
    """(index, path, checkpoint, tracker in hexadecimal)"""
    content = utf8(data)
    above, empty, below = content.partition("\n\n")
    lines = above.split("\n")
    if not empty or len(lines) < 3 or lines[0] != "c2sp.org/tlog-proof@v1" or len(lines) > 66:
        raise Malformed("a receipt")
    if not lines[1].startswith("extra ") or not lines[2].startswith("index "):
        raise Malformed("the lines extra and index")
    fingerprint, tracker = members(own(parse(unbase64(lines[1][6:]))), "fingerprint", "tracker")
    path = [unbase64(line) for line in lines[3:]]
    for one in (text(fingerprint), text(tracker)):
        if len(unbase64(one + "=")) != 32:
            raise Malformed("32 bytes in base64")
    return decimal(lines[2][6:]), path, Checkpoint.read(below.encode()), unbase64(tracker + "=").hex()


def check_receipts(record, key: Key | None, receipts: dict, check) -> None:
    """V27. receipts: name -> bytes."""
    leaves = [merkle.leaf(entry) for entry in record.entries]
    for name, data in sorted(receipts.items()):
        if key is None:
            check.skip()
            continue
        reason = _refuse_receipt(data, key, leaves)
        check.test(reason is None, "receipt", reason or "", name=name)


def _refuse_receipt(data: bytes, key: Key, leaves: list) -> str | None:
    try:
        index, path, checkpoint, tracker = read_receipt(data)
    except (Malformed, ValueError) as error:
        return str(error)
    refused = refuse_checkpoint(checkpoint, key, leaves)
    if refused:
        return refused
    leaf = merkle.leaf(b'{"payload":"%s","type":"Ballot"}' % tracker.encode())
    if not merkle.included(leaf, index, checkpoint.size, path, checkpoint.root):
        return "an inclusion proof that holds"
    return None if leaves[index] == leaf else "the ballot of its tracker"


def refuse_checkpoint(checkpoint: Checkpoint, key: Key, leaves: list) -> str | None:
    """Why an earlier checkpoint does not belong to a prefix of this board."""
    if checkpoint.origin != key.name or not checkpoint.note.signed_by(key):
        return "a checkpoint that the log signed"
    if checkpoint.size > len(leaves):
        return f"a size up to {len(leaves)}"
    return None if merkle.root(leaves[: checkpoint.size]) == checkpoint.root else "the root that this board had"


def check_earlier(record, key: Key | None, data: bytes, check) -> None:
    """V28."""
    if key is None:
        check.skip()
        return
    leaves = [merkle.leaf(entry) for entry in record.entries]
    try:
        reason = refuse_checkpoint(Checkpoint.read(data), key, leaves)
    except Malformed as error:
        reason = str(error)
    check.test(reason is None, "checkpoint", reason or "")
