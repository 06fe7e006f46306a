#!/usr/bin/env python3
"""Verifies one Ed25519 ballot, with nothing but Python's standard library and docs/spec.

Usage: verify_ballot.py ELECTION.json CREDENTIALS.json BALLOT.json
Prints one line and exits 0 if every proof holds, 1 if the ballot is wrong, 2 on wrong usage.
It shares no code with the Java modules; it exists so that a common mistake cannot hide.
"""

import base64
import hashlib
import json
import sys

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
IDENTITY = (0, 1, 1, 0)


class Wrong(Exception):
    """The ballot does not hold what it claims."""


def require(condition, what):
    if not condition:
        raise Wrong(what)


def add(a, b):
    """Extended coordinates, complete for every pair of points (Hisil et al. 2008, a = -1)."""
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    m, n = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * D * t1 * t2 % P, 2 * z1 * z2 % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def mul(k, a):
    out = IDENTITY
    while k:
        if k & 1:
            out = add(out, a)
        a = add(a, a)
        k >>= 1
    return out


def neg(a):
    x, y, z, t = a
    return -x % P, y, z, -t % P


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def sqrt_ratio(u, v):
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P == u % P:
        return x
    x = x * pow(2, (P - 1) // 4, P) % P
    require(v * x * x % P == u % P, "a point is not on the curve")
    return x


def decode(text):
    require(isinstance(text, str) and len(text) == 64, "a point has 64 digits")
    require(all(c in "0123456789abcdef" for c in text), "a point is lower-case hexadecimal")
    number = int(text, 16)
    sign, y = number >> 255, number & (2**255 - 1)
    require(y < P, "a point is not canonical")
    x = sqrt_ratio(y * y - 1, D * y * y + 1)
    require(x or not sign, "a point is not canonical")
    if x & 1 != sign:
        x = P - x
    point = (x, y, 1, x * y % P)
    require(same(mul(Q, point), IDENTITY), "a point is outside the group")
    return point


def encode(a):
    inverse = pow(a[2], P - 2, P)
    x, y = a[0] * inverse % P, a[1] * inverse % P
    return format(y | (x & 1) << 255, "064x")


def scalar(text):
    require(isinstance(text, str) and text.isascii() and text.isdigit(), "a scalar is decimal")
    require(text == str(int(text)) and int(text) < Q, "a scalar is canonical")
    return int(text)


def challenge(prefix, points):
    text = prefix + ",".join(encode(p) for p in points)
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % Q


def b64(data):
    return base64.b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def total(points):
    out = IDENTITY
    for p in points:
        out = add(out, p)
    return out


G = decode("6666666666666666666666666666666666666666666666666666666666666658")


def disjunction(prefix, y, branches, proofs, what):
    """branches: (alpha, beta, value) for each proof."""
    require(len(branches) == len(proofs), what + ": number of proofs")
    points, challenges = [], 0
    for (alpha, beta, value), proof in zip(branches, proofs):
        require(list(proof) == ["challenge", "response"], what + ": members")
        c, r = scalar(proof["challenge"]), scalar(proof["response"])
        shifted = add(beta, neg(mul(value % Q, G)))
        points.append(add(mul(r, G), mul(c, alpha)))
        points.append(add(mul(r, y), mul(c, shifted)))
        challenges += c
    require(challenges % Q == challenge(prefix, points), what + " does not hold")


def check_answer(question, answer, y, context):
    blank = question.get("blank", False)
    n = len(question["answers"]) + (1 if blank else 0)
    expected = ["choices", "individual_proofs", "overall_proof"] + (["blank_proof"] if blank else [])
    require(list(answer) == expected, "answer members")
    require(len(answer["choices"]) == n == len(answer["individual_proofs"]), "number of choices")
    texts = [(c["alpha"], c["beta"]) for c in answer["choices"]]
    points = [(decode(a), decode(b)) for a, b in texts]
    for (alpha, beta), (ta, tb), proofs in zip(points, texts, answer["individual_proofs"]):
        disjunction(f"prove|{context}|{ta},{tb}|", y, [(alpha, beta, 0), (alpha, beta, 1)], proofs, "individual proof")
    every = ",".join(a + "," + b for a, b in texts)
    rest = points[1:] if blank else points
    sum_a, sum_b = total(p[0] for p in rest), total(p[1] for p in rest)
    allowed = [(sum_a, sum_b, k) for k in range(question["min"], question["max"] + 1)]
    if blank:
        (a0, b0) = points[0]
        disjunction(f"bproof0|{context}|{every}|", y, [(a0, b0, 0), (sum_a, sum_b, 0)], answer["blank_proof"], "blank proof")
        disjunction(f"bproof1|{context}|{every}|", y, [(a0, b0, 1)] + allowed, answer["overall_proof"], "overall proof")
    else:
        prefix = f"prove|{context}|{every}|{encode(sum_a)},{encode(sum_b)}|"
        disjunction(prefix, y, allowed, answer["overall_proof"], "overall proof")


def check(election_bytes, credentials, ballot_bytes):
    election, ballot = json.loads(election_bytes), json.loads(ballot_bytes)
    require(election["group"] == "Ed25519" and election["version"] == 1, "an Ed25519 election of version 1")
    require(compact(ballot) == ballot_bytes, "the ballot is not canonical")
    require(list(ballot) == ["election_uuid", "election_hash", "credential", "answers", "signature"], "ballot members")
    fingerprint = b64(election_bytes)
    require(ballot["election_uuid"] == election["uuid"], "uuid")
    require(ballot["election_hash"] == fingerprint, "fingerprint")
    listed = [line.split(",")[0] for line in credentials]
    require(ballot["credential"] in listed, "the credential is not on the list")
    key = decode(ballot["credential"])
    require(not same(key, IDENTITY), "the credential is the identity")

    signature = ballot["signature"]
    unsigned = {k: v for k, v in ballot.items() if k != "signature"}
    require(signature["hash"] == b64(compact(unsigned)), "signature hash")
    c, r = scalar(signature["proof"]["challenge"]), scalar(signature["proof"]["response"])
    commitment = add(mul(r, G), mul(c, key))
    require(c == challenge(f"sig|{signature['hash']}|", [commitment]), "the signature does not hold")

    require(len(ballot["answers"]) == len(election["questions"]), "number of answers")
    y = decode(election["public_key"])
    context = fingerprint + "|" + ballot["credential"]
    for question, answer in zip(election["questions"], ballot["answers"]):
        check_answer(question, answer, y, context)
    return b64(ballot_bytes)


def main(arguments):
    if len(arguments) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    contents = [open(name, "rb").read().rstrip(b"\n") for name in arguments]
    try:
        tracker = check(contents[0], json.loads(contents[1]), contents[2])
    except (Wrong, KeyError, TypeError, ValueError) as e:
        print(f"wrong: {e}")
        return 1
    print(f"valid {tracker}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
