"""Of whom a sentence speaks: of somebody, or of people in general.

"Mẹ tôi bị viêm gan" and "Anh Nam (SN 1990) bị viêm gan" tell something about a person; "người bệnh viêm gan cần tái
khám", "45 người khuyết tật nặng" and "phòng ngừa viêm gan" do not. A sentence speaks of somebody if a name, a pronoun,
kin or a party of the case stands in it before what is told, and nothing says that it is a rule, an advice or a count.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from recognizers.folding import BORDER, Folded
from recognizers.name_reader import name_spans
from recognizers.word_sets import word_set
from recognizers.words import BREAK, LETTER, LOWER, MARK, NUMBER, Words, is_plain, words

_LONGEST = 60  # entries looked back
_SHORT_LINE = 34  # characters: a line of running text is longer, so a break behind it ends a sentence
_BULLETS = frozenset("-+•*–·")

_KIN = (
    "mẹ|má|bố|ba tôi|ba em|ba mẹ|cha|bố mẹ|cha mẹ|vợ|chồng|vợ chồng|con tôi|con trai|con gái|con đầu|con út|con lớn|con nhỏ"
    "|con thứ|con dâu|con rể|cháu|anh trai|anh ruột|anh rể|chị gái|chị ruột|chị dâu|em trai|em gái|em ruột|ông nội|bà nội|ông"
    " ngoại|bà ngoại|bố đẻ|mẹ đẻ|bố chồng|mẹ chồng|bố vợ|mẹ vợ|em dâu|em rể|anh họ|chị họ|em họ|bác ruột|chú ruột|cô ruột|dì ruột|cậu ruột|người yêu|bạn gái|bạn trai"
)
_PRONOUNS = (
    "tôi|tui|mình|chúng tôi|anh ấy|chị ấy|ông ấy|bà ấy|cô ấy|cậu ấy|em ấy|cháu nó|hắn|ổng|bả|ảnh ấy|bản thân|hai bên|hai vợ"
    " chồng|gia đình tôi|gia đình em|nhà tôi|nhà em"
)
_PARTIES = (
    "bị cáo|bị can|bị án|phạm nhân|người phạm tội|bị hại|nạn nhân|đương sự|nguyên đơn|bị đơn|người khởi kiện|người bị kiện|sản phụ|thai phụ"
    "|người nộp đơn|người làm đơn|đối tượng tên|người lao động tên"
)
_ADDRESSED = (
    r"(?:em|con|anh|chị|ông|bà|cô|chú|bác|cụ|bé|dì|cậu|mợ|thím|thằng|ba|má|bả|cổ|nội|ngoại|dượng)"
    r"(?= (?:này |đó |ấy )?(?:bị|mắc|đã|đang|có|từng|được|bỏ|là|vẫn|chưa|không|phải|vào|nhập|mới|vừa|thường|hay|nói|khai|trình bày)\b)"
    r"|(?:bệnh nhân|người bệnh|bn)(?= (?:này|ấy|đã|đang|được|vào|nhập|mới|vừa|tên|nam|nữ)\b)"
)
_SOMEBODY = re.compile(rf"(?<!\w)(?<!trẻ )(?:{_KIN}|{_PRONOUNS}|{_PARTIES}|{_ADDRESSED})(?!\w)")
_PLAIN_SOMEBODY = re.compile(
    r"(?<!\w)(?:me|bo|vo|chong|con trai|con gai|con dau|con ut|anh trai|chi gai|em trai|em gai|ong noi|ba noi|ong ngoai|ba ngoai"
    r"|(?:me|bo|vo|chong|con|em|nha) (?:toi|em)|toi|chung toi|anh ay|chi ay|ong ay|ba ay|co ay|bi cao|bi can|bi hai|nguyen don|bi don|san phu"
    r"|(?:anh|chi|ong|ba|em|con|chau|co|chu|bac|cu|be|benh nhan|nguoi benh|bn)(?= (?:bi|mac|da|dang|tung|duoc|van|chua|phai|vao|nhap|moi|vua)\b))(?!\w)"
)
#: Says that a sentence is a rule, an advice, an offer: on the text before what is told. It speaks against pronouns
#: and kin, not against somebody named right before.
_GENERAL = re.compile(
    r"(?<!\w)(?:nếu|những người|người nào|mọi người|ai (?:bị|mắc|từng|đã)|các (?:bệnh nhân|trường hợp|đối tượng|cháu|em|bệnh)|người (?:mắc|bị|từng|đã bị|đang bị|không)|đối với"
    r"|trường hợp (?:bị|mắc|người|có|đã)|theo quy định|quy định|điều \d+|khoản \d+|cấm|nghiêm cấm|số ca|tỷ lệ mắc|thống kê|bệnh nhân (?:mắc|bị)|trẻ (?:mắc|bị)"
    r"|phòng (?:ngừa|chống|tránh|bệnh)|vắc xin|vaccine|gói khám|tầm soát|quyền lợi|tuyển dụng|cần tuyển|ứng viên|yêu cầu|ưu tiên|điều kiện|tư vấn|chuyên khoa|chuyên về|chuyên điều trị"
    r"|nghiên cứu|hội thảo|phim về|sách về|đề tài|cho (?:người|trẻ|bệnh nhân)|có nghĩa vụ|có quyền|khách hàng có|tuyên truyền|tập huấn|hướng dẫn|chương trình|luật|bộ luật|nghị định|thông tư|neu|nhung nguoi|nguoi (?:mac|bi|nao)|doi voi|theo quy dinh|phong (?:ngua|chong|benh)|tu van|chuyen khoa)(?!\w)"
)
_OFFER = re.compile(
    r"(?<!\w)(?:(?<!trúng )(?<!xét )(?<!dự )(?<!thi )tuyển(?! (?:thủ|sinh|chọn|thẳng))|khách hàng có|các khách hàng|tuyen (?:nhan vien|ke toan|bao ve|tho|lao dong|gap|dung|cong nhan|phuc vu|tai xe|giao vien)|tuyển dụng|cần tuyển|ứng viên|nếu|người nào|đối với|trường hợp|nghị định|thông tư|quy chế|biểu giá|trở lên|tối thiểu)(?!\w)"
)
#: Says so even of somebody named: what may happen is told of nobody.
_POSSIBLE = re.compile(
    r"(?<!\w)(?:nếu|có thể|nguy cơ|tránh|phòng (?:ngừa|chống|tránh)|đề phòng|không nên|khả năng|neu|co the|nguy co|bác sĩ chuyên|chuyên gia|phụ trách|công tác|chuyên viên|cán bộ|làm việc|quản lý|tổ chức|giảng|bán|điều trị cho|nghiên cứu|cho trẻ|cho người|cho bệnh nhân|cho các|mở lớp|phim về|sách|về người)(?!\w)[^,.;:]{0,40}\Z"
    r"|(?<!\w)(?:khoa|(?<!nằm )(?<!vào )(?<!nhập )(?<!ra )(?<!trốn )viện|trung tâm|chi cục|hội|câu lạc bộ|quỹ)(?!\w)[^,.;:]{0,3}\Z"
)
#: What somebody says of others is told of those he speaks of, not of him.
_QUOTING = re.compile(
    r"(?<!\w)(?:khuyến cáo|cho biết|chia sẻ|nói rằng|nói tại|(?<!nghe )nói|cảnh báo|nhấn mạnh|phát biểu|giải thích|khuyên|cho hay|theo đó)(?!\w)"
)
_ACCORDING = re.compile(r"(?<!\w)theo (?:[\w.]+ ){0,4}\Z")
#: "45 người khuyết tật nặng": counted people.
_COUNTED = re.compile(
    r"\d+ ?(?:người|ca|trường hợp|trẻ em|trẻ|bệnh nhân|hộ|em|vụ|cháu|học sinh|đối tượng|đảng viên|nguoi|truong hop)(?: \w+){0,3} ?\Z"
)


class Subjects:
    """Answers for one text; positions are entries of its ``Words``."""

    def __init__(self, folded: Folded) -> None:
        self.w: Words = words(folded)
        self._text = folded.text
        self._somebody = _PLAIN_SOMEBODY if is_plain(folded) else _SOMEBODY
        self._names = [(name.first, name.last) for name in name_spans(folded)]
        self._starts = [first for first, _ in self._names]

    @property
    def anybody(self) -> bool:
        """Whether the text names people at all."""
        return bool(self._names)

    def sentence(self, i: int) -> int:
        """Return the first entry of the sentence in which an entry stands."""
        w = self.w
        first = max(0, i - _LONGEST)
        for j in range(i - 1, first - 1, -1):
            if self._ends(j):
                return j + 1
        return first if w.size else 0

    def _ends(self, j: int) -> bool:
        w = self.w
        written = w.text[j]
        if w.kind[j] == MARK:
            if written in "!?":
                return True
            return written == "." and (
                j + 1 >= w.size
                or w.kind[j + 1] == BREAK
                or (w.gap[j + 1] > 0 and not self._abbreviates(j - 1))
            )
        if w.kind[j] != BREAK:
            return False
        if written == BORDER or j + 1 >= w.size or w.kind[j + 1] == BREAK or j == 0:
            return True
        if w.text[j + 1] in _BULLETS or (
            w.kind[j + 1] == NUMBER and j + 2 < w.size and w.text[j + 2] in ".)/"
        ):
            return True
        if w.text[j - 1] in ".:;" or w.low[j + 1] in _ARTICLES:
            return True
        return w.line_length(j - 1) < _SHORT_LINE and w.kind[j + 1] != LOWER

    def _abbreviates(self, j: int) -> bool:
        """Return whether a full stop behind an entry belongs to it: "TP.", "V.", the number of an item."""
        w = self.w
        if j < 0:
            return False
        if w.kind[j] == NUMBER:
            return j == 0 or w.kind[j - 1] == BREAK
        return w.kind[j] == LETTER or w.key[j] in _ABBREVIATIONS

    def named(self, start: int, end: int) -> int:
        """Return the entry behind the last name that begins between two entries, or 0."""
        i = bisect_left(self._starts, end) - 1
        return self._names[i][1] if i >= 0 and self._starts[i] >= start else 0

    def offered(self, i: int) -> bool:
        """Return whether the sentence before an entry is about whoever it may concern: customers, applicants, cases."""
        start = self.sentence(i)
        return (
            start < i and _OFFER.search(self._text[self.w.start[start] : self.w.start[i]].lower()) is not None
        )

    def told(self, i: int) -> bool:
        """Return whether what stands at an entry is told of somebody."""
        return self._told(self.sentence(i), i) or self._goes_on(i)

    def of_the_patient(self, i: int) -> bool:
        """Return whether an entry of a patient's paper tells of the patient: no advice, no rule, no count before it."""
        start = self.sentence(i)
        before = self._text[self.w.start[start] : self.w.start[i]].lower() if start < i else ""
        line = self._text[self.w.start[self.w.line_starts[self.w.line[i]]] : self.w.start[i]].lower()
        return not self._in_capitals(i) and not any(
            pattern.search(said)
            for said in (before, line)
            for pattern in (_COUNTED, _POSSIBLE, _GENERAL, _ASIDE, _ADVISED, _QUOTING)
        )

    def _in_capitals(self, i: int) -> bool:
        """Return whether an entry stands in a heading: a line in capitals of a text that is not."""
        begin = self._text.rfind("\n", 0, self.w.start[i]) + 1
        end = self._text.find("\n", begin)
        line = self._text[begin : None if end < 0 else end]
        return line.isupper() and not self._text.isupper()

    def told_ahead(self, i: int) -> bool:
        """Return whether somebody is named right behind the clause of an entry: "Sau khi bị sốt, anh Nam …"."""
        w = self.w
        start = self.sentence(i)
        if i - start > _AHEAD_WITHIN or w.low[start] not in _SUBORDINATE:
            return False
        before = self._text[w.start[start] : w.start[i]].lower()
        if _POSSIBLE.search(before) or _GENERAL.search(before):
            return False
        comma = next((j for j in range(i, min(i + _CLAUSE, w.size)) if w.text[j] in ",\n"), 0)
        return bool(comma) and w.text[comma] == "," and bool(self.named(comma + 1, comma + 4))

    def under_heading(self, i: int) -> bool:
        """Return whether an entry begins what a heading says of the text's people: "Hoàn cảnh: mồ côi cha"."""
        start = self.sentence(i)
        return (
            0 < i - start < _HEADING
            and self.w.text[i - 1] == ":"
            and self.anybody
            and self._told(start, i, subject=True)
        )

    def _goes_on(self, i: int) -> bool:
        """A sentence without a subject goes on about whom the one before spoke of ("Đã ly hôn năm 2019")."""
        start = self.sentence(i)
        if (
            start < 2
            or self.w.text[start - 1] == BORDER
            or any(word not in _ELIDED for word in self.w.low[start:i])
        ):
            return False
        return bool(self.named(self.sentence(start - 1), start)) and self._told(start, i, subject=True)

    def _told(self, start: int, i: int, *, subject: bool = False) -> bool:
        w = self.w
        if start >= i:
            return subject
        before = self._text[w.start[start] : w.start[i]].lower()
        if _COUNTED.search(before):
            return False
        behind = self.named(start, i)
        line = w.line_starts[w.line[i]] if i < w.size else i
        if behind <= line < i and _ASIDE.search(self._text[w.start[line] : w.start[i]].lower()):
            return False
        if behind:
            after_name = self._text[w.end[behind - 1] : w.start[i]].lower()
            if _POSSIBLE.search(after_name) or _LIVESTOCK.search(after_name):
                return False
            quoted = _QUOTING.search(after_name)
            if quoted is not None or _EXPERT.search(self._before_name(start, i)):
                before = after_name[quoted.end() if quoted is not None else 0 :]
            elif not _ACCORDING.search(self._before_name(start, i)) and (
                len(after_name) <= _NEAR or not _GENERAL.search(after_name)
            ):
                return True
        if _POSSIBLE.search(before) or _GENERAL.search(before):
            return False
        if subject or (_GOES_ON_ABOUT.match(before) and bisect_left(self._starts, start)):
            return True
        # the word behind is part of the evidence: "bà đã …", "em bị …"
        match = self._somebody.search(before + self._text[w.start[i] : w.end[min(i, w.size - 1)]].lower())
        return match is not None and match.end() <= len(before)

    def _before_name(self, start: int, i: int) -> str:
        first = self._starts[bisect_left(self._starts, i) - 1]
        return self._text[self.w.start[start] : self.w.start[first]].lower()


#: What to do and what to look for is told to everybody who gets the paper.
_ADVISED = re.compile(
    r"(?<!\w)(?:cần|nên|phải đến|đến ngay|đưa (?:trẻ|bé|người)|nhớ|lưu ý|dặn|chú ý|kiêng|tránh|theo dõi (?:các|nếu)|dấu hiệu (?:nặng|nguy hiểm)|mục tiêu|bảng giá|giá|phí|gói|quy định|mẫu|ví dụ|loại trừ|người trên|người dưới|trẻ dưới|trẻ từ|can|nen|den ngay|luu y|dan|chu y|kieng|nho)(?!\w)"
)
#: A line that speaks of a ward, or says when to come back, goes on about nobody named above it.
_ASIDE = re.compile(
    r"(?<!\w)(?:khoa|tái khám|khám lại|lời dặn|khi có|phòng khám|chuyên khoa|nội soi|tai kham|loi dan|phong kham|don gia|đơn giá)(?!\w)"
)
_NEAR = 25
#: Who was named before is called by a form of address from the next sentence on: "Ông góa vợ năm 40 tuổi".
_GOES_ON_ABOUT = re.compile(
    r"[ \"“–-]*(?:ông|bà|anh|chị|cô|em|cụ|cháu|bé|chú|bác|cậu|thầy|nó|hắn|ong|ba|anh|chi|co|em|cu|chau|be|chu|bac|cau|no)(?: \w+){0,3} \Z"
)
_AHEAD_WITHIN, _CLAUSE = 6, 14
#: Words that begin a clause in which its subject is named later.
_SUBORDINATE = word_set("sau do vì bởi khi từ trước dù tuy mặc vi boi tu truoc du mac")
_HEADING = 7
#: "Anh Dũng trồng 2ha cây bị bệnh …": what is ill is no person.
_LIVESTOCK = re.compile(r"\b(?:cây|lúa|ruộng|vườn|rừng|lợn|heo|gà|vịt|trâu|bò|dê|chó|mèo|tôm|cá)\s*$")
_ABBREVIATIONS = word_set("tp ths ts bs gs pgs ks ls ds cn mr ms mrs dr st tx tt kp ql tl ub nxb no bsck ck")
#: Titles of those who speak about illnesses by profession, and of authors: what follows is told of others.
_EXPERT = re.compile(
    r"(?<!\w)(?:bs|bác sĩ|bác sỹ|ths|ts|gs|pgs|dược sĩ|y sĩ|điều dưỡng|giảng viên|tác giả|đạo diễn|diễn giả|chuyên gia|nhà báo|nhà văn|dr)[. ]{0,2}(?:ck\w* )?\Z"
)
_ELIDED = word_set(
    "đã hiện từng nay là có và đang hay trước sau đó năm vẫn còn nhưng \n da hien tung nay la co va dang"
) | {"\n"}
_ARTICLES = frozenset(("điều", "khoản", "mục", "chương", "phần", "dieu"))


def subjects(folded: Folded) -> Subjects:
    """Return the subjects of a text, made once."""
    return folded.memo("told_subjects", Subjects)
