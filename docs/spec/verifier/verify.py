#!/usr/bin/env python3
"""A second verifier of elections, written from docs/spec alone, with nothing but the standard library.

    verify.py WHAT [--expect-fingerprint F] [--receipts DIR] [--since CHECKPOINT] [--json]

WHAT is a bundle: a file or a directory. Exit codes: 0 verified, 1 falsified, 2 unreadable or wrong usage, 3 incomplete.
It is slow and it is small; it exists so that two programs that share nothing give the same answer.
"""

import argparse
import os
import re
import sys

import ballots
import bundle
import ceremony
import credentials
import decryption
import definition
import merkle
import ready
import receipts
import tally
import times
import trustees
from canonical import Malformed, base64_of
from note import Checkpoint, Key
from order import Order
from record import Record, check_entries, check_objects, check_order, count_trustees
from report import EXIT, Report

PHASES = ["", "KEYS", "READY", "OPEN", "CLOSED", "TALLYING", "RESULT"]


class Verification:
    """All checks on one board, each on what the earlier ones have accepted."""

    def __init__(self, packed: bundle.Bundle, fingerprint: str | None, kept: dict, earlier: bytes | None):
        self.packed, self.expected, self.kept, self.earlier = packed, fingerprint, kept, earlier
        self.report = Report()

    def run(self) -> Report:
        try:
            self.checkpoint = Checkpoint.read(self.packed.files["checkpoint"])
            entries = self.packed.entries(self.checkpoint.size)
        except (Malformed, bundle.Unreadable) as error:
            self.report.unreadable = str(error)
            return self.report
        objects = {name[7:]: data for name, data in self.packed.files.items() if name.startswith("object/")}
        self.record = Record(entries, objects)
        self._board()
        self._setup()
        self._ballots()
        self._tally()
        self._outside()
        return self.report

    # The board itself.

    def _board(self) -> None:
        record, report = self.record, self.report
        check_entries(record, report.check("V05"))
        bundle.check_form(self.packed, record.entries, record.references, report.check("V01"))
        check_objects(record, report.check("V02"))
        first = record.parsed[0] if record.parsed else None
        self.genesis = first if first and first["type"] == "Genesis" else None
        self.key = Key.read(self.genesis["log"]) if self.genesis else None
        self._signature(report.check("V03"))
        root, signed = merkle.root([merkle.leaf(entry) for entry in record.entries]).hex(), self.checkpoint.root.hex()
        report.check("V04").test(root == signed, "checkpoint", root, signed)
        self.order = Order(count_trustees(record))
        check_order(record, self.order, report.check("V06"))
        checkpoint = {"size": self.checkpoint.size, "root": signed}
        report.election = {"origin": self.checkpoint.origin, "checkpoint": checkpoint}
        if self.genesis:
            report.election |= {"uuid": self.genesis["uuid"], "group": self.genesis["group"]}
        report.over = self.order.phase in ("RESULT", "CANCELLED")

    def _signature(self, check) -> None:
        checkpoint, size = self.checkpoint, len(self.record.entries)
        check.test(checkpoint.size == size, "checkpoint", f"size {size}", str(checkpoint.size))
        if self.key is None:
            check.skip(2)
            return
        check.test(checkpoint.origin == self.key.name, "checkpoint", self.key.name, checkpoint.origin)
        check.test(checkpoint.note.signed_by(self.key), "checkpoint", "a line of the log that verifies", "none")
        suffix = "/board/" + self.genesis["uuid"]
        check.test(self.key.name.endswith(suffix), "checkpoint", "an origin that ends with " + suffix, self.key.name)

    def reached(self, *kinds: str) -> bool:
        return any(self.record.of(kind) for kind in kinds)

    def listed(self, number: str, reached: bool, **how):
        """A check of a phase; after Cancel those that were not reached are not part of the list."""
        if reached or self.order.phase != "CANCELLED":
            return self.report.check(number, reached=reached, **how)
        return None

    # From Setup.

    def _setup(self) -> None:
        record, report = self.record, self.report
        self.election = self.manifest = self.trustees = self.credentials = None
        reached = self.reached("Setup")
        checks = {number: self.listed(number, reached) for number in ("V08", "V09", "V11", "V13")}
        posted = self.listed("V12", reached or bool(self.order.attempts))
        statements = self.listed("V14", self.reached("Ready"))
        setup = None
        if reached:
            index, _ = record.one("Setup")
            setup, self.election = definition.check_election(record, self.genesis, checks["V08"])
            self.manifest = definition.check_manifest(record, setup, self.election, checks["V09"])
            self.trustees = trustees.check_trustees(record, setup, self.election, report, checks["V11"])
            group = self.election.group if self.election else None
            if setup:
                self.credentials = credentials.check_list(record, index, setup["credentials"], group, checks["V13"])
            else:
                checks["V13"].skip()
            definition.check_numbers(record, self.manifest, self.credentials, checks["V09"])
            if setup:
                report.election["fingerprint"] = base64_of(setup["election"])
        times.check_times(record, self.manifest, report.check("V07"))
        times.warn(record, self.genesis, self.manifest, report)
        if posted and posted.reached:
            self._ceremony(posted, setup)
        if statements and statements.reached:
            keys = self.trustees.keys if self.trustees else {}
            ready.check_ready(record, self.election, self.manifest, keys, statements)
        self._fingerprint(setup)

    def _ceremony(self, check, setup: dict | None) -> None:
        if self.genesis is None or self.genesis["group"] not in definition.GROUPS:
            check.skip()
            return
        found = ceremony.Ceremony(self.record, self.genesis, check)
        if self.reached("Setup"):
            found.check_used(setup, self.trustees, self.credentials, self.manifest, self.order.attempts)
        groups = self.trustees.groups if self.trustees else []
        found.check_attempts(self.order.attempts, self.reached("Setup") and any(one.refused for one in groups))

    def _fingerprint(self, setup: dict | None) -> None:
        if self.expected is None:
            self.report.warn("fingerprint-not-compared", "No fingerprint was given to compare with.")
            return
        check = self.listed("V10", self.reached("Setup"))
        if check and check.reached:
            definition.check_fingerprint(self.record, setup, self.expected, check)

    # Ballots and what follows from them.

    def _ballots(self) -> None:
        numbers = ("V15", "V16", "V17", "V18", "V19")
        reached = self.reached("Open")
        checks = {number: self.listed(number, reached, may_be_empty=True) for number in numbers}
        self.counted = ballots.Counted({}, False)
        if reached:
            self.counted = ballots.check_ballots(self.record, self.election, self.credentials, checks, self.report)
            # A ballot that V06 has refused is not judged; then it is not known what counts.
            on_board = sum(entry is not None and entry["type"] == "Ballot" for entry in self.record.parsed)
            self.counted.complete &= on_board == len(self.record.of("Ballot"))

    def _tally(self) -> None:
        record = self.record
        sums, sizes = (self.listed(number, self.reached("EncryptedTally")) for number in ("V20", "V21"))
        partials = self.listed("V22", self.reached("PartialDecryption"))
        proofs = self.listed("V23", self.reached("DecryptionProof"))
        enough, result = (self.listed(number, self.reached("Result")) for number in ("V24", "V25"))
        minimum = self.listed("V26", self.reached("PartialDecryption"))
        published, decrypted = None, decryption.Decryptions({}, set())
        if self.reached("EncryptedTally"):
            published = tally.check_tally(record, self.election, self.credentials, self.counted, sums, sizes)
        if self.reached("PartialDecryption"):
            decrypted = decryption.check_decryptions(record, self.election, self.trustees, published, partials, proofs)
            tally.check_minimum(record, self.manifest, self.counted, minimum)
        if self.reached("Result"):
            taken = decryption.check_enough(record, self.election, self.trustees, published, decrypted, enough)
            weight = None
            if self.counted.complete:
                weight = sum(self.credentials.weights[name] for name in self.counted.last)
            self.report.result = decryption.check_result(record, self.election, published, taken, weight, result)

    # What the reader brought along.

    def _outside(self) -> None:
        if self.kept:
            receipts.check_receipts(self.record, self.key, self.kept, self.report.check("V27"))
        if self.earlier is not None:
            receipts.check_earlier(self.record, self.key, self.earlier, self.report.check("V28"))
        if not self.kept and self.earlier is None:
            self.report.warn("board-not-compared", "Neither receipts nor an earlier checkpoint were given.")


def verify(path: str, fingerprint: str | None = None, kept: dict | None = None, earlier: bytes | None = None) -> Report:
    try:
        return Verification(bundle.read(path), fingerprint, kept or {}, earlier).run()
    except (OSError, bundle.Unreadable) as error:
        report = Report()
        report.unreadable = str(error)
        return report
    except bundle.BrokenForm as error:
        report = Report()
        report.check("V01").fail("file", "members that can be told apart", str(error))
        return report


def read_receipts(folder: str) -> dict:
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read(2**20 + 1)
    return found


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description="A second verifier of elections.", allow_abbrev=False)
    parser.add_argument("what", metavar="WHAT", help="a bundle: a file or a directory")
    parser.add_argument("--expect-fingerprint", metavar="F", help="the fingerprint that was announced")
    parser.add_argument("--receipts", metavar="DIR", help="receipts that the board must keep")
    parser.add_argument("--since", metavar="CHECKPOINT", help="an earlier checkpoint")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    options = parser.parse_args(arguments)
    if options.expect_fingerprint and not re.fullmatch(r"[A-Za-z0-9+/]{43}", options.expect_fingerprint):
        parser.error("a fingerprint is 43 characters of base64")
    try:
        kept = read_receipts(options.receipts) if options.receipts else {}
        earlier = None
        if options.since:
            with open(options.since, "rb") as file:
                earlier = file.read(2**20 + 1)
    except OSError as error:
        parser.error(str(error))
    report = verify(options.what, options.expect_fingerprint, kept, earlier)
    print(report.to_json() if options.json else report.to_text())
    return EXIT[report.verdict()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
