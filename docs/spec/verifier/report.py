"""What a verifier counted and what it says: docs/spec/verification.md, "Rules" and "What a report says"."""

import json
from dataclasses import dataclass, field

TITLES = {
    "V01": "Archive form",
    "V02": "Objects are what they are called",
    "V03": "Checkpoint signature",
    "V04": "Board root",
    "V05": "Entries are well formed",
    "V06": "Order of events",
    "V07": "Times",
    "V08": "Election definition",
    "V09": "Manifest",
    "V10": "Expected fingerprint",
    "V11": "Trustees",
    "V12": "Ceremony",
    "V13": "Credentials",
    "V14": "Ready",
    "V15": "Ballots are well formed",
    "V16": "Only listed voters",
    "V17": "Ballot signatures",
    "V18": "Ballot proofs",
    "V19": "No ballot twice",
    "V20": "Encrypted tally",
    "V21": "Size of the tally",
    "V22": "Partial decryptions",
    "V23": "Strong decryption proofs",
    "V24": "Enough trustees",
    "V25": "Result",
    "V26": "Minimum of ballots",
    "V27": "Receipts",
    "V28": "Earlier checkpoint",
    "V29": "Archive events",
}
MOST_SHOWN = 100
EXIT = {"verified": 0, "falsified": 1, "unreadable": 2, "incomplete": 3}


@dataclass
class Check:
    """Counts what there was to check and what passed; nothing else decides whether it passed."""

    id: str
    reached: bool = True  # has the election come so far that there is something to check?
    may_be_empty: bool = False
    expected: int = 0
    passed: int = 0
    failures: list = field(default_factory=list)

    def ok(self, number: int = 1) -> None:
        self.expected += number
        self.passed += number

    def skip(self, number: int = 1) -> None:
        """Not examined, because an earlier check has refused what this one needs."""
        self.expected += number

    def fail(self, kind: str, expected: str, found: str, index=None, hash=None, name=None) -> None:
        self.expected += 1
        subject = {"kind": kind, "index": index, "hash": hash, "name": name}
        subject = {member: value for member, value in subject.items() if value is not None}
        self.failures.append({"subject": subject, "expected": expected, "found": found})

    def test(self, holds: bool, kind: str, expected: str, found: str = "it is not so", **where) -> bool:
        if holds:
            self.ok()
        else:
            self.fail(kind, expected, found, **where)
        return holds

    def status(self, something_failed: bool) -> str:
        if self.failures:
            return "failed"
        if not self.reached or self.passed < self.expected and something_failed:
            return "not-run"
        if self.passed < self.expected or not self.expected and not self.may_be_empty:
            return "failed"
        return "passed"


@dataclass
class Report:
    election: dict = field(default_factory=dict)
    checks: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    result: list | None = None
    over: bool = False  # the board ends with Result or Cancel
    unreadable: str | None = None

    def check(self, number: str, **how) -> Check:
        found = Check(number, **how)
        self.checks.append(found)
        self.checks.sort(key=lambda one: one.id)
        return found

    def warn(self, code: str, text: str) -> None:
        self.warnings.append({"code": code, "text": text})

    def statuses(self) -> dict:
        failed = any(check.failures for check in self.checks)
        found = {check.id: check.status(failed) for check in self.checks}
        # A check that counted too little has failed as well, and then others may be not-run.
        failed = "failed" in found.values()
        return {check.id: check.status(failed and found[check.id] != "failed") for check in self.checks}

    def verdict(self) -> str:
        if self.unreadable:
            return "unreadable"
        statuses = set(self.statuses().values())
        if "failed" in statuses:
            return "falsified"
        return "verified" if self.over and statuses == {"passed"} else "incomplete"

    def failed(self) -> list:
        return [number for number, status in self.statuses().items() if status == "failed"]

    def to_json(self) -> str:
        statuses, verdict = self.statuses(), self.verdict()
        report = {"format": "psephos-verdict/1", "verdict": verdict, "election": self.election}
        report["checks"] = [
            {
                "id": check.id,
                "title": TITLES[check.id],
                "status": statuses[check.id],
                "expected": check.expected,
                "passed": check.passed,
                "failures": check.failures[:MOST_SHOWN],
                "failures_omitted": max(0, len(check.failures) - MOST_SHOWN),
            }
            for check in self.checks
        ]
        report["warnings"] = self.warnings
        if verdict == "verified" and self.result is not None:
            report["result"] = self.result
        return json.dumps(report, separators=(",", ":"), ensure_ascii=True)

    def to_text(self) -> str:
        fingerprint = self.election.get("fingerprint", "unknown")
        lines = [f"fingerprint: {fingerprint}", f"verdict: {self.verdict()}"]
        lines += [f"unreadable: {safe(self.unreadable)}"] if self.unreadable else []
        statuses = self.statuses()
        for check in self.checks:
            lines.append(f"{check.id} {statuses[check.id]} {check.passed} of {check.expected}: {TITLES[check.id]}")
            for failure in check.failures[:MOST_SHOWN]:
                where = " ".join(safe(str(part)) for part in failure["subject"].values())
                lines.append(f"    {where}: expected {safe(failure['expected'])}, found {safe(failure['found'])}")
        lines += [f"note: {warning['code']}: {safe(warning['text'])}" for warning in self.warnings]
        if self.verdict() == "verified" and self.result is not None:
            lines.append(f"result: {json.dumps(self.result)}")
        return "\n".join(lines)


def safe(text: str) -> str:
    """Text from a record: nothing in it reaches the terminal but printable ASCII."""
    return "".join(c if " " <= c <= "~" else "\\u{%x}" % ord(c) for c in text)
