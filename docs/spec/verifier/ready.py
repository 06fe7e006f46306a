"""Who was ready: docs/spec/board.md, section 4; check V14."""

import merkle
from canonical import Malformed, hexadecimal, members, number, own, parse
from note import verify_ed25519
from proofs import schnorr


def check_ready(record, election, manifest, keys: dict, check) -> None:
    """V14. keys are the trustees' keys by owner, without those that V11 refused."""
    setup, _ = record.one("Setup")
    leaves = [merkle.leaf(entry) for entry in record.entries]
    for index, entry in record.of("Ready"):
        data = record.object(entry["payload"])
        owner = entry.get("owner")
        known = manifest is not None if owner is None else owner in keys
        if data is None or election is None or not known:
            check.skip()
            continue
        where = {"index": index, "hash": entry["payload"]}
        try:
            size, root, holds = _statement(data, owner, election, manifest, keys)
        except Malformed as error:
            check.fail("ready", str(error), "another object", **where)
            continue
        if not setup < size <= index:
            check.fail("ready", f"a size from {setup + 1} to {index}", str(size), **where)
        elif root != merkle.root(leaves[:size]).hex():
            check.fail("ready", "the root of this board", root, **where)
        else:
            check.test(holds, "ready", "a statement that its maker signed", "another signature", **where)


def _statement(data: bytes, owner, election, manifest, keys: dict) -> tuple:
    """(size, root, whether it is proven or signed)"""
    value, group = own(parse(data)), election.group
    if owner is None:
        root, signature, size = members(value, "root", "signature", "size")
        who = f"registrar|{manifest.registrar}"
    else:
        challenge, response, root, size = members(value, "challenge", "response", "root", "size")
        who = f"{owner}|{group.encode(keys[owner])}"
        proof = group.scalar(challenge), group.scalar(response)
    text = f"psephos/ready/1|{group.name}|{election.fingerprint}|{who}|{number(size)}|{hexadecimal(root)}|"
    if owner is None:
        signed = bytes.fromhex(hexadecimal(signature, 128))
        return size, root, verify_ed25519(bytes.fromhex(manifest.registrar), text.encode(), signed)
    return size, root, schnorr(group, text, keys[owner], proof)
