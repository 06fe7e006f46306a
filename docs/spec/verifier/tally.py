"""Sums and sizes: docs/spec/protocol.md, section 5; checks V20, V21 and V26."""

from dataclasses import dataclass

from canonical import Malformed, array, hexadecimal, members, number, parse, quantity, sha256, write
from definition import Election


@dataclass
class Tally:
    """The published tally, as far as it can be read."""

    data: bytes
    rows: list  # per question, of (alpha, beta)


def read_tally(data: bytes, election: Election) -> Tally:
    rows = []
    for row, question in zip(array(parse(data), len(election.questions)), election.questions, strict=True):
        texts = [members(one, "alpha", "beta") for one in array(row, question.choices)]
        rows.append([(election.group.decode(alpha), election.group.decode(beta)) for alpha, beta in texts])
    return Tally(data, rows)


def read_sized(data: bytes) -> tuple:
    tallied, weight, reference = members(parse(data), "num_tallied", "total_weight", "encrypted_tally")
    return number(tallied), quantity(weight), hexadecimal(reference)


def recompute(election: Election, credentials, counted) -> bytes:
    """The sum of weight·ciphertext over the ballots that count."""
    group, rows = election.group, []
    weighed = [(ballot, credentials.weights[name]) for name, ballot in counted.last.items()]
    for i, question in enumerate(election.questions):
        row = []
        for j in range(question.choices):
            pairs = [(ballot.answers[i].choices[j], weight) for ballot, weight in weighed]
            sums = [group.sum(group.times(weight, pair[side]) for pair, weight in pairs) for side in (0, 1)]
            row.append({"alpha": group.encode(sums[0]), "beta": group.encode(sums[1])})
        rows.append(row)
    return write(rows)


def check_tally(record, election: Election | None, credentials, counted, sum_check, size_check) -> Tally | None:
    """V20 and V21. Gives the published tally."""
    index, entry = record.one("EncryptedTally")
    data = record.object(entry["payload"])
    if data is None:
        sum_check.skip()
        size_check.skip()
        return None
    try:
        tallied, weight, reference = read_sized(data)
    except Malformed as error:
        size_check.fail("sized-tally", str(error), "another object", index, entry["payload"])
        sum_check.skip()
        return None
    where = {"index": index, "hash": entry["payload"]}
    if counted.complete:
        expected = sum(credentials.weights[name] for name in counted.last)
        size_check.test(
            tallied == len(counted.last), "sized-tally", f"num_tallied {len(counted.last)}", str(tallied), **where
        )
        size_check.test(weight == expected, "sized-tally", f"total_weight {expected}", str(weight), **where)
    else:
        size_check.skip(2)
    return _check_sum(record.object(reference), reference, index, election, credentials, counted, sum_check)


def _check_sum(data, reference: str, index: int, election, credentials, counted, check) -> Tally | None:
    if data is None or election is None:
        check.skip()
        return None
    where = {"index": index, "hash": reference}
    if counted.complete:
        expected = recompute(election, credentials, counted)
        check.test(data == expected, "tally", sha256(expected), reference, **where)
    try:
        tally = read_tally(data, election)
    except Malformed as error:
        if not counted.complete:
            check.fail("tally", str(error), "another object", **where)
        return None
    if not counted.complete:
        check.skip()
    return tally


def check_minimum(record, manifest, counted, check) -> None:
    """V26."""
    index, entry = record.of("PartialDecryption")[0]
    if manifest is None or not counted.complete:
        check.skip()
        return
    found = len(counted.last)
    check.test(found >= manifest.minimum, "tally", f"{manifest.minimum} ballots", str(found), index=index)
