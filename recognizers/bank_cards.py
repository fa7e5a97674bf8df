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
#: Sign by sign, as boxes of forms are read: "4 2 8 3 1 0 x x x x x x 2 2 0 7".
_CARD_SPREAD = re.compile(
    r"(?=[2-69] )(?<![\w.,\-])(?<!\d )(?P<first>[2-69](?: {1,2}\d){3,5})(?P<middle>(?: {1,2}[\dxX*•]){4,9})(?P<last>(?: {1,2}\d){4})(?! {0,2}[\w*])"
)
#: The last figures behind what hides the others: "thẻ **** 6351", "Visa xxxx 0118".
_CARD_TAIL = re.compile(
    r"(?<![a-z])(?:the|card|visa|master ?card|napas|atm|jcb)(?: [a-z]{2,10}){0,2}[ ]?:?[ ](?P<number>(?:[*x•]{2,4}[ \-]?){1,4}\d{4})(?![\w*]|[.,]\d)"
)
#: When a card ends, some words behind it or under its own label.
_EXPIRY = re.compile(
    r"(?<![a-z])(?:exp(?:iry|ires)?(?: date)?|valid (?:thru|to|until)|hh|het han|hieu luc(?: den)?|han(?: su dung| the)?|ngay het han|thang het han)[ :.]{1,3}"
    r"(?P<date>(?:0[1-9]|1[0-2]) ?/ ?(?:20)?[2-4]\d|[01] \d ?/ ?[2-4] \d)(?![\d/]| ?/)"
)
_CARD_SAID = re.compile(r"(?<![a-z])(?:the|card|cvv|cvc|visa|master ?card|napas|atm)(?![a-z])")
_ANY_CARD = re.compile(r"(?<!\d)[2-69](?:[ \-]{0,2}[\dx*•]){11,18}(?!\d)|[*x•]{2,4}[ \-]?\d{4}(?!\d)")
_CODE_NEXT = re.compile(r"[ ,;.]{1,3}(?:ma )?(?:cvv|cvc)")
_AROUND = 70
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
    yield from _spread(folded)
    for match in matches_near(_CARD_TAIL, folded.key, HIDDEN):
        yield Found(
            *match.span("number"), EntityType.BANK_CARD, 0.75, Reason("card_range"), tier=Tier.STRUCTURE
        )
    for match in matches_near(_EXPIRY, folded.key, ("exp", "valid", "hh", "han", "hieu luc")):
        near = folded.key[max(0, match.start() - _AROUND) : match.start()]
        if (
            "the" in match.group().split(" ")[:2]
            or _ANY_CARD.search(near)
            or _CODE_NEXT.match(folded.key, match.end())
        ):
            yield Found(
                *match.span("date"), EntityType.BANK_CARD, 0.7, Reason("card_expiry"), tier=Tier.NEIGHBOUR
            )
    for match in matches_near(_CARD_MASKED, folded.text, HIDDEN, folded.key):
        yield Found(match.start(), match.end(), EntityType.BANK_CARD, 0.75, Reason("card_range"))


def _spread(folded: Folded) -> Iterator[Found]:
    """Yield cards written sign by sign, hidden in the middle, called a card or with a check digit that fits."""
    for match in _CARD_SPREAD.finditer(folded.text):
        number = digits_of(match.group())
        hidden = sum(char in "xX*•" for char in match["middle"])
        signs = sum(not char.isspace() for char in match.group())
        if signs not in (15, 16, 19) or 0 < hidden < _HIDDEN_SIGNS:
            continue
        called = _CARD_SAID.search(folded.key, max(0, match.start() - 30), match.start()) is not None
        if (hidden and called) or hidden > _HIDDEN_SIGNS or (called and len(number) == signs):
            yield Found(*match.span(), EntityType.BANK_CARD, 0.75, Reason("card_range"), tier=Tier.STRUCTURE)


_HIDDEN_SIGNS = 4


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
