"""Composable noises: what typing, scanning, exporting and messaging do to a paper.

Every noise takes and gives segments, so that marks move with their text. ``DIGIT_KINDS`` are the values that people
write with separators of their own liking.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.recognition.corpus import Mark, Role
from benchmarks.recognition.legacy import to_tcvn3, to_vni
from tests.synthetic.people import fold

DIGIT_KINDS = frozenset(
    {"VN_PERSONAL_ID", "VN_CMND", "VN_PHONE", "VN_BANK_ACCOUNT", "BANK_CARD", "VN_TAX_CODE", "VN_BHXH"}
)
_KEEP_SHAPE = frozenset({"EMAIL", "SOCIAL_ACCOUNT", "CREDENTIAL", "VN_MRZ", "IP_ADDRESS", "MAC_ADDRESS"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with one mark, or none."""

    text: str
    mark: Mark | None = None

    @property
    def gold_kind(self) -> str:
        """The entity type of a gold segment, else ""."""
        return self.mark.kind if self.mark is not None and self.mark.role is Role.GOLD else ""


Segments = list[Segment]
Noise = Callable[[Sequence[Segment], random.Random], Segments]


def _each(change: Callable[[str], str]) -> Noise:
    return lambda segments, rng: [replace(segment, text=change(segment.text)) for segment in segments]


def no_accents(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Typed without a Vietnamese keyboard."""
    return [replace(segment, text=fold(segment.text)) for segment in segments]


def capitals(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Caps lock."""
    return [
        segment if segment.gold_kind in _KEEP_SHAPE else replace(segment, text=segment.text.upper())
        for segment in segments
    ]


def lower_case(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Typed on a phone."""
    return [
        segment
        if segment.gold_kind in {"VN_MRZ", "CREDENTIAL"}
        else replace(segment, text=segment.text.lower())
        for segment in segments
    ]


_GROUPS = {
    12: ((3,), (4,), (6,)),
    10: ((4, 3, 3), (3, 3, 4), (4, 2), (2,)),
    9: ((3,),),
    11: ((5, 3, 3), (3, 4, 4)),
}


def regroup(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Digits in groups, with dots, spaces or hyphens."""
    done = []
    for segment in segments:
        digits = re.sub(r"[ .\-]", "", segment.text)
        if segment.gold_kind in DIGIT_KINDS and digits.isdigit():
            pieces: list[str] = []
            sizes = rng.choice(_GROUPS.get(len(digits), ((4,), (3,))))
            while digits:
                size = sizes[min(len(pieces), len(sizes) - 1)]
                pieces.append(digits[:size])
                digits = digits[size:]
            segment = replace(segment, text=rng.choice((" ", ".", "-", " ")).join(pieces))
        done.append(segment)
    return done


def spread_digits(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """One digit per box of a form."""
    return [
        replace(segment, text=" ".join(segment.text))
        if segment.gold_kind in {"VN_PERSONAL_ID", "VN_CMND", "VN_TAX_CODE", "VN_BHXH"}
        and segment.text.isdigit()
        else segment
        for segment in segments
    ]


def full_width(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Digits from an East Asian input method."""
    table = {ord("0") + i: 0xFF10 + i for i in range(10)}
    return [
        replace(segment, text=segment.text.translate(table))
        if segment.gold_kind in DIGIT_KINDS or rng.random() < 0.1
        else segment
        for segment in segments
    ]


def international(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Phone numbers with the country code."""
    done = []
    for segment in segments:
        digits = re.sub(r"\D", "", segment.text)
        if segment.gold_kind == "VN_PHONE" and digits.startswith("0") and not digits.startswith("00"):
            form = rng.choice(("+84{0}", "+84 {0}", "(+84) {0}", "84{0}", "0084{0}", "+84-{0}"))
            segment = replace(segment, text=form.format(digits[1:]))
        done.append(segment)
    return done


_DIGIT_SLIPS = {"0": "O", "1": "l", "5": "S", "8": "B", "6": "G", "2": "Z"}
_LETTER_SLIPS = {
    "đ": "d",
    "ư": "u",
    "ơ": "o",
    "ộ": "ô",
    "ă": "a",
    "ể": "ê",
    "ị": "i",
    "ữ": "ũ",
    "ặ": "ă",
    "ỉ": "i",
    "l": "1",
    "O": "0",
    "ẩ": "â",
}


def ocr(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """A scan read by a machine: a digit taken for a letter, marks lost, a space lost here and there."""
    done = []
    for segment in segments:
        text, kind = segment.text, segment.gold_kind
        if kind in DIGIT_KINDS:
            places = [i for i, ch in enumerate(text) if ch in _DIGIT_SLIPS]
            if places and rng.random() < 0.5:
                for place in rng.sample(places, k=min(len(places), rng.choice((1, 1, 2)))):
                    text = text[:place] + _DIGIT_SLIPS[text[place]] + text[place + 1 :]
        elif kind not in _KEEP_SHAPE:
            text = "".join(
                _LETTER_SLIPS[ch] if ch in _LETTER_SLIPS and ch not in "lO" and rng.random() < 0.05 else ch
                for ch in text
            )
            if segment.mark is None and len(text) > 12 and rng.random() < 0.3:
                spaces = [i for i, ch in enumerate(text) if ch == " "]
                if spaces:
                    place = rng.choice(spaces)
                    text = text[:place] + text[place + 1 :]
        done.append(replace(segment, text=text))
    return done


def wrap(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """A narrow column: lines end wherever the width says, also inside values."""
    width, at, done = rng.randint(34, 62), 0, []
    for segment in segments:
        out: list[str] = []
        for piece in re.split(r"( |\n)", segment.text):
            if piece == "\n":
                at = 0
            elif piece == " ":
                if at > width:
                    piece, at = "\n", 0
                else:
                    at += 1
            else:
                at += len(piece)
            out.append(piece)
        done.append(replace(segment, text="".join(out)))
    return done


def break_values(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Long numbers and addresses broken at the end of a line."""
    done = []
    for segment in segments:
        text, kind = segment.text, segment.gold_kind
        if (
            kind in {"VN_PERSONAL_ID", "VN_BANK_ACCOUNT", "BANK_CARD"}
            and len(text) >= 9
            and rng.random() < 0.4
        ):
            place = rng.randint(4, len(text) - 3)
            text = text[:place].rstrip() + "\n" + text[place:].lstrip()
        elif kind in {"VN_ADDRESS", "PERSON"} and " " in text and rng.random() < 0.5:
            place = rng.choice([i for i, ch in enumerate(text) if ch == " "])
            text = text[:place] + "\n" + text[place + 1 :]
        done.append(replace(segment, text=text))
    return done


def label_above(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """The label on one line, its value on the next."""
    done: Segments = []
    for index, segment in enumerate(segments):
        follower = segments[index + 1] if index + 1 < len(segments) else None
        if (
            segment.mark is None
            and follower is not None
            and follower.mark is not None
            and re.search(r":[ \t]*$", segment.text)
        ):
            segment = replace(segment, text=segment.text.rstrip() + "\n")
        done.append(segment)
    return done


def glued(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """No space after colons, commas and semicolons."""
    return [
        segment
        if segment.gold_kind in _KEEP_SHAPE
        else replace(segment, text=re.sub(r"([:;,]) ", r"\1", segment.text))
        for segment in segments
    ]


def leaders(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """A printed form: dots between label and value."""
    done: Segments = []
    for segment in segments:
        text = segment.text
        if segment.mark is None:
            dots = rng.choice(("....", "………", "......... ", "… "))
            text = re.sub(r":[ ]?$", ":" + dots, text)
            if done and done[-1].mark is not None and text.startswith("\n"):
                text = dots + text
        done.append(replace(segment, text=text))
    return done


_BILINGUAL = (
    ("Họ và tên", "Họ và tên/Full name"),
    ("Họ tên", "Họ tên/Name"),
    ("Ngày sinh", "Ngày sinh/Date of birth"),
    ("Giới tính", "Giới tính/Sex"),
    ("Số CCCD", "Số CCCD/ID No."),
    ("CCCD số", "CCCD/Citizen ID số"),
    ("Điện thoại", "Điện thoại/Tel"),
    ("Địa chỉ", "Địa chỉ/Address"),
    ("Số tài khoản", "Số tài khoản/Account No."),
    ("Quốc tịch", "Quốc tịch/Nationality"),
    ("Mã số thuế", "Mã số thuế/Tax code"),
    ("Nơi sinh", "Nơi sinh/Place of birth"),
    ("Hộ chiếu", "Hộ chiếu/Passport"),
    ("Nơi cấp", "Nơi cấp/Place of issue"),
    ("Ngày cấp", "Ngày cấp/Date of issue"),
    ("Email", "Thư điện tử/Email"),
)


def bilingual(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Labels in Vietnamese and English."""
    done = []
    for segment in segments:
        text = segment.text
        if segment.mark is None:
            for plain, both in _BILINGUAL:
                text = text.replace(plain + ":", both + ":")
        done.append(replace(segment, text=text))
    return done


def wide_spaces(segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Text taken from a layout: runs of spaces and tabs between label and value, no-break spaces inside."""
    done = []
    for segment in segments:
        text = segment.text
        if segment.mark is None:
            text = re.sub(r"(:|;) ", lambda found: found[1] + rng.choice(("   ", "\t", " \u00a0")), text)
        elif segment.gold_kind == "PERSON" and rng.random() < 0.3:
            text = text.replace(" ", "\u00a0")
        done.append(replace(segment, text=text))
    return done


_OTHER_TONES = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_OTHER_TONES |= {old.upper(): new.upper() for old, new in _OTHER_TONES.items()} | {
    old.capitalize(): new.capitalize() for old, new in _OTHER_TONES.items()
}


def _other_tones(text: str) -> str:
    return re.sub("|".join(_OTHER_TONES), lambda found: _OTHER_TONES[found[0]], text)


def _loose_tones(text: str) -> str:
    """Tone marks as characters of their own after the ready-made vowel, as Windows code page 1258 has them."""
    done = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in parts[1:] if mark in "\u0300\u0309\u0303\u0301\u0323")
        rest = "".join(mark for mark in parts if mark not in tones)
        done.append(unicodedata.normalize("NFC", rest) + tones if tones else char)
    return "".join(done)


TEXT_NOISES: dict[str, Noise] = {
    "no accents": no_accents,
    "capitals": capitals,
    "lower case": lower_case,
    "NFD": _each(lambda text: unicodedata.normalize("NFD", text)),
    "other tone places": _each(_other_tones),
    "eth": _each(lambda text: text.replace("Đ", "Ð").replace("đ", "ð")),
    "loose tones": _each(_loose_tones),
    "TCVN3": _each(to_tcvn3),
    "VNI": _each(to_vni),
    "grouped digits": regroup,
    "spread digits": spread_digits,
    "full width": full_width,
    "+84": international,
    "OCR": ocr,
    "narrow": wrap,
    "broken values": break_values,
    "label above": label_above,
    "glued": glued,
    "leaders": leaders,
    "bilingual": bilingual,
    "wide spaces": wide_spaces,
}
_EXCLUSIVE = (
    {"no accents", "NFD", "TCVN3", "VNI", "other tone places", "eth", "loose tones"},
    {"capitals", "lower case"},
    {"grouped digits", "spread digits", "full width", "broken values"},
    {"TCVN3", "VNI", "capitals"},
    {"TCVN3", "VNI", "OCR"},
    {"leaders", "label above"},
    {"VNI", "TCVN3", "lower case"},
    {"OCR", "full width"},
    {"label above", "narrow"},
    {"OCR", "lower case"},
    {"+84", "grouped digits"},
    {"lost zeros", "scientific", "grouped digits", "full width", "OCR"},
)
TABLE_NOISES = (
    "no accents", "capitals", "NFD", "loose tones", "TCVN3", "VNI", "grouped digits", "full width", "OCR", "lost zeros",
    "scientific", "no header",
)  # fmt: skip
_ORDER = (*TEXT_NOISES, "lost zeros", "scientific", "no header")


def _choose(rng: random.Random, names: Sequence[str], wanted: int) -> tuple[str, ...]:
    chosen: set[str] = set()
    for name in rng.sample(names, k=len(names)):
        if len(chosen) == wanted:
            break
        if not any(name in group and chosen & group for group in _EXCLUSIVE):
            chosen.add(name)
    # Encodings come last: everything before works on ordinary letters.
    last = ("other tone places", "eth", "loose tones", "NFD", "TCVN3", "VNI")
    return tuple(sorted(chosen, key=lambda name: (name in last, _ORDER.index(name))))


def choose(rng: random.Random) -> tuple[str, ...]:
    """One to three noises that can stand together, in the order in which they are put on."""
    return _choose(rng, tuple(TEXT_NOISES), rng.choice((1, 2, 2, 3)))


def choose_for_table(rng: random.Random) -> tuple[str, ...]:
    """One or two noises for a table. Some are of its cells' values and not of text: see ``generate``."""
    return _choose(rng, TABLE_NOISES, rng.choice((1, 1, 2)))


def apply(names: Sequence[str], segments: Sequence[Segment], rng: random.Random) -> Segments:
    """Put the noises on, one after the other."""
    result = list(segments)
    for name in names:
        result = TEXT_NOISES[name](result, rng)
    return result
