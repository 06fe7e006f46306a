"""Who holds the key: docs/spec/protocol.md, section 6; check V11."""

from dataclasses import dataclass, field

from canonical import Malformed, array, members, number, parse, text, write
from group import Group
from proofs import message_signature, read_proof, schnorr, signed_message

MOST_TRUSTEES = 25


@dataclass
class Key:
    """A trustee key K. The element is decoded by those who need it, so that a fault has its place."""

    text: str
    pok: tuple
    signature: tuple | None
    name: str | None

    @staticmethod
    def read(value, group: Group) -> "Key":
        pok, key, signature, name = members(value, "pok", "public_key", "signature?", "name?")
        signature = None if signature is None else read_proof(signature, group)
        return Key(text(key), read_proof(pok, group), signature, None if name is None else text(name))

    def proven(self, group: Group, element) -> bool:
        return schnorr(group, f"pok|{group.name}|{self.text}|", element, self.pok)


@dataclass
class Certificate:
    message: str
    signature: tuple
    context: tuple | None  # (group, size, threshold, index)
    verification: str
    encryption: str

    @staticmethod
    def read(value, group: Group) -> "Certificate":
        message, signature = signed_message(value, group)
        context, verification, encryption = members(parse(message.encode()), "context?", "verification", "encryption")
        if context is not None:
            name, size, threshold, index = members(context, "group", "size", "threshold", "index")
            context = text(name), number(size), number(threshold), number(index)
        return Certificate(message, signature, context, text(verification), text(encryption))


@dataclass
class Elements:
    """The coefexps of a member: commitments to the coefficients of its polynomial."""

    message: str
    signature: tuple
    texts: list

    @staticmethod
    def read(value, group: Group) -> "Elements":
        message, signature = signed_message(value, group)
        (texts,) = members(parse(message.encode()), "coefexps")
        return Elements(message, signature, [text(one) for one in array(texts)])


@dataclass
class Pedersen:
    """A threshold group."""

    threshold: int
    certificates: list
    elements: list
    signatures: list | None
    keys: list
    value: dict  # as it stands in the trustees object
    first: int = 0  # the owner of its member 1
    fit: bool = True  # can its members be interpolated?
    refused: bool = False

    @staticmethod
    def read(value, group: Group) -> "Pedersen":
        threshold, certs, coefexps, signatures, keys = members(
            value, "threshold", "certs", "coefexps", "signatures?", "verification_keys"
        )
        return Pedersen(
            number(threshold),
            [Certificate.read(one, group) for one in array(certs)],
            [Elements.read(one, group) for one in array(coefexps)],
            None if signatures is None else [read_proof(one, group) for one in array(signatures)],
            [Key.read(one, group) for one in array(keys)],
            value,
        )


@dataclass
class Trustees:
    parties: list  # Key or Pedersen, in the order of the object
    values: list
    keys: dict = field(default_factory=dict)  # owner -> element, without the refused ones
    names: dict = field(default_factory=dict)  # owner -> text of the key

    @property
    def groups(self) -> list:
        return [party for party in self.parties if isinstance(party, Pedersen)]

    @property
    def singles(self) -> list:
        return [party for party in self.parties if isinstance(party, Key)]


def read_trustees(data: bytes, group: Group) -> Trustees:
    parties, values = [], array(parse(data))
    for value in values:
        kind, inner = array(value, 2)
        if kind == "Single":
            parties.append(Key.read(inner, group))
        elif kind == "Pedersen":
            parties.append(Pedersen.read(inner, group))
        else:
            raise Malformed("Single or Pedersen")
    found = Trustees(parties, values)
    owners = len(found.singles) + sum(len(party.keys) for party in found.groups)
    if not 1 <= owners <= MOST_TRUSTEES:
        raise Malformed(f"1 to {MOST_TRUSTEES} trustees")
    return found


def same_or_negative(group: Group, a, b) -> bool:
    return group.same(a, b) or group.is_zero(group.add(a, b))


class Review:
    """V11, one statement after the other."""

    def __init__(self, group: Group, check, index: int, name: str):
        self.group, self.check, self.where = group, check, {"index": index, "hash": name}

    def element(self, text_of: str, name: str):
        """An element that is no identity, or None and a fault."""
        try:
            found = self.group.decode(text_of)
        except Malformed as error:
            self.check.fail("trustee", f"{name}: {error}", text_of, name=name, **self.where)
            return None
        if self.test(not self.group.is_zero(found), name, "not the identity"):
            return found
        return None

    def test(self, holds: bool, name: str, expected: str) -> bool:
        return self.check.test(holds, "trustee", f"{name}: {expected}", "it is not so", name=name, **self.where)

    def trustees(self, trustees: Trustees, report) -> list | None:
        """The parts that make the key of the election; None if one of them is refused."""
        owner, parts = 1, []
        for party in trustees.parties:
            if isinstance(party, Key):
                key = self.element(party.text, f"owner {owner}")
                if key is not None and self.test(
                    party.proven(self.group, key), f"owner {owner}", "the proof of the key"
                ):
                    trustees.keys[owner] = key
                trustees.names[owner] = party.text
                parts.append(key)
                owner += 1
            else:
                party.first = owner
                before = len(self.check.failures)
                parts += self.pedersen(party, trustees, report)
                party.refused = len(self.check.failures) > before
                owner += len(party.keys)
        self._distinct([part for part in parts if part is not None], "a part of the key")
        self._distinct_keys(trustees)
        return None if None in parts else parts

    def _distinct(self, elements: list, name: str) -> None:
        for i, one in enumerate(elements):
            same = any(same_or_negative(self.group, one, other) for other in elements[:i])
            self.test(not same, name, "no other one and no other's negative")

    def _distinct_keys(self, trustees: Trustees) -> None:
        """All keys that decrypt; with a threshold of 1 the members of a group hold one secret."""
        shared = {
            party.first + i: party.first
            for party in trustees.groups
            if party.threshold == 1
            for i in range(len(party.keys))
        }
        owners = sorted(trustees.keys)
        for i, owner in enumerate(owners):
            others = [other for other in owners[:i] if shared.get(owner, owner) != shared.get(other, other)]
            same = any(same_or_negative(self.group, trustees.keys[owner], trustees.keys[other]) for other in others)
            self.test(not same, f"owner {owner}", "no key of another one and not its negative")

    def pedersen(self, party: Pedersen, trustees: Trustees, report) -> list:
        size, name = len(party.certificates), f"group of owner {party.first}"
        lengths = [len(party.elements), len(party.keys)] + ([] if party.signatures is None else [len(party.signatures)])
        party.fit = self.test(1 <= party.threshold <= size, name, "a threshold from 1 to the number of certificates")
        party.fit &= self.test(
            all(one == size for one in lengths), name, "as many elements, signatures and keys as certificates"
        )
        if not party.fit:
            return [None]
        signers = self._certificates(party)
        matrix = self._elements(party, signers)
        self._certified_together(party, signers, report)
        self._verification_keys(party, signers, matrix, trustees, report)
        return [row[0] if row else None for row in matrix]

    def _certificates(self, party: Pedersen) -> list:
        """The members' signing keys."""
        signers, keys = [], []
        contexts = [one.context is not None for one in party.certificates]
        for i, one in enumerate(party.certificates):
            name, size = f"certificate {i + 1}", len(party.certificates)
            signer, encryption = self.element(one.verification, name), self.element(one.encryption, name)
            expected = (self.group.name, size, party.threshold, i + 1)
            self.test(one.context == expected if any(contexts) else True, name, "this group, size, threshold and index")
            if signer is not None:
                self.test(
                    message_signature(self.group, one.message, signer, one.signature), name, "signed with its own key"
                )
            signers.append(signer)
            keys += [key for key in (signer, encryption) if key is not None]
        self._distinct(keys, "a key of a certificate")
        return signers

    def _elements(self, party: Pedersen, signers: list) -> list:
        """The decoded elements of each member; an empty row if they are refused."""
        matrix = []
        for i, one in enumerate(party.elements):
            name = f"elements {i + 1}"
            right = self.test(len(one.texts) == party.threshold, name, "as many elements as the threshold")
            party.fit &= right
            row = [self.element(text_of, name) for text_of in one.texts] if right else []
            if signers[i] is not None:
                self.test(
                    message_signature(self.group, one.message, signers[i], one.signature), name, "signed by the member"
                )
            matrix.append([] if None in row else row)
        return matrix

    def _certified_together(self, party: Pedersen, signers: list, report) -> None:
        if party.signatures is None:
            report.warn("threshold-without-signatures", "Members did not sign all certificates together: an old form.")
            return
        for i, signature in enumerate(party.signatures):
            if signers[i] is not None:
                message = certified(party.value["certs"], party.elements[i].texts)
                holds = message_signature(self.group, message, signers[i], signature)
                self.test(holds, f"signature {i + 1}", "over all certificates and the member's elements")

    def _verification_keys(self, party: Pedersen, signers: list, matrix: list, trustees: Trustees, report) -> None:
        signed = [key.signature is not None for key in party.keys]
        if not any(signed):
            report.warn(
                "threshold-keys-without-signatures", "Members did not sign their verification keys: an old form."
            )
        for j, key in enumerate(party.keys, 1):
            name, owner = f"owner {party.first + j - 1}", party.first + j - 1
            trustees.names[owner] = key.text
            element = self.element(key.text, name)
            if element is None:
                party.fit = False
                continue
            if all(matrix):
                right = self.test(
                    self.group.same(element, evaluate(self.group, matrix, j)), name, "what all elements give"
                )
                party.fit &= right
            else:
                right = False
            right &= self.test(key.proven(self.group, element), name, "the proof of the key")
            if any(signed) and signers[j - 1] is not None:
                holds = key.signature is not None and message_signature(
                    self.group, key.text, signers[j - 1], key.signature
                )
                right &= self.test(holds, name, "the member's signature of the key")
            if right:
                trustees.keys[owner] = element


def certified(certificates: list, texts: list) -> str:
    """What each member signs: all certificates and its own elements."""
    return "certs_sig|" + write({"certs": certificates, "coefexps": texts}).decode()


def evaluate(group: Group, matrix: list, j: int):
    """The sum of j^k·A(i,k) over all members i and places k."""
    return group.sum(group.times(pow(j, k, group.q), a) for row in matrix for k, a in enumerate(row))


def check_trustees(record, setup, election, report, check) -> Trustees | None:
    """V11. Sets the key of the election if it is the sum of the parts."""
    index, _ = record.one("Setup")
    data = record.object(setup["trustees"]) if setup else None
    if data is None or election is None:
        check.skip()
        return None
    where = {"index": index, "hash": setup["trustees"]}
    try:
        trustees = read_trustees(data, election.group)
    except Malformed as error:
        check.fail("trustees", str(error), "another object", **where)
        return None
    review = Review(election.group, check, index, setup["trustees"])
    parts = review.trustees(trustees, report)
    _check_key(election, parts, index, check)
    return trustees


def _check_key(election, parts, index: int, check) -> None:
    where = {"index": index, "hash": election.hash}
    try:
        key = election.group.decode(election.key_text)
    except Malformed as error:
        check.fail("election", f"public_key: {error}", election.key_text, **where)
        return
    if election.group.is_zero(key):
        check.fail("election", "public_key: not the identity", election.key_text, **where)
    elif parts is None:
        check.skip()
    else:
        total = election.group.encode(election.group.sum(parts))
        if check.test(total == election.key_text, "election", f"public_key {total}", election.key_text, **where):
            election.key = key
