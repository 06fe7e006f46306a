"""The kinds of board entries and their members: docs/spec/board.md, section 1; check V05."""

from canonical import HEX, Malformed, members, number, own, parse, text
from note import Key

MOST_BYTES = 4096
MOST_OWNER = 25
MOST_ATTEMPT = 1000


def read(data: bytes) -> dict:
    """An entry; Malformed if it is of no known kind or not written in the one way."""
    if not 1 <= len(data) <= MOST_BYTES:
        raise Malformed(f"at most {MOST_BYTES} bytes")
    entry = own(parse(data))
    kind = entry.get("type")
    if kind == "Ceremony":
        known = CEREMONY.get(text(entry.get("kind")))
    elif kind == "Ready":
        known = READY.get(text(entry.get("role")))
    elif kind == "Amendment":
        changed = [name for name in ("booth", "closes", "notice") if name in entry]
        known = AMENDMENT.get(changed[0]) if len(changed) == 1 else None
    else:
        known = PLAIN.get(text(kind))
    if known is None:
        raise Malformed("a known kind of entry")
    fixed = [name for name in ("type", "kind", "role") if name in entry and name not in known]
    members(entry, *sorted([*known, *fixed]))
    for name, check in known.items():
        check(entry[name])
    _check_indexes(entry)
    return entry


def _check_indexes(entry: dict) -> None:
    size = entry.get("size")
    if size is not None and (entry["threshold"] > size or entry["index"] > size):
        raise Malformed("threshold and index up to the size")
    if "against" in entry and entry["against"] == entry["index"]:
        raise Malformed("a complaint against another member")


def _hash(value) -> None:
    if not isinstance(value, str) or not HEX.match(value):
        raise Malformed("64 hexadecimal digits")


def _up_to(most: int):
    return lambda value: number(value, 1, most)


def _one_of(*values):
    def check(value) -> None:
        if value not in values or isinstance(value, bool):
            raise Malformed("one of " + ", ".join(map(str, values)))

    return check


def _uuid(value) -> None:
    if len(text(value)) < 14 or any(c not in BASE58 for c in value):
        raise Malformed("a uuid")


BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

_PAYLOAD = {"payload": _hash}
_TIME = {"time": number}
_MEMBER = {"attempt": _up_to(MOST_ATTEMPT), "index": _up_to(MOST_OWNER)}

PLAIN = {
    "Genesis": {
        "group": text,
        "log": Key.read,
        "mode": _one_of("election", "rehearsal"),
        "time": number,
        "uuid": _uuid,
        "version": _one_of(1),
    },
    "Setup": {"manifest": _hash, **_PAYLOAD},
    "Open": _TIME,
    "Ballot": _PAYLOAD,
    "EndBallots": _TIME,
    "EncryptedTally": _PAYLOAD,
    "PartialDecryption": _PAYLOAD,
    "DecryptionProof": _PAYLOAD,
    "Result": _PAYLOAD,
    "Cancel": {**_PAYLOAD, **_TIME},
    "Attestation": _PAYLOAD,
}

CEREMONY = {
    "trustee-key": {"owner": _up_to(MOST_OWNER), **_PAYLOAD},
    "credentials": {"count": number, "registrar": _hash, "reissued": number, **_PAYLOAD},
    "certificate": {"size": _up_to(MOST_OWNER), "threshold": _up_to(MOST_OWNER), **_MEMBER, **_PAYLOAD},
    "commitment": {"commitment": _hash, **_MEMBER},
    "dealing": {**_MEMBER, **_PAYLOAD},
    "verification-key": {**_MEMBER, **_PAYLOAD},
    "complaint": {"against": _up_to(MOST_OWNER), **_MEMBER, **_PAYLOAD},
    "abandon": {"attempt": _up_to(MOST_ATTEMPT), **_PAYLOAD},
}

READY = {"trustee": {"owner": _up_to(MOST_OWNER), **_PAYLOAD}, "registrar": _PAYLOAD}

AMENDMENT = {
    "closes": {"closes": number, **_TIME},
    "booth": {"booth": _hash, **_TIME},
    "notice": {"notice": _hash, **_TIME},
}
