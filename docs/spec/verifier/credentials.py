"""The list of voters' keys: docs/spec/encoding.md, sections 4.2 and 5; check V13."""

import re
from dataclasses import dataclass

from canonical import Malformed, array, parse, text
from group import Group

MOST_CREDENTIALS, MOST_WEIGHT = 1_000_000, 10**9


@dataclass
class Credentials:
    weights: dict  # the text of a credential -> weight

    @property
    def total(self) -> int:
        return sum(self.weights.values())


def lines(data: bytes) -> list:
    """The lines of a list, each as (element, weight or None)."""
    found = []
    for line in array(parse(data)):
        element, comma, weight = text(line).partition(",")
        if comma and not re.fullmatch(r"0|[1-9][0-9]{0,18}", weight, re.ASCII):
            raise Malformed("a weight as a canonical decimal")
        found.append((element, int(weight) if comma else None))
    if len(found) > MOST_CREDENTIALS:
        raise Malformed(f"at most {MOST_CREDENTIALS} credentials")
    return found


def check_list(record, index: int, name: str, group: Group | None, check) -> Credentials | None:
    """V13: the list, or None if it is refused."""
    data = record.object(name)
    if data is None or group is None:
        check.skip()
        return None
    where = {"index": index, "hash": name}
    try:
        found = lines(data)
    except Malformed as error:
        check.fail("credentials", str(error), "another list", **where)
        return None
    weighted = [weight is not None for _, weight in found]
    if any(weighted) and not all(weighted):
        check.fail("credentials", "weights for all or for none", "weights for some", **where)
    before = None
    for number, (element, weight) in enumerate(found):
        reason = _refuse(group, element, weight, before)
        check.test(reason is None, "credential", reason or "", element, name=str(number), **where)
        before = before if reason else group.order(element)
    total = sum(weight or 1 for _, weight in found)
    if total > MOST_WEIGHT:
        check.fail("credentials", f"a sum of weights up to {MOST_WEIGHT}", str(total), **where)
    if check.failures:
        return None
    return Credentials({element: 1 if weight is None else weight for element, weight in found})


def _refuse(group: Group, element: str, weight, before) -> str | None:
    try:
        decoded = group.decode(element)
    except Malformed as error:
        return str(error)
    if group.is_zero(decoded):
        return "not the identity"
    if before is not None and group.order(element) <= before:
        return "ascending order"
    return None if weight is None or weight >= 1 else "a weight of at least 1"
