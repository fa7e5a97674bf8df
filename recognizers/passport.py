"""Passport numbers: VN_PASSPORT.

Vietnamese books: one capital letter and seven digits, eight on the books since mid-2022. Foreign books, travel
papers, visas and residence cards: six to ten letters and digits, under a label only. Without a label the shape
is weak (stock numbers look the same), so only the letters in use count, and only as a finding to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.fields import label_after, line_field_at
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.spaced_passports import told_passports

_LABELS = frozenset({Clue.PASSPORT, Clue.ID_ANY})
_VIETNAMESE = r"[A-Z][ .\-]?\d{7,8}(?!\w|[.,\-]\d)"
#: Series and number: "75 4418206", "75 № 4418206".
_RUSSIAN = r"\d{2} ?(?:№ ?|[Nn][o°º]?\.? ?)?\d{7}(?!\w)"
_LABELLED = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_VIETNAMESE}|(?=[A-Z0-9]*\d{{4}})[A-Z0-9]{{6,10}}(?!\w)|(?=[A-Z])(?=(?:[A-Z]{{0,3}}\d){{4}})[A-Z0-9]{{8,9}}(?!\w)|[A-Z]{{1,3}} ?\d{{6,9}}(?!\w)|[A-Z]{{1,2}} ?\d{{3,4}} \d{{3,4}}(?: \d{{1,2}})?(?!\w|[.,]\d)"
    rf"|[b-z]\d{{7,8}}(?!\w)|{_RUSSIAN})"
)
#: "… Smirnova Elena (76 0027418)": in brackets behind a name, in a text that knows passports.
_BRACKETED = re.compile(rf"(?<=[^\W\d_] \()(?:{_RUSSIAN})(?=\))")
#: "…, Việt kiều, HC P3055198, …", "Mr Tanaka – PP TR8841190": the short labels without a colon.
_SHORT = re.compile(
    r"(?<![A-Za-zĐđ])(?:HC|hc|PPT?|ppt?|P/[Pp])(?: ?[Nn]o)?[ .:]{1,2}(?:số |so )?(?P<number>[A-Za-z]\d{7,8}|[A-Z]{2}\d{6,7}|[A-Z]{1,2} \d{3,4} \d{3,4})(?![\w]|[.,\-]\d)"
)
_ONLY_VIETNAMESE = re.compile(rf"(?<![A-Za-z0-9])(?:{_VIETNAMESE})")
_BARE = re.compile(r"(?=[BCNPEK])(?<![\w/\-])(?<!\w[.,])[BCNPEK] ?\d{7,8}(?![\w]|[.,/\-]\d)")
#: Under these a number is certainly no passport; under a person's label it may be one.
_PERSONAL = frozenset(
    {Clue.PERSONAL_ID, Clue.CMND, Clue.NAME, Clue.NATIONALITY, Clue.BIRTH_DATE, Clue.GENDER}
)
#: Without words of this kind near by, a letter and seven digits are more often an article number.
_TRAVEL = re.compile(
    r"(?<![a-z])(?:ho chieu|passport|quoc tich|nationality|xuat canh|nhap canh|xuat nhap canh|visa|thi thuc"
    r"|hanh khach|passenger|ho va ten|ho ten|ngay sinh|sinh ngay|date of birth)(?![a-z])"
)
_ISSUED = re.compile(
    r"[\s,;(\-]{0,4}(?:do .{3,60} cap\b|(?:ngay cap|cap ngay|noi cap|cap tai|date of issue)\b)"
)


class PassportRecognizer(VnRecognizer):
    """Passport, visa and residence-card numbers."""

    ENTITIES = (EntityType.VN_PASSPORT,)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield labelled numbers, then bare ones of the Vietnamese shape with a low score."""
        for match, _, label in labelled(folded, _LABELS, _LABELLED, strict=_ONLY_VIETNAMESE):
            written = match.group()
            if written.isdigit() and label.clue is Clue.ID_ANY:
                continue  # the digits-only numbers under that label are identity cards
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_PASSPORT,
                0.92,
                Reason("number_labelled", label.shown),
                tier=Tier.LABEL,
            )
        for short in matches_near(_SHORT, folded.text, ("hc", "pp", "p/p"), folded.key):
            yield Found(
                short.start("number"),
                short.end("number"),
                EntityType.VN_PASSPORT,
                0.85,
                Reason("number_labelled", "HC"),
                tier=Tier.LABEL,
            )
        for start, end in told_passports(folded):
            yield Found(
                start,
                end,
                EntityType.VN_PASSPORT,
                0.8,
                Reason("number_labelled", "Hộ chiếu"),
                tier=Tier.LABEL,
            )
        if _TRAVEL.search(folded.key):
            for match in matches_near(_BRACKETED, folded.text, (" (",)):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_PASSPORT,
                    0.6,
                    Reason("bare_shape"),
                    tier=Tier.NEIGHBOUR,
                )
        for match in _BARE.finditer(folded.text):
            after = label_after(folded, match.end(), _LABELS)
            field = line_field_at(folded, match.start())
            if after is not None:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_PASSPORT,
                    0.85,
                    Reason("number_label_after", after.shown),
                    tier=Tier.LABEL,
                )
            elif _ISSUED.match(folded.key, match.end()):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_PASSPORT,
                    0.7,
                    Reason("number_issued"),
                    tier=Tier.NEIGHBOUR,
                )
            elif (field is None or field.label(_PERSONAL) is not None) and _TRAVEL.search(
                folded.key, max(0, match.start() - 200), match.end() + 60
            ):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_PASSPORT,
                    0.35,
                    Reason("bare_shape"),
                    tier=Tier.LENGTH,
                )
