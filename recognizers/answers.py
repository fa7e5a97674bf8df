"""What somebody asks for in a talk and the next turn answers: "mã em mấy?" / "BV09", "pass mới là gì" / "Kythuat@2026".

CREDENTIAL, EMPLOYEE_ID, STUDENT_ID, MEDICAL_RECORD_NO, VN_PASSPORT and VN_BANK_ACCOUNT that have no label on their own
line. A turn is a line with its speaker before a colon, behind a dash or a time. What is asked for is said in the turn
before or the one before that; when all of a group are asked, all who answer are read. Questions after orders, rooms,
prices and hours are answered by numbers, too: they ask for none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import lines_with
from recognizers.results import Reason

_E = EntityType
#: A turn of a talk: its time, who speaks or a dash, and what is said.
_TURN = re.compile(
    r"[ ]{0,3}(?P<mark>(?:[\[(]?\d{1,2}[:h]\d{2}[^\]\n:]{0,12}[\])]?[ ,:\-]{0,3})?(?:[^\W\d_@][^:\n]{0,34}:[ ]{0,2}|[\-–—>•][ ]{1,2})?)(?P<said>[^\n]+)"
)
_WHO = r"(?:cua )?(?:em|anh|chi|ban|co|chau|con|minh|e|a|c|b|m|t|ong|ba|bac|chu|anh/chi|quy khach|khach|moi nguoi|tung nguoi|cac ban|ai|nha|may|tui|k)"
_SECRETS = r"mk|mat khau|pass(?: ?word| ?code)?|ma pin|pin|otp|ma otp|token|ma (?:xac (?:nhan|minh|thuc)|bao mat|ghep(?: cua)?|kich hoat|dang nhap|mo (?:cua|khoa|may)|cua|khoa|cong|wifi)|verification code|the code"
#: What is asked for, and of what kind the answer is.
_ASKED: tuple[tuple[EntityType, str, re.Pattern[str]], ...] = tuple(
    (kind, shown, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])"))
    for kind, shown, words in (
        (_E.CREDENTIAL, "Mật khẩu", _SECRETS),
        (
            _E.STUDENT_ID,
            "Mã sinh viên",
            r"mssv|msv|mshs|sbd|so bao danh|ma (?:so )?(?:sv|sinh vien|hs|hoc sinh|hoc vien)|student (?:id|no|number)|the (?:sv|thu vien) so",
        ),
        (
            _E.EMPLOYEE_ID,
            "Mã nhân viên",
            rf"msnv|manv|mnv|ma (?:so )?(?:nv|nhan vien|nhan su|cong nhan|cham cong|van tay|the|tai xe|ctv)|so the(?: (?:nv|cong nhan|{_WHO}))?|(?:employee|staff) (?:id|no|number|code)",
        ),
        (
            _E.MEDICAL_RECORD_NO,
            "Mã bệnh nhân",
            r"ma (?:so )?(?:benh nhan|bn|benh an|nguoi benh)|so (?:benh an|vao vien|bn)|patient (?:id|no|number)|pid",
        ),
        (_E.VN_PASSPORT, "Hộ chiếu", r"(?:so )?(?:ho chieu|passport)(?: (?:so|no|number))?"),
        (
            _E.VN_BANK_ACCOUNT,
            "Số tài khoản",
            r"stk|so (?:tk|tai khoan)|tai khoan ngan hang|account (?:no|number)|bank account",
        ),
    )
)
#: "mã em mấy", "thẻ số mấy": at work, where nobody says of what.
_OWN_CODE = re.compile(
    rf"(?<![a-z])(?:ma|the|so the|ms) (?:so )?{_WHO}? ?(?:la )?(?:may|gi|bao nhieu|nhieu|so may)(?![a-z])"
)
_AT_WORK = re.compile(
    r"(?<![a-z])(?:cham cong|van tay|di tre|ca (?:dem|ngay|sang|toi|[abc123])|nghi phep|xin nghi|tang ca|luong|hcns|nhan su|chuyen \d|xuong|to truong|bao ve|cong ty)(?![a-z])"
)
#: It is asked, not told.
_ASKS = re.compile(
    rf"\?|(?<![a-z])(?:gi|j|la gi|may|nhieu|bao nhieu|bn|nao|doc|gui|cho (?:em|anh|chi|c|e|a|t|minh|toi|co|chau|shop|ben)|xin|nhap|bao|noi|ghi|nhan duoc|nhan dc|da gui|gui roi|doi|de pass|quen|can|nhan (?:cho|tin)|send|what|your|tell me|{_WHO} gui|viet|dien)(?![a-z])"
)
#: Words that open an answer before what was asked for.
_LEAD = (
    r"(?:(?:da|vang|u|uh|uhm|um|ua|a|ah|day|ne|la|ma|ma la|e|em|em la|cua em|cua minh|minh|so|so la|doi thanh|thanh|minh de|hinh nhu|chac|hinh nhu la|thi|oke?|ok|roi|de|nha|a roi"
    r"|it's|its|it is|the code is|sure|yes|here|mk|pass|pin|otp|mssv|msv|ma sv|stk|cu|dung roi)[ ,:.]{1,3}){0,4}"
)
_SIZE = r"(?![ ]?(?:k|tr|trieu|nghin|ngan|dong|d|vnd|ky tu|chu so|so|phut|gio|ngay|h|lan|cai|nguoi|kg|m2|%|met|cay|chai|cuon|do|tuoi)(?![a-z]))"
_END = rf"(?![^\s,;.!?)\"”]){_SIZE}"
_CODE = rf"(?P<value>(?=[a-zđ.\-/]{{0,8}}\d[a-z.\-/]{{0,4}}\d)[a-z0-9đ][a-z0-9đ.\-/]{{2,17}}[a-z0-9đ]){_END}"
_ANSWERS: dict[EntityType, re.Pattern[str]] = {
    kind: re.compile(rf"{_LEAD}{value}")
    for kind, value in {
        _E.CREDENTIAL: rf"[\"“]?(?P<value>(?:[a-z]-)?\d{{4,8}}[#*]?|\d{{3}} \d{{3}}|\d(?:-\d){{3,7}}|\d{{2,4}}(?:-\d{{2,4}}){{1,3}}(?!\d)|(?=\S{{0,30}}\d)(?=\S{{0,30}}[a-z])[^\s,;/\"”]{{5,32}}){_END}",
        _E.STUDENT_ID: _CODE,
        _E.EMPLOYEE_ID: _CODE,
        _E.MEDICAL_RECORD_NO: _CODE,
        _E.VN_PASSPORT: rf"(?P<value>[a-z]{{1,2}} ?\d{{6,8}}){_END}",
        _E.VN_BANK_ACCOUNT: rf"(?P<value>\d(?:[ .\-]?\d){{7,17}}){_END}",
    }.items()
}
#: Dates, hours, sums and sizes are no codes: "12/11", "7h30", "300k", "2tr5".
_NO_CODE = re.compile(
    r"\d{1,2}[./\-]\d{1,2}(?:[./\-]\d{2,4})?|(?:19|20)\d\d|\d{1,2}[:h]\d{0,2}|\d{1,4}(?:[.,]\d{1,3})*[a-z]{1,3}\d{0,2}|\d{1,3}(?:[.,]\d{3})+"
)
_OF_ALL = re.compile(
    r"(?<![a-z])(?:moi nguoi|tung nguoi|cac (?:ban|em|anh|chi|bac)|ca (?:lop|nhom|to)|ai|mn|everyone|moi (?:ban|em)|tung (?:ban|em))(?![a-z])"
)
_NEXT, _NEXT_OF_ALL = 2, 10
#: A question is short.
_LONGEST, _BARE = 160, 36
#: What stands before the colon in forms and papers is nobody who speaks.
_IS_FIELD = re.compile(
    r"[\[ ]*(?:ma|so|tai lieu|ho tro|dia chi|dien thoai|ngay|noi|can cu|tong|ghi chu|bieu mau|thoi gian|tra cuu|lien he|muc|dieu|luu y|chu y|hotline|email|website|nhan|thanh toan|kem theo|phu luc|tinh trang|ket qua|ten|ho ten|don vi)(?: [^:]{0,30})?:"
)
_WORDS = (
    "mk", "mat khau", "pass", "pin", "otp", "ma ", "verification", "code", "token", "mssv", "msv", "mshs", "sbd", "so bao danh", "student", "msnv", "manv", "mnv", "so the", "the ", "employee",
    "staff", "benh an", "patient", "pid", "ho chieu", "stk", "so tk", "tai khoan", "account", "ms ", "vao vien",
)  # fmt: skip


class AnswerRecognizer(VnRecognizer):
    """Codes that answer a question of the turn before."""

    ENTITIES = (
        _E.CREDENTIAL,
        _E.EMPLOYEE_ID,
        _E.STUDENT_ID,
        _E.MEDICAL_RECORD_NO,
        _E.VN_PASSPORT,
        _E.VN_BANK_ACCOUNT,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the answers of each question that has some."""
        key = folded.key
        at_work: bool | None = None
        for first, last in lines_with(key, _WORDS):
            start = first
            while start < last:
                end = key.find("\n", start, last)
                end = last if end < 0 else end
                turn = _TURN.fullmatch(key, start, end)
                if (
                    turn is not None
                    and end - turn.start("said") <= (_LONGEST if turn["mark"] else _BARE)
                    and _ASKS.search(key, turn.start("said"), end)
                ):
                    asked = [
                        (kind, shown)
                        for kind, shown, words in _ASKED
                        if words.search(key, turn.start("said"), end)
                    ]
                    if not asked and _OWN_CODE.search(key, turn.start("said"), end):
                        at_work = _AT_WORK.search(key) is not None if at_work is None else at_work
                        asked = [(_E.EMPLOYEE_ID, "Mã nhân viên")] if at_work else []
                    if asked:
                        yield from _answers(folded, turn, end, asked)
                start = end + 1


def _answers(
    folded: Folded, question: re.Match[str], position: int, asked: list[tuple[EntityType, str]]
) -> Iterator[Found]:
    """Yield what the turns below a question say first, if it is a code of the kind that was asked for."""
    key = folded.key
    of_all = _OF_ALL.search(key, question.start("said"), position) is not None
    turns = 0
    while turns < (_NEXT_OF_ALL if of_all else _NEXT) and 0 <= position < len(key):
        start = position + 1
        position = key.find("\n", start)
        end = len(key) if position < 0 else position
        turn = _TURN.fullmatch(key, start, end)
        if turn is None:
            if not key[start:end].strip():
                continue
            return
        turns += 1
        if bool(turn["mark"]) != bool(question["mark"]) or _IS_FIELD.match(turn["mark"]):
            return
        for kind, shown in asked:
            answer = _ANSWERS[kind].match(key, turn.start("said"), end)
            if answer is not None and not turn["mark"] and key[answer.end("value") : end].strip(" ."):
                return  # without speakers nothing but the answer may stand on its line
            if answer is None or _NO_CODE.fullmatch(answer["value"].rstrip(".")):
                continue
            begin, stop = answer.span("value")
            stop -= len(answer["value"]) - len(answer["value"].rstrip(".)"))
            if kind is _E.CREDENTIAL and not folded.text[begin:stop].isascii():
                continue
            yield Found(begin, stop, kind, 0.7, Reason("answered", shown), tier=Tier.NEIGHBOUR)
            if not of_all:
                return
            break
