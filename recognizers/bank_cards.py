"""Numbers of bank cards with their codes, and of wallets; accounts are found by ``bank``.

Cards: 9704 and a two-digit bank (Napas, 16 or 19 digits), or an international range; without a label the Luhn check
must pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, labelled, under
from recognizers.checksums import luhn
from recognizers.clues import Clue
from recognizers.digits import (
    AFTER,
    BEFORE_LABELLED,
    HIDDEN,
    LOOSE,
    MASKED,
    digits_of,
    is_masked,
    mostly_digits,
)
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason

_CARD = frozenset({Clue.BANK_CARD})
_WALLET = frozenset({Clue.E_WALLET})
_CVV_LABELS = frozenset({Clue.CVV})
_REFERENCE = frozenset({Clue.REFERENCE_NO, Clue.AMOUNT})
_NAPAS = r"9704(?:[ \-]?(?:\n[ ]{0,4})?\d){12}(?:(?:[ \-]?\d){3})?"
_WORLD = (
    r"(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|35[2-8]\d|62\d\d)(?:[ \-]?\d{4}){3}|3[47]\d\d[ \-]?\d{6}[ \-]?\d{5}"
)
_CARD_NO = re.compile(
    rf"{BEFORE_LABELLED}(?:{_NAPAS}(?!\d)|{_WORLD}(?!\d)"
    rf"|{MASKED}(?![\w*])"
    r"|[*xX•]{4}(?:[ \-]?[*xX•]{4}){0,3}[ \-]?\d{4}(?!\d)|\d(?:[ .\-]?\d){11,18}(?!\d))"
)
_CARD_BARE = re.compile(
    rf"(?=[2-69])(?<![\w/\-])(?<!\w[.,])(?:(?P<napas>{_NAPAS})|(?P<world>{_WORLD})){AFTER}"
)
#: "chủ thẻ 4726 …", "thẻ Visa đuôi vàng 4111 …": whoever writes so means a card, whatever its check digit.
_CARD_BEFORE = re.compile(r"(?<![a-z])(?:the|card)(?: [a-z]{2,10}){0,2}[ :,\-–(]{1,3}\Z")
_CARD_MASKED = re.compile(
    r"(?=[2-69])(?<![\w.,/\-*])(?:9704|[2-6](?:[0-9OolI]){3})[ \-]?(?:\d{0,2}[*xX•]{2,4})[ \-]?(?:[*xX•]{4}[ \-]?){1,2}[0-9OolIBSZ]{3,4}(?!\w)"
)
_CARD_MISREAD = re.compile(rf"(?<![A-Za-z0-9])(?:{LOOSE}[ \-]?){{15}}{LOOSE}(?![A-Za-z0-9])")
_CVV = re.compile(r"(?<!\d)\d{3,4}(?!\d)|(?<!\d)(?:0[1-9]|1[0-2]) ?/ ?(?:20)?\d\d(?!\d)")
_WALLET_LINK = re.compile(r"(?:me\.momo\.vn|nhantien\.momo\.vn|zalopay\.me)/[\w./\-]{3,60}", re.IGNORECASE)
_WALLET_NO = re.compile(r"(?<!\w)(?:\+?84|0)[ .\-]?\d(?:[ .\-]?\d){7,9}(?!\w)|(?<!\w)\d{6,12}(?!\w)")


def cards(folded: Folded) -> Iterator[Found]:
    """Yield card numbers by label, by range and by check digit, masked ones, and their codes and expiry dates."""
    for match, _, label in labelled(folded, _CARD, _CARD_NO, strict=_CARD_BARE):
        number = digits_of(match.group())
        if is_masked(match.group()):
            score = 0.85
        elif len(number) in (15, 16, 19):
            score = 0.97
        else:
            score = 0.7
        yield Found(
            match.start(),
            match.end(),
            EntityType.BANK_CARD,
            score,
            Reason("card_labelled", label.shown),
            tier=Tier.LABEL,
        )
        yield from _codes(folded, match.end())
    for match, _, label in labelled(folded, _CARD, _CARD_MISREAD):
        if mostly_digits(match.group()) and digits_of(match.group()) != match.group():
            yield Found(
                match.start(),
                match.end(),
                EntityType.BANK_CARD,
                0.7,
                Reason("card_labelled", label.shown),
                tier=Tier.LABEL,
            )
    for match, _, label in labelled(folded, _CVV_LABELS, _CVV, reach=12, many=False):
        yield Found(
            match.start(),
            match.end(),
            EntityType.BANK_CARD,
            0.85,
            Reason("value_labelled", label.shown),
            tier=Tier.LABEL,
        )
    for match in _CARD_BARE.finditer(folded.text):
        number = digits_of(match.group())
        checked = luhn(number)
        if under(folded, match.start(), _REFERENCE) is not None and not checked:
            continue
        if match.group("napas"):
            yield Found(
                match.start(),
                match.end(),
                EntityType.BANK_CARD,
                0.9 if checked else 0.7,
                Reason("card_range"),
                tier=Tier.CHECKSUM if checked else Tier.STRUCTURE,
            )
        elif checked or _CARD_BEFORE.search(folded.key, max(0, match.start() - 24), match.start()):
            yield Found(
                match.start(),
                match.end(),
                EntityType.BANK_CARD,
                0.8 if checked else 0.7,
                Reason("card_checked" if checked else "card_range"),
                tier=Tier.CHECKSUM if checked else Tier.STRUCTURE,
            )
    for match in matches_near(_CARD_MASKED, folded.text, HIDDEN, folded.key):
        yield Found(match.start(), match.end(), EntityType.BANK_CARD, 0.75, Reason("card_range"))


def wallets(folded: Folded) -> Iterator[Found]:
    """Yield links to wallets and the numbers behind a wallet's label."""
    for match in matches_near(_WALLET_LINK, folded.text, ("momo.vn/", "zalopay.me/"), folded.key):
        yield Found(match.start(), match.end(), EntityType.E_WALLET, 0.9, Reason("wallet_link"))
    for match, _, label in labelled(folded, _WALLET, _WALLET_NO, reach=30):
        yield Found(
            match.start(),
            match.end(),
            EntityType.E_WALLET,
            0.9,
            Reason("number_labelled", label.shown),
            tier=Tier.LABEL,
        )


def _codes(folded: Folded, position: int) -> Iterator[Found]:
    """Yield an expiry date that directly follows a card number."""
    match = _CVV.search(folded.text, position, position + 12)
    if match is not None and "/" in match.group():
        yield Found(
            match.start(),
            match.end(),
            EntityType.BANK_CARD,
            0.7,
            Reason("card_expiry"),
            tier=Tier.NEIGHBOUR,
        )
