"""Small words and shapes around what is told of somebody: where it begins and ends, what may stand before and between.

Read by ``private_phrases`` and ``told_reach``; what is told stands in ``told_words``.
"""

from __future__ import annotations

import re

from recognizers.word_sets import word_set

#: Where what is told of an illness ends, with accents and without.
STOPS = word_set("""
hẹn nên tại ở đã phải từ được đang khi vì cho rồi nhưng còn thì là hôm ngày đến theo có không bác chưa đưa và sẽ mà cùng
hiện do bởi để nay trước sau_khi nhờ xin cần về lúc với thuộc vào gây nằm mang
""")
PLAIN_STOPS = word_set(
    "nen tai o da phai duoc dang khi vi cho roi nhung thi hom ngay den theo khong bac chua dua va se ma hien de nay nho xin"
)
CLAUSE_STOPS = word_set("theo thì mà nên nhưng hiện nay đồng quy vậy do tại ở")
#: Before a faith, not part of it: "theo đạo Tin Lành", "là người Công giáo".
FAITH_VERBS = word_set("theo đạo là người gia đình nhà dao la nguoi")
#: Before a state, not part of it: "nghỉ thai sản", "đang mang thai".
LEAVE = frozenset(("nghỉ", "nghi", "đang", "dang"))
#: Units of what lasts or is repeated, which is no part of an illness ("tăng huyết áp 10 năm"), but of a pregnancy.
UNITS = frozenset(("nam", "thang", "tuan", "lan", "buoi"))
OF_PREGNANCY = frozenset(("thai", "bau", "non", "chua", "thu"))
#: Before an illness that stands without a verb.
OPENERS = frozenset(",(-–:/;")
OPENING_WORDS = word_set("là kèm thuộc vì do bệnh bởi có la kem benh boi co nói té ngã noi te nga")
JOINTS = frozenset((",", "/", "và", "va", "kèm", "kem", "+", "("))
MOST_WORDS = 7
MOST_IN_CLAUSE = 24
DEGREE = re.compile(r"(?<!\d)\d{1,2}(?:[.,/]\d{1,2})?\s?(?:do|/10|d)(?![a-z])")
WEEKS = re.compile(r"[ ](?:thu )?\d{1,2}[ ](?:tuan|thang)(?![a-z])")
#: "J30.4 viêm mũi dị ứng": a code of ICD-10 announces an illness.
CODE_BEFORE = re.compile(r"(?<!\w)[A-TV-Z]\d\d(?:\.\d{1,2})?[ ]?[:\-–]?[ ]?\Z")
TEST = re.compile(
    r"(?<![a-z])(?:xet nghiem|test|hiv|covid|hbsag|viem gan|ma tuy|giang mai|lao|cum|que thu|mau)(?![a-z])"
)
MARRIAGE = re.compile(r"ly hon|hon nhan|vo chong|(?<![a-z])(?:vo|chong) (?:toi|anh|chi|con)")
AROUND = 500


#: What a clause about private life begins with: who of the family.
LEADS = word_set("chồng vợ bố mẹ cha ba má chong vo bo me")
MOST_LED = 4
#: "Có quan hệ tình cảm với người khác", "bỏ đi theo người khác".
WITH_ANOTHER = frozenset((("voi", "nguoi", "khac"), ("theo", "nguoi", "khac")))
FOR = frozenset(
    (
        "vì",
        "về",
        "tội",
        "vi",
        "hành",
        "từng",
        "hay",
        "do",
        "án",
        "ve",
        "toi",
        "hanh",
        "tung",
        "an",
        "vụ",
        "phạm",
        "pham",
        "can",
    )
)
ACCUSED = re.compile(
    r"(?<![a-z])(?:bi|bat|bat giu|tam giu|tam giam|khoi to|truy to|xu phat|phat|ket an|truy na|pham toi|tung|tien an|tien su|can pham|co hanh vi|thuc hien hanh vi|chiu an|ra tu|di tu)(?![a-z])"
)
#: Counted offences are nobody's: "trộm cắp tài sản 77 vụ".
CASES = re.compile(r"(?<!\d)\d{1,6} (?:vu|bi can|doi tuong|nguoi|ca|truong hop)(?![a-z])")
CASES_BEHIND = 10
SHORT_CELL = 70
#: Headings of forms about somebody behind which an illness may stand.
SAYS_STATE = re.compile(
    r"(?<![a-z])(?:hoan canh|gia canh|ly do(?: [a-z]{2,6}){0,3}|ghi chu|luu y|tinh trang(?: [a-z]{2,6}){0,3}|nguyen nhan(?: [a-z]{2,6}){0,3}|benh|doi tuong|dien|kho khan|van de(?: [a-z]{2,6}){0,2}|suc khoe|mo ta|dien bien"
    r"|hien trang|dac diem|nhan xet|note|remarks?|reason|cac benh(?:[, a-z]{0,24})|benh tat|the trang|co benh|trong do) ?\)?:[ \n]{0,2}\Z"
)
MOST_BETWEEN = 8
AGE_BETWEEN = re.compile(
    r"[ ]?(?:\([^()\n]{1,24}\)|[,\-–]?[ ]?(?:nam|nu|1[01]\d|\d{1,2}) ?(?:t|tuoi|thang(?: tuoi)?)|[ \t]{0,12}(?:19|20)\d\d)[ ]?[,:\-–]?[ \t]{1,12}"
)
FIELD_VERBS = frozenset(("chan doan", "benh chinh", "benh kem"))
#: Between a name and what is told: "Lê Văn Tám (sốt cao)", "Hoa – đau lưng".
BEHIND_NAME = frozenset("(-–:,/")
HAS = frozenset(("có", "do", "vì", "vi"))
#: Before an illness of two words or more: "chị tiểu đường thai kỳ".
ADDRESSED = frozenset(
    (
        "chị",
        "anh",
        "em",
        "bà",
        "ông",
        "mẹ",
        "bố",
        "con",
        "khách",
        "chồng",
        "vợ",
        "cháu",
        "bé",
        "tôi",
        "cổ",
        "ổng",
        "bả",
        "má",
        "ba",
        "bác",
        "me",
        "bo",
        "chi",
        "ong",
        "vo",
        "chau",
        "be",
    )
)
#: Blood groups: their sign belongs to them.
GROUPS = frozenset(("A", "B", "AB", "O"))
KIN = frozenset(("chồng", "vợ", "mẹ", "bố", "cha", "con", "cháu", "ông", "bà", "chong", "vo", "me", "bo"))
WHEN = frozenset(("tuan", "thang", "hoi", "may", "dip", "qua"))
SINCE = frozenset(("nho", "nam", "thang", "ngay", "lau", "be", "khi", "hoi", "dau", "luc", "tuan"))
MORE_RECORDS = frozenset(
    (("tiền", "sự"), ("tiền", "án"), ("án", "tích"), ("tien", "su"), ("tien", "an"), ("an", "tich"))
)
NOW = frozenset(("hiện", "hien"))
#: Behind a state of marriage, no part of it: "ly hôn năm 2020".
LINKS = frozenset(("năm", "từ", "với", "nam", "tu", "voi"))
SEPARATORS = frozenset(("·", "|", ",", ";", "-", "–", "/", "\n", ".", "•", ":", "(", ")"))
MOST_JOINED = 8
#: Before what else somebody has: "kèm theo", "có tiền sử", "đã từng bị".
FILLERS = frozenset(
    (
        "bi",
        "co",
        "tien",
        "su",
        "kem",
        "theo",
        "da",
        "tung",
        "dang",
        "con",
        "nghi",
        "hay",
        "lai",
        "them",
        "cho",
        "hau",
        "phau",
        "benh",
        "mac",
        "chung",
        "bien",
        "do",
    )
)

#: Behind a word that is a label, a question or a share: "Dị ứng:", "mắc ung thư không?", "sâu răng 40,2%".
NO_ANSWER = re.compile(
    r"[ ]?(?:[:?]|\((?:co|khong|\+|-)|(?:am|duong) tinh(?![a-z])|\d+(?:[.,]\d+)? ?%|[^\n.;:]{0,60}\?)"
)
#: What a line of a price list holds.
PRICED = re.compile(r"\d[.,]000(?![\d.,]\d)|\d ?(?:dong|vnd|d|k)(?![a-z])|\d ?tr(?:ieu)?(?![a-z])")
