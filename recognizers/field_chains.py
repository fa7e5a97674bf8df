"""Chains of labels on a line, and where the value behind each begins and ends; ``fields`` puts them together."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from recognizers.clues import Clue, Label, labels
from recognizers.folding import BORDER, Folded

_BREAK = re.compile(f"[\n{BORDER}]")
#: Between the labels of one chain (on the key, one line).
_LINK = re.compile(
    r"[ \t]*(?:[/|&(]|hoac|hay|or)[ \t]*(?:so|no\.?)?[ \t]*|[ \t]*[,\-][ \t]*(?:so[ \t]*)?"
    r"|[ \t]*cua[ \t]*(?:nguoi[ \t]*)?"
)
#: What a form says about filling it in: "(Ghi rõ: không có chồng/vợ; …)". Labels in it are none.
_INSTRUCTION = (
    r"\((?:ghi|viet|danh dau|neu|ke ca|theo|cu the|vi du|ap dung|khai|dien)(?![a-z])[^()\n]{0,140}\)"
)
_INSTRUCTIONS = re.compile(_INSTRUCTION)
#: Between label and value.
_SKIP = re.compile(
    rf"(?:[ \t]|{_INSTRUCTION}|[:.…)\]=/|_>]|\*(?!\*)|-(?!\d)|\((?=[ \t]*\)|(?:nam|neu|if|dd|viet|ghi|bang)\b)|(?:so|no\.?|n°|number|la"
    r"|gom|nhu sau|mang so|co so|is)(?=[ \t:.)]|$)"
    r"|(?:neu co|if any|dd/mm/yyyy|in hoa|chu in hoa|bat buoc|ban than|cua toi|cua con|cua be|cua tre|cua chau"
    r"|cua chu ho|cua nguoi (?:nop|benh|khai|nhan|lao dong))(?=[ \t:.)]))+"
)
#: The rest of a label up to its colon: whose it is, what for, in which form. A few words, no digit but a last one.
_QUALIFIER = re.compile(
    r"(?P<words>(?:[ \t,/\-.(\[]{1,3}[a-z&]{1,12}[)\]]?){1,7})[ ]?(?:\(?\d{1,2}\)?)?[ .…]{0,40}(?P<end>[:=]|\t|[ ]{2}|[|]|[ ]la(?=[ ][^ \n]{0,8}\d)|$)"
)
#: A label that goes on like this tells how many, not which.
_COUNTED = re.compile(
    r"(?<![a-z])(?:phat hanh|da|con lai|hien co|toi da|toi thieu|trung binh|tong|moi|le|hong|loi|tham gia|trung tuyen|nhap ngu|xuat ngu|co mat|vang|nghi)(?![a-z])"
)
#: Kinds of label that are read so: numbers and what is ticked or short. Names and addresses are words themselves.
_QUALIFIED = frozenset(
    {
        Clue.PERSONAL_ID,
        Clue.CMND,
        Clue.ID_ANY,
        Clue.PASSPORT,
        Clue.PHONE,
        Clue.EMAIL,
        Clue.BANK_ACCOUNT,
        Clue.BANK_CARD,
        Clue.E_WALLET,
        Clue.TAX,
        Clue.BHXH,
        Clue.BHYT,
        Clue.DRIVER,
        Clue.PLATE,
        Clue.VIN,
        Clue.ENGINE,
        Clue.LAND_CERT,
        Clue.LAND_BOOK,
        Clue.PARCEL,
        Clue.PROPERTY_EID,
        Clue.HOUSEHOLD,
        Clue.CIVIL_NO,
        Clue.MEDICAL_NO,
        Clue.STUDENT,
        Clue.EMPLOYEE,
        Clue.MILITARY,
        Clue.LOGIN,
        Clue.PASSWORD,
        Clue.IMEI,
        Clue.FAMILY,
        Clue.GENDER,
        Clue.NATIONALITY,
        Clue.MARITAL,
        Clue.HEALTH,
        Clue.GRADES,
    }
)


@dataclass(slots=True)
class Chain:
    """Labels that share a value, and the value on their line; both ends are equal where there is none."""

    labels: list[Label]
    start: int  # of the value on the same line
    end: int
    line: int  # number of the label's line

    @property
    def bare(self) -> bool:
        """Whether no value stands on the line."""
        return self.start >= self.end


class Lines:
    """Line borders of a text."""

    def __init__(self, text: str) -> None:
        self.ends = [match.start() for match in _BREAK.finditer(text)]
        self.hard = [text[end] == BORDER for end in self.ends]
        self.ends.append(len(text))
        self.hard.append(True)

    def number(self, position: int) -> int:
        """Return the number of the line of a position."""
        return bisect_right(self.ends, position - 1) if position else 0

    def start(self, number: int) -> int:
        """Return where a line starts."""
        return self.ends[number - 1] + 1 if number else 0


def label_chains(folded: Folded, lines: Lines) -> list[Chain]:
    """Return the chains of labels of a text in order."""
    chains: list[Chain] = []
    found = _outside_instructions(folded)
    for i, label in enumerate(found):
        line = lines.number(label.end)
        last = chains[-1] if chains else None
        if last is not None and last.line == line:
            previous = last.labels[-1]
            link = _LINK.fullmatch(folded.key, previous.end, label.start)
            if link is not None or previous.end == label.start or _one_label(folded, previous, label):
                last.labels.append(label)
                chain = last
            else:
                chain = Chain([label], 0, 0, line)
                chains.append(chain)
        else:
            chain = Chain([label], 0, 0, line)
            chains.append(chain)
        limit = lines.ends[line]
        if i + 1 < len(found):
            limit = min(limit, found[i + 1].start)
        skipped = _SKIP.match(folded.key, label.end, limit)
        chain.start = min(skipped.end() if skipped else label.end, limit)
        if (
            not _QUALIFIED.isdisjoint(part.clue for part in chain.labels)
            and ":" not in folded.text[label.end : chain.start]
        ):
            chain.start = _behind_qualifier(folded, lines, chain, limit)
        chain.end = trimmed_end(folded.text, chain.start, limit)
    return chains


def _outside_instructions(folded: Folded) -> tuple[Label, ...]:
    found = labels(folded)
    spans = [match.span() for match in _INSTRUCTIONS.finditer(folded.key)]
    if not spans:
        return found
    starts = [start for start, _ in spans]

    def inside(label: Label) -> bool:
        i = bisect_right(starts, label.start) - 1
        return i >= 0 and label.start < spans[i][1]

    return tuple(label for label in found if not inside(label))


def _behind_qualifier(folded: Folded, lines: Lines, chain: Chain, limit: int) -> int:
    """Return where the value starts if the label goes on in words that are in no table ("Số ĐT | của bác trưởng thôn:")."""
    label = chain.labels[-1]
    rest = _QUALIFIER.match(folded.key, label.end, limit)
    if rest is None or (label.clue is not Clue.FAMILY and _COUNTED.search(rest["words"])):
        return chain.start
    if rest["end"] not in (":", "=", " la"):
        # without a colon the label has to stand alone on its line, or alone before a wide gap
        before = folded.text[lines.start(chain.line) : chain.labels[0].start]
        if before.strip(" \t-*•+0123456789.()[]") or rest["words"].count(" ") > _MOST_WORDS:
            return chain.start
        if not rest["end"] and limit < lines.ends[chain.line]:
            return chain.start
    skipped = _SKIP.match(folded.key, rest.end(), limit)
    return min(skipped.end() if skipped else rest.end(), limit)


_MOST_WORDS = 4


def _one_label(folded: Folded, previous: Label, label: Label) -> bool:
    """Return whether two labels are one in the form's words: "Tài khoản nhận | lương:", "Số tài khoản nhận doanh thu"."""
    between = folded.text[previous.end : label.start]
    after = folded.text[label.end : label.end + 2].strip()[:1]
    ends_here = after == ":" or after.isdigit()
    if not ends_here and not _WORDS_TO_COLON.match(folded.key, label.end):
        return False
    if between == " " and ends_here:
        return True
    return (
        previous.clue in _QUALIFIED
        and len(between) <= _LONGEST_LINK
        and folded.text[previous.start].isupper()
        and folded.text[label.start].islower()
        and between[:1] == " "
        and all(char.isalpha() or char == " " for char in between)
    )


_LONGEST_LINK = 14
_WORDS_TO_COLON = re.compile(r"(?: [a-z]{1,8}){1,3} ?:")


def trimmed_end(text: str, start: int, end: int) -> int:
    """Return the end of a value without the blanks and marks behind it."""
    while end > start and text[end - 1] in " \t\n,;:-–|(":
        end -= 1
    return end
