"""Vehicle plates, frame and engine numbers: VN_PLATE, VN_VIN, VN_ENGINE_NO.

Plates (Circulars 79/2024 and 51/2025/TT-BCA): a province code of two digits, a series of letters, four or five
digits. Codes never issued (13, 42, 44–46, 87, 91, 96) and unused letters rule out an unlabelled match only.
VIN: 17 letters and digits without I, O, Q; the check digit of other countries is not mandatory here. Engine
numbers are free: label only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.clues import Clue
from recognizers.entities import EntityType
from recognizers.fields import fields_for
from recognizers.folding import Folded
from recognizers.loose_plates import loose_plates
from recognizers.nearby import matches_near
from recognizers.results import Reason

_PLATE = frozenset({Clue.PLATE})
_VIN = frozenset({Clue.VIN})
_ENGINE = frozenset({Clue.ENGINE})

_CODE = r"(?:1[124-9]|[2-3]\d|4[013789]|[5-7]\d|8[0-689]|9[02-5789])"
_SERIAL = r"(?:\d{3}[.\-]?\d{2}|(?<=-)\d{3} \d{2}|\d{4})"
_CAR = rf"{_CODE}[ \-]?[A-HK-NPS-VXYZ](?:[ \-]{{0,3}}{_SERIAL}|\.\d{{3}}\.\d{{2}})"
_MOTO = rf"{_CODE}[ \-]?[A-HK-NPS-VXYZ](?:[A-FHK-NPRS-VXYZ]|[1-9])[ \-\n]{{0,3}}{_SERIAL}"
_SPECIAL = rf"{_CODE}[ \-]?(?:CD|RM|MK|HC|KT|LD|DA|TĐ|TD|MĐ|MD|R|T)\d?[ \-]{{0,3}}{_SERIAL}"
_DIPLOMATIC = r"\d{2}[ \-]?\d{3}[ \-]?(?:NG|QT|CV|NN)[ \-]?\d{2,3}"
_ARMY = r"[A-Z]{2}[ \-]\d{2}[ \-.]\d{2}"
_BARE = re.compile(
    rf"(?=\d\d)(?<![A-Za-z0-9./\-])(?:(?P<dotted>{_CAR}|{_MOTO}|{_SPECIAL})|(?P<diplomatic>{_DIPLOMATIC}))(?![\w]"
    rf"|[.\-/]\d)"
)
_LABELLED = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:\d[\dlIOo]|[lIOo]\d)[ \-]?[A-Za-zĐđ]{1,2}\d?[ \-.\n]{0,3}\d{3}[. ]?\d{1,2}(?!\d)"
    r"|\d{2}[ \-]?[A-Za-zĐđ]\d?[ \-.\n]{0,3}\d{4}(?!\d)"
    rf"|{_DIPLOMATIC}(?!\d)|{_ARMY}(?!\d)|[A-Z]{{2}}[ \-]?\d{{2}}[ \-.]?\d{{2}}(?!\d)"
    rf"|\d{{2}}[A-Z]{{1,2}}\d?[ \-]?[*xX.]{{2,5}}\d{{0,3}})"
)
#: Plates in chats and in text without capitals, only after a word for a vehicle.
_LOWER = re.compile(
    r"(?=\d\d)(?<![\w.,/\-])\d{2}[ \-]?[a-zđ]{1,2}\d?[ \-]{0,2}(?:\d{3}\.?\d{2}|\d{4})(?![\w]|[.\-/]\d)"
)
#: "xe 12 chỗ", "tầng 12 B 2024": what stands apart on both sides before a year.
_YEAR = re.compile(r"\d\d [A-Za-zĐđ]{1,2} (?:19|20)\d\d")
_VEHICLE_BEFORE = re.compile(
    r"(?:xe|bks|bsx|o to|oto|bien so)(?: may| o to| oto| mo to| tai| khach| con| so)?[ :]{1,3}$"
)
#: A letter and four digits after a code is also a flat or a lot.
_FLAT = re.compile(r"(?:can ho|phong|lo|so nha|block|toa|o dat|ap|can|duong|ngo|hem|so)\W{1,3}$")
_VEHICLE = re.compile(
    r"(?:xe|o to|mo to|gan may|bien|bks|bsx|bs|oto|taxi|dang ky|toyota|honda|yamaha|kia|mazda)\b"
)

_VIN_NO = re.compile(
    r"(?=[A-Z0-9])(?<![A-Z0-9])(?=[A-HJ-NPR-Z0-9]{0,16}\d)(?=[A-HJ-NPR-Z0-9]{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])"
)
_FRAME = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9*\-]{0,12}\d)(?:[A-Za-z0-9]{6,20}(?:[*\-][A-Za-z0-9]{3,12})?)(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])(?:[A-HJ-NPR-Z0-9][ ]){16}[A-HJ-NPR-Z0-9](?![A-Za-z0-9])|(?<!\w)[A-Z]{2,4}[ \-]\d{5,12}(?!\w)"
)
#: "Số máy" is said of telephones, too.
_ENGINE_NO = re.compile(
    r"(?<![A-Za-z0-9])(?<!\d[ .\-])(?!0[235789](?:[ .\-]?\d){8,9}(?!\w))(?=[A-Za-z0-9*\-.]{0,14}\d{3})[A-Za-z0-9][A-Za-z0-9]{1,13}"
    r"(?:[*\-.](?=[A-Za-z]{0,4}\d)[A-Za-z0-9]{2,12}){0,2}(?![A-Za-z0-9])"
)
_ENGINE_ROW = re.compile(r"(?<![\w/\-])(?<!\w[.,])(?=[A-Z0-9]{0,9}[A-Z])[A-Z0-9]{2,8}[\-*]?\d{5,9}(?!\w)")


_AFTER_FRAME = re.compile(
    r"[A-Z0-9]{6,17} ?[/;,|] ?(?P<engine>(?=[A-Za-z0-9*\-]{0,14}\d{3})[A-Za-z0-9][A-Za-z0-9*\-]{4,18})(?![\w])"
)


#: "…, SK RLUWBJHANCF333803, SM G4FC-2898168": short labels without a colon, beside the other number of the vehicle.
_SHORT = re.compile(
    r"(?<![a-z])(?:s/?k (?:[a-z0-9*\-]{6,20})[,;/ ]{1,3}|(?:bien so|bks|bsx|so khung|sk|xe may|xe o to|honda|yamaha|khung so)(?![a-z])[^\n]{0,50}[,;] ?)(?:s/?m|may so)[ :.]{1,2}"
    r"(?P<engine>(?=[a-z0-9*\-]{0,14}\d{3})[a-z0-9][a-z0-9*\-]{4,18})(?![\w])"
)


#: "xe Vision 62P1-118.27, máy JK03E 1184407, khung RLHJK0320 PY118447": the parts alone, behind their vehicle.
_PART = re.compile(
    r"(?:^|[,;(\n.]|[-–])[ ]?(?P<part>may|khung)(?: so)?[ :.]{1,3}(?P<number>(?=[a-z]{0,6}\d)[a-z0-9]{3,17}(?:[ *\-](?=[a-z]{0,4}\d{2})[a-z0-9]{4,12})?)"
    r"(?=[ ]?[,;.)\n/]|$| [-–] | (?:khung|may|mau|dung|do|ten)(?![a-z]))"
)
_VEHICLE_NEAR = re.compile(
    r"(?<![a-z])(?:xe|bks|bsx|bien (?:so|kiem)|ca ?vet|dang ky|honda|yamaha|suzuki)(?![a-z])|\d\d-?[a-z]\d?[- ]?\d{3}\.?\d\d"
)
#: Right before a plate: a vehicle of a firm, a hospital, an office at work.
_AT_WORK = re.compile(
    r"(?<![a-z])xe (?:cuu thuong|cap cuu|truc|cong vu|chua chay|cuu hoa|cuu ho|buyt|bus|(?:cho |ep |gom )?rac|tang le|dua don hoc sinh|giao lien|(?:cua )?(?:cong ty|cty|co quan|don vi|benh vien|bv))"
    r"(?: [a-z]{1,10}){0,4}[ :,(]{1,3}(?:(?:bks|bsx|bien so|bien|so)[ :]{1,2})?\Z"
)
#: … and right behind one, whose it is.
_OF_FIRM = re.compile(
    r"[ ,(]{1,3}(?:la xe )?(?:cua|thuoc)(?: so huu cua)? (?:cong ty|cty|ctcp|htx|hop tac xa|doanh nghiep|dntn|nha xe|benh vien|bv|doi|cong an|ubnd|truong|xi nghiep|co quan|don vi)(?![a-z])"
)


class VehicleRecognizer(VnRecognizer):
    """Plates by label or shape, frame numbers by label or shape, engine numbers by label."""

    ENTITIES = (EntityType.VN_PLATE, EntityType.VN_VIN, EntityType.VN_ENGINE_NO)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield plates, frames, engines."""
        yield from self._plates(folded)
        for match, _, label in labelled(folded, _VIN, _FRAME, strict=_VIN_NO, many=False, reach=20):
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_VIN,
                0.93,
                Reason("number_labelled", label.shown),
                tier=Tier.LABEL,
            )
        for match in _VIN_NO.finditer(folded.text):
            if match.group()[:3].isdigit() or match.group()[5:11].isdigit():
                # the maker's code holds a letter, and so does the description of the vehicle
                continue
            yield Found(match.start(), match.end(), EntityType.VN_VIN, 0.75, Reason("vin_shape"))
        for field, label in fields_for(folded, _ENGINE):
            both = _AFTER_FRAME.match(folded.text, field.start) if field.label(_VIN) is not None else None
            if both is not None:  # "Số khung/số máy: … / …": the second value
                yield Found(
                    both.start("engine"),
                    both.end("engine"),
                    EntityType.VN_ENGINE_NO,
                    0.9,
                    Reason("number_labelled", label.shown),
                    tier=Tier.LABEL,
                )
        for part in matches_near(_PART, folded.key, ("may", "khung")):
            digits = sum(map(str.isdigit, part["number"]))
            near = folded.key[max(0, part.start() - _NEAR) : part.start()]
            if digits >= _LEAST_OF_PART and _VEHICLE_NEAR.search(near):
                yield Found(
                    part.start("number"),
                    part.end("number"),
                    EntityType.VN_ENGINE_NO if part["part"] == "may" else EntityType.VN_VIN,
                    0.7,
                    Reason("number_labelled", "Máy" if part["part"] == "may" else "Khung"),
                    tier=Tier.LABEL,
                )
        for short in matches_near(_SHORT, folded.key, ("s/m", "sm", "may so")):
            yield Found(
                short.start("engine"),
                short.end("engine"),
                EntityType.VN_ENGINE_NO,
                0.85,
                Reason("number_labelled", "SM"),
                tier=Tier.LABEL,
            )
        for match, _, label in labelled(
            folded, _ENGINE, _ENGINE_NO, strict=_ENGINE_ROW, many=False, reach=12
        ):
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_ENGINE_NO,
                0.9,
                Reason("number_labelled", label.shown),
                tier=Tier.LABEL,
            )

    def _plates(self, folded: Folded) -> Iterator[Found]:
        for match in _LOWER.finditer(folded.text):
            if _YEAR.fullmatch(match.group()):
                continue
            if _VEHICLE_BEFORE.search(folded.key, max(0, match.start() - 24), match.start()):
                yield Found(match.start(), match.end(), EntityType.VN_PLATE, 0.6, Reason("plate_shape"))
        for start, end in loose_plates(folded):
            if _BARE.match(folded.text, start):
                continue  # read below, and whose it is
            yield Found(start, end, EntityType.VN_PLATE, 0.7, Reason("plate_shape"))
        for match, _, label in labelled(folded, _PLATE, _LABELLED, strict=_BARE, reach=30):
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_PLATE,
                0.95,
                Reason("number_labelled", label.shown),
                tier=Tier.LABEL,
            )
        for match in _BARE.finditer(folded.text):
            start = match.start()
            if _YEAR.fullmatch(match.group()):
                continue
            before = folded.key[max(0, start - 24) : start]
            if _FLAT.search(before) and not _VEHICLE.search(before):
                continue
            written = match.group()
            if not _VEHICLE.search(before) and under(folded, start, _NOT_PLATE, 40) is not None:
                continue
            marked = "." in written or "-" in written or bool(_VEHICLE.search(before))
            five = sum(char.isdigit() for char in written) >= 7
            score = 0.8 if five and marked else 0.65 if five or _VEHICLE.search(before) else 0.4
            at_work = (
                _AT_WORK.search(folded.key, max(0, start - 60), start) is not None
                or _OF_FIRM.match(folded.key, match.end()) is not None
            )
            yield Found(
                start,
                match.end(),
                EntityType.VN_PLATE,
                score,
                Reason("plate_shape"),
                "organisation_data" if at_work else "",
            )


#: How far before its engine or frame a vehicle is named, and the fewest digits of theirs.
_NEAR = 120
_LEAST_OF_PART = 5
_NOT_PLATE = frozenset(
    {
        Clue.REFERENCE_NO,
        Clue.AMOUNT,
        Clue.PERSONAL_ID,
        Clue.CMND,
        Clue.BANK_ACCOUNT,
        Clue.ADDRESS,
        Clue.STUDENT,
        Clue.EMPLOYEE,
        Clue.MEDICAL_NO,
        Clue.VIN,
        Clue.ENGINE,
        Clue.LAND_CERT,
        Clue.LAND_BOOK,
    }
)
