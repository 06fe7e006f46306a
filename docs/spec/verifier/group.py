"""The three groups, written additively: docs/spec/encoding.md, section 3."""

import functools
import re

from canonical import Malformed, sha256

DECIMAL = re.compile(r"(0|[1-9][0-9]*)\Z", re.ASCII)


class Group:
    """What both kinds of group have in common. Elements are opaque; only their texts leave this file."""

    name: str
    q: int

    def decode(self, text) -> object:
        """An element from its one spelling; Malformed if it is none, or not of order dividing q."""
        if not isinstance(text, str) or len(text) > 700:
            raise Malformed("a group element")
        return self._decode(text)

    def scalar(self, text) -> int:
        """A decimal below q in its one spelling."""
        if not isinstance(text, str) or len(text) > len(str(self.q)) or not DECIMAL.match(text):
            raise Malformed("a canonical decimal")
        value = int(text)
        if value >= self.q:
            raise Malformed("a number below q")
        return value

    def hash(self, prefix: str, *elements) -> int:
        """S(t; P1, ...): the hash to scalar."""
        text = prefix + ",".join(map(self.encode, elements))
        return int(sha256(text.encode()), 16) % self.q

    def sum(self, elements) -> object:
        return functools.reduce(self.add, elements, self.zero)

    def minus(self, a, b) -> object:
        return self.add(a, self.negate(b))

    def is_zero(self, element) -> bool:
        return self.same(element, self.zero)

    def both(self, r: int, base, c: int, element) -> object:
        """r·base + c·element, the commitment that a proof claims."""
        return self.add(self.times(r, base), self.times(c, element))


class ModP(Group):
    """A subgroup of order q of the integers mod p; an element is a number."""

    def __init__(self, name: str, p: int, q: int, g: int):
        self.name, self.p, self.q, self.g, self.zero = name, p, q, g, 1
        self._decode = functools.lru_cache(None)(self._decode)

    def _decode(self, text: str) -> int:
        if not DECIMAL.match(text):
            raise Malformed("a canonical decimal")
        x = int(text)
        if not 0 < x < self.p or pow(x, self.q, self.p) != 1:
            raise Malformed("a member of the group")
        return x

    def encode(self, element: int) -> str:
        return str(element)

    def add(self, a: int, b: int) -> int:
        return a * b % self.p

    def negate(self, a: int) -> int:
        return pow(a, -1, self.p)

    def times(self, k: int, a: int) -> int:
        return pow(a, k % self.q, self.p)

    def same(self, a: int, b: int) -> bool:
        return a == b

    def order(self, text: str) -> int:
        """What elements are sorted by."""
        return int(text)


class Ed25519(Group):
    """The prime-order subgroup of edwards25519; an element is (X, Y, Z, T), x = X/Z, y = Y/Z, xy = T/Z."""

    name = "Ed25519"
    p = 2**255 - 19
    q = 2**252 + 27742317777372353535851937790883648493
    d = -121665 * pow(121666, -1, p) % p
    zero = (0, 1, 1, 0)

    def __init__(self):
        self._decode = functools.lru_cache(None)(self._decode)
        self.g = self.point(bytes.fromhex("58" + "66" * 31))
        self._powers_of_g = None

    def _decode(self, text: str):
        if not re.fullmatch(r"[0-9a-f]{64}", text):
            raise Malformed("64 hexadecimal digits")
        element = self.point(bytes.fromhex(text)[::-1])
        if not self.same(self._multiply(self.q, element), self.zero):
            raise Malformed("a point of the prime-order subgroup")
        return element

    def point(self, encoding: bytes):
        """A point of the whole curve from its canonical encoding, RFC 8032."""
        integer = int.from_bytes(encoding, "little")
        y, sign = integer % 2**255, integer >> 255
        if len(encoding) != 32 or y >= self.p:
            raise Malformed("y below 2^255 - 19")
        x = self._root((y * y - 1) * pow(self.d * y * y + 1, -1, self.p) % self.p)
        if x == 0 and sign:
            raise Malformed("no sign for x = 0")
        if x % 2 != sign:
            x = self.p - x
        return x, y, 1, x * y % self.p

    def _root(self, square: int) -> int:
        x = pow(square, (self.p + 3) // 8, self.p)
        if x * x % self.p != square:
            x = x * pow(2, (self.p - 1) // 4, self.p) % self.p
        if x * x % self.p != square:
            raise Malformed("a point of the curve")
        return x

    def encode(self, element) -> str:
        return self.compress(element)[::-1].hex()

    def compress(self, element) -> bytes:
        """The encoding of RFC 8032."""
        inverse = pow(element[2], -1, self.p)
        x, y = element[0] * inverse % self.p, element[1] * inverse % self.p
        return (y + (x % 2 << 255)).to_bytes(32, "little")

    def add(self, a, b):
        p = self.p
        u = (a[1] - a[0]) * (b[1] - b[0]) % p
        v = (a[1] + a[0]) * (b[1] + b[0]) % p
        w = 2 * self.d * a[3] * b[3] % p
        z = 2 * a[2] * b[2] % p
        e, f, g, h = v - u, z - w, z + w, v + u
        return e * f % p, g * h % p, f * g % p, e * h % p

    def _double(self, a):
        p = self.p
        x, y = a[0] * a[0] % p, a[1] * a[1] % p
        h = x + y
        e = h - (a[0] + a[1]) ** 2 % p
        g = x - y
        f = 2 * a[2] * a[2] % p + g
        return e * f % p, g * h % p, f * g % p, e * h % p

    def negate(self, a):
        return self.p - a[0], a[1], a[2], self.p - a[3]

    def times(self, k: int, a):
        if a is self.g:
            return self._times_g(k % self.q)
        return self._multiply(k % self.q, a)

    def _multiply(self, k: int, a):
        """k·a for k that is not reduced, four bits at a time."""
        table = [self.zero, a]
        for _ in range(14):
            table.append(self.add(table[-1], a))
        result = self.zero
        for digit in "%x" % k:
            for _ in range(4):
                result = self._double(result)
            if digit != "0":
                result = self.add(result, table[int(digit, 16)])
        return result

    def _times_g(self, k: int):
        if self._powers_of_g is None:
            self._powers_of_g, base = [], self.g
            for _ in range(64):
                row = [self.zero]
                for _ in range(15):
                    row.append(self.add(row[-1], base))
                self._powers_of_g.append(row)
                base = self.add(row[-1], base)
        result = self.zero
        for row in self._powers_of_g:
            if k & 15:
                result = self.add(result, row[k & 15])
            k >>= 4
        return result

    def same(self, a, b) -> bool:
        return (a[0] * b[2] - b[0] * a[2]) % self.p == 0 and (a[1] * b[2] - b[1] * a[2]) % self.p == 0

    def order(self, text: str) -> bytes:
        """What elements are sorted by."""
        return bytes.fromhex(text)[::-1]


ED25519 = Ed25519()

BELENIOS_2048 = ModP(
    "BELENIOS-2048",
    20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049081167099310535867780980030790491654063777173764198678527273474476341835600035698305193144284561701911000786737307333564123971732897913240474578834468260652327974647951137672658693582180046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719,
    78571733251071885079927659812671450121821421258408794611510081919805623223441,
    2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678799694668298749389095083896573425601900601068477164491735474137283104610458681314511781646755400527402889846139864532661215055797097162016168270312886432456663834863635782106154918419982534315189740658186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982665103606822406635076697764025346253773085133173495194248967754052573659049492477631475991575198775177711481490920456600205478127054728238140972518639858334115700568353695553423781475582491896050296680037745308460627,
)

_RFC_3526_P = 32317006071311007300338913926423828248817941241140239112842009751400741706634354222619689417363569347117901737909704191754605873209195028853758986185622153212175412514901774520270235796078236248884246189477587641105928646099411723245426622522193230540919037680524235519125679715870117001058055877651038861847280257976054903569732561526167081339361799541336476559160368317896729073178384589680639671900977202194168647225871031411336429319536193471636533209717077448227988588565369208645296636077250268955505928362751121174096972998068410554359584866583291642136218231078990999448652468262416972035911852507045361090559

RFC_3526_2048 = ModP("RFC-3526-2048", _RFC_3526_P, (_RFC_3526_P - 1) // 2, 2)

GROUPS = {group.name: group for group in (ED25519, BELENIOS_2048, RFC_3526_2048)}
