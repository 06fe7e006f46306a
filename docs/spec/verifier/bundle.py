"""Bundles, as a file or as a directory: docs/spec/board.md, sections 7 and 10; check V01."""

import os
import re
from dataclasses import dataclass, field

from canonical import Malformed, parse

BLOCK = 512
NAME = re.compile(r"checkpoint|tile/entries/[x0-9/]+(\.p/[0-9]+)?|object/[0-9a-f]{64}")
IGNORED = re.compile(r"tile/[0-9]+/.*|hints/.*", re.DOTALL)
LARGEST = 2**31


class Unreadable(Exception):
    """There is no board that could be judged."""


class BrokenForm(Exception):
    """It begins like a bundle, but its members cannot be told apart."""


@dataclass
class Bundle:
    """The files of a board by their names, and what is wrong with how they were packed."""

    files: dict
    raw: bytes | None = None  # the bytes of the tar; None for a directory
    faults: list = field(default_factory=list)

    def entries(self, size: int) -> list:
        """The entries of all entry bundles, in order; size is what the checkpoint says."""
        found = []
        for name, width in self._tiles():
            try:
                found += split(self.files[name], width)
            except Malformed as error:
                raise Unreadable(f"{name}: {error}") from error
        if self.raw is None and len(found) % 256 == 0 and len(found) - 256 < size:
            return found[:size]  # a mirror may hold the full bundle already
        return found

    def _tiles(self):
        """Name and width of each entry bundle: full ones, then at most one partial one."""
        number = 0
        while True:
            name = tile_path(number)
            if name in self.files:
                yield name, 256
            else:
                widths = [w for w in range(1, 256) if f"{name}.p/{w}" in self.files]
                if widths:
                    yield f"{name}.p/{widths[-1]}", widths[-1]
                return
            number += 1


def tile_path(number: int) -> str:
    groups = []
    while True:
        groups.insert(0, "%03d" % (number % 1000))
        number //= 1000
        if not number:
            return "tile/entries/" + "/".join(["x" + group for group in groups[:-1]] + groups[-1:])


def split(data: bytes, width: int) -> list:
    """The entries of an entry bundle (section 7)."""
    found, place = [], 0
    while place < len(data):
        length = int.from_bytes(data[place : place + 2], "big")
        if place + 2 + length > len(data):
            raise Malformed("an entry cut short")
        found.append(data[place + 2 : place + 2 + length])
        place += 2 + length
    if len(found) != width:
        raise Malformed(f"{width} entries")
    return found


def read(path: str) -> Bundle:
    if os.path.isdir(path):
        return _directory(path)
    with open(path, "rb") as file:
        return _tar(file.read(LARGEST))


def _directory(top: str) -> Bundle:
    bundle = Bundle({})
    for folder, _, names in os.walk(top):
        for name in names:
            full = os.path.join(folder, name)
            inside = os.path.relpath(full, top).replace(os.sep, "/")
            if not os.path.isfile(full) or os.path.islink(full):
                bundle.faults.append((inside, "a file"))
            elif NAME.fullmatch(inside):
                with open(full, "rb") as file:
                    bundle.files[inside] = file.read(LARGEST)
            elif not IGNORED.fullmatch(inside):
                bundle.faults.append((inside, "a name that a board has"))
    if "checkpoint" not in bundle.files:
        raise Unreadable("there is no checkpoint")
    return bundle


def _tar(raw: bytes) -> Bundle:
    bundle, place = Bundle({}, raw), 0
    if not raw.startswith(b"checkpoint\0"):
        raise Unreadable("this is no bundle")
    while place < len(raw):
        header = raw[place : place + BLOCK]
        name = header[:100].rstrip(b"\0").decode("ascii", "replace")
        size = re.fullmatch(rb"([0-7]{11})\0", header[124:136])
        if len(header) < BLOCK or not size:
            raise BrokenForm(f"no header at byte {place}")
        length = int(size[1], 8)
        content = raw[place + BLOCK : place + BLOCK + length]
        place += BLOCK + (length + BLOCK - 1) // BLOCK * BLOCK
        if place > len(raw):
            raise BrokenForm(f"{name} is cut short")
        if name in bundle.files:
            bundle.faults.append((name, "each name once"))
        elif NAME.fullmatch(name):
            bundle.files[name] = content
        else:
            bundle.faults.append((name, "a name that a bundle has"))
    return bundle


def header(name: str, size: int, time: int) -> bytes:
    block = bytearray(BLOCK)

    def put(place: int, text: str) -> None:
        block[place : place + len(text)] = text.encode("ascii")

    put(0, name)
    put(100, "0000644")
    put(108, "0000000")
    put(116, "0000000")
    put(124, "%011o" % size)
    put(136, "%011o" % time)
    put(148, " " * 8)
    put(156, "0")
    put(148, "%06o" % sum(block))
    block[154:156] = b"\0 "
    return bytes(block)


def member(name: str, content: bytes, time: int) -> bytes:
    return header(name, len(content), time) + content + bytes(-len(content) % BLOCK)


def check_form(bundle: Bundle, entries: list, references, check) -> None:
    """V01: the bundle is the one byte sequence that its content has, the directory has exactly its names.

    references(index) yields the hashes of the objects reached from an entry, children first.
    """
    names, seen = ["checkpoint"], set()
    first = 0
    for name, width in bundle._tiles():
        names.append(name)
        for index in range(first, min(first + width, len(entries))):
            for one in references(index):
                if one not in seen and "object/" + one in bundle.files:
                    names.append("object/" + one)
                seen.add(one)
        first += width
    for name, expected in bundle.faults:
        check.fail("file", expected, name, name=name)
    if bundle.raw is None:
        for name in sorted(set(bundle.files) - set(names)):
            check.fail("file", "a file that the board refers to", name, name=name)
        if not check.failures:
            check.ok()
        return
    time = _time(entries, bundle.raw)
    expected = b"".join(member(name, bundle.files[name], time) for name in names)
    if not check.failures:
        check.test(expected == bundle.raw, "file", "the bytes that its content prescribes", "other bytes")


def _time(entries: list, raw: bytes) -> int:
    """The time of Genesis; if it has none, the first header's."""
    try:
        return parse(entries[0])["time"]
    except (Malformed, IndexError, KeyError, TypeError):
        return int(raw[136:147].decode("ascii", "replace") or "0", 8)
