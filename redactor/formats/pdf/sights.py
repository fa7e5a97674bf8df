"""What is seen rather than read: identity papers, portraits, signatures. Proposed as findings, or told as gaps.

Signatures are strokes of a pen where people sign: below "(Ký, ghi rõ họ tên)", an office or a party, or above a name.
Handwriting elsewhere has not been read, and nobody can say what it says: a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.results import Reason
from redactor.formats.pdf.card_print import without
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.images import meet, union
from redactor.formats.pdf.pictured import lies_in
from redactor.formats.pdf.pictures import PictureText
from redactor.formats.pdf.text import PageText
from redactor.model import Finding, Gap, GapReason, PageArea, Rect

_SIGNING = re.compile(
    r"\bky\b|ghi ro ho ten|dong dau|xac nhan|\b(pho )?giam doc\b|ke toan|chu tich|thu truong|dai dien|thu quy"
    r"|^\W*(pho |q\. ?)?(hieu |vien |tram |cuc |vu |chi cuc |doi |to |khoa )?truong( [a-z]+){0,6}\W*$|\bbac si\b"
    r"|^\W*ben (a|b|c|mua|ban|thue|vay|giao|nhan)\W*|^\W*nguoi [a-z ]{2,40}\W*$|cong chung vien|thu ky|cuc truong"
    r"|\b(kt|tm|tl|tuq)\. |signature|signed by"
)
_OFFICE = re.compile(
    r"\b(?:kt|tm|tl|tuq)\.|\b(?:pho )?(?:tong )?giam doc\b|chu tich\b|thu truong|cuc truong|cong chung vien"
    r"|^\W*(?:pho |q\. ?)?(?:hieu |vien |tram |cuc |vu |chi cuc |doi |to |khoa )?truong(?: [a-z]+){0,6}\W*$"
)
"""Whom a stamp and a signature over a line belong to: an office, whose name and holder are no secret."""

_TITLE = re.compile(
    r"^\W*(?:(?:thieu|trung|thuong|dai) (?:uy|ta|tuong)|(?:pgs|gs|ts|ths|bs|ds|cn|ks|luat su|bac si|ong|ba|cn)\b"
    r"|(?:bs)?ck ?i{1,2}\b|[.,:;/ ]+)+"
)
"""Ranks, degrees and forms of address before a signatory's name."""

_NAME = re.compile(r"^(?:[A-ZÀ-ỸĐ][a-zà-ỹđ']*\.? ?){2,5}$|^(?:[A-ZÀ-ỸĐ']{2,} ?){2,5}$")

_ABOVE, _BELOW = 120.0, 110.0
"""Points that a cue may stand above strokes, or a name below them."""

_HAND_HEIGHT, _HAND_WIDTH = 72.0, 330.0
"""Points that a signature or a line of handwriting is at most high and wide; a curve of a chart is larger."""

_MIN_HAND = 14.0
"""Points: shorter strokes are no signature."""

_GROWN, _TAIL = 3.0, 0.25
"""Points by which a signature's box is larger than its strokes, and the share of its width to either side as far as
nothing is printed there: thin level ends look like lines of the form.
"""


_LETTERHEAD = 40.0
"""Points below the top of a page's first line in which a picture of thin lines is a logo."""


_LETTERS_OF_A_WORD = 3
"""Letters read in a picture from which on it holds print, and a row of ink beside them may hold more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page's text, drawn or recognised, with its box in display coordinates."""

    text: str = field(repr=False)
    box: Box


@dataclass(frozen=True, slots=True)
class Judged:
    """Strokes told apart: boxes of signatures with a score, and boxes of handwriting that nobody can read."""

    signatures: tuple[tuple[Box, float], ...] = ()
    handwriting: tuple[Box, ...] = ()


def sight(kind: EntityType, page: int, boxes: Sequence[Box], score: float, code: str) -> Finding:
    """A finding of something that is seen; it has no value, for there is nothing to search for."""
    area = PageArea(page, tuple(Rect(*box) for box in boxes))
    return Finding(id="", entity_type=kind, score=score, reason=Reason(code), places=(area,))


@dataclass(frozen=True, slots=True)
class Report:
    """What the pictures of one page add to its reading."""

    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()


def report(
    page: int,
    pictures: Sequence[PictureText],
    lines: Sequence[Line],
    codes: Sequence[Box] = (),
    unread_codes: Sequence[Box] = (),
) -> Report:
    """Findings and gaps of everything that was seen in the pictures of one page.

    Args:
        page: its number.
        pictures: what was read and seen in them.
        lines: the page's text.
        codes: where codes stand that were decoded, which are no photographs.
        unread_codes: where codes stand that could not be.
    """
    findings: list[Finding] = []
    gaps: list[Gap] = []
    seen = [picture.seen for picture in pictures]
    for each in seen:
        kept_off = [
            *each.zones,
            *(box for box, _ in each.portraits),
            *each.unread,
            *each.on_cards,
            *unread_codes,
        ]
        spared = [box for box in each.printed if not any(meet(box, other) for other in kept_off)]
        findings += [
            sight(EntityType.ID_IMAGE, page, without(box, spared), 0.9, "card_seen") for box in each.cards
        ]
        findings += [sight(EntityType.VN_MRZ, page, [box], 0.9, "mrz_frame") for box in each.zones]
        findings += [
            sight(EntityType.PORTRAIT, page, [box], score, "portrait_seen") for box, score in each.portraits
        ]
    judged = judge_strokes([box for each in seen for box in each.strokes], lines)
    traced = judge_strokes([box for each in seen for box in each.traces], lines).signatures
    signed = [box for box, _ in judged.signatures]
    alone = [
        box
        for picture in pictures
        if picture.text is None
        for box in _joined(picture.seen.strokes)
        if _may_be_signature(box)
        and not _is_letterhead(box, lines)
        and not any(meet(box, other) for other in signed)
    ]
    findings += [
        sight(EntityType.SIGNATURE, page, [box], score, "signature_seen")
        for box, score in (*judged.signatures, *traced)
    ]

    def gap(reason: GapReason, boxes: Iterable[Box]) -> None:
        for box in boxes:
            area = PageArea(page, (Rect(*box),))
            gaps.append(Gap(f"g-{reason}-{page}-{len(gaps)}", reason, area))

    gap(
        GapReason.IMAGE_UNREADABLE,
        [
            box
            for picture in pictures
            for box in picture.seen.unread
            if _has_words(picture) or not _is_letterhead(box, lines)
        ],
    )
    gap(
        GapReason.IMAGE_UNREADABLE,
        [box for each in seen for box in each.crossed if not any(_is_of_office(line, box) for line in lines)],
    )
    gap(
        GapReason.IMAGE_UNJUDGED,
        [
            *judged.handwriting,
            *alone,
            *(b for each in seen for b in each.photos if not any(lies_in(b, code) for code in codes)),
        ],
    )
    gap(GapReason.IMAGE_UNREADABLE, [box for each in seen for box in each.on_cards])
    gap(GapReason.CODE_UNREAD, unread_codes)
    return Report(tuple(findings), tuple(gaps))


def lines_of(units: Iterable[PageText]) -> list[Line]:
    """The lines of some texts, cells apart."""
    lines: list[Line] = []
    for unit in units:
        start = 0
        for end in [*(m.start() for m in re.finditer("[\n\t]", unit.text)), len(unit.text)]:
            boxes = [box for box in unit.boxes[start:end] if box]
            if boxes:
                lines.append(Line(unit.text[start:end], union(boxes)))
            start = end + 1
    return lines


def judge_strokes(strokes: Sequence[Box], lines: Sequence[Line]) -> Judged:
    """Tell signatures from handwriting, and both from curves of charts and ornaments."""
    signatures: list[tuple[Box, float]] = []
    handwriting: list[Box] = []
    for box in _joined(strokes):
        width, height = box[2] - box[0], box[3] - box[1]
        if width < _MIN_HAND or height > 2 * _HAND_HEIGHT or width > _HAND_WIDTH:
            continue
        first = _is_letterhead(box, lines)
        cues = [line for line in lines if _signs_above(line, box) or (not first and _names_below(line, box))]
        if cues:
            signatures.append((_grown(box, lines), 0.85 if len(cues) > 1 else 0.7))
        elif height <= _HAND_HEIGHT and any(_beside(line.box, box) for line in lines):
            handwriting.append(box)
    return Judged(tuple(signatures), tuple(handwriting))


def _grown(box: Box, lines: Sequence[Line]) -> Box:
    """A signature's box with what may be its thin ends."""
    x0, y0, x1, y1 = box[0] - _GROWN, box[1] - _GROWN, box[2] + _GROWN, box[3] + _GROWN
    printed = [line.box for line in lines if any(c.isalnum() for c in line.text)]
    beside = [b for b in printed if b[1] < y1 and b[3] > y0]
    tail = _TAIL * (box[2] - box[0])
    left = max([x0 - tail, *(min(b[2], x0) for b in beside if b[0] < box[0])])
    right = min([x1 + tail, *(max(b[0], x1) for b in beside if b[2] > box[2])])
    return (left, y0, right, y1)


def _joined(strokes: Sequence[Box]) -> list[Box]:
    """Strokes close to each other as one."""
    result: list[Box] = []
    for box in strokes:
        joined = box
        rest = []
        for other in result:
            if (
                joined[0] - 9 < other[2]
                and joined[2] + 9 > other[0]
                and joined[1] - 6 < other[3]
                and joined[3] + 6 > other[1]
            ):
                joined = union((joined, other))
            else:
                rest.append(other)
        result = [*rest, joined]
    return result


def _may_be_signature(box: Box) -> bool:
    """Whether strokes that fill a picture alone have the form of a signature."""
    width, height = box[2] - box[0], box[3] - box[1]
    return _MIN_HAND <= width <= _HAND_WIDTH and 1.2 * height <= width and height <= 2 * _HAND_HEIGHT


def _is_letterhead(box: Box, lines: Sequence[Line]) -> bool:
    """Whether strokes stand above or beside a page's first lines, where nobody signs and firms have their logo."""
    printed = [line.box for line in lines if any(c.isalpha() for c in line.text)]
    return bool(printed) and box[1] < min(b[1] for b in printed) + _LETTERHEAD


def _has_words(picture: PictureText) -> bool:
    return picture.text is not None and sum(map(str.isalnum, picture.text.text)) >= _LETTERS_OF_A_WORD


def _signs_above(line: Line, box: Box) -> bool:
    """Whether a line above strokes has words of signing."""
    reached = box[1] - _ABOVE <= _middle(line) <= box[1] + 0.4 * (box[3] - box[1])
    return reached and _is_over(line, box) and bool(_SIGNING.search(fold(line.text).key))


def _is_of_office(line: Line, box: Box) -> bool:
    """Whether a line on the level of a place, or above it, names an office that signs there."""
    reached = box[1] - _ABOVE <= _middle(line) <= box[3]
    return reached and _is_over(line, box) and bool(_OFFICE.search(fold(line.text).key))


def _names_below(line: Line, box: Box) -> bool:
    """Whether a line below strokes is a name."""
    reached = box[3] - 0.4 * (box[3] - box[1]) <= _middle(line) <= box[3] + _BELOW
    if not reached or not _is_over(line, box):
        return False
    folded = fold(line.text)
    title = _TITLE.match(folded.key)
    return bool(_NAME.match(folded.text[title.end() if title else 0 :].strip()))


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _is_over(line: Line, box: Box) -> bool:
    return line.box[2] >= box[0] - 40 and line.box[0] <= box[2] + 40


def _beside(line: Box, box: Box) -> bool:
    """Whether a line of print stands on the same height, as a label does before what is written after it."""
    middle = (line[1] + line[3]) / 2
    return box[1] - 4 <= middle <= box[3] + 4 and line[0] < box[0]
