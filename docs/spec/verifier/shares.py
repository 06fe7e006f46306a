"""Encrypted shares and complaints about them: docs/spec/key-ceremony.md, sections 6 and 8."""

import hashlib
import re
from dataclasses import dataclass

import aesgcm
from canonical import Malformed, hexadecimal, members, own, parse, sha256, text
from group import Group
from proofs import message_signature, read_proof, same_logarithm, signed_message

MOST_BYTES = 16384


@dataclass
class Evidence:
    share: bytes
    factor: object = None
    proof: tuple | None = None

    @staticmethod
    def read(data: bytes, group: Group) -> "Evidence":
        factor, proof, share = members(own(parse(data)), "factor?", "proof?", "share")
        if not re.fullmatch(r"([0-9a-f]{2}){1,%d}" % MOST_BYTES, text(share)) or (factor is None) != (proof is None):
            raise Malformed("a share, and factor and proof together or neither")
        if factor is None:
            return Evidence(bytes.fromhex(share))
        return Evidence(bytes.fromhex(share), group.decode(factor), read_proof(proof, group))


@dataclass
class Encrypted:
    alpha: object
    beta: object
    data: bytes

    @staticmethod
    def read(share: bytes, group: Group) -> "Encrypted":
        algorithm, alpha, beta, data = members(parse(share), "algorithm", "alpha", "beta", "data")
        if algorithm != "AES-GCM" or not re.fullmatch(r"([0-9a-f]{2})*", text(data)):
            raise Malformed("AES-GCM and hexadecimal data")
        return Encrypted(group.decode(alpha), group.decode(beta), bytes.fromhex(data))


@dataclass
class Complaint:
    """Member `index` says that member `against` dealt it a bad share."""

    group: Group
    ceremony: str
    index: int
    against: int
    encryption: object  # the encryption key of index
    signer: object  # the signing key of against
    hash: str  # that the dealing gives for the share
    elements: list  # of against

    def refuse(self, evidence: Evidence) -> str | None:
        """Why the complaint is not proven; None if it is."""
        if sha256(evidence.share) != self.hash:
            return "the share that the dealing names"
        try:
            encrypted = Encrypted.read(evidence.share, self.group)
        except Malformed:
            return None if evidence.factor is None else "no factor for a share that cannot be read"
        if evidence.factor is None:
            return "a factor that opens the share"
        if not self._factor_proven(encrypted, evidence):
            return "a proof of the factor"
        return "a share that is bad" if self._acceptable(encrypted, evidence.factor) else None

    def _factor_proven(self, encrypted: Encrypted, evidence: Evidence) -> bool:
        encode = self.group.encode
        prefix = "|".join(
            ["psephos/complaint/1", self.ceremony, str(self.index), str(self.against)]
            + [encode(self.encryption), encode(encrypted.alpha), encode(evidence.factor), ""]
        )
        statements = [(self.group.g, self.encryption), (encrypted.alpha, evidence.factor)]
        return same_logarithm(self.group, prefix, statements, evidence.proof)

    def _acceptable(self, encrypted: Encrypted, factor) -> bool:
        encode = self.group.encode
        key = hashlib.sha256(("key|" + encode(self.group.minus(encrypted.beta, factor))).encode()).digest()
        nonce = hashlib.sha256(("iv|" + encode(encrypted.alpha)).encode()).digest()
        try:
            secret = self._secret(aesgcm.decrypt(key, nonce, encrypted.data))
        except Malformed:
            return False
        expected = self.group.sum(
            self.group.times(pow(self.index, k, self.group.q), a) for k, a in enumerate(self.elements)
        )
        return self.group.same(self.group.times(secret, self.group.g), expected)

    def _secret(self, opened: bytes) -> int:
        message, signature = signed_message(parse(opened), self.group)
        if not message_signature(self.group, message, self.signer, signature):
            raise Malformed("the signature of the dealer")
        recipient, inner = members(parse(message.encode()), "recipient", "message")
        names = members(own(parse(text(inner).encode())), "ceremony", "from", "secret", "to")
        if recipient != self.group.encode(self.encryption) or names != [
            self.ceremony,
            self.against,
            names[2],
            self.index,
        ]:
            raise Malformed("recipient, ceremony, sender and receiver")
        length = (self.group.q.bit_length() + 7) // 8
        secret = int(hexadecimal(names[2], 2 * length), 16)
        if secret >= self.group.q:
            raise Malformed("a number below q")
        return secret
