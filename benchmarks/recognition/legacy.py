"""Unicode text as it would have been typed with TCVN3 (ABC) or VNI-Windows fonts.

Tables after TCVN 5712:1993 and the VNI-Windows layout. TCVN3 has no capitals with tone marks: as in real papers the
small letter's code is written instead.
"""

from __future__ import annotations

import unicodedata

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TCVN3_ROWS = {
    "a": "61 B5 B6 B7 B8 B9",
    "ă": "A8 BB BC BD BE C6",
    "â": "A9 C7 C8 C9 CA CB",
    "e": "65 CC CE CF D0 D1",
    "ê": "AA D2 D3 D4 D5 D6",
    "i": "69 D7 D8 DC DD DE",
    "o": "6F DF E1 E2 E3 E4",
    "ô": "AB E5 E6 E7 E8 E9",
    "ơ": "AC EA EB EC ED EE",
    "u": "75 EF F1 F2 F3 F4",
    "ư": "AD F5 F6 F7 F8 F9",
    "y": "79 FA FB FC FD FE",
}
_TCVN3_CAPITALS = {
    "Ă": "\xa1",
    "Â": "\xa2",
    "Ê": "\xa3",
    "Ô": "\xa4",
    "Ơ": "\xa5",
    "Ư": "\xa6",
    "Đ": "\xa7",
    "đ": "\xae",
}
_VNI_MARKS = "\xf8\xfb\xf5\xf9\xef"
_VNI_BREVE = "\xea\xe8\xfa\xfc\xe9\xeb"
_VNI_HAT = "\xe2\xe0\xe5\xe3\xe1\xe4"
_VNI_SINGLE = {"ì": "\xec", "ỉ": "\xe6", "ĩ": "\xf3", "í": "\xed", "ị": "\xf2", "ỵ": "\xee", "đ": "\xf1"}


def _compose(base: str, tone: str) -> str:
    return unicodedata.normalize("NFC", base + tone)


def _tcvn3_table() -> dict[str, str]:
    table = dict(_TCVN3_CAPITALS)
    for base, codes in _TCVN3_ROWS.items():
        for tone, code in zip(_TONES, codes.split(), strict=True):
            letter = _compose(base, tone)
            table[letter] = chr(int(code, 16))
            if tone:
                table[letter.upper()] = table[letter]
    return table


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = {}

    def put(letter: str, code: str) -> None:
        table[letter] = code
        table[letter.upper()] = "".join(ch.upper() if ch.isascii() else chr(ord(ch) - 0x20) for ch in code)

    for base, stem in (
        ("a", "a"),
        ("e", "e"),
        ("o", "o"),
        ("u", "u"),
        ("y", "y"),
        ("ơ", "\xf4"),
        ("ư", "\xf6"),
    ):
        for index, tone in enumerate(_TONES):
            letter = _compose(base, tone)
            if letter != "ỵ" and (index or base in "ơư"):
                put(letter, stem if index == 0 else stem + _VNI_MARKS[index - 1])
    for base, stem, row in (
        ("ă", "a", _VNI_BREVE),
        ("â", "a", _VNI_HAT),
        ("ê", "e", _VNI_HAT),
        ("ô", "o", _VNI_HAT),
    ):
        for mark, tone in zip(row, _TONES, strict=True):
            put(_compose(base, tone), stem + mark)
    for letter, code in _VNI_SINGLE.items():
        put(letter, code)
    return table


_TCVN3 = _tcvn3_table()
_VNI = _vni_table()


def to_tcvn3(text: str) -> str:
    """The characters one sees in Latin-1 when the text was typed with a TCVN3 font."""
    return "".join(_TCVN3.get(ch, ch) for ch in unicodedata.normalize("NFC", text))


def to_vni(text: str) -> str:
    """The characters one sees in Latin-1 when the text was typed with a VNI font."""
    return "".join(_VNI.get(ch, ch) for ch in unicodedata.normalize("NFC", text))
