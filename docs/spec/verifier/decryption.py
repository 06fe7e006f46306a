"""Decryptions and result: docs/spec/protocol.md, sections 6 and 7; checks V22 to V25."""

from dataclasses import dataclass

from canonical import Malformed, array, hexadecimal, members, parse, quantity
from definition import Election
from proofs import Strong, read_proof, read_strong, same_logarithm, strong
from tally import Tally
from trustees import Key


@dataclass
class Partial:
    owner: int
    data: bytes
    name: str  # its hash
    index: int
    factors: list  # flat, in question order, then choice order
    proofs: list


@dataclass
class Decryptions:
    valid: dict  # owner -> Partial, accepted by V22 and V23
    posted: set  # owners who posted one, valid or not
    unknown: bool = False  # some cannot be said to belong to anybody


def read_partial(data: bytes, rows: list, group) -> tuple:
    factors, proofs = members(parse(data), "decryption_factors", "decryption_proofs")
    flat = [
        [
            read(one)
            for row, expected in zip(array(value, len(rows)), rows, strict=True)
            for one in array(row, len(expected))
        ]
        for value, read in ((factors, group.decode), (proofs, lambda one: read_proof(one, group)))
    ]
    return flat[0], flat[1]


def check_decryptions(
    record, election: Election | None, trustees, tally: Tally | None, check, strong_check
) -> Decryptions:
    """V22 and V23."""
    found = Decryptions({}, set())
    for index, entry in record.of("PartialDecryption"):
        partial = _partial(record, index, entry, election, trustees, tally, check, found)
        proof = next(((i, one) for i, one in record.of("DecryptionProof") if i == index + 1), None)
        if proof is None:
            continue
        if _strong_holds(record, *proof, partial, election, trustees, tally, strong_check):
            found.valid[partial.owner] = partial
    return found


def _partial(record, index, entry, election, trustees, tally, check, found) -> Partial | None:
    name = entry["payload"]
    where = {"index": index, "hash": name}
    data = record.object(name)
    if data is None:
        found.unknown = True
        check.skip()
        return None
    try:
        owner, payload = members(parse(data), "owner", "payload")
        hexadecimal(payload)
        if isinstance(owner, bool) or not isinstance(owner, int):
            raise Malformed("an owner")
    except Malformed as error:
        found.unknown = True
        check.fail("owned", str(error), "another object", **where)
        return None
    found.posted.add(owner)
    if trustees is not None and owner not in trustees.names:
        check.fail("owned", f"an owner from 1 to {len(trustees.names)}", str(owner), **where)
        return None
    return _factors(record, index, owner, payload, election, trustees, tally, check)


def _factors(record, index, owner, payload, election, trustees, tally, check) -> Partial | None:
    data = record.object(payload)
    if data is None or tally is None or trustees is None or owner not in trustees.keys:
        check.skip()
        return None
    group, where = election.group, {"index": index, "hash": payload, "name": f"owner {owner}"}
    try:
        factors, proofs = read_partial(data, tally.rows, group)
    except Malformed as error:
        check.fail("partial-decryption", str(error), "another object", **where)
        return None
    prefix, key = f"decrypt|{election.fingerprint}|{trustees.names[owner]}|", trustees.keys[owner]
    alphas = [alpha for row in tally.rows for alpha, _ in row]
    for i, (alpha, factor, proof) in enumerate(zip(alphas, factors, proofs, strict=True)):
        if not same_logarithm(group, prefix, [(group.g, key), (alpha, factor)], proof):
            check.fail("partial-decryption", f"a proof of factor {i}", "another proof", **where)
            return None
        check.ok()
    return Partial(owner, data, payload, index, factors, proofs)


def _strong_holds(record, index, entry, partial, election, trustees, tally, check) -> bool:
    data = record.object(entry["payload"])
    if data is None or partial is None:
        check.skip()
        return False
    where = {"index": index, "hash": entry["payload"], "name": f"owner {partial.owner}"}
    try:
        owner, name, proof = read_strong(data, election.group)
    except Malformed as error:
        check.fail("decryption-proof", str(error), "another object", **where)
        return False
    if (owner, name) != (partial.owner, partial.name):
        check.fail("decryption-proof", f"owner {partial.owner}, {partial.name}", f"owner {owner}, {name}", **where)
        return False
    key = trustees.keys[owner]
    statement = Strong(election.group, election.fingerprint, tally.data, owner, key, partial.data)
    alphas = [alpha for row in tally.rows for alpha, _ in row]
    return check.test(
        strong(election.group, statement, alphas, partial.factors, proof),
        "decryption-proof",
        "a proof that holds",
        **where,
    )


def check_enough(record, election, trustees, tally, decryptions: Decryptions, check) -> list | None:
    """V24. Gives what is to be taken off each beta: the contributions of all parties."""
    index, entry = record.one("Result")
    where = {"index": index, "hash": entry["payload"]}
    if trustees is None or tally is None or decryptions.unknown:
        check.skip()
        return None
    contributions, owner = [], 1
    for party in trustees.parties:
        if isinstance(party, Key):
            contributions.append(_single(owner, decryptions, check, where))
            owner += 1
        else:
            contributions.append(_interpolated(party, election.group, decryptions, check, where))
            owner += len(party.keys)
    if check.failures or None in contributions:
        return None
    return [election.group.sum(column) for column in zip(*contributions, strict=True)]


def _single(owner: int, decryptions: Decryptions, check, where: dict) -> list | None:
    if owner in decryptions.valid:
        check.ok()
        return decryptions.valid[owner].factors
    if owner in decryptions.posted:
        check.skip()  # V22 or V23 has refused it
    else:
        check.fail("trustee", "a partial decryption", "none", name=f"owner {owner}", **where)
    return None


def _interpolated(party, group, decryptions: Decryptions, check, where: dict) -> list | None:
    if not party.fit:
        check.skip()
        return None
    owners = range(party.first, party.first + len(party.keys))
    valid = [owner for owner in owners if owner in decryptions.valid]
    if len(valid) < party.threshold:
        if sum(owner in decryptions.posted for owner in owners) >= party.threshold:
            check.skip()
        else:
            found = f"{len(valid)}"
            check.fail(
                "trustee",
                f"{party.threshold} partial decryptions",
                found,
                name=f"group of owner {party.first}",
                **where,
            )
        return None
    factors = {owner - party.first + 1: decryptions.valid[owner].factors for owner in valid}
    first = sorted(factors)[: party.threshold]
    check.ok(len(first))
    for j in sorted(factors)[party.threshold :]:
        right = all(
            group.same(factor, expected)
            for factor, expected in zip(factors[j], interpolate(group, factors, first, j), strict=True)
        )
        check.test(right, "trustee", "factors that agree with the others", name=f"owner {party.first + j - 1}", **where)
    return interpolate(group, factors, first, 0)


def interpolate(group, factors: dict, chosen: list, at: int) -> list:
    """The factors at a place, from those at the places that are chosen."""
    weights = []
    for j in chosen:
        top = bottom = 1
        for k in chosen:
            if k != j:
                top, bottom = top * (at - k) % group.q, bottom * (j - k) % group.q
        weights.append(top * pow(bottom, -1, group.q) % group.q)
    return [
        group.sum(group.times(weight, factors[j][i]) for weight, j in zip(weights, chosen, strict=True))
        for i in range(len(factors[chosen[0]]))
    ]


def check_result(record, election, tally, contributions, weight, check) -> list | None:
    """V25. weight is that of the ballots that count, None if it is not known."""
    index, entry = record.one("Result")
    data = record.object(entry["payload"])
    if data is None or election is None:
        check.skip()
        return None
    where = {"index": index, "hash": entry["payload"]}
    try:
        (rows,) = members(parse(data), "result")
        counts = [
            [quantity(one) for one in array(row, question.choices)]
            for row, question in zip(array(rows, len(election.questions)), election.questions, strict=True)
        ]
    except Malformed as error:
        check.fail("result", str(error), "another object", **where)
        return None
    if contributions is None or tally is None:
        check.skip()
        return None
    group, ciphertexts = election.group, [one for row in tally.rows for one in row]
    flat = [one for row in counts for one in row]
    places = [f"question {i + 1}, choice {j}" for i, row in enumerate(counts) for j in range(len(row))]
    for place, count, (_, beta), part in zip(places, flat, ciphertexts, contributions, strict=True):
        if weight is not None and count > weight:
            check.fail("result", f"at most {weight}", str(count), name=place, **where)
        else:
            right = group.same(group.minus(beta, part), group.times(count, group.g))
            check.test(right, "result", "the number that was encrypted", str(count), name=place, **where)
    return rows
