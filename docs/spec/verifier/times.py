"""When things happened, by the operator's clock: docs/spec/board.md, section 3; check V07, and what is noted."""


def check_times(record, manifest, check) -> None:
    """V07."""
    before, closes = 0, manifest.closes if manifest else None
    for index, entry in record.accepted:
        if "time" not in entry:
            continue
        reason = None
        if entry["time"] < before:
            reason = f"a time from {before}"
        elif manifest and entry["type"] == "Open" and entry["time"] < manifest.opens:
            reason = f"a time from {manifest.opens}"
        elif closes is not None and entry["type"] == "EndBallots" and entry["time"] < closes:
            reason = f"a time from {closes}"
        elif closes is not None and "closes" in entry and entry["closes"] <= closes:
            reason = f"a time after {closes}"
        found = str(entry.get("closes", entry["time"]))
        check.test(reason is None, "entry", reason or "", found, index=index, hash=entry.get("payload"))
        before = max(before, entry["time"])
        closes = entry.get("closes", closes)


def warn(record, genesis, manifest, report) -> None:
    report.warn("times-not-witnessed", "Times are the operator's word.")
    if genesis and genesis["mode"] == "rehearsal":
        report.warn("rehearsal", "This is a rehearsal. Its result decides nothing.")
    if manifest and manifest.waiver is not None:
        report.warn("rehearsal-waived", manifest.waiver)
    for _, entry in record.of("Amendment"):
        name = next(name for name in ("closes", "booth", "notice") if name in entry)
        report.warn(name if name == "notice" else name + "-amended", str(entry[name]))
    for _, entry in record.of("Cancel"):
        report.warn("cancelled", (record.object(entry["payload"]) or b"").decode("utf-8", "replace"))
