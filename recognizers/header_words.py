"""Whole column headers: what people and programs write over a column.

A header is short and stands over values that can be looked at, so words count here that would mean nothing in a text
("Tel", "NNT", "cust_nm"). Three layers, all on the folded words of the whole header; the lists are in
``data/headers.txt``:

- headers that say by themselves what their column holds.
- put together: a word for the value and the people it belongs to, as forms ("SĐT" + "người nhận") and data bases
  ("cust" + "dob") write it.
- words that say it only in a list of people ("Nhà", "Tờ", "Đạo"); ``table_unsure`` looks at the list.

Marks, pay, debts, health and what else is told of the people beside a column are ``told_headers``'.
Source: printed lists of offices, schools, hospitals and banks, exports of programs. Adding a header is adding it to a
list. An accent that is written has to be the right one, in short headers every one of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from recognizers.clues import Clue, tone_and_shapes
from recognizers.folding import fold, key_of
from recognizers.word_sets import word_lists

#: Titles of the lists of headers that count in a list of people only, and of words for a value before its owner.
_BESIDE_PEOPLE, _VALUE, _OWNER = "beside people: ", "value: ", "owner"
#: The same in the names that programs give to columns.


_OWNER_WORDS = (
    r"cust|customer|client|emp|employee|staff|recv|rcv|receiver|recipient|consignee|sender|ship|shipping|bill|billing|benef|ben|beneficiary|payer|payee"
    r"|buyer|seller|owner|holder|contact|patient|pt|student|stu|guest|driver|parent|father|mother|spouse|husband|wife|child|member|mbr|insured"
    r"|dependent|dep|guardian|guarantor|borrower|applicant|candidate|tenant|resident|user|home|cur|current|perm|permanent|residential|mailing|postal"
    r"|delivery|legal|personal|private|primary|main|alt|alternative|emergency|emer|registered|reg|temp|temporary|passenger|pax|visitor|subscriber"
    r"|caller|callee|cardholder|policyholder|policy holder|account holder|acct holder|next of kin|nok|work|other|second|secondary|kh|nv|bn|hs|sv"
)
_CORES: tuple[tuple[Clue, str], ...] = (
    (Clue.NAME, r"(?:full ?)?(?:name|nm)(?: en| vn| vi)?|display name|ten"),
    (
        Clue.PHONE,
        r"(?:tele)?phone(?: no| number| num| nbr)?|tel(?: no)?|mob(?:ile)?(?: no| number| num| phone)?|cell(?: no| phone)?|sdt|dt|dien thoai",
    ),
    (
        Clue.ADDRESS,
        r"(?:full |street )?addr(?:ess)?(?: line)?|street(?: address| name)?|dia chi|diachi|dc|village|hamlet|commune|ward",
    ),
    (
        Clue.BIRTH_DATE,
        r"dob(?: dt)?|birth(?: ?(?:date|dt|day|year))?|bday|date of birth|yob|ngay sinh|ns",
    ),
    (
        Clue.ID_ANY,
        r"(?:id|identity|identification) ?(?:no|num|nbr|number|card(?: no)?|doc(?: no)?)|national ?id|nid|legal ?id|citizen ?id|cccd(?: no| number)?|so cccd|so giay to",
    ),
    (Clue.CMND, r"cmnd(?: no| number)?|so cmnd"),
    (Clue.EMAIL, r"e ?mail(?: addr(?:ess)?)?|mail"),
    (
        Clue.BANK_ACCOUNT,
        r"(?:bank )?(?:acct?|account)(?: no| num| nbr| number)?|bank acc(?:t)?(?: no)?|so tk|stk",
    ),
    (Clue.GENDER, r"(?:gender|sex)(?: cd| code)?"),
    (Clue.AGE, r"age"),
    (Clue.TAX, r"(?:pit|tax) ?(?:code|id|no)|mst"),
    (Clue.PASSPORT, r"passport(?: no| num| number)?"),
    (Clue.HEALTH, r"diagnosis|dx|disease|illness"),
    (Clue.INCOME, r"(?:(?:monthly|annual|basic|base|gross|net) ?)?(?:salary|income|wage)"),
)
#: Without an owner before them these words say too little; the others may stand alone ("mob_no", "birthDt").
_NEED_OWNER = frozenset({Clue.NAME, Clue.BANK_ACCOUNT, Clue.ADDRESS, Clue.PHONE, Clue.EMAIL, Clue.AGE})
_TECHNICAL = tuple(
    (
        clue,
        re.compile(
            rf"(?:(?:{_OWNER_WORDS}) ?){'+' if clue in _NEED_OWNER else '*'}(?:{core})(?: ?[1-3])?(?: value| txt| str)?"
        ),
    )
    for clue, core in _CORES
)
#: "user account", "account name": a login, or an account's holder.
_LOGINS = re.compile(
    r"(?:[a-z]+ )?user ?name|(?:user|personal|main|other|reg|registered) ?(?:acct?|account|name)(?: no)?"
)
_HOLDER = re.compile(r"(?:(?:bank |bene?f(?:iciary)? )?(?:acct?|account)|card) (?:holder )?(?:name|nm)")


_UNIT = re.compile(
    r"\s*[(\[](?:đ|d|đồng|dong|vnđ|vnd|usd|₫|%|tr|trđ|triệu|triệu đồng|nghìn đồng|1000đ|nếu có|neu co|bắt buộc|bat buoc|ghi rõ|viết hoa|in hoa|\*|"
    r"dd/mm/yyyy|dd-mm-yyyy|d/m/y|yyyy|năm|nam/nữ|\d{1,2}(?: số| so)?)[)\]]|\s*\*+\s*$|\s*[:.?]+\s*$",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=[1-3]$)")
_ONE_WORD = re.compile(r"[A-Za-z]+[1-3]?")
_SHORT = 12


def without_unit(header: str) -> str:
    """Return a header without what only says how its values are written: "(đ)", "(dd/mm/yyyy)", "(*)"."""
    return _UNIT.sub("", header).strip() or header


@cache
def _lists(beside_people: bool) -> dict[str, tuple[tuple[Clue, str], ...]]:
    found: dict[str, tuple[tuple[Clue, str], ...]] = {}

    def add(clue: Clue, header: str) -> None:
        key = _words(header)
        found[key] = (*found.get(key, ()), (clue, header))

    lists = word_lists("headers.txt")
    owners = lists.pop(_OWNER)
    for title, listed in lists.items():
        clue = Clue(title.rpartition(": ")[2])
        if beside_people == title.startswith(_BESIDE_PEOPLE):
            whole = (
                [f"{value} {owner}" for value in listed for owner in owners]
                if title.startswith(_VALUE)
                else listed
            )
            for header in whole:
                add(clue, header)
    return found


def _words(header: str) -> str:
    key = key_of(fold(header).text)
    return " ".join(re.split(r"[^a-z\d]+", key)).strip()


def _accents_agree(written: str, listed: str) -> bool:
    """Return whether the accents of a header are those of the list, or none at all; long headers may have one wrong."""
    lower = unicodedata.normalize("NFC", written).lower()
    if lower.isascii() or lower == listed.lower():
        return True
    ours = [tone_and_shapes(word) for word in re.findall(r"[^\W\d_]+", listed.lower())]
    theirs = [tone_and_shapes(word) for word in re.findall(r"[^\W\d_]+", lower)]
    if len(ours) != len(theirs):
        return "".join(shape for _, shape in ours) == "".join(shape for _, shape in theirs)
    wrong = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return wrong == 0 or (wrong == 1 and len(listed) > _SHORT)


def _listed(header: str) -> Clue | None:
    for clue, listed in _lists(beside_people=False).get(_words(header), ()):
        if _accents_agree(header, listed):
            return clue
    return None


def spread(header: str) -> str:
    """Return the words of a name from a program apart: "recipientPhone", "soCCCD"; other headers as they are."""
    return _CAMEL.sub(" ", header) if _ONE_WORD.fullmatch(header) and not header.isupper() else header


def sure_clue(header: str) -> Clue | None:
    """Return what a whole header announces by itself, or None if no list has it."""
    stripped = spread(without_unit(header))
    found = _listed(stripped)
    if found is not None:
        return found
    words = _words(stripped)
    if _LOGINS.fullmatch(words):
        return None
    if _HOLDER.fullmatch(words):
        return Clue.NAME
    for clue, pattern in _TECHNICAL:
        if pattern.fullmatch(words):
            return clue
    return None


def clues_beside_people(header: str) -> tuple[Clue, ...]:
    """Return what a whole header may announce in a list of people."""
    stripped = spread(without_unit(header))
    return tuple(
        clue
        for clue, listed in _lists(beside_people=True).get(_words(stripped), ())
        if _accents_agree(stripped, listed)
    )
