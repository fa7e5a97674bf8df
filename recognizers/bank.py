"""Bank accounts: VN_BANK_ACCOUNT; with the cards and wallets of ``bank_cards``.

Vietnamese accounts have no national length, check digit or IBAN: the label decides (``ibans`` reads those of other countries).
Accounting accounts ("TK Nợ 331") and state-treasury accounts are not people's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.account_owners import is_organisations, said_collected
from recognizers.accounts_paid_to import paid_to
from recognizers.bank_cards import cards, wallets
from recognizers.banks import BANK, BESIDE_NUMBER
from recognizers.base import Found, Tier, VnRecognizer, labelled, under
from recognizers.clues import Clue
from recognizers.digits import (
    BEFORE_LABELLED,
    GLUE,
    LOOSE,
    MASKED,
    digits_of,
    is_masked,
    mostly_digits,
)
from recognizers.entities import EntityType
from recognizers.fields import Layout, label_after
from recognizers.folding import Folded
from recognizers.ibans import ibans
from recognizers.nearby import matches_near
from recognizers.results import Reason

_ACCOUNT = frozenset({Clue.BANK_ACCOUNT})

#: A number that goes on in the next line is all that stands before the next mark or the bank.
_LINE_ENDS = r"(?=[ ]{0,3}(?:[\n,;)(|–]|[.\-](?!\d)|\Z|(?i:tại|mở tại|ngân hàng|nh |\w*bank|bidv|vcb|acb|mb |shb|vib|chủ)))"
_ACCOUNT_NO = re.compile(
    rf"{BEFORE_LABELLED}(?:(?!20[0-4]\d )(?=(?:\d[ \-–]{{0,3}}){{12}})\d{{2,6}}(?: [\-–] \d{{2,6}}){{2,5}}(?![\w*]|[/,]\d)|(?=(?:\d[ .\-\n]{{0,6}}){{8}})\d{{2,6}}(?:[ .\-]?\n[ ]{{0,4}}\d{{1,6}}){{2,5}}{_LINE_ENDS}"
    rf"|\d(?:[ .\-]?\d){{3,11}}[ ]?\n[ ]{{0,4}}\d(?:[ .\-]?\d){{2,11}}{_LINE_ENDS}"
    rf"|\d(?:[ .\-]?\d){{5,18}}(?![\w*]|[/,]\d)|{LOOSE}(?:{GLUE}{LOOSE}){{7,18}}(?![\w*])"
    r"|\d{3}[A-Z]\d{8}(?!\w)|\d{3}[A-Z] \d{4} \d{4}(?!\w)"  # of VietinBank
    r"|\d{3}(?:[CFPBE]|FIA|FIB|FCA)\d{4,6}(?!\w)"  # of brokers at the securities depository
    r"|(?=[A-Z0-9]{6,19}(?!\w))[A-Z]{2,8}[A-Z0-9]{0,8}\d{3,}"
    rf"|{MASKED}(?![\w*])"
    r"|\d\.\d{2,}E\+?\d\d)"
)
#: Savings books have letters before their number: "CA 2041983", "AV 0118274".
_BOOK_LETTERS = re.compile(r"(?<![^\W_])[A-ZĐ]{1,3} ?\Z")
_ACCOUNT_ROW = re.compile(r"(?=\d)(?<![\w/\-])(?<!\w[.,])\d{8,16}(?![\w]|[.,/\-]\d)")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[.\- /](?:0?[1-9]|1[0-2])[.\- /](?:19|20)\d\d\Z")
_TIME_STAMP = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})\Z")
_BOOKKEEPING = re.compile(
    r"(?:no|co|:)?[ ]*(?:1[1-5]\d|2[1-4]\d|3[3-5]\d|4[1-6]\d|5[1-2]\d|6[2-4]\d|[7-9][1-2]1)\d?\b"
)
_BANKS = re.compile(BANK)


#: Bank messages: "CT tu 79650854149 NGO LAN HOA toi 70203870579591 …".
_TRANSFER = re.compile(
    r"(?<![a-z])(?:tu|toi|den|vao)(?: tk| stk| so tk| tai khoan)? (?P<number>\d(?:[ .]?\d){7,15})(?= [a-z])"
)


#: "… tu 1017440923 toi 19034471108026": the other account follows.
_ONWARDS = re.compile(r" (?:toi|den|vao)(?: tk| stk)? \d")
#: Numbers grouped by hand, and words that send money to what follows them.
_GROUPED = re.compile(r"(?=\d)(?<![\w/\-])(?<!\w[.,])\d(?:[ .\-]?\d){5,18}(?![\w]|[.,/\-]\d)")
#: Any of the ways to write an account; "711A…" are cards of one bank that its tellers call accounts.
_WRITTEN = re.compile(rf"{_ACCOUNT_ROW.pattern}|{_GROUPED.pattern}|(?<![\w/\-])\d{{3}}[A-Z]\d{{8}}(?!\w)")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_SENT_TO = re.compile(
    r"(?<![a-z])(?<!ma )(?:chuyen khoan|chuyen tien|chuyen|ck|gui tien|bank)(?: (?:thi|cho|vao|qua|den|toi|ve|em|anh|chi|minh))*"
    r"(?P<number> (?:so|tk|stk|so tk))? ?:? ?\Z"
)
#: "vào tk 9713 …", "CK vào 8781 0856 6420"
_INTO = re.compile(
    r"(?<![a-z])(?:(?:vao|toi|den|ve|qua)(?P<number> (?:so )?(?:tk|stk|tai khoan))|(?:ck|chuyen khoan|chuyen tien) (?:vao|toi|den|ve)(?P<bare>(?: so)?)) ?:? ?\Z"
)
#: "nhận qua VPBank số 6714…"
_NUMBER_AT_BANK = re.compile(
    rf"(?:{_BANKS.pattern}|(?<![a-z])(?:qua|vao|ve|cho) mb)(?:,? (?:cn|pgd|chi nhanh|(?!decision|licen|invoice|contract|document|reference)[a-z]{{1,10}})){{0,5}}"
    r"(?P<number>[ ,:\-–(]{1,3}(?:so|tk|stk|so tk|so tai khoan|tai khoan|acc|account|a/c|no\.?|number)(?: (?:so|no\.?|number))?|(?P<mark>[ ]?[:\-–])) ?:? ?\Z"
)
#: Before "<bank>:" or "<bank> -": money goes there.
_MONEY_TO = re.compile(r"(?<![a-z])(?:qua|vao|ve|den|toi|nhan|linh|lanh|gui|ck|chuyen|tra|nap)(?![a-z])")
#: "chủ tài khoản nhận bồi thường: Hoàng Đỗ Quyên – 0021 0004 417 26 – Vietcombank"
_HOLDER_BEFORE = re.compile(
    r"(?<![a-z])(?:tai khoan|stk|tk)(?![a-z])[^\d\n]{0,50}[:(,\-–][ ]?[a-z' ]{2,40}(?P<number>) [,\-–] ?\Z"
)
#: "nhận qua TK vợ Cầm Thị Xuân 8888 0123 4567", "tk của mẹ em: 1010…": whose account it is stands before its number.
_WHOSE = re.compile(
    r"(?<![a-z])(?:so tai khoan|tai khoan|stk|tk)(?P<number> (?:cua|ten|mang ten|vo|chong|con|me|ba|bo|cha|ma|anh|chi|em|co|chu|bac|cau|di|mo|thim|ong))?"
    r"(?: (?!(?:so|tien|tru|no|co|tang|giam|ma|giao|nop|rut|phi|thu|chi|toan|hang|goc|lai|ngay|nam|thang|duoc|bi|da)(?![a-z]))[a-z']+){1,6} ?[:,\-–(]? ?\Z"
)
#: A bank right before a number, no paper or transaction of a bank.
_BANK_BEFORE = re.compile(
    rf"(?<!hotline )(?<!ma )(?<!so )(?<!gd )(?:{_BANKS.pattern}|{BESIDE_NUMBER}|(?<![a-z0-9])mb)(?: (?:cn|pgd|chi nhanh)(?: [a-z]{{1,10}}){{1,3}})? ?[:,\-–(]? ?\Z"
)
#: What all of these end in, or hold.
_HINT = re.compile(
    r"(?:so|no|no\.|number|account|a/c|tk|khoan|ck|chuyen|tien|bank|acc|thi|cho|vao|qua|den|toi|ve|em|anh|chi|minh|[:\-–,]) ?:? ?\Z"
    r"|(?<![a-z])(?:s?tk|tai khoan) "
)
#: Behind an account: its owner's name, or the end of what is said.
_OWNER_OR_END = re.compile(
    r"[ ]?(?:[\n,;)(|\-–/”\"»]|\Z|\.(?!\d)| ?[A-ZÀ-ỸĐ]['’\w]*[ ][A-ZÀ-ỸĐ]| (?:nhé|nha|nhe|ạ|chủ|tên|ten|của|cua|nội dung|nd|bhxh|sdt|sđt|cccd|pin|là|la)(?!\w)"
    r"|(?: [^\W\d_]{2,7}){2,4}[ ]?(?:\n|\Z| (?:ghi|nd|noi dung)(?!\w))| [A-ZÀ-ỸĐ][a-zà-ỹ]{1,6}(?=[\n,;)]|\.(?!\d)|\Z))"
)
#: Savings books whose number has a mark of the kind of deposit in it: "sổ tiết kiệm 5102 TK 118 447".
_SAVINGS_NO = re.compile(
    r"(?<![a-z])(?:so|the) (?:tiet kiem|tien gui|gui gop)(?:(?: so)?|[^\n\d;]{0,12}[\d.,]{1,13} ?(?:d|dong|trieu|tr|ty)(?![a-z])[^\n\d;]{0,40}?,? so)[ :]{1,3}"
    r"(?P<number>\d{2,4}[ .\-]?(?:tk|tg|tgtk|lda|lav|ld|aza)[ .\-]?\d{3,10}(?:[ .]\d{3,5}){0,2})(?![\w]|[.,]\d|[ ]?(?:trieu|ty|dong|d)(?![a-z]))"
)
_BEFORE_BANK = 48
_MOST_DIGITS = 16
_BEFORE_ACCOUNT = (_INTO, _SENT_TO, _NUMBER_AT_BANK, _HOLDER_BEFORE, _WHOSE)
_BEFORE_SENT = 96
_LEAST_DIGITS = 8
_MOST_DIGITS_OF_A_SUM = 10
_TREASURY = re.compile(r"[ ,\-–(]{0,4}(?:tai )?(?:kbnn|kho bac)")
#: What the stamps of machines begin with.
_TODAY = frozenset({"2024", "2025", "2026", "2027"})


def _too_long_for_a_sum(written: str) -> bool:
    """Return whether digits behind "chuyển khoản" can only be an account: nobody sends hundreds of billions."""
    number = digits_of(written)
    return len(number) > _MOST_DIGITS_OF_A_SUM and not number.endswith("000") and number[:4] not in _TODAY


class BankRecognizer(VnRecognizer):
    """Accounts under a label, cards by label or by range and check digit, wallets."""

    ENTITIES = (EntityType.VN_BANK_ACCOUNT, EntityType.BANK_CARD, EntityType.E_WALLET)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield accounts, then cards, then wallets."""
        yield from self._accounts(folded)
        yield from cards(folded)
        yield from wallets(folded)

    def _accounts(self, folded: Folded) -> Iterator[Found]:
        for match, field, label in labelled(folded, _ACCOUNT, _ACCOUNT_NO, strict=_ACCOUNT_ROW):
            written = match.group()
            if _DEBIT_CREDIT.search(folded.key, max(0, label.start - 8), label.start):
                continue
            between = folded.key[field.start : match.start()]
            if _DATE.match(written) or not (
                mostly_digits(written) or written[:1].isalpha() or is_masked(written)
            ):
                continue
            if (
                field.layout is not Layout.ROWS
                and _BOOKKEEPING.match(folded.key, field.start)
                and (len(digits_of(written)) < 6 or _THOUSANDS.match(written))
            ):
                continue
            keep = "organisation_data" if is_organisations(folded, label, match) else ""
            score = (
                0.95
                if _BANKS.search(between) or _BANKS.search(folded.key, match.end(), match.end() + 60)
                else 0.9
            )
            letters = (
                _BOOK_LETTERS.search(folded.text, field.start, match.start())
                if _SAVINGS_BOOK.search(folded.key, label.start, label.end)
                else None
            )
            yield Found(
                letters.start() if letters else match.start(),
                match.end(),
                EntityType.VN_BANK_ACCOUNT,
                score,
                Reason("account_labelled", label.shown),
                keep,
                Tier.LABEL,
            )
        for match in _WRITTEN.finditer(folded.text):
            if _THOUSANDS.match(match.group()) or _DATE.match(match.group()):
                continue
            after = label_after(folded, match.end(), _ACCOUNT)
            if after is not None:
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_BANK_ACCOUNT,
                    0.85,
                    Reason("number_label_after", after.shown),
                    tier=Tier.LABEL,
                )
                continue
            bank = _BANK_AFTER.match(folded.key, match.end())
            if (
                bank is not None
                and _LEAST_AT_BANK <= len(digits_of(match.group())) <= _MOST_AT_BANK
                and not _TIME_STAMP.match(match.group())
                and under(
                    folded,
                    match.start(),
                    _NOT_SENT_TO if _NO_SUM.match(match.group()) else _NOT_ACCOUNT,
                    reach=_RIGHT_BEFORE,
                )
                is None
            ):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_BANK_ACCOUNT,
                    0.7,
                    Reason("account_bank_near"),
                    "organisation_data" if said_collected(folded, match.start(), match.end()) else "",
                    Tier.NEIGHBOUR,
                )

        for book in matches_near(_SAVINGS_NO, folded.key, ("tiet kiem", "tien gui", "gui gop")):
            yield Found(
                *book.span("number"),
                EntityType.VN_BANK_ACCOUNT,
                0.96,
                Reason("account_labelled", "Sổ tiết kiệm"),
                tier=Tier.LABEL,
            )
        yield from ibans(folded)
        yield from self._sent_to(folded)
        yield from self._behind_banks(folded)
        for start, end in paid_to(folded):
            yield Found(
                start, end, EntityType.VN_BANK_ACCOUNT, 0.6, Reason("account_transfer"), tier=Tier.NEIGHBOUR
            )
        for match in _TRANSFER.finditer(folded.key):
            named = folded.text[match.end() : match.end() + 2].strip()[:1].isupper()
            if named or _ONWARDS.match(folded.key, match.end()):
                yield Found(
                    match.start("number"),
                    match.end("number"),
                    EntityType.VN_BANK_ACCOUNT,
                    0.6,
                    Reason("account_transfer"),
                    tier=Tier.NEIGHBOUR,
                )

    @staticmethod
    def _sent_to(folded: Folded) -> Iterator[Found]:
        """Yield what money is sent to: "ck 0580 6426 (BIDV)", "chuyển khoản số 190…"."""
        if not any(
            word in folded.key
            for word in ("ck", "chuyen", "bank", " qua ", "vao ", "account", "tai khoan", "tk")
        ):
            return
        for match in _GROUPED.finditer(folded.text):
            before = folded.key[max(0, match.start() - _BEFORE_SENT) : match.start()].replace("\n", " ")
            if _HINT.search(before) is None:
                continue
            sent = next((m for p in _BEFORE_ACCOUNT if (m := p.search(before)) is not None), None)
            if sent is None or _DATE.match(match.group()):
                continue
            if sent.groupdict().get("mark") and (
                len(digits_of(match.group())) < _LEAST_DIGITS or not _MONEY_TO.search(before)
            ):
                continue
            named = _BANK_AFTER.match(folded.key, match.end()) is not None
            told = (
                sent["number"]
                or (sent.re in (_INTO, _WHOSE) and len(digits_of(match.group())) > _LEAST_DIGITS)
                or (
                    sent.re is _SENT_TO
                    and _too_long_for_a_sum(match.group())
                    and not _TREASURY.match(folded.key, match.end())
                )
            )
            if named or (told and not _THOUSANDS.match(match.group())):
                yield Found(
                    match.start(),
                    match.end(),
                    EntityType.VN_BANK_ACCOUNT,
                    0.75 if named else 0.6,
                    Reason("account_bank_near" if named else "account_transfer"),
                    "organisation_data" if said_collected(folded, match.start(), match.end()) else "",
                    Tier.STRUCTURE,
                )

    @staticmethod
    def _behind_banks(folded: Folded) -> Iterator[Found]:
        """Yield long numbers right behind a bank's name, with nothing or a person's name behind: "VCB 0071000998213 Lê Ân"."""
        for match in _GROUPED.finditer(folded.text):
            number = digits_of(match.group())
            if not _LEAST_DIGITS < len(number) <= _MOST_DIGITS or number.startswith(("1900", "1800")):
                continue
            before = folded.key[max(0, match.start() - _BEFORE_BANK) : match.start()]
            if not before.endswith((" ", ":", "-", ",", "(")) or _BANK_BEFORE.search(before) is None:
                continue
            if (
                _THOUSANDS.match(match.group())
                or _DATE.match(match.group())
                or _TIME_STAMP.match(match.group())
                or _OWNER_OR_END.match(folded.text, match.end()) is None
                or under(folded, match.start(), _NOT_SENT_TO if _MONEY_TO.search(before) else _NOT_ACCOUNT)
                is not None
            ):
                continue
            yield Found(
                match.start(),
                match.end(),
                EntityType.VN_BANK_ACCOUNT,
                0.65,
                Reason("account_bank_near"),
                tier=Tier.NEIGHBOUR,
            )


_DEBIT_CREDIT = re.compile(r"(?<![a-z])(?:no|co|du no|du co)[ ]?$")
_SAVINGS_BOOK = re.compile(r"so(?: so)? t(?:iet|k)|the tiet kiem")
_LEAST_AT_BANK, _MOST_AT_BANK = 8, 19
#: A label further away does not speak against a number that a bank follows: "người nhận COD: HO XUAN AN 0041… VCB".
_RIGHT_BEFORE = 12
#: Grouped by four and more: no sum of money is written so.
_NO_SUM = re.compile(r"\d{4,}[ .\-]\d{3,}")
_NOT_ACCOUNT = frozenset(
    {
        Clue.REFERENCE_NO,
        Clue.AMOUNT,
        Clue.PHONE,
        Clue.TAX,
        Clue.PERSONAL_ID,
        Clue.CMND,
        Clue.ID_ANY,
        Clue.BANK_CARD,
        Clue.BHXH,
        Clue.BHYT,
        Clue.DRIVER,
        Clue.EMPLOYEE,
        Clue.STUDENT,
    }
)
#: "Thanh toán vào VCB 0281…": what is paid says nothing against the number it goes to.
_NOT_SENT_TO = _NOT_ACCOUNT - {Clue.AMOUNT}
_BANK_AFTER = re.compile(
    rf"[ ]{{0,2}}\n?[,\-–(]?[ ]{{0,2}}(?:tai |mo tai )?(?:{BANK}|{BESIDE_NUMBER}(?=[ ]?(?:[\n,;.()\-–]|\Z))|mb(?![a-z0-9]))"
)
