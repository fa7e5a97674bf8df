"""International bank account numbers (IBAN, ISO 13616): country, two check digits, as many letters and digits as the country writes.

Vietnamese banks have none; foreigners and those who live abroad are paid to them. Written together or in groups of four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.results import Reason
from recognizers.tiers import Tier

#: Length by country, from the SWIFT registry of ISO 13616.
_REGISTRY = """
AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22
GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19
MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22
VG24 XK20
"""
_LENGTHS = {entry[:2]: int(entry[2:]) for entry in _REGISTRY.split()}
_WRITTEN = re.compile(rf"(?<![^\W_])(?:{'|'.join(_LENGTHS)})\d{{2}}(?:[ ]?[A-Z0-9]){{11,30}}")
_LABEL = re.compile(r"(?<![a-z])iban(?![a-z])[^\n]{0,20}$")
_BEFORE = 28


def ibans(folded: Folded) -> Iterator[Found]:
    """Yield what has a country's length and right check digits, and what is called an IBAN."""
    for match in _WRITTEN.finditer(folded.text):
        length = _LENGTHS[match.group()[:2]]
        end, number = match.start(), ""
        while end < match.end() and len(number) < length:
            number += folded.text[end].strip()
            end += 1
        if len(number) < length or folded.text[end : end + 1].isalnum():
            continue
        if _is_right(number) or _LABEL.search(folded.key, max(0, match.start() - _BEFORE), match.start()):
            yield Found(
                match.start(),
                end,
                EntityType.VN_BANK_ACCOUNT,
                0.96,
                Reason("account_labelled", "IBAN"),
                tier=Tier.LABEL,
            )


def _is_right(number: str) -> bool:
    """Return whether the check digits fit (ISO 7064, MOD 97-10)."""
    return int("".join(str(int(char, 36)) for char in number[4:] + number[:4])) % 97 == 1
