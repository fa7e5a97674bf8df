"""Text typed in the fonts of the 1990s: TCVN3 (ABC, ``.VnTime``), VNI-Windows (``VNI-Times``), VISCII (``VI Times``).

Such text is stored as Latin-1 characters that only look Vietnamese in the right font: ``NguyÔn ThÞ H¹nh`` (TCVN3),
``Nguyeãn Thò Haïnh`` (VNI). The tables are those of the standards' code charts: TCVN 5712:1993 (VN3 subset) and
VNI-Windows; VISCII is RFC 1456, and is decoded only where the font says so.

Where the font is known, say so (``encoding_of_font``). Without a font the decision is by statistics, per line,
guarded: a line with one letter that only Unicode has is never touched, and a decoding is taken only if it turns
clearly more words into Vietnamese syllables than the plain reading does.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from recognizers.syllables import is_syllable

# --- tables ---------------------------------------------------------------------------------------------------------

_TCVN3_LOWER = {
    "aàảãáạ": "61 B5 B6 B7 B8 B9",
    "ăằẳẵắặ": "A8 BB BC BD BE C6",
    "âầẩẫấậ": "A9 C7 C8 C9 CA CB",
    "eèẻẽéẹ": "65 CC CE CF D0 D1",
    "êềểễếệ": "AA D2 D3 D4 D5 D6",
    "iìỉĩíị": "69 D7 D8 DC DD DE",
    "oòỏõóọ": "6F DF E1 E2 E3 E4",
    "ôồổỗốộ": "AB E5 E6 E7 E8 E9",
    "ơờởỡớợ": "AC EA EB EC ED EE",
    "uùủũúụ": "75 EF F1 F2 F3 F4",
    "ưừửữứự": "AD F5 F6 F7 F8 F9",
    "yỳỷỹýỵ": "79 FA FB FC FD FE",
    "đ": "AE",
}
_TCVN3_UPPER = {"Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7}
#: TCVN3 character → letter.
TCVN3: dict[str, str] = (
    {
        chr(int(code, 16)): letter
        for letters, codes in _TCVN3_LOWER.items()
        for letter, code in zip(letters, codes.split(), strict=True)
        if int(code, 16) > 0x7F
    }
    | {chr(code): letter for letter, code in _TCVN3_UPPER.items()}
    | {"\u03bc": "à"}
)

_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
#: VISCII character, as Latin-1 and as Windows reads its byte → letter.
VISCII: dict[str, str] = (
    {chr(code): letter for code, letter in enumerate(_VISCII_HIGH, start=0x80)}
    | {
        bytes([code]).decode("cp1252", "ignore"): letter
        for code, letter in enumerate(_VISCII_HIGH, start=0x80)
    }
    | {chr(code): letter for code, letter in _VISCII_LOW.items()}
)
VISCII.pop("", None)

_VNI_MARKS = {  # tones on a plain vowel, then breve and circumflex with their tones
    "aeouyôö": {"ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ù": "\u0301", "ï": "\u0323"},
    "a": {
        "ê": "\u0306",
        "è": "\u0306\u0300",
        "ú": "\u0306\u0309",
        "ü": "\u0306\u0303",
        "é": "\u0306\u0301",
        "ë": "\u0306\u0323",
    },
    "aeo": {
        "â": "\u0302",
        "à": "\u0302\u0300",
        "å": "\u0302\u0309",
        "ã": "\u0302\u0303",
        "á": "\u0302\u0301",
        "ä": "\u0302\u0323",
    },
}
_VNI_SINGLE = {"ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}


def _vni_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for vowels, marks in _VNI_MARKS.items():
        for vowel in vowels:
            plain = _VNI_SINGLE.get(vowel, vowel)
            for mark, combining in marks.items():
                if vowel == "y" and mark == "ï":
                    continue  # ỵ is a letter of its own in VNI
                letter = unicodedata.normalize("NFC", plain + combining)
                for shown in (mark, mark.upper()):
                    pairs[vowel + shown] = letter
                    pairs[vowel.upper() + shown] = letter.upper()
    return pairs


#: VNI pair of characters → letter.
VNI_PAIRS: dict[str, str] = _vni_pairs()
#: VNI single character → letter.
VNI_SINGLE: dict[str, str] = _VNI_SINGLE | {k.upper(): v.upper() for k, v in _VNI_SINGLE.items()}

_TCVN3_CHARS = re.compile("[" + re.escape("".join(TCVN3)) + "]")
_VNI_CHARS = re.compile("|".join(map(re.escape, (*VNI_PAIRS, *VNI_SINGLE))))

# --- decoding -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text. ``offsets[i]`` is where ``text[i]`` starts in the source; one entry more for the end."""

    text: str = field(repr=False)
    offsets: list[int]
    encoding: str


_WORD = re.compile(r"[^\W\d_]+")


def _words(text: str) -> list[str]:
    return [word for chunk in text.split() if (word := chunk.strip(".,;:()[]{}/\\\"'!?-0123456789"))]


def _upper(text: str) -> str:
    """Capitals, one for each character: that of "ß" and its like is two, and offsets would no longer fit."""
    return "".join(capital if len(capital := char.upper()) == 1 else char for char in text)


def _capitalised(text: str) -> str:
    """Give the toned vowels of all-capital words their capitals: TCVN3 has none, its capital fonts draw them so."""

    def fix(match: re.Match[str]) -> str:
        word = match.group()
        ascii_letters = [char for char in word if char.isascii()]
        if ascii_letters and all(char.isupper() for char in ascii_letters):
            return _upper(word)
        return word

    return _WORD.sub(fix, text)


def _tcvn3(text: str, capitals: bool) -> str:
    """Decode one to one; a hyphen inside a word is the ư that base-14 fonts return as one, where that makes a word."""
    plain = _TCVN3_CHARS.sub(lambda match: TCVN3[match.group()], text)
    if "-" in plain:
        plain = re.sub(
            r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=\s)-(?=[^\W\d_])",
            lambda match: "ư" if _makes_word(plain, match.start()) else "-",
            plain,
        )
    return _upper(plain) if capitals else _capitalised(plain)


def _viscii(text: str) -> str:
    decoded = "".join(VISCII.get(char, char) for char in text)

    def restore(match: re.Match[str]) -> str:
        """Windows reads the byte of "ễ" as a hyphen."""
        word = match.group().replace("-", "ễ")
        return word if is_syllable(word) else match.group()

    return _HYPHENED.sub(restore, decoded)


def _makes_word(text: str, hyphen: int) -> bool:
    start, end = hyphen, hyphen + 1
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    left, right = text[start:hyphen], text[hyphen + 1 : end]
    return is_syllable(f"{left}ư{right}") and not (is_syllable(left) and is_syllable(right))


def _vni(text: str, start: int) -> tuple[str, list[int]]:
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in _VNI_CHARS.finditer(text):
        pieces.append(text[done : match.start()])
        offsets.extend(range(start + done, start + match.start()))
        shown = match.group()
        pieces.append(VNI_PAIRS.get(shown) or VNI_SINGLE[shown])
        offsets.append(start + match.start())
        done = match.end()
    pieces.append(text[done:])
    offsets.extend(range(start + done, start + len(text)))
    return "".join(pieces), offsets


# --- deciding -------------------------------------------------------------------------------------------------------

_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u036f]"
)
_ASCII_LETTER = re.compile("[A-Za-z]")
_HIGH = re.compile("[\u00a1-\u00ff\u03bc]")
#: Latin-1 characters that ordinary Vietnamese text does not hold, and pairs that only VNI writes.
_CUES = re.compile(
    "[¡¢£¤¥¦§¨©ª«¬®µ¶¸¹»¼½¾ÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþ\u00ad\u03bc]|[aeyAEY][àáâãèéêõùúïäåëÀÁÂÃÈÉÊÕÙÚ]"
    "|[oO][åãâåÅÃÂ]|[uU][ùõÙÕ]|[ôÔ][ùõÙÕ]"
    # a capital with a mark in the middle of a word in lower case
    "|[a-z][ÀÁÂÃÈÉÊÌÍÎÒÓÔÕÙÚÝ]"
)
_MARGIN = 0.2

_FONT_NOISE = re.compile(r"^[A-Z]{6}\+|[\s_]")
_HYPHENED = re.compile(r"(?:[^\W\d_]+-[^\W\d_]*)|(?:-[^\W\d_]+)")
_VISCII_FONT = re.compile(r"(?:^|\+)VI[ _-][A-Z]|VISCII", re.ASCII)
_TCVN3_FONT = re.compile(r"\.?Vn[A-Z3]")


@lru_cache(maxsize=256)
def encoding_of_font(font: str) -> str:
    """Return ``tcvn3``, ``tcvn3h`` (capitals), ``vni``, ``viscii`` or "" for a font's name, subset tag included."""
    if _VISCII_FONT.search(font):
        return "viscii"
    name = _FONT_NOISE.sub("", font)
    if name.upper().startswith(("VNI-", "VNITIMES", "VNIHELVE")):
        return "vni"
    if _TCVN3_FONT.match(name) or name.startswith((".VN", ".vn")):
        family = re.split(r"[-,]", name)[0]
        return "tcvn3h" if family.endswith("H") else "tcvn3"
    return ""


def _share(words: list[str]) -> float:
    longer = [word for word in words if len(word) > 1]  # a lone letter is a syllable in every encoding
    return sum(map(is_syllable, longer)) / len(longer) if longer else 0.0


def _encoding_of_line(line: str) -> tuple[str, bool]:
    """Return the encoding of a line and whether that is certain enough to vote for the other lines."""
    touched = sum(1 for word in _words(line) if _HIGH.search(word) and _ASCII_LETTER.search(word))
    if not touched:
        return "", False
    plain = _words(line)
    decoded = {"tcvn3": _words(_tcvn3(line, capitals=False)), "vni": _words(_vni(line, 0)[0])}
    scores = {name: _share(words) for name, words in decoded.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= 0.5 and _gain(plain, decoded[best]) >= _MARGIN:
        return best, touched >= 2
    return "", False


def _gain(plain: list[str], decoded: list[str]) -> float:
    """How many more of the words that decoding changes are syllables afterwards, as a share of these words.

    Words that are spelled alike in both ("ký", "Nam") say nothing, however often they stand there.
    """
    if len(plain) != len(decoded):
        return _share(decoded) - _share(plain)
    changed = [(one, other) for one, other in zip(plain, decoded, strict=True) if one != other]
    return _share([other for _, other in changed]) - _share([one for one, _ in changed])


def decode(text: str, encoding: str | None) -> Decoded | None:
    """Decode legacy text; None if there is nothing to decode.

    Args:
        text: as stored, nothing folded yet.
        encoding: as in ``folding.fold``.
    """
    if encoding == "" or (encoding is None and not _CUES.search(text)):
        return None
    lines = text.splitlines(keepends=True)
    if encoding is None:
        found = _decide(lines)
    else:
        found = [encoding if _HIGH.search(line) or encoding in ("tcvn3h", "viscii") else "" for line in lines]
    if not any(found):
        return None
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for line, name in zip(lines, found, strict=True):
        if name == "vni":
            piece, where = _vni(line, position)
        else:
            piece = line
            if name == "viscii":
                piece = _viscii(line)
            elif name:
                piece = _tcvn3(line, capitals=name == "tcvn3h")
            where = list(range(position, position + len(line)))
        pieces.append(piece)
        offsets.extend(where)
        position += len(line)
    offsets.append(position)
    return Decoded("".join(pieces), offsets, max((name for name in found if name), key=found.count))


def _decide(lines: list[str]) -> list[str]:
    votes: dict[str, int] = {}
    found: list[str] = []
    open_lines: list[int] = []
    for i, line in enumerate(lines):
        if _UNICODE_ONLY.search(line) or not _HIGH.search(line):
            found.append("")
            continue
        name, certain = _encoding_of_line(line)
        if certain:
            votes[name] = votes.get(name, 0) + 1
        elif not name:
            open_lines.append(i)
        found.append(name)
    if votes and open_lines:
        winner = max(votes, key=lambda name: votes[name])
        mixed = any(_UNICODE_ONLY.search(line) for line in lines)
        for i in open_lines:
            # one short line says too little: it follows the others, unless it reads well as it is beside Unicode lines
            if not mixed or _share(_words(lines[i])) < 0.99:
                found[i] = winner
    return found
