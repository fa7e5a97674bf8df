"""Numbers, dates and secrets that a manual shows as an example: "nhập số điện thoại, ví dụ 0912345678", "Số thẻ mẫu: …".

People say "ví dụ" of what is real, too: "số lạ gọi hoài, ví dụ 0903118447". Only where the words beside tell how to fill
something in, or where the value itself is made up to be seen through ("001090000001"), and no name stands on the line, is it
nobody's. The specimen of a patient is a "mẫu" as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from recognizers.base import Found, Tier
from recognizers.digits import digits_of
from recognizers.entities import ASSIGNED_NUMBERS, EntityType
from recognizers.folding import Folded

_E = EntityType
_TYPES = ASSIGNED_NUMBERS | {_E.CREDENTIAL, _E.EMAIL, _E.DATE_OF_BIRTH, _E.ISSUE_DATE, _E.E_WALLET}
#: Right before a value, with the label between them at most.
_SAID = re.compile(
    r"(?<![a-z])(?:vi du|vd|thi du|chang han|for example|for instance|e\.g\.?|eg)"
    r"(?:[ ]?[:,(][^\d\n.;?!]{0,40}|(?: (?:nhu|la|ghi|enter|nhap|dien|go|type|so)){0,2} [\"'“(<]?)\Z"
)
#: "VD: Nguyễn Văn A, sinh ngày …": all that is told of somebody called by a letter.
_SAMPLE_PERSON = re.compile(
    r"(?<![a-z])(?:vi du|vd|thi du|for example)[ :,]{1,3}[^\n;.]{0,20}(?:nguyen|tran|le|pham) (?:van|thi) [a-ehkmnxyz](?![a-z])[^\n]{0,120}\Z"
)
#: Words of a label before "mẫu": a specimen has a number or a code of its own, "mã mẫu", "số mẫu".
_SAMPLE_LABEL = re.compile(
    r"(?<![a-z])(?:so (?:the|dien thoai|tai khoan|cccd|can cuoc|ho chieu|dinh danh)[a-z ]{0,12}|mat khau|email|tai khoan|sdt|stk|the|username|password)"
    r" (?:mau|vi du|minh hoa|demo|sample)[ :]{1,3}[\"'“]?\Z"
)
_SHAPED = re.compile(
    r"(?<![^\W_])(?:dạng|định dạng|theo mẫu|format|cú pháp)(?: là)?[ :]{1,2}[\"'“<(]?\Z", re.IGNORECASE
)
_BEHIND = re.compile(
    r"[\"'”>]?[ ]?\((?:chi la |so |day la )?(?:vi du|mau|minh hoa|sample|example|demo|gia dinh|khong co that)[^()\n]{0,30}\)"
)
#: How something is filled in.
_FILL_IN = re.compile(
    r"(?<![a-z])(?:nhap|dien (?:vao|so|day|dung|ma)|ghi (?:ro|du|dung|so|day|ngay|theo|nhu)|cu phap|soan(?: tin)?|dinh dang|huong dan|chu so|khong dau|enter|type in"
    r"|field|in the form|viet (?:lien|hoa|so)|gom \d+ (?:so|chu so|ky tu)|\d+ (?:so|ky tu)(?![a-z]))(?![a-z])"
)
#: Three noughts behind each other, or four digits that count up.
_MADE_UP = re.compile(r"0000|1234|2345|3456|4567|5678|6789|(\d)\1{3}")
_NEVER_A_PHONE = frozenset({"0123456789", "1234567890", "0000000000"})
_LETTER = re.compile(r"(?:[^\W\d_]+ ){1,3}[A-HKMNTXYZ]\.?\Z")
_BACK, _AROUND = 90, 160


def without_samples(folded: Folded, found: Iterable[Found]) -> list[Found]:
    """Return findings without values that the text shows as examples.

    Args:
        folded: the text.
        found: findings with offsets into it; a user's own rules are never asked.
    """
    items = list(found)
    names = [
        item
        for item in items
        if item.entity_type is _E.PERSON and not _LETTER.match(folded.text, item.start, item.end)
    ]
    return [
        item
        for item in items
        if item.tier is Tier.RULE or item.entity_type not in _TYPES or not _is_sample(folded, item, names)
    ]


def _is_sample(folded: Folded, item: Found, names: Iterable[Found]) -> bool:
    key, text = folded.key, folded.text
    if item.entity_type is _E.VN_PHONE and digits_of(text[item.start : item.end]) in _NEVER_A_PHONE:
        return True
    line = max(key.rfind("\n", 0, item.start) + 1, item.start - _AROUND)
    stop = key.find("\n", item.end, item.end + _AROUND)
    stop = min(len(key), item.end + _AROUND) if stop < 0 else stop
    before = max(line, item.start - _BACK)
    of_a_letter = _SAMPLE_PERSON.search(key, line, item.start) is not None
    told = (
        of_a_letter
        or _SAID.search(key, before, item.start) is not None
        or _SAMPLE_LABEL.search(key, before, item.start) is not None
        or _SHAPED.search(text, before, item.start) is not None
        or _BEHIND.match(key, item.end, stop) is not None
    )
    if not told or any(line <= name.start < stop for name in names):
        return False
    return (
        of_a_letter
        or _MADE_UP.search(digits_of(text[item.start : item.end])) is not None
        or _SAMPLE_LABEL.search(key, before, item.start) is not None
        or _FILL_IN.search(key, line, stop) is not None
    )
