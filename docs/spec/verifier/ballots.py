"""Ballots: docs/spec/protocol.md, sections 1 to 4; checks V15 to V19."""

from dataclasses import dataclass

from canonical import Malformed, array, base64_of, members, parse, sha256, text, write
from definition import Election, Question
from group import Group
from proofs import disjunction, read_proof, schnorr

MOST_BYTES = 2**20


@dataclass
class Answer:
    choices: list  # (alpha, beta)
    texts: list  # the same, as text
    individual: list
    overall: list
    blank: list | None


@dataclass
class Ballot:
    credential: str
    key: object
    answers: list
    hash: str  # base64, of the ballot without its signature, as the ballot says
    computed: str  # the same, recomputed
    signature: tuple


def read_ballot(data: bytes, election: Election) -> Ballot:
    """V15: of this election, in the shape of its questions; everything in the group and canonical."""
    if len(data) > MOST_BYTES:
        raise Malformed("at most 1 MiB")
    value, group = parse(data), election.group
    uuid, fingerprint, credential, answers, signature = members(
        value, "election_uuid", "election_hash", "credential", "answers", "signature"
    )
    if uuid != election.uuid:
        raise Malformed("election_uuid " + election.uuid)
    if fingerprint != election.fingerprint:
        raise Malformed("election_hash " + election.fingerprint)
    key = group.decode(credential)
    if group.is_zero(key):
        raise Malformed("a credential that is not the identity")
    read = [
        _answer(one, question, group)
        for one, question in zip(array(answers, len(election.questions)), election.questions, strict=True)
    ]
    signed, proof = members(signature, "hash", "proof")
    if len(text(signed)) != 43 or not _is_base64(signed):
        raise Malformed("a hash in base64")
    without = {name: member for name, member in value.items() if name != "signature"}
    return Ballot(credential, key, read, signed, base64_of(sha256(write(without))), read_proof(proof, group))


def _is_base64(value: str) -> bool:
    return all(c.isascii() and (c.isalnum() or c in "+/") for c in value)


def _answer(value, question: Question, group: Group) -> Answer:
    choices, individual, overall, blank = members(
        value, "choices", "individual_proofs", "overall_proof", "blank_proof?"
    )
    texts = [members(one, "alpha", "beta") for one in array(choices, question.choices)]
    if (blank is not None) != question.blank:
        raise Malformed("blank_proof where the question offers blank, and only there")
    return Answer(
        [(group.decode(alpha), group.decode(beta)) for alpha, beta in texts],
        texts,
        [_proofs(one, 2, group) for one in array(individual, question.choices)],
        _proofs(overall, question.most - question.least + 1 + question.blank, group),
        None if blank is None else _proofs(blank, 2, group),
    )


def _proofs(value, length: int, group: Group) -> list:
    return [read_proof(one, group) for one in array(value, length)]


def proofs_hold(ballot: Ballot, election: Election) -> bool:
    """V18: each individual, overall and blank proof."""
    bound = f"{election.fingerprint}|{ballot.credential}"
    return all(
        _answer_holds(answer, question, election, bound)
        for answer, question in zip(ballot.answers, election.questions, strict=True)
    )


def _answer_holds(answer: Answer, question: Question, election: Election, bound: str) -> bool:
    group, key = election.group, election.key
    for choice, (alpha, beta), proofs in zip(answer.choices, answer.texts, answer.individual, strict=True):
        prefix = f"prove|{bound}|{alpha},{beta}|"
        if not disjunction(group, key, prefix, _minus(group, choice, (0, 1)), proofs):
            return False
    listed = ",".join(f"{alpha},{beta}" for alpha, beta in answer.texts)
    allowed = range(question.least, question.most + 1)
    total = _sum(group, answer.choices[1:] if question.blank else answer.choices)
    if not question.blank:
        prefix = f"prove|{bound}|{listed}|{group.encode(total[0])},{group.encode(total[1])}|"
        return disjunction(group, key, prefix, _minus(group, total, allowed), answer.overall)
    first = answer.choices[0]
    either = _minus(group, first, (0,)) + _minus(group, total, (0,))
    branches = _minus(group, first, (1,)) + _minus(group, total, allowed)
    return disjunction(group, key, f"bproof0|{bound}|{listed}|", either, answer.blank) and disjunction(
        group, key, f"bproof1|{bound}|{listed}|", branches, answer.overall
    )


def _sum(group: Group, ciphertexts: list) -> tuple:
    return group.sum(alpha for alpha, _ in ciphertexts), group.sum(beta for _, beta in ciphertexts)


def _minus(group: Group, ciphertext: tuple, values) -> list:
    """The ciphertext, with each of the values taken off."""
    alpha, beta = ciphertext
    return [(alpha, group.minus(beta, group.times(m, group.g))) for m in values]


@dataclass
class Counted:
    """The ballots that count; complete only if no ballot was refused."""

    last: dict  # credential -> Ballot
    complete: bool


def check_ballots(record, election: Election | None, credentials, checks: dict, report) -> Counted:
    """V15 to V19."""
    seen, last, complete = {}, {}, election is not None and credentials is not None
    unmasked = 0
    for index, entry in record.of("Ballot"):
        name = entry["payload"]
        where = {"index": index, "hash": name}
        checks["V19"].test(
            name not in seen,
            "ballot",
            "a ballot that is not on the board yet",
            f"that of entry {seen.get(name)}",
            **where,
        )
        seen.setdefault(name, index)
        ballot = _read(record.object(name), election, checks["V15"], where)
        if ballot is None:
            for number in ("V16", "V17", "V18"):
                checks[number].skip()
            complete = False
            continue
        unmasked += any(election.group.is_zero(alpha) for answer in ballot.answers for alpha, _ in answer.choices)
        complete &= _judge(ballot, election, credentials, checks, where)
        last.pop(ballot.credential, None)
        last[ballot.credential] = ballot
    if unmasked:
        report.warn("ballots-without-randomness", f"{unmasked} ballots show their choices to everyone.")
    return Counted(last, complete)


def _read(data: bytes | None, election: Election | None, check, where: dict) -> Ballot | None:
    if data is None or election is None:
        check.skip()
        return None
    try:
        ballot = read_ballot(data, election)
    except Malformed as error:
        check.fail("ballot", str(error), "another ballot", **where)
        return None
    check.ok()
    return ballot


def _judge(ballot: Ballot, election: Election, credentials, checks: dict, where: dict) -> bool:
    good = True
    if credentials is None:
        checks["V16"].skip()
    else:
        good &= checks["V16"].test(
            ballot.credential in credentials.weights, "ballot", "a credential on the list", ballot.credential, **where
        )
    if ballot.hash != ballot.computed:
        checks["V17"].fail("ballot", f"signature.hash {ballot.computed}", ballot.hash, **where)
        good = False
    else:
        signed = schnorr(election.group, f"sig|{ballot.hash}|", ballot.key, ballot.signature)
        good &= checks["V17"].test(signed, "ballot", "a signature under its credential", **where)
    if election.key is None:
        checks["V18"].skip()
        return False
    return checks["V18"].test(proofs_hold(ballot, election), "ballot", "proofs of an allowed choice", **where) and good
