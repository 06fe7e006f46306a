"""Election, manifest and translations: docs/spec/encoding.md, sections 5 and 6; checks V08, V09 and V10."""

import unicodedata
from dataclasses import dataclass

from canonical import Malformed, array, base64_of, hexadecimal, members, number, own, parse, sha256, text
from group import GROUPS, Group

MOST_QUESTIONS, MOST_ANSWERS, MOST_TEXT = 50, 200, 10000
TURNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass
class Question:
    question: str
    answers: list
    least: int
    most: int
    blank: bool

    @property
    def choices(self) -> int:
        return len(self.answers) + self.blank


@dataclass
class Election:
    hash: str  # hexadecimal
    group: Group
    key: object
    key_text: str
    uuid: str
    questions: list
    texts: dict  # name, description, administrator, language
    authority: str | None

    @property
    def fingerprint(self) -> str:
        return base64_of(self.hash)


@dataclass
class Manifest:
    credentials: str
    genesis: str
    registrar: str
    trustees: str
    texts: dict
    opens: int
    closes: int
    minimum: int
    voters: int
    weight: int
    waiver: str | None


def read_setup(data: bytes) -> dict:
    election, trustees, credentials = members(parse(data), "election", "trustees", "credentials")
    names = {"election": election, "trustees": trustees, "credentials": credentials}
    return {name: hexadecimal(value) for name, value in names.items()}


def read_election(data: bytes) -> Election:
    version, description, name, group_name, key, questions, uuid, administrator, authority, language = members(
        parse(data),
        "version",
        "description",
        "name",
        "group",
        "public_key",
        "questions",
        "uuid",
        "administrator?",
        "credential_authority?",
        "language?",
    )
    number(version, 1, 1)
    if text(group_name) not in GROUPS:
        raise Malformed("a group that has a name")
    texts = {"name": name, "description": description, "administrator": administrator, "language": language}
    for one in (description, name, *(one for one in (administrator, authority, language) if one is not None)):
        plain(one)
    group = GROUPS[group_name]
    if not 1 <= len(array(questions)) <= MOST_QUESTIONS:
        raise Malformed(f"1 to {MOST_QUESTIONS} questions")
    asked = [read_question(one) for one in questions]
    return Election(sha256(data), group, None, text(key), text(uuid), asked, texts, authority)


def read_question(value) -> Question:
    if isinstance(value, dict) and "type" in value:
        kind, value, _ = members(value, "type", "value", "extra?")
        if kind != "Homomorphic":
            raise Malformed("a homomorphic question")
    answers, blank, least, most, question = members(value, "answers", "blank?", "min", "max", "question")
    if not 1 <= len(array(answers)) <= MOST_ANSWERS:
        raise Malformed(f"1 to {MOST_ANSWERS} answers")
    if blank is not None and not isinstance(blank, bool):
        raise Malformed("true or false")
    for one in (question, *answers):
        plain(one)
    number(most, 0, len(answers))
    number(least, 0, most)
    return Question(question, answers, least, most, bool(blank))


def plain(value) -> str:
    """A text within the limits, without control characters and what turns the direction of writing."""
    if len(text(value)) > MOST_TEXT:
        raise Malformed(f"at most {MOST_TEXT} characters")
    if any(unicodedata.category(c) == "Cc" and c not in "\n\t" or c in TURNS for c in value):
        raise Malformed("no control characters and nothing that turns the direction of writing")
    return value


def read_manifest(data: bytes) -> Manifest:
    booth, credentials, genesis, registrar, rules, texts, trustees, witnesses = members(
        own(parse(data)),
        "booth?",
        "credentials",
        "genesis",
        "registrar",
        "rules",
        "texts",
        "trustees",
        "witnesses?",
    )
    for one in (credentials, genesis, registrar, trustees, *(one for one in (booth, witnesses) if one is not None)):
        hexadecimal(one)
    closes, minimum, opens, rehearsal, voters, weight = members(
        rules, "closes", "minimum_ballots", "opens", "rehearsal", "voters", "weight"
    )
    for one in (closes, minimum, opens, voters, weight):
        number(one)
    if not isinstance(texts, dict) or not texts:
        raise Malformed("texts by language")
    for one in texts.values():
        hexadecimal(one)
    return Manifest(
        credentials, genesis, registrar, trustees, texts, opens, closes, minimum, voters, weight, _waiver(rehearsal)
    )


def _waiver(rehearsal) -> str | None:
    if isinstance(rehearsal, dict) and "waiver" in rehearsal:
        (reason,) = members(rehearsal, "waiver")
        return text(reason)
    origin, root, size = members(rehearsal, "origin", "root", "size")
    text(origin)
    hexadecimal(root)
    number(size)
    return None


def read_definition(data: bytes) -> dict:
    names = ["administrator", "credential_authority", "description", "language", "name", "questions"]
    value = own(parse(data))
    *texts, questions = members(value, *names)
    for one in texts:
        plain(one)
    for one in array(questions):
        answers, question = members(one, "answers", "question")
        for each in (question, *array(answers)):
            plain(each)
    return value


def check_election(record, genesis: dict | None, check) -> tuple:
    """V08: (setup data, election), or None for what is refused."""
    index, entry = record.one("Setup")
    setup = _read(record, entry["payload"], index, "setup", read_setup, check)
    if setup is None:
        check.skip()
        return None, None
    election = _read(record, setup["election"], index, "election", read_election, check)
    if election is None or genesis is None:
        check.skip(2)
        return setup, election
    for name, found in (("group", election.group.name), ("uuid", election.uuid)):
        if not check.test(found == genesis[name], "election", genesis[name], found, index=index, hash=election.hash):
            return setup, None
    return setup, election


def check_manifest(record, setup: dict | None, election: Election | None, check) -> Manifest | None:
    """V09, but for what it says of the credentials list: see check_numbers."""
    index, entry = record.one("Setup")
    name = entry["manifest"]
    manifest = _read(record, name, index, "manifest", read_manifest, check)
    if manifest is None:
        return None
    if election is not None:
        expected = "psephos/1 " + name
        check.test(
            election.authority == expected,
            "election",
            expected,
            str(election.authority),
            index=index,
            hash=election.hash,
        )
    statements = [("genesis", sha256(record.entries[0]))]
    if setup is not None:
        statements += [("credentials", setup["credentials"]), ("trustees", setup["trustees"])]
    for member, expected in statements:
        found = getattr(manifest, member)
        check.test(found == expected, "manifest", f"{member} {expected}", found, index=index, hash=name)
    _check_texts(record, index, manifest, election, check)
    return manifest


def _check_texts(record, index: int, manifest: Manifest, election: Election | None, check) -> None:
    same, unknown = False, False
    for language, name in manifest.texts.items():
        definition = _read(record, name, index, "definition", read_definition, check)
        if definition is None:
            unknown = True
            continue
        check.test(
            definition["language"] == language, "definition", language, definition["language"], index=index, hash=name
        )
        if election is not None:
            shape = [len(one["answers"]) for one in definition["questions"]]
            expected = [len(one.answers) for one in election.questions]
            check.test(shape == expected, "definition", f"answers {expected}", f"{shape}", index=index, hash=name)
            same = same or _is_text_of(definition, election)
    if election is not None and not unknown:
        check.test(
            same, "election", "the text of one of the languages", "another text", index=index, hash=election.hash
        )


def _is_text_of(definition: dict, election: Election) -> bool:
    questions = [{"answers": one.answers, "question": one.question} for one in election.questions]
    return (
        definition["name"] == election.texts["name"]
        and definition["description"] == election.texts["description"]
        and definition["questions"] == questions
    )


def check_numbers(record, manifest: Manifest | None, credentials, check) -> None:
    """V09: the number of voters and their weight."""
    index, entry = record.one("Setup")
    if manifest is None or credentials is None:
        check.skip(2)
        return
    where = {"index": index, "hash": entry["manifest"]}
    check.test(
        manifest.voters == len(credentials.weights),
        "manifest",
        f"{len(credentials.weights)} voters",
        str(manifest.voters),
        **where,
    )
    check.test(
        manifest.weight == credentials.total, "manifest", f"weight {credentials.total}", str(manifest.weight), **where
    )


def check_fingerprint(record, setup: dict | None, expected: str, check) -> None:
    """V10."""
    if setup is None:
        check.skip()
        return
    index, _ = record.one("Setup")
    found = base64_of(setup["election"])
    check.test(found == expected, "election", expected, found, index=index, hash=setup["election"])


def _read(record, name: str, index: int, kind: str, read, check):
    """An object, read; a fault if it cannot be read; nothing said if V02 has refused it."""
    data = record.object(name)
    if data is None:
        check.skip()
        return None
    try:
        found = read(data)
    except Malformed as error:
        check.fail(kind, str(error), "something else", index, name)
        return None
    check.ok()
    return found
