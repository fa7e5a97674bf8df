"""Findings that name a thing: a file, a variable, a tariff, a book's number, a people, an illness in a heading.

Manuals, lessons, laws, encyclopedias and tariffs use the words and forms of personal data for what is nobody's. Each
question here is asked of one finding and of what stands right beside it, first of what rules found, then of what the
tagger added.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from recognizers.attribute_values import ETHNIC_GROUPS
from recognizers.base import Found, Tier
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.fragments import is_counted
from recognizers.name_recalled import KIN
from recognizers.name_words import title_words
from recognizers.nations import is_nation
from recognizers.ordinary_names import is_ordinary
from recognizers.told_as_sample import without_samples
from recognizers.told_words import Told, mentions
from recognizers.words import is_plain, words

_E = EntityType
_BACK, _AHEAD = 90, 60


def not_of_things(folded: Folded, found: Iterable[Found]) -> list[Found]:
    """Return findings without those that what stands beside them makes a thing.

    Args:
        folded: the text.
        found: findings with offsets into it; a user's own rules are never asked.
    """
    items = without_samples(folded, found)
    named = sorted(
        item.start
        for item in items
        if item.entity_type is _E.PERSON
        and not _OF_A_PEOPLE.search(folded.key[max(0, item.start - 9) : item.start])
    )
    return [
        item
        for item in items
        if item.tier is Tier.RULE
        or (ask := _QUESTIONS.get(item.entity_type)) is None
        or not ask(_Beside(folded, item, named))
    ]


class _Beside:
    """A finding with what stands beside it in its own line or sentence, folded and as written."""

    __slots__ = ("_named", "after", "before", "folded", "item", "key", "value", "written")

    def __init__(self, folded: Folded, item: Found, named: list[int]) -> None:
        self.folded, self.item, self._named = folded, item, named
        self.value = folded.text[item.start : item.end]
        self.key = folded.key[item.start : item.end]
        self.before = folded.key[max(0, item.start - _BACK) : item.start]
        self.written = folded.text[max(0, item.start - _BACK) : item.start]
        self.after = folded.key[item.end : item.end + _AHEAD]

    def of_nobody(self) -> bool:
        """Return whether its sentence names no one and speaks of no one."""
        start = max(self.folded.text.rfind(mark, 0, self.item.start) for mark in _SENTENCE) + 1
        ends = [end for mark in _SENTENCE if (end := self.folded.text.find(mark, self.item.end)) >= 0]
        end = min(ends, default=len(self.folded.text))
        if bisect_left(self._named, start) < bisect_left(self._named, end):
            return False
        pattern = _SOMEBODY_PLAIN if is_plain(self.folded) else _SOMEBODY
        said = self.folded.key if is_plain(self.folded) else self.folded.text
        return pattern.search(said, start, end) is None

    def unannounced(self) -> bool:
        """Return whether no colon or cell border parts it from the words before."""
        return re.search(r"[:=|\t]\s*\Z", self.before) is None


_SENTENCE = (". ", "\n", "!", "?", "; ")
_SOMEBODY = re.compile(
    r"(?<!\w)(?:ông|bà|anh(?! em)|chị|(?<!trẻ )em|cháu|cụ|cô|chú|bác|dì|cậu|thầy|bé|tôi|mình|hắn|nó|con|vợ|chồng|cha|mẹ|bố|gia đình|nạn nhân|bệnh nhân"
    r"|bị cáo|bị can|bị hại|nghi phạm|đối tượng(?= (?:là|này|trên))|chủ hộ|đương sự|nguyên đơn|bị đơn|học sinh|sinh viên|thí sinh|đảng viên|đồng chí|nhân viên"
    r"|người (?:làm đơn|khai|lao động|bệnh|yêu cầu|yêu|vay|thuê|nhận|gửi|bảo lãnh|đại diện|được cấp|này|đó))(?!\w)",
    re.IGNORECASE,
)
_SOMEBODY_PLAIN = re.compile(
    r"(?<![a-z])(?:ong|ba|anh|chi|em|chau|cu|co|chu|bac|di|cau|thay|be|toi|minh|han|no|con|vo|chong|cha|me|bo|gia dinh|nan nhan|benh nhan|bi cao|bi can|bi hai"
    r"|nghi pham|doi tuong(?= (?:la|nay|tren))|chu ho|duong su|nguyen don|bi don|hoc sinh|sinh vien|thi sinh|dang vien|dong chi|nhan vien"
    r"|nguoi (?:lam don|khai|lao dong|benh|yeu cau|yeu|vay|thue|nhan|gui|bao lanh|dai dien|duoc cap|nay|do))(?![a-z])"
)

#: "criteria-2-result: Pass": what passed is no label of what stands in the next line.
_PASSED = re.compile(r"[:=][ ]?(?:pass|fail)(?:ed)?[ .]*\n[^\n:=]{0,6}\Z")
#: A variable of a program, which holds a secret and is none.
_VARIABLE = re.compile(r"[A-Z]{2,}(?:_[A-Z]+)+")
_SYLLABLE = re.compile(r"[^\W\d_]{1,6}")
_OF_SECRETS = re.compile(r"pass|khẩu|mã|key|token|secret|pin", re.IGNORECASE)
_LEAST_SECRET = 3
#: Marks enough for a secret with hardly a letter ("P@$$!"); those that fill blanks and draw arrows do not count.
_MARKS = frozenset("!@#$%^&+?~")
#: Something stands behind it in its line: it opens a sentence that says what to do.
_GOES_ON = re.compile(r"[ ]{1,2}[^\W\d_]")


#: A value that programs write where a secret will stand, or the call that fetches it: "your-token", "<token>", "os.getenv(…".
_PLACEHOLDER = re.compile(
    r"[\"'`<\[{(]*(?:your[_\-]|(?:my|new|some|insert|replace|enter|example|generated|dummy|sample)[_\-][a-z_\-]*(?:token|key|password|secret|here|api)|null\Z|none\Z|undefined\Z|true\Z|false\Z)"
    r"|[\"'`]?<|\$\{?[a-z_]|\{\{|(?:open|set|get|str|input|os|self|process|config|settings|secrets|env|request|state)(?:\.[a-z_]+)*[.(\[]|https?://[^\s@?]*\Z"
)
#: Who speaks in the copy of a chat with a program: "user: Conversation info (…)".
_SPEAKER = re.compile(r"(?:user|username|account)", re.IGNORECASE)
_WORD = re.compile(r"[A-Z][a-z]{3,}|\[[a-z]+|System:?")
#: A number of a machine: "18.64 kWh".
_MEASURE = re.compile(
    r"\d[\d.,]*[ ]?(?:k?wh|mah|ah|v|w|kw|gb|mb|tb|ghz|mhz|kg|km|cm|mm|inch|ml|phut|gio|ngay|nam|thang)"
)


def _is_program(beside: _Beside) -> bool:
    """Return whether a value is a program's: a blank to fill in, a call, a setting, or the first word of what is said."""
    if _PLACEHOLDER.match(beside.key) is not None or _MEASURE.fullmatch(beside.key) is not None:
        return True
    return (
        _SPEAKER.fullmatch(beside.item.reason.clue.strip(" :")) is not None
        and _WORD.fullmatch(beside.value) is not None
        and _GOES_ON.match(beside.folded.text, beside.item.end) is not None
    )


def _is_marked(value: str) -> bool:
    return sum(char in _MARKS for char in value) > 1


def _is_no_secret(beside: _Beside) -> bool:
    value = beside.value.strip("\"'“”")
    if sum(map(str.isalnum, value)) < _LEAST_SECRET and not value.isdigit() and not _is_marked(value):
        return True
    if value == "0" or _PASSED.search(beside.before) or _is_program(beside):
        return True
    if beside.item.reason.code == "column_header" and _VARIABLE.fullmatch(value):
        return True
    return (
        _OF_SECRETS.search(beside.item.reason.clue) is not None
        and _SYLLABLE.fullmatch(value) is not None
        and not value.isascii()
        and _GOES_ON.match(beside.folded.text, beside.item.end) is not None
    )


#: The end of a file's name, in it or right behind it.
_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|ico|pdf|docx?|xlsx?|pptx?|ya?ml|toml)(?!\w)")
#: … and one that is a doctor's or half a name, too: "dr.huong.md".
_SOURCE_FILE = re.compile(r"\.(?:md|css|tsx?|jsx?|py)(?!\w)")
_NETWORK = re.compile(
    r"@?(?:facebook|twitter|zalo|tik ?tok|instagram|youtube|linkedin|telegram|viber|profile|user(?:name)?|account)"
)


#: What programs write before a function: "@app.post("/ask")", "@st.cache_data".
_DECORATOR = re.compile(r"@(?:[a-z_]+\.)?[a-z_]+")


def _is_decorator(beside: _Beside) -> bool:
    return _DECORATOR.fullmatch(beside.key) is not None and (
        beside.after.startswith("(") or (beside.key.startswith("@st.") and "_" in beside.key)
    )


def _is_no_account(beside: _Beside) -> bool:
    end = beside.key[-6:] + beside.after[:6]
    return _FILE.search(end) is not None or (
        beside.item.tier is not Tier.LABEL
        and (
            _SOURCE_FILE.search(end) is not None
            or _NETWORK.fullmatch(beside.key) is not None
            or _is_decorator(beside)
        )
    )


def _is_place_in_list(beside: _Beside) -> bool:
    return is_counted(beside.key, beside.before, beside.after)


#: The number of a book.
_OF_A_BOOK = re.compile(r"(?<![a-z])iss?[bs]n(?:[ -]1[03])?[ :]{1,3}[\d\- ]{0,8}\Z")


def _is_of_a_book(beside: _Beside) -> bool:
    return _OF_A_BOOK.search(beside.before) is not None


_OF_A_MATCH = re.compile(r"(?:/\d{1,2})? (?:tran|lan|van|hiep|set|keo|tran dau)(?![a-z])")


def _is_lost_match(beside: _Beside) -> bool:
    """Return whether "thua" is written, which is no "thửa", and matches are counted: "thua 1/4 trận"."""
    return (
        beside.written.lower().endswith("thua ")
        and _OF_A_MATCH.match(beside.after) is not None
        and not is_plain(beside.folded)
    )


#: What is paid for each of something, under a heading of fees, is a tariff.
_EACH = re.compile(
    r"[ ]?/[ ]?(?:giao dich|gd|lan|luot|lenh|trang|ban|mon|the|phieu|thong bao|transaction)(?![a-z])"
)
_FEE = re.compile(r"(?<![a-z])(?:phi|bieu phi|cuoc|fee)(?![a-z])")


def _is_tariff(beside: _Beside) -> bool:
    line = beside.before.rpartition("\n")[2]
    return _EACH.match(beside.after) is not None and _FEE.search(line) is not None and beside.of_nobody()


_REVOLUTION = re.compile(
    r"(?<![a-z])(?:(?<!mon )cong nghe|cong nghiep|cach mang|thoi dai|ky nguyen|nong nghiep|giao duc|phien ban|ban) \Z"
)
_EDITION = re.compile(r"[1-6][.,]0")
_OTHER_MARK = re.compile(r"(?<![\d.,])\d{1,2}[.,]\d(?![\d.,]*\d)")


def _is_edition(beside: _Beside) -> bool:
    """Return whether a mark is the number of an edition, "công nghiệp 4.0"; beside other marks it is a pupil's."""
    return (
        _EDITION.fullmatch(beside.key) is not None
        and _REVOLUTION.search(beside.before) is not None
        and not _OTHER_MARK.search(beside.before.rpartition("\n")[2] + beside.after.partition("\n")[0])
    )


#: Behind a date in brackets: the title of what was published then.
_CITED = re.compile(r"\)\. {1,2}[\"“”«]")
_LAST_YEAR = re.compile(r"(?<!\d)(\d{4})\Z")


def _is_of_print(beside: _Beside) -> bool:
    if beside.item.tier is Tier.LABEL:
        return False
    year = _LAST_YEAR.search(beside.key)
    if year is not None and int(year[1]) > datetime.now(tz=UTC).year:
        return True
    text, item = beside.folded.text, beside.item
    return text[item.start - 1 : item.start] == "(" and _CITED.match(text, item.end) is not None


_OF_CITIZENS = re.compile(
    r"(?<![a-z])(?:nguoi|cong dan|tau|tre em|phuong tien|phap nhan|to chuc|dieu kien)(?![a-z])[^\n;]{0,50}(?:co|mang|nhap|thoi) quoc tich \Z"
)
_IN_A_CASE = re.compile(r"(?<![a-z])thi (?:co|mang|duoc nhap) quoc tich \Z")


def _is_of_citizens(beside: _Beside) -> bool:
    """Return whether a nation is that of citizens or ships in general: "người có quốc tịch Việt Nam"."""
    return (
        _IN_A_CASE.search(beside.before) is not None or _OF_CITIZENS.search(beside.before) is not None
    ) and beside.of_nobody()


_OF_A_PEOPLE = re.compile(r"(?<![a-z])(?:nguoi|dan toc) \Z")
#: More than one of them is meant.
_MANY = re.compile(
    r"(?<![a-z])(?:cac|nhung|cua|lang|ban|vung|dong bao|so voi|giua|voi|trong do|tong so|(?:chu yeu|phan lon|da so|hau het|deu) la)"
    r" (?:nguoi|dan toc) \Z"
)
_SHARE = re.compile(r" (?:chiem|co (?:khoang|hon|gan|dan so)|la da so|chiem da so|cu tru|sinh song)(?![a-z])")
_PEOPLES = re.compile(r"(?<!\w)(?:người|Người) [A-ZĐÀ-Ỹ]")
_TOLD_OF_PEOPLES = 3


def _is_of_a_people(beside: _Beside) -> bool:
    """Return whether a text tells of a people: it names one with nobody, several times or as many."""
    field = beside.item.tier is Tier.LABEL
    if field and not beside.unannounced():
        return False
    return (
        _OF_A_PEOPLE.search(beside.before) is not None
        and beside.of_nobody()
        and (
            _MANY.search(beside.before) is not None
            or _SHARE.match(beside.after) is not None
            or (not field and beside.folded.memo("peoples", _count_peoples) >= _TOLD_OF_PEOPLES)
        )
    )


def _count_peoples(folded: Folded) -> int:
    return sum(1 for _ in _PEOPLES.finditer(folded.text))


_OF_BELIEVERS = re.compile(r"(?<![a-z])(?<!la )(?:nguoi|tin do|dong bao|giao dan)(?: theo)?(?: dao)? \Z")


def _is_of_believers(beside: _Beside) -> bool:
    return beside.unannounced() and _OF_BELIEVERS.search(beside.before) is not None and beside.of_nobody()


#: The paper that says it, the right to it.
_OF_A_RIGHT = re.compile(
    r"(?<![a-z])(?:giay (?:to )?(?:chung nhan|xac nhan|xn|cn)(?: tinh trang)?|quyen(?: ?ket hon,)?) \Z"
)
_LAW_OF_MARRIAGE = re.compile(r"mot vo mot chong|tu nguyen, tien bo")


def _is_law_of_marriage(beside: _Beside) -> bool:
    return (_OF_A_RIGHT.search(beside.before) is not None and beside.of_nobody()) or _LAW_OF_MARRIAGE.search(
        beside.key
    ) is not None


#: A letter with a bracket begins a list, what holds "for whoever" begins a rule.
_LIST_OR_RULE = re.compile(r"[a-zđ]\) |doi voi (?:nguoi|nhung|truong hop|phap nhan|cac)(?![a-z])")
#: What heads one person's record, also as a list.
_OF_A_RECORD = re.compile(r"tiền (?:án|sự)|nhân thân", re.IGNORECASE)
#: What is forbidden to everybody.
_FORBIDDEN = re.compile(
    r"(?<![a-z])(?:nghiem cam|bi cam(?! di khoi| xuat canh| thi| hanh nghe)|(?<!co )(?<!thuc hien )(?:cac|nhung) hanh vi|hanh vi bi)(?![a-z])"
)


def _is_rule(beside: _Beside) -> bool:
    if beside.item.tier is Tier.LABEL:
        return (
            _LIST_OR_RULE.match(beside.key) is not None
            and _OF_A_RECORD.search(beside.item.reason.clue) is None
        )
    line = beside.before.rpartition("\n")[2]
    return _FORBIDDEN.search(line) is not None and beside.of_nobody()


#: The last "quan hệ" before a value, with the word before it and what stands between.
_RELATION = re.compile(
    r"(?P<kind>[a-z]+ )?(?<![a-z])quan he(?P<of>[^:=\n]{0,70})[:=][ ]?\Z",
)
_OF_THINGS = re.compile(
    r" (?:song song|vuong goc|ngoai giao|doi tac|hop tac|quoc te|phap luat|cong chung|kinh te|san xuat|thu tu|cung cau|bien chung|giua"
    r" (?:nha nuoc|(?:cac|hai) (?:nuoc|mat|dai|duong|goc|bien|tap|so|bang|lop|vat|yeu to|quoc gia)))(?![a-z])"
)
_OF_GRAMMAR = frozenset(("tu ", "de ", "cap "))
_KIN_WORD = re.compile(
    r"(?<![a-z])(?:vo|chong|cha|me|bo|con|anh|chi|em|ong|ba|chu|bac|co|di|cau|mo|chau|ban|nguoi|ho|ruot|nuoi)(?![a-z])"
)
_LONG_RELATION = 6


def _is_relation_of_things(beside: _Beside) -> bool:
    """Return whether a relation is one of lines, of words, of states: "Quan hệ vuông góc trong không gian: …"."""
    told = _RELATION.search(beside.before)
    if told is None:
        return False
    return (
        told["kind"] in _OF_GRAMMAR
        or _OF_THINGS.match(told["of"]) is not None
        or (beside.key.count(" ") >= _LONG_RELATION and _KIN_WORD.search(beside.key) is None)
    )


#: Reasons that read a name from its surroundings or from its letters alone.
_WEAK = frozenset(("person_witness", "person_context", "person_known", "person_shape", "tagged", "echoed"))


_PEOPLE = re.compile(ETHNIC_GROUPS)


def _is_no_person(beside: _Beside) -> bool:
    if is_ordinary(beside.folded, beside.item):
        return True
    return beside.item.reason.code in _WEAK and (
        _is_place_of_date(beside)
        or is_nation(beside.folded, beside.item.start, beside.item.end)
        or (_OF_A_PEOPLE.search(beside.before) is not None and _PEOPLE.fullmatch(beside.key) is not None)
        or _is_illness(beside)
    )


#: The day a paper is dated with, behind the place: "Hà Tiên, ngày 03 tháng 4".
_DATED = re.compile(r",[ ]{0,2}(?:ngay|dated?)[ ]{1,3}[\d.… ]{1,8}(?:thang|[/\-.]|of|\n)")
_PLACE_WORDS = 2


def _is_place_of_date(beside: _Beside) -> bool:
    """Return whether one or two words that begin a line, or a column of it, are where the paper is dated."""
    line = beside.before.rpartition("\n")[2]
    return (
        (not line.strip() or line.endswith("  ") or line.endswith("\t"))
        and len(beside.key.split()) <= _PLACE_WORDS
        and _DATED.match(beside.after) is not None
    )


def _is_illness(beside: _Beside) -> bool:
    """Return whether a name is an illness of several words, or begins or ends with one: "Ung Thư Vú", "Trang Tâm Thần"."""
    w = words(beside.folded)
    first, last = w.entries(beside.item.start, beside.item.end)
    if is_plain(beside.folded) or (first > 0 and w.low[first - 1] in _forms()):
        return False
    while first < last - 1 and w.low[first] in _HEADED:
        first += 1
    told = mentions(beside.folded)
    begins = bisect_right(told, first, key=lambda mention: mention.first)
    return any(
        mention.kind in _ILL
        and mention.last - mention.first > 1
        and first < mention.last
        and (last <= mention.last or mention.first == first)
        for mention in told[max(0, begins - _MENTIONS_NEAR) : begins]
    )


#: What headings put before an illness.
_HEADED = frozenset(("trang", "khoa", "bệnh", "mục", "phòng", "chuyên"))
#: So many phrases at most hold the first word of a name.
_MENTIONS_NEAR = 4
_ILL = frozenset((Told.ILLNESS, Told.INJURY, Told.WEAKNESS, Told.CONDITION, Told.FINDING))


def _forms() -> frozenset[str]:
    return title_words(False) | KIN


_QUESTIONS: dict[EntityType, Callable[[_Beside], bool]] = {
    _E.CIVIL_DOC_NO: _is_place_in_list,
    _E.CREDENTIAL: _is_no_secret,
    _E.CRIMINAL_RECORD: _is_rule,
    _E.DATE_OF_BIRTH: _is_of_print,
    _E.DEBT: _is_tariff,
    _E.ETHNICITY: _is_of_a_people,
    _E.FAMILY_RELATION: _is_relation_of_things,
    _E.GRADES: _is_edition,
    _E.MARITAL_STATUS: _is_law_of_marriage,
    _E.NATIONALITY: _is_of_citizens,
    _E.PERSON: _is_no_person,
    _E.RELIGION: _is_of_believers,
    _E.SOCIAL_ACCOUNT: _is_no_account,
    _E.VN_LAND_PARCEL: _is_lost_match,
    _E.VN_PHONE: _is_of_a_book,
}
