"""What was posted before Setup: docs/spec/key-ceremony.md; check V12."""

import functools
from collections import Counter

import credentials
from canonical import Malformed, array, hexadecimal, members, own, parse, sha256, text, write
from group import GROUPS, Group
from order import STEPS, Attempt
from proofs import message_signature, read_proof
from shares import Complaint, Evidence
from trustees import Certificate, Elements, Key, certified, evaluate, same_or_negative


class Ceremony:
    """V12. Statements that V11 makes about the group that is used are not made again where V11 has refused it."""

    def __init__(self, record, genesis: dict, check):
        self.record, self.check, self.uuid = record, check, genesis["uuid"]
        self.group: Group = GROUPS[genesis["group"]]
        self.earlier: list = []  # keys of certificates, of all attempts so far

    def test(self, holds: bool, place: int, expected: str, found: str = "it is not so") -> bool:
        entry = self.record.parsed[place]
        return self.check.test(holds, entry["kind"], expected, found, index=place, hash=entry.get("payload"))

    # What Setup uses.

    def check_used(self, setup: dict | None, trustees, listed, manifest, attempts: list) -> None:
        """listed is the list that V13 accepted."""
        if setup is None:
            self.check.skip()
            return
        if trustees is None:
            self.check.skip()
        else:
            self._keys(trustees)
            self._group(trustees, attempts)
        self._uploads(setup, listed, manifest)

    def _keys(self, trustees) -> None:
        posted = {entry["owner"]: index for index, entry in self.record.of("trustee-key")}
        place, _ = self.record.one("Setup")
        singles = [write(value) for kind, value in trustees.values if kind == "Single"]
        for owner, single in enumerate(singles, 1):
            if owner not in posted:
                self.check.fail("trustee", f"a key that owner {owner} posted", "none", place, name=f"owner {owner}")
                continue
            name = self.record.parsed[posted[owner]]["payload"]
            if self.record.object(name) is None:
                self.check.skip()
            else:
                self.test(sha256(single) == name, posted[owner], sha256(single), name)
        for owner in sorted(set(posted) - set(range(1, len(singles) + 1))):
            self.test(False, posted[owner], f"no key of owner {owner}", "a key")

    def _group(self, trustees, attempts: list) -> None:
        place, entry = self.record.one("Setup")
        where = {"index": place, "hash": entry["payload"]}
        used = [value for kind, value in trustees.values if kind == "Pedersen"]
        if not attempts or attempts[-1].ended:
            self.check.test(not used, "trustees", "no threshold group", "one", **where)
            return
        last_is_group = bool(trustees.values) and trustees.values[-1][0] == "Pedersen"
        if self.check.test(
            len(used) == 1 and last_is_group, "trustees", "the group, after all Singles", "another order", **where
        ):
            made = self._made(attempts[-1])
            if made is None or trustees.groups[0].refused:
                self.check.skip()
            else:
                self.check.test(
                    write(used[0]) == made, "trustees", "the group that the members made", "another group", **where
                )

    def _made(self, attempt: Attempt) -> bytes | None:
        """The group that follows from what was posted; None if it cannot be read."""
        try:
            posted = {
                step: [self._json(attempt.sent[step][i + 1]) for i in range(attempt.size)]
                for step in STEPS
                if step != "commitment"
            }
            return write(
                {
                    "threshold": attempt.threshold,
                    "certs": posted["certificate"],
                    "coefexps": [dealing["coefexps"] for dealing in posted["dealing"]],
                    "signatures": [dealing["signature"] for dealing in posted["dealing"]],
                    "verification_keys": posted["verification-key"],
                }
            )
        except (Malformed, KeyError, TypeError):
            return None

    def _json(self, place: int):
        return parse(self.record.object(self.record.parsed[place]["payload"]) or b"")

    def _uploads(self, setup: dict, listed, manifest) -> None:
        uploads = self.record.of("credentials")
        place, _ = self.record.one("Setup")
        if not uploads:
            self.check.fail("credentials", "a list that the registrar posted", "none", place, setup["credentials"])
            return
        before = None
        for index, entry in uploads:
            before = self._upload(index, entry, before, listed if entry["payload"] == setup["credentials"] else None)
        index, last = uploads[-1]
        self.test(last["payload"] == setup["credentials"], index, setup["credentials"], last["payload"])
        if manifest is None:
            self.check.skip()
        else:
            self.test(last["registrar"] == manifest.registrar, index, manifest.registrar, last["registrar"])

    def _upload(self, index: int, entry: dict, before, listed):
        """Its count, and how many codes were made anew. Gives its lines."""
        data = self.record.object(entry["payload"])
        try:
            found = None if data is None else [element for element, _ in credentials.lines(data)]
        except Malformed as error:
            # What is wrong with the list that is used is said by V13.
            if entry["payload"] == self._list_used():
                self.check.skip()
            else:
                self.test(False, index, str(error))
            return None
        if found is None or entry["payload"] == self._list_used() and listed is None:
            self.check.skip()
            return None
        self.test(entry["count"] == len(found), index, f"count {len(found)}", str(entry["count"]))
        if index == self.record.of("credentials")[0][0]:
            expected = 0
        elif before is None:
            self.check.skip()
            return found
        else:
            new, gone = Counter(found) - Counter(before), Counter(before) - Counter(found)
            expected = min(new.total(), gone.total())
        self.test(entry["reissued"] == expected, index, f"reissued {expected}", str(entry["reissued"]))
        return found

    def _list_used(self) -> str | None:
        _, entry = self.record.one("Setup")
        try:
            return parse(self.record.object(entry["payload"]) or b"")["credentials"]
        except (Malformed, KeyError, TypeError):
            return None

    # Every attempt.

    def check_attempts(self, attempts: list, refused: bool) -> None:
        """refused: V11 has refused the group that is used, which is that of the last attempt."""
        for attempt in attempts:
            AttemptReview(self, attempt, refused and attempt is attempts[-1] and not attempt.ended).run()


class AttemptReview:
    """One attempt, each entry in view of those before it."""

    def __init__(self, ceremony: Ceremony, attempt: Attempt, said_by_v11: bool):
        self.ceremony, self.attempt, self.group = ceremony, attempt, ceremony.group
        self.id = f"{ceremony.uuid}/{attempt.number}"
        self.said_by_v11 = said_by_v11
        self.certificates: dict = {}  # index -> Certificate, as far as accepted
        self.signers: dict = {}
        self.encryption: dict = {}
        self.dealings: dict = {}  # index -> (texts, elements, hashes of shares)

    def run(self) -> None:
        for step, judge in (
            ("certificate", self._certificate),
            ("dealing", self._dealing),
            ("verification-key", self._verification_key),
        ):
            for index, place in sorted(self.attempt.sent[step].items(), key=lambda item: item[1]):
                self._object(place, functools.partial(judge, index, place))
        if self.attempt.ended:
            kind, place = self.attempt.ended
            judge = self._abandon if kind == "abandon" else self._complaint
            self._object(place, functools.partial(judge, place))

    def _object(self, place: int, judge) -> None:
        data = self.ceremony.record.object(self.ceremony.record.parsed[place]["payload"])
        if data is None:
            self.ceremony.check.skip()
            return
        try:
            judge(data)
        except Malformed as error:
            self._say(False, place, str(error))

    def _say(self, holds: bool, place: int, expected: str) -> bool:
        """A statement that V11 makes too where the group is used."""
        if not holds and self.said_by_v11:
            self.ceremony.check.skip()
            return False
        return self.ceremony.test(holds, place, expected)

    def _key(self, text_of: str):
        key = self.group.decode(text_of)
        if self.group.is_zero(key):
            raise Malformed("not the identity")
        return key

    def _certificate(self, index: int, place: int, data: bytes) -> None:
        found = Certificate.read(parse(data), self.group)
        signer, encryption = self._key(found.verification), self._key(found.encryption)
        expected = (self.group.name, self.attempt.size, self.attempt.threshold, index)
        good = self._say(
            found.context == expected, place, "group, size, threshold and index of the attempt and the entry"
        )
        good &= self._say(
            message_signature(self.group, found.message, signer, found.signature), place, "signed with its own key"
        )
        for key in (signer, encryption):
            again = any(same_or_negative(self.group, key, other) for other in self.ceremony.earlier)
            good &= self._say(not again, place, "no key of an earlier certificate and not its negative")
            self.ceremony.earlier.append(key)
        if good:
            self.certificates[index], self.signers[index], self.encryption[index] = data, signer, encryption

    def _dealing(self, index: int, place: int, data: bytes) -> None:
        coefexps, shares, shares_signature, signature = members(
            own(parse(data)), "coefexps", "shares", "shares_signature", "signature"
        )
        found = Elements.read(coefexps, self.group)
        hashes = [hexadecimal(one) for one in array(shares)]
        signatures = read_proof(shares_signature, self.group), read_proof(signature, self.group)
        test = self.ceremony.test
        good = test(len(hashes) == self.attempt.size, place, "one hash for each member")
        committed = self.ceremony.record.parsed[self.attempt.sent["commitment"][index]]["commitment"]
        preimage = f"psephos/coefexps/1|{self.id}|{index}|{found.message}"
        good &= test(sha256(preimage.encode()) == committed, place, "the message that the member committed to")
        good &= self._say(len(found.texts) == self.attempt.threshold, place, "as many elements as the threshold")
        elements = [self._key(one) for one in found.texts]
        constants = [other[1][0] for other in self.dealings.values()]
        again = bool(elements) and any(same_or_negative(self.group, elements[0], other) for other in constants)
        good &= self._say(not again, place, "a constant term of its own")
        good &= self._signatures(index, place, found, hashes, signatures)
        if good:
            self.dealings[index] = found.texts, elements, hashes

    def _signatures(self, index: int, place: int, found: Elements, hashes: list, signatures: tuple) -> bool:
        signer = self.signers.get(index)
        if signer is None:
            self.ceremony.check.skip()
            return False
        text_of_shares = f"psephos/shares/1|{self.id}|{index}|" + ",".join(hashes)
        good = self.ceremony.test(
            message_signature(self.group, text_of_shares, signer, signatures[0]), place, "the signature of the shares"
        )
        good &= self._say(
            message_signature(self.group, found.message, signer, found.signature),
            place,
            "the signature of the elements",
        )
        if len(self.certificates) < self.attempt.size:
            self.ceremony.check.skip()
            return False
        certificates = [parse(self.certificates[i + 1]) for i in range(self.attempt.size)]
        message = certified(certificates, found.texts)
        return good & self._say(
            message_signature(self.group, message, signer, signatures[1]), place, "the signature of all certificates"
        )

    def _verification_key(self, index: int, place: int, data: bytes) -> None:
        key = Key.read(parse(data), self.group)
        element = self._key(key.text)
        self.ceremony.test(key.name is None, place, "no name")
        self._say(key.proven(self.group, element), place, "the proof of the key")
        if index in self.signers:
            signed = key.signature is not None and message_signature(
                self.group, key.text, self.signers[index], key.signature
            )
            self._say(signed, place, "the member's signature of the key")
        else:
            self.ceremony.check.skip()
        if len(self.dealings) < self.attempt.size:
            self.ceremony.check.skip()
            return
        matrix = [elements for _, elements, _ in self.dealings.values()]
        self._say(self.group.same(element, evaluate(self.group, matrix, index)), place, "what the dealings give")

    def _complaint(self, place: int, data: bytes) -> None:
        entry = self.ceremony.record.parsed[place]
        index, against = entry["index"], entry["against"]
        if index not in self.encryption or against not in self.signers or against not in self.dealings:
            self.ceremony.check.skip()
            return
        _, elements, hashes = self.dealings[against]
        complaint = Complaint(
            self.group,
            self.id,
            index,
            against,
            self.encryption[index],
            self.signers[against],
            hashes[index - 1],
            elements,
        )
        reason = complaint.refuse(Evidence.read(data, self.group))
        self.ceremony.test(reason is None, place, reason or "")

    def _abandon(self, place: int, data: bytes) -> None:
        read_text(data)
        self.ceremony.check.ok()


def read_text(data: bytes) -> dict:
    """A text: language -> text (encoding.md 6)."""
    value = own(parse(data))
    if not value:
        raise Malformed("a text in at least one language")
    for one in value.values():
        text(one)
    return value
