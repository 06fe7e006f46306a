"""AES-256-GCM, decryption only, which the standard library lacks: NIST SP 800-38D. Slow; for proven complaints."""

from canonical import Malformed


def _sbox() -> list:
    box, p, q = [0x63] * 256, 1, 1
    while True:
        p = p ^ (p << 1) & 0xFF ^ (0x1B if p & 0x80 else 0)  # times 3
        for shift in (1, 2, 4):  # divided by 3
            q = (q ^ q << shift) & 0xFF
        q ^= 0x09 if q & 0x80 else 0
        rotated = q ^ _rotate(q, 1) ^ _rotate(q, 2) ^ _rotate(q, 3) ^ _rotate(q, 4)
        box[p] = rotated ^ 0x63
        if p == 1:
            return box


def _rotate(byte: int, by: int) -> int:
    return (byte << by | byte >> 8 - by) & 0xFF


BOX = _sbox()


def _twice(byte: int) -> int:
    return byte << 1 & 0xFF ^ (0x1B if byte & 0x80 else 0)


class Aes256:
    """The block cipher, encryption only."""

    def __init__(self, key: bytes):
        words = [list(key[i : i + 4]) for i in range(0, 32, 4)]
        constant = 1
        for i in range(8, 60):
            word = list(words[i - 1])
            if i % 8 == 0:
                word = [BOX[b] for b in word[1:] + word[:1]]
                word[0] ^= constant
                constant = _twice(constant)
            elif i % 8 == 4:
                word = [BOX[b] for b in word]
            words.append([a ^ b for a, b in zip(words[i - 8], word)])
        self.rounds = [sum(words[i : i + 4], []) for i in range(0, 60, 4)]

    def block(self, data: bytes) -> bytes:
        state = [a ^ b for a, b in zip(data, self.rounds[0])]
        for number, key in enumerate(self.rounds[1:], 1):
            state = [BOX[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]  # SubBytes and ShiftRows
            if number < 14:
                state = sum((_mix(state[i : i + 4]) for i in range(0, 16, 4)), [])
            state = [a ^ b for a, b in zip(state, key)]
        return bytes(state)


def _mix(column: list) -> list:
    every = column[0] ^ column[1] ^ column[2] ^ column[3]
    return [column[i] ^ every ^ _twice(column[i] ^ column[(i + 1) % 4]) for i in range(4)]


def _multiply(x: int, y: int) -> int:
    """In GF(2^128), bits in the order of GCM."""
    product = 0
    for i in range(127, -1, -1):
        if x >> i & 1:
            product ^= y
        y = y >> 1 ^ (0xE1 << 120 if y & 1 else 0)
    return product


def _ghash(h: int, data: bytes) -> int:
    y = 0
    for i in range(0, len(data), 16):
        y = _multiply(y ^ int.from_bytes(data[i : i + 16], "big"), h)
    return y


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 16)


def decrypt(key: bytes, nonce: bytes, data: bytes) -> bytes:
    """The plaintext of ciphertext and 16-byte tag without associated data; Malformed if the tag is wrong."""
    if len(data) < 16:
        raise Malformed("a tag")
    cipher, (text, tag) = Aes256(key), (data[:-16], data[-16:])
    h = int.from_bytes(cipher.block(bytes(16)), "big")
    if len(nonce) == 12:
        counter = nonce + b"\0\0\0\1"
    else:
        counter = _ghash(h, _padded(nonce) + (8 * len(nonce)).to_bytes(16, "big")).to_bytes(16, "big")
    expected = _ghash(h, _padded(text) + (8 * len(text)).to_bytes(16, "big"))
    if (expected ^ int.from_bytes(cipher.block(counter), "big")).to_bytes(16, "big") != tag:
        raise Malformed("the tag of its content")
    found = bytearray()
    for i in range(0, len(text), 16):
        number = (int.from_bytes(counter[12:], "big") + 1) % 2**32
        counter = counter[:12] + number.to_bytes(4, "big")
        found += bytes(a ^ b for a, b in zip(text[i : i + 16], cipher.block(counter)))
    return bytes(found)
