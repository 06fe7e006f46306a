"""The order of events: docs/spec/board.md, section 3, and docs/spec/key-ceremony.md, section 2; check V06."""

from dataclasses import dataclass, field

MOST_ATTEMPTS = 1000


@dataclass
class Attempt:
    """One try of a threshold group to make its key."""

    number: int
    size: int
    threshold: int
    sent: dict = field(default_factory=lambda: {step: {} for step in STEPS})  # step -> index -> place on the board
    ended: tuple | None = None  # (kind, place)
    complaint: int | None = None

    def all_have(self, step: str) -> bool:
        return len(self.sent[step]) == self.size

    @property
    def complete(self) -> bool:
        return self.all_have("verification-key")


STEPS = ["certificate", "commitment", "dealing", "verification-key"]


@dataclass
class Order:
    """Takes one entry after the other. refuse() says why an entry cannot stand where it stands; then it is not taken."""

    trustees: int | None = None  # how many there are; None if the trustees object cannot be read
    phase: str = ""
    attempts: list = field(default_factory=list)
    ready: set = field(default_factory=set)
    decrypted: set = field(default_factory=set)
    pending: tuple | None = None  # a partial decryption whose proof must follow

    def refuse(self, place: int, entry: dict, owner) -> str | None:
        """owner(entry) gives the owner that the payload names; None if it cannot be read."""
        kind = entry["type"]
        if self.phase in ("", "RESULT", "CANCELLED") or kind == "Genesis":
            return self._ends(kind)
        if self.pending and kind != "DecryptionProof":
            return "the proof of the partial decryption before"
        return getattr(self, "_" + kind.lower())(place, entry, owner)

    def _ends(self, kind: str) -> str | None:
        if not self.phase:
            return self._enter("KEYS", kind == "Genesis", "Genesis")
        if kind == "Genesis":
            return "Genesis in the first place only"
        return None if kind == "Attestation" else "nothing but attestations"

    def _enter(self, phase: str, allowed: bool, otherwise: str) -> str | None:
        if not allowed:
            return otherwise
        self.phase = phase
        return None

    def _ceremony(self, place: int, entry: dict, _) -> str | None:
        if self.phase != "KEYS":
            return "no Ceremony after Setup"
        if entry["kind"] in ("trustee-key", "credentials"):
            return None
        return self._attempt(place, entry)

    def _attempt(self, place: int, entry: dict) -> str | None:
        kind, last = entry["kind"], self.attempts[-1] if self.attempts else None
        if kind == "certificate" and (last is None or last.ended):
            if entry["attempt"] != len(self.attempts) + 1:
                return f"attempt {len(self.attempts) + 1}"
            last = Attempt(entry["attempt"], entry["size"], entry["threshold"])
            self.attempts.append(last)
        if last is None or last.ended or entry["attempt"] != last.number:
            return "an attempt that is under way"
        if kind == "abandon":
            last.ended = ("abandon", place)
            return None
        index = entry["index"]
        if index > last.size:
            return f"an index up to {last.size}"
        if kind == "complaint":
            return self._complaint(place, entry, last)
        if kind == "certificate" and (entry["size"], entry["threshold"]) != (last.size, last.threshold):
            return "the size and threshold of the attempt"
        before = STEPS.index(kind) - 1
        if before >= 0 and not last.all_have(STEPS[before]):
            return f"every {STEPS[before]} before"
        if index in last.sent[kind]:
            return f"one {kind} of each member"
        last.sent[kind][index] = place
        return None

    @staticmethod
    def _complaint(place: int, entry: dict, attempt: Attempt) -> str | None:
        if not attempt.all_have("dealing"):
            return "every dealing before"
        if entry["against"] > attempt.size:
            return f"a member up to {attempt.size}"
        if entry["index"] in attempt.sent["verification-key"]:
            return "no complaint of who has posted a verification key"
        attempt.ended = ("complaint", place)
        return None

    def _setup(self, *_) -> str | None:
        under_way = self.attempts and not self.attempts[-1].complete and not self.attempts[-1].ended
        return self._enter("READY", self.phase == "KEYS" and not under_way, "Setup once, with no attempt under way")

    def _ready(self, _, entry: dict, __) -> str | None:
        if self.phase != "READY" or "opened" in self.ready:
            return "Ready between Setup and Open"
        who = entry.get("owner", "registrar")
        if who in self.ready:
            return "each Ready once"
        if self.trustees is not None and who != "registrar" and who > self.trustees:
            return f"an owner up to {self.trustees}"
        self.ready.add(who)
        return None

    def _open(self, *_) -> str | None:
        if self.trustees is None:
            everybody = "registrar" in self.ready and len(self.ready) > 1
        else:
            everybody = self.ready == {"registrar", *range(1, self.trustees + 1)}
        return self._enter("OPEN", self.phase == "READY" and everybody, "Open once, after every Ready")

    def _ballot(self, *_) -> str | None:
        return None if self.phase == "OPEN" else "a ballot between Open and EndBallots"

    def _amendment(self, *_) -> str | None:
        return None if self.phase == "OPEN" else "an amendment between Open and EndBallots"

    def _endballots(self, *_) -> str | None:
        return self._enter("CLOSED", self.phase == "OPEN", "EndBallots once, after Open")

    def _encryptedtally(self, *_) -> str | None:
        return self._enter("TALLYING", self.phase == "CLOSED", "EncryptedTally once, after EndBallots")

    def _partialdecryption(self, place: int, entry: dict, owner) -> str | None:
        if self.phase != "TALLYING":
            return "a partial decryption after EncryptedTally"
        who = owner(entry)
        if who is not None and who in self.decrypted:
            return "each owner once"
        self.decrypted.add(who)
        self.pending = (place, who)
        return None

    def _decryptionproof(self, _, entry: dict, owner) -> str | None:
        if not self.pending:
            return "a proof after its partial decryption"
        _, expected = self.pending
        self.pending = None
        if None not in (expected, owner(entry)) and owner(entry) != expected:
            return f"the proof of owner {expected}"
        return None

    def _result(self, *_) -> str | None:
        return self._enter(
            "RESULT", self.phase == "TALLYING" and bool(self.decrypted), "Result once, after decryptions"
        )

    def _cancel(self, *_) -> str | None:
        return self._enter("CANCELLED", True, "")

    def _attestation(self, *_) -> str | None:
        return "attestations after Setup only" if self.phase == "KEYS" else None
