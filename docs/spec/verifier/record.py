"""The board as it was read: entries, objects, and which of them earlier checks have accepted."""

from dataclasses import dataclass, field

import entries as kinds
from canonical import HEX, Malformed, parse, sha256


@dataclass
class Record:
    entries: list  # bytes
    objects: dict  # hash -> bytes, as they were packed
    parsed: list = field(default_factory=list)  # an entry, or None where V05 refused it
    accepted: list = field(default_factory=list)  # (index, entry) that V05 and V06 accepted

    def object(self, name: str) -> bytes | None:
        """An object, if it is there and is what it is called."""
        data = self.objects.get(name)
        return data if data is not None and sha256(data) == name else None

    def of(self, kind: str) -> list:
        """The accepted entries of a type (or of a kind of Ceremony), with their places."""
        return [(index, entry) for index, entry in self.accepted if kind in (entry["type"], entry.get("kind"))]

    def one(self, kind: str):
        """The one accepted entry of a type with its place, or (None, None)."""
        found = self.of(kind)
        return found[0] if found else (None, None)

    def references(self, index: int) -> list:
        """The hashes of the objects reached from an entry, an object after those that it refers to (board.md 2)."""
        entry = self.parsed[index]
        found = []
        if entry is None:
            return found
        kind = entry["type"]
        for name in ("manifest", "payload", "notice"):
            if name in entry and not (name == "manifest" and kind != "Setup"):
                found += self._below(kind, name, entry[name]) + [entry[name]]
        return found

    def _below(self, kind: str, name: str, top: str) -> list:
        """What an object refers to, as far as it can be read."""
        try:
            value = parse(self.object(top) or b"")
            if name == "manifest":
                found = list(value["texts"].values())
            elif kind == "Setup":
                found = [value["election"], value["trustees"], value["credentials"]]
            elif kind == "EncryptedTally":
                found = [value["encrypted_tally"]]
            elif kind == "PartialDecryption":
                found = [value["payload"]]
            else:
                found = []
        except (Malformed, KeyError, TypeError, AttributeError):
            return []
        return [one for one in found if isinstance(one, str) and HEX.match(one)]

    def owner(self, entry: dict):
        """The owner that the payload of a decryption or of its proof names; None if it cannot be read."""
        try:
            value = parse(self.object(entry["payload"]) or b"")
            owner = value["owner"]
        except (Malformed, KeyError, TypeError):
            return None
        return owner if isinstance(owner, int) and not isinstance(owner, bool) else None


def check_objects(record: Record, check) -> None:
    """V02: every object that is referred to is there and has the hash by which it is called."""
    seen = set()
    for index in range(len(record.entries)):
        for name in record.references(index):
            if name in seen:
                continue
            seen.add(name)
            data = record.objects.get(name)
            if data is None:
                check.fail("object", "an object with this hash", "nothing", index, name)
            else:
                check.test(sha256(data) == name, "object", name, sha256(data), index=index, hash=name)


def check_entries(record: Record, check) -> None:
    """V05: every entry is of a known kind and written in the one way."""
    for index, data in enumerate(record.entries):
        try:
            record.parsed.append(kinds.read(data))
            check.ok()
        except (Malformed, ValueError) as error:
            record.parsed.append(None)
            check.fail("entry", str(error), "another entry", index, sha256(data))


def check_order(record: Record, order, check) -> None:
    """V06. What stands after an entry that cannot be read is not judged."""
    broken = False
    for index, entry in enumerate(record.parsed):
        if entry is None or broken:
            broken = broken or entry is None and order.phase not in ("RESULT", "CANCELLED")
            check.skip()
            continue
        reason = order.refuse(index, entry, record.owner)
        if check.test(
            reason is None, "entry", reason or "", entry["type"], index=index, hash=sha256(record.entries[index])
        ):
            record.accepted.append((index, entry))
    if order.pending:
        index, who = order.pending
        check.fail("entry", f"the proof of owner {who} after it", "nothing", index, sha256(record.entries[index]))


def count_trustees(record: Record) -> int | None:
    """How many trustees the definition names; None if that cannot be read."""
    for entry in record.parsed:
        if entry is not None and entry["type"] == "Setup":
            try:
                setup = parse(record.object(entry["payload"]) or b"")
                parties = parse(record.object(setup["trustees"]) or b"")
                return sum(1 if kind == "Single" else len(value["verification_keys"]) for kind, value in parties)
            except (Malformed, KeyError, TypeError, ValueError):
                return None
    return None
