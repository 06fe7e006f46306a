"""Canonical JSON, base64 and digests: docs/spec/encoding.md, sections 1 and 2."""

import base64
import binascii
import hashlib
import json
import re

MAX_NUMBER = 2**53 - 1
MAX_DEPTH = 16
HEX = re.compile(r"[0-9a-f]{64}\Z")


class Malformed(Exception):
    """Bytes that are not what they should be. The text says what was expected."""


def sha256(data: bytes) -> str:
    """A digest in hexadecimal, as entries and object names spell it."""
    return hashlib.sha256(data).hexdigest()


def base64_of(hexadecimal: str) -> str:
    """The other spelling of a digest: base64 without padding."""
    return base64.b64encode(bytes.fromhex(hexadecimal)).decode().rstrip("=")


def unbase64(text: str) -> bytes:
    """Padded base64 with zero in unused bits (board.md 6.2)."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error, ValueError) as error:
        raise Malformed("base64") from error
    if base64.b64encode(data).decode() != text:
        raise Malformed("base64 in its one spelling")
    return data


def utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("well-formed UTF-8") from error


def parse(data: bytes, depth: int = MAX_DEPTH):
    """Reads compact JSON in its one spelling. The order of members is checked by members()."""
    text = utf8(data)
    _check_depth(text, depth)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_int=_number, parse_float=_refuse, parse_constant=_refuse
        )
        if write(value) != data:
            raise Malformed("canonical JSON")
    except (ValueError, RecursionError) as error:  # UnicodeEncodeError, of lone surrogates, is a ValueError
        raise Malformed("JSON") from error
    return value


def write(value) -> bytes:
    """Compact JSON, members in the order they have."""
    return _text(value).encode("utf-8")


def _text(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + _ESCAPED.sub(_escape, value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(_text, value)) + "]"
    return "{" + ",".join(_text(name) + ":" + _text(member) for name, member in value.items()) + "}"


_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def _escape(match) -> str:
    return _SHORT.get(match[0]) or "\\u%04x" % ord(match[0])


def _check_depth(text: str, most: int) -> None:
    depth, quoted, escaped = 0, False, False
    for character in text:
        if quoted:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                quoted = False
        elif character == '"':
            quoted = True
        elif character in "[{":
            depth += 1
            if depth > most:
                raise Malformed(f"at most {most} levels of nesting")
        elif character in "]}":
            depth -= 1


def _object(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("no member twice")
    if None in found.values():
        raise Malformed("no null")
    return found


def _number(text: str) -> int:
    if len(text) > 16 or text.startswith("-") or int(text) > MAX_NUMBER:
        raise Malformed("a whole number up to 2^53 - 1")
    return int(text)


def _refuse(text: str):
    raise Malformed("a whole number")


# Shapes. All of them raise Malformed, so that whoever reads an object states what it expects in one line.


def members(value, *names: str) -> list:
    """The members of an object, in exactly this order; a name that ends in ? may be absent (None)."""
    if not isinstance(value, dict):
        raise Malformed("an object")
    known = [name.rstrip("?") for name in names]
    if list(value) != [name for name in known if name in value]:
        raise Malformed("the members " + ", ".join(names))
    for name in names:
        if not name.endswith("?") and name not in value:
            raise Malformed("a member " + name)
    return [value.get(name) for name in known]


def text(value) -> str:
    if not isinstance(value, str):
        raise Malformed("a text")
    return value


def number(value, least: int = 0, most: int = MAX_NUMBER) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Malformed(f"a number from {least} to {most}")
    return value


def array(value, length: int | None = None) -> list:
    if not isinstance(value, list) or length is not None and len(value) != length:
        raise Malformed("an array" if length is None else f"an array of {length}")
    return value


def hexadecimal(value, digits: int = 64) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{%d}" % digits, value):
        raise Malformed(f"{digits} hexadecimal digits")
    return value


def quantity(value) -> int:
    """A weight, count or total: a number up to 2^30 - 1, a decimal string above (encoding.md 5)."""
    if isinstance(value, str):
        if not re.fullmatch(r"[1-9][0-9]{0,39}", value) or int(value) < 2**30:
            raise Malformed("a number above 2^30 - 1 as decimal text")
        return int(value)
    return number(value, 0, 2**30 - 1)


def own(value) -> dict:
    """An object of our own: members sorted by name, no U+007F in any string."""
    if not isinstance(value, dict):
        raise Malformed("an object")
    _check_own(value)
    return value


def _check_own(value) -> None:
    if isinstance(value, dict):
        if list(value) != sorted(value) or not all(name.isascii() for name in value):
            raise Malformed("members sorted by their ASCII names")
        for name, member in value.items():
            _check_own(name)
            _check_own(member)
    elif isinstance(value, list):
        for member in value:
            _check_own(member)
    elif isinstance(value, str) and "\x7f" in value:
        raise Malformed("no U+007F")
