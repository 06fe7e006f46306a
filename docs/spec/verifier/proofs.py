"""The proofs of docs/spec/protocol.md, sections 3 and 7."""

import hashlib

from canonical import Malformed, hexadecimal, members, own, parse, sha256
from group import Group


def read_proof(value, group: Group) -> tuple:
    """A pair (challenge, response)."""
    challenge, response = members(value, "challenge", "response")
    return group.scalar(challenge), group.scalar(response)


def schnorr(group: Group, prefix: str, key, proof: tuple) -> bool:
    """Knowledge of the logarithm of a key."""
    challenge, response = proof
    return challenge == group.hash(prefix, group.both(response, group.g, challenge, key))


def same_logarithm(group: Group, prefix: str, statements: list, proof: tuple) -> bool:
    """One secret x with X = x·B for each pair (B, X)."""
    challenge, response = proof
    return challenge == group.hash(prefix, *(group.both(response, b, challenge, x) for b, x in statements))


def disjunction(group: Group, key, prefix: str, ciphertexts: list, proofs: list) -> bool:
    """One of the ciphertexts encrypts 0 (its beta has the value already taken off)."""
    commitments = []
    for (alpha, beta), (challenge, response) in zip(ciphertexts, proofs, strict=True):
        commitments.append(group.both(response, group.g, challenge, alpha))
        commitments.append(group.both(response, key, challenge, beta))
    return sum(challenge for challenge, _ in proofs) % group.q == group.hash(prefix, *commitments)


def signed_message(value, group: Group) -> tuple:
    """(message text, signature) of a version 1 signed object."""
    message, signature = members(value, "message", "signature")
    if not isinstance(message, str):
        raise Malformed("a message")
    return message, read_proof(signature, group)


def message_signature(group: Group, message: str, key, signature: tuple) -> bool:
    return schnorr(group, f"sigmsg|{message}|", key, signature)


def read_strong(data: bytes, group: Group) -> tuple:
    """(owner, hash of the partial decryption, proof) of a strong decryption proof."""
    challenge, owner, partial, response = members(
        own(parse(data)), "challenge", "owner", "partial_decryption", "response"
    )
    if isinstance(owner, bool) or not isinstance(owner, int):
        raise Malformed("an owner")
    return owner, hexadecimal(partial), (group.scalar(challenge), group.scalar(response))


def strong(group: Group, statement: "Strong", alphas: list, factors: list, proof: tuple) -> bool:
    """log_g Y = log_alpha(f) for every ciphertext, in one batched proof (section 7)."""
    weights = [statement.scalar(f"|weight|{i}") for i in range(len(alphas))]
    a_sum = group.sum(group.times(w, alpha) for w, alpha in zip(weights, alphas, strict=True))
    b_sum = group.sum(group.times(w, factor) for w, factor in zip(weights, factors, strict=True))
    challenge, response = proof
    a = group.both(response, group.g, challenge, statement.key)
    b = group.both(response, a_sum, challenge, b_sum)
    return challenge == statement.scalar("|challenge|" + ",".join(map(group.encode, (a_sum, b_sum, a, b))))


class Strong:
    """What a strong decryption proof is about."""

    def __init__(self, group: Group, fingerprint: str, tally: bytes, owner: int, key, partial: bytes):
        self.group, self.key = group, key
        self.prefix = "|".join(
            [
                "psephos/decryption/1",
                group.name,
                fingerprint,
                sha256(tally),
                str(owner),
                group.encode(key),
                sha256(partial),
            ]
        )

    def scalar(self, text: str) -> int:
        """s(t)."""
        return int.from_bytes(hashlib.sha512((self.prefix + text).encode()).digest(), "big") % self.group.q
