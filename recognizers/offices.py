"""The words by which a paper says that somebody acts in office: roles, ranks, signature headings, parties.

All patterns read the folded key: no accents, lower case. A role counts as a label in front of its colon, in prose right
before the name, behind the name after a mark, or above the name in a signature block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recognizers.office_roles import MORE_ROLES, TEAMS

_ROLE = (
    r"tham phan|chu toa(?: phien toa| phien hop)?|chu tri|hoi tham(?: nhan dan)?|thu ky (?:phien toa|toa an|toa|hoi dong|uy ban|hdqt|cong ty|phien hop|ghi bien ban|truong|tand)|kiem sat vien|cong chung vien|"
    r"chap hanh vien|dieu tra vien|kiem tra vien|kiem soat vien|giao dich vien|thanh tra vien|giam dinh vien|"
    r"tham tra vien|thua phat lai|dang kiem vien|kiem dich vien|kiem lam|chu tich|pho chu tich|bo truong|thu truong|"
    r"thu tuong|chanh an|pho chanh an|vien truong|pho vien truong|cuc truong|pho cuc truong|chi cuc truong|"
    r"pho chi cuc truong|vu truong|giam doc|pho giam doc|tong giam doc|pho tong giam doc|hieu truong|pho hieu truong|"
    r"vien pho|hieu pho|ke toan truong|(?:quyen |pho )?truong (?:phong|khoa|ban|bo mon|cong an|van phong|chi nhanh|phong giao dich|"
    r"tram|doan|to dan pho|doi|don vi|thon|xom|ap|ban|khu pho)|pho (?:phong|khoa|ban|truong [a-z]{2,6})|"
    r"chanh van phong|thu quy|thu ngan|"
    r"pho thu truong|thu truong (?:don vi|co quan|co so)|pho chi huy truong|chi huy truong|doi truong|to truong (?:to )?dan pho|tram truong|"
    r"truong doan|can bo (?:tu phap|ho tich|tiep nhan|dia chinh|tin dung|thue|thu ly|lap|thu thue|chuyen quan|xa|phuong|"
    r"tin dung|phu trach|quan ly|kiem tra|xu ly|y te|dan so|tham dinh)|cb (?:tham dinh|tin dung|quan ly|phu trach|thu ly)|cong chuc|cbtd|cbql|cong chuc (?:tu phap|ho tich|dia chinh|van hoa)[a-z ]{0,20}|"
    r"thanh vien (?:hdqt|hoi dong|hdtv)|uy vien|bi thu|bac si(?: [a-z]{2,8}){0,3}|bs|bscki|bsckii|physician|doctor|"
    r"nguoi hanh nghe[a-z ,]{0,14}|nguoi do de|ho sinh|ky thuat vien|ktv|dieu duong|duoc si|giam thi|"
    r"nguoi (?:lap (?:bien ban|bieu|phieu|bang|bao cao|danh sach)|ghi (?:giay|bien ban|so)|thu(?: tien)?(?! huong)|ky(?: [a-z ]{3,40})?|"
    r"phe duyet|kiem tra|tiep nhan(?: ho so)?|tra ket qua|ban hang)|phe duyet|chuyen quan|luat su|"
    r"giao vien(?: [a-z]{2,8}){0,3}|gvcn|gvbm|giang vien huong dan|co chu nhiem|thay chu nhiem|chu nhiem(?: lop| de tai)|"
    r"dtv|gdv|ksv|can bo|pct|pbt|bsck ?i{1,2}|bsck[12]|bs dieu tri|bs chi dinh|dai dien (?:ngan hang|ubnd|uy ban|co quan|nha truong|benh vien|cong an)|kiem soat|chu tiem|lab manager|y kien (?:bgh|ban giam hieu)[^\n:]{0,3}|"
    r"ccv|chv|gv|dd|ys|y si|csgt|cskv|csdt|ke toan|quan doc|giam khao|giam sat vien|"
    r"pho bi thu|chinh uy|pho chinh uy|chinh tri vien(?: pho)?|tham muu truong|chi huy pho|(?:tieu doi|trung doi|dai doi|tieu doan|trung doan|lu doan|"
    r"su doan|don|hat|doi|tram) (?:truong|pho)|pho (?:don|hat|doi) truong|quan giao|cong to vien|dau gia vien|quan tai vien|hoa giai vien|"
    r"trong tai vien|pho (?:tong thu ky|tong thanh tra|thu tuong)|tong (?:bi thu|thu ky|thanh tra)|chu tich nuoc|dai su|tong lanh su|"
    r"chanh thanh tra|pho chanh thanh tra|giam thi trai|(?:pho )?quan doc|(?:pho )?giam doc so|(?:pho )?trinh sat|"
    r"nhan vien (?:tiep nhan|nhan ho so|ho tro|tu van|kiem tra|thu phi|y te|thu vien|van thu)|chuyen vien(?: [a-z]{2,8}){0,4}|"
    r"co van dich vu|phu trach (?:kinh doanh|ban hang|ky thuat|du an|co so|phong|khoa|tram|chuyen mon)|cham soc khach hang|van thu|"
    r"nguoi (?:thuc hien|tiep|tiep dan|xac nhan|duyet|soat xet|phu trach|ho tong|co tham quyen[a-z ]{0,12}|giao ban|lam benh an)|bac sy(?: [a-z]{2,8}){0,3}|"
    r"dieu phoi vien|truong (?:dai dien|bo phan|xuong|kip)|thu ky (?:cong ty|hdqt|cuoc hop dai hoi)|nhs|"
    r"(?:general |deputy |managing |lab |medical |executive |programme |program |project |country |regional |sales |finance |technical )?director|"
    r"(?:deputy )?head of [a-z]{2,14}|principal|rector|dean|chair(?:man|woman|person)|notary|judge|"
    r"(?:deputy |branch |export |import |sales |hr |human resources |project |programme |office |account |operations |finance |marketing |"
    r"general |quality |relationship |plant |store |admissions ){1,2}(?:manager|officer)|chief [a-z]{3,12}(?: officer)?|registrar|consul(?: general)?|"
    r"ambassador|headmaster|company secretary|loan officer|immigration officer|authori[sz]ed (?:person|representative|officer)"
)
#: In front of the name of a person in uniform.
_RANK = r"(?:thieu|trung|thuong|dai) (?:uy|ta|tuong)"
_DEGREES = r"(?:pgs|gs|ts|ths|thac si|tien si|ngnd|ngut|ttnd|ttut|nsnd|bscki{1,2}|bs|bsck[i1]*|cki{1,2}|ls|ks|cn|dd|duoc si|dr|prof)"
_TITLE = rf"(?:(?:ong|ba|co|thay|d/c|dong chi|{_DEGREES}|{_RANK})(?:\s?/\s?(?:ong|ba|bs))?\s{{0,2}}[.:]?\s{{0,2}}){{0,4}}"
_UNIT = (
    r"(?: (?:cua )?(?:ubnd|uy ban nhan dan|hdnd|so|phong|chi cuc|cuc|bao hiem|cong ty|ngan hang|benh vien|truong|kinh doanh|"
    r"chi nhanh|ctsv|to chuc|cong an|xa|toa an|vien|trung tam|htx|hop tac xa|hoi|dao tao|thu hoi|hanh chinh|tai chinh|ke hoach|"
    r"nhan su|tin dung|dich vu|nghiep vu|tinh uy|huyen uy|quan uy|thanh uy|thi uy|dang uy|chi bo|dang bo|doan|cong doan|mat tran|ubmttq|hdqt|"
    r"bo|tong cuc|hoi dong|tinh|huyen|quan|thanh pho|thi xa|phuong|tp|khu vuc|thi tran|dac khu|khoa|doi|ban|to|don|kho bac|bhxh|vpcc|tand|"
    r"vksnd|hai quan|thue|khach san|nha may|xi nghiep|tap doan|tong cong ty|hoc vien|dai hoc|buu dien|dien luc|lanh su quan|dai su quan)"
    r"(?: [a-z0-9]{1,12}){0,7})?"
)
#: Behind a name these are jobs that somebody has.
_JOBS = (
    r"giao vien|truong (?:khoa|ban|thon|xom|ap|to|nhom|ban)|to truong|ke toan|thu quy|thu ngan|bac si|luat su|"
    r"dieu duong|duoc si|cong chuc|can bo (?:xa|phuong|y te)|ky thuat vien|ho sinh"
)
#: Roles that stand in prose before people the paper is only about: "theo ghi nhận của tổ trưởng …".
_POSITION_ONLY = re.compile(
    r"(?:(?:quyen |pho )?truong (?:phong|khoa|ban|thon|xom|ap|to|nhom|don vi|khu pho|bo mon)|pho (?:phong|khoa|ban)|to truong|"
    r"giao vien|thu (?:quy|kho|ngan)|dieu duong|nguoi |can bo|chu tiem|ktv|ky thuat vien|gv|ke toan|quan doc|giam sat|head of|"
    r"principal|judge)"
)
#: Right before a name in running text: a role, then at most its unit and a form of address.
_BEFORE = re.compile(rf"(?<![a-z])(?:{_ROLE}){_UNIT}\s{{0,2}}[:.\-–]?\s{{0,4}}{_TITLE}$")
#: As a label: whatever the role's words go on with, up to the colon.
_LABEL = re.compile(
    rf"(?:^|[\n|;.,/]|[ ]{{2}}|- )[\s\d.)\-•]{{0,8}}(?:cac )?(?:{_ROLE})(?![a-z])[^:\n|;]{{0,48}}[:…_.]{{1,60}}\s{{0,4}}(?:\d{{1,2}}\s?[.)/]\s{{0,2}})?{_TITLE}$"
)
#: "Tổ kiểm kê: ông A, bà B", "…, tổ hòa giải gồm bà A và ông B": members of a team of an office.
_TEAM = re.compile(
    rf"(?:^|[\n|;.,]|[ ]{{2}}|- )[\s\d.)\-•]{{0,8}}(?:cac )?(?:{TEAMS})(?:(?<= )gom(?: co)?|:)[\s:]{{0,4}}(?:\d{{1,2}}\s?[.)/]\s{{0,2}})?{_TITLE}$"
)
#: The clerk of a court; elsewhere the one who keeps the minutes may be anybody.
_CLERK = re.compile(
    rf"(?:tham phan|kiem sat vien|hoi tham|toa an|tand)(?![a-z]).{{0,90}}(?<![a-z])thu ky\s{{0,2}}:?\s{{0,3}}{_TITLE}$"
)
_RANKED = re.compile(rf"(?<![a-z])(?:{_RANK}){_UNIT}\s{{0,2}}[:.]?\s{{0,2}}$")
_BEHIND = re.compile(
    rf"[ \t]{{0,3}}(?:[-–,(:;][ \t]{{0,2}})?(?:(?:la|giu chuc(?: vu)?|chuc vu|chuc danh)[ \t]{{0,2}}[:.]?[ \t]{{0,3}})?"
    rf"(?!{_JOBS}|chu nhiem|uy vien)"
    rf"(?:{_ROLE})(?![a-z])"
    rf"|[ \t]{{0,2}},?[ \t]{{0,2}}(?:lam|giu chuc(?: vu)?) (?:{_ROLE})[a-z ]{{0,20}} (?:lam )?dai dien"
    r"|\s{0,40}[,;\-–]?\s{0,4}(?:chuc vu|chuc danh)\s{0,3}:?\s{0,3}(?:tong |pho |quyen )?(?:giam doc|chu tich|hieu truong|vien truong|"
    rf"cuc truong|chanh|truong|thu ky|uy vien|can bo|cong chuc|{_ROLE})"
    r"|[ \t]{0,4}[,;\-–]?[ \t]{0,4}(?:la )?(?:nguoi )?dai dien (?:cho(?! (?:cac |nhung |toan bo )?(?:con|ho|gia dinh|vo|chong|me|cha|bo|anh|chi|em|chau|toi|nguoi|nguyen don|bi don|bi hai|thua ke|dong|nhom|ba con|phu huynh|\d+ ho|lop|ben [a-d])(?![a-z]))|theo phap luat)"
    rf"|[ \t]{{0,3}}[(–-][ \t]{{0,2}}(?!{_JOBS})(?:{_ROLE}|thanh vien|uy vien)(?![a-z])"
    r"|[ \t]{0,2}[(–-][ \t]{0,2}(?:can bo|csgt|cskv|csdt|cong chuc|kiem sat vien|van thu|p\. ?(?:ctsv|tchc|dt|hc|kt|kd|ns|khth|gddt)|vp(?:\)|[ .])|"
    r"phong (?:dao tao|hanh chinh|to chuc|ke hoach|kinh doanh|nhan su|ctsv|cong tac)|hoi (?:phu nu|nong dan|cuu chien binh|ccb)|mat tran)(?![a-z])"
)
#: Likely words, which the tagger has to second: further roles before a name, abbreviations of posts behind it.
_MAY_BEFORE = re.compile(rf"(?<![a-z])(?:{MORE_ROLES}){_UNIT}\s{{0,2}}[:.\-–]?\s{{0,4}}{_TITLE}$")
_MAY_LABEL = re.compile(
    rf"(?:^|[\n|;.,/]|[ ]{{2}}|- )[\s\d.)\-•]{{0,8}}(?:cac )?(?:{MORE_ROLES})(?![a-z])[^:\n|;]{{0,48}}[:…_.]{{1,60}}\s{{0,4}}(?:\d{{1,2}}\s?[.)/]\s{{0,2}})?{_TITLE}$"
)
_MAY_BEHIND = re.compile(
    r"[ \t]{0,3}[(–-][ \t]{0,2}(?:ct|pct|hcns|tchc|khth|qlsv)(?: [a-z]{2,10}){0,2}[),;]"
    r"|[ \t]{0,2}[,.]?[ \t]{1,2}(?:pgd|tgd|ptgd|ktt|hcns|bgh|bgd|ct (?:cong doan|ubnd|hdnd|hdqt|cd|mttq)|chu tich cong doan)(?![a-z])"
)
_MAY_SIGN = re.compile(rf"(?<![a-z])(?:{MORE_ROLES}|nguoi su dung lao dong|employer)(?![a-z])")
#: Behind a name: a job somebody has, not an office in which the paper is made.
_JOB_BEHIND = re.compile(rf"[ \t]{{0,3}}[,(][ \t]{{0,2}}(?:nguyen (?:la )?(?:{_ROLE}|{_JOBS})(?![a-z])|cuu )")
#: Before a post: somebody wants it.
_WANTED = re.compile(r"(?<![a-z])(?:vi tri|ung tuyen)(?![a-z])[^\n]{0,60}$")
#: "TUQ. GIÁM ĐỐC, Dương Nhật Nghĩa": on one line. A family and a group of citizens sign on behalf of others, too.
_SIGNS_FOR = re.compile(
    r"(?<![a-z])(?:tm|kt|tl|tuq)\s?\.\s?(?!gia dinh|ho(?![a-z])|cac ho|tap the|nhom|ba con|nhan dan|nguoi |ben )"
    rf"[a-z][a-z ]{{2,60}}[ ,:\-–]{{1,4}}{_TITLE}$"
)
_ON_BEHALF = re.compile(r"(?:^|[\n ])(?:tm|kt|tl|tuq|q)\s{0,2}\.\s{0,3}[a-z]")
_SIGNED_AS = re.compile(rf"(?<![a-z])(?:{_ROLE})(?![a-z])")
_CONFIRMED = re.compile(
    r"(?:xac nhan|chung thuc|phe duyet|y kien) (?:cua )?(?:don vi|co quan|ubnd|uy ban|nha truong|cong ty|chi nhanh|ngan hang|lanh dao|to chuc|truong|benh vien|bgh|co so)"
)
#: Ranks and degrees before a name in a signature.
RANKS = re.compile(rf"(?:(?:{_DEGREES}|{_RANK})[ .,]{{0,3}}){{1,4}}")
#: Before a name: this is one of the people the paper is about.
_PARTY_LABEL = re.compile(
    r"(?<![a-z])(?:ho va ten|ho ten|ho, chu dem[a-z ]{0,20}|ten toi la|toi la|toi ten(?: la)?|em (?:la|ten(?: la)?)|nguyen don|bi don|bi cao|bi can|bi hai|"
    r"nguoi (?:khai|vay|lam don|viet don|de nghi|yeu cau|uy quyen|duoc uy quyen|mua|nop|nhan(?! (?:ho so|tin bao|khai bao)(?![a-z]))|cam ket|bao lanh|benh|lien quan|lam chung|"
    r"khieu nai|to cao|bi to cao|bi kien|khoi kien|thue|cho thue|vi pham|duoc khai sinh|yeu cau|thua ke|phu thuoc|bao tin|than|nha)|"
    r"benh nhan|san phu|hoc sinh|sinh vien|hoc vien|thi sinh|khach hang|chu ho|chu the|chu xe|chu tai khoan|chu so huu|duong su|"
    r"ung vien|nguoi lao dong|ho(?= (?:ong|ba|anh|chi) )|(?:cac )?ho (?:dan|giap ranh|lien ke)|cac ho|nguoi (?:su dung dat|thu (?:nhat|hai|ba|tu))|chu su dung(?: dat)?|giap ranh|ben (?:vay|thue|cho thue|mua|ban|tang|nhan|cho|the chap|uy quyen)|"
    r"vo|chong|con|con trai|con gai|me|(?<!can )bo(?! (?:truong|mon|cong|noi|tai|tu|y) )|cha)(?![a-z])"
    r"[^\n:;,.()]{0,30}(?:\((?:in|viet|bang|ghi|chu|full|name|neu|theo|cua|ky|ben|sau)[^)\n]{0,30}\)[^\n:;,.()]{0,8})?"
    r":?\s{0,4}(?:(?<!\n)(?:truong|pho|to truong|can bo|cong an|giao vien|bac si|chu tich)(?: [a-z]{1,8}){0,3} )?(?:(?:ong|ba|anh|chi|em|co)(?:\s?/\s?ba)?\s{0,2}[:.]?\s{0,2})?$"
)
_COLUMN = re.compile(
    rf"(?:(?:ho )?(?:va )?ten )?(?!nguoi ky (?:nhan|hop dong)|nguoi (?:thu|ban)|thanh vien|uy vien|can bo (?:duoc|di|nghi|huong))(?:{_ROLE}|thu ky|"
    r"gvhd|giang vien|can bo tin dung)(?! ?(?:nha|la|duoc))(?![a-z])[a-z ./()]{0,24}$"
)
_JOB_COLUMN = re.compile(
    r"(?:(?:ho )?(?:va )?ten )?(?:giao vien|giang vien|gv|bac si|bs|dieu duong|dd|ktv|ky thuat vien|can bo|cb|cong chuc|ke toan|"
    r"thu (?:quy|ngan|kho)|luat su|duoc si|ho sinh|ys|y si|gdv|giao dich vien|nguoi |csgt|csdt|cskv|quan doc|giam thi|"
    r"thay |co |doctor|physician|kiem lam|thanh tra)"
)
_OWN_PART = re.compile(
    r"ben [abc]\b|cac ben|nguoi (?:khai|vay|lam don|viet|de nghi|yeu cau|uy quyen|mua|nop|nhan|cam|duoc|benh|nha|lam chung|chung kien|thue|cho|tang|ban(?! hang)|chuyen|"
    r"bao|vi pham|than|dai dien gia|giao|lap di chuc)|nguyen don|bi don|chu ho|khach hang|hoc sinh|sinh vien|phu huynh|nguoi lao dong|ho va ten|(?<![a-z])ung vien|nguoi lap di|nguoi lam don|nguoi viet don"
    r"|(?<![a-z])ten (?:nhan vien|nguoi|khach|chu|hoc|benh|ba|cha|bo|me|vo|chong|con|kh|nv|hs|sv|tai khoan)|^(?:ho )?ten(?: day du)?\s?:?$"
    r"|^\d{1,3}[.)]?$|^so (?:tai khoan|tien)$"
    r"|(?<![a-z])(?:full )?name\s?:?$|employee|customer|borrower|applicant|tenant|patient"
)
#: The end of a letter: whoever signs below it wrote it, and no office further up speaks for the writer.
_CLOSING = re.compile(
    r"(?:(?:em|chau|con|minh|toi|chung (?:toi|em)|xin|kinh|rat|yours|with|best|warm|kind|very) .{0,40})?(?:cam on|tran trong|kinh (?:thu|chao|don|bao)|than (?:men|ai|chao)"
    r"|regards|wishes|sincerely|thanks|thank you|faithfully|truly|hen gap lai)(?![a-z]).{0,24}"
)
#: The line below whoever signs a letter: the post, its unit, nothing else.
_POST_LINE = re.compile(rf"(?:{_ROLE})(?![a-z])[a-z &,./\-–]{{0,60}}")
_NOT_A_HEADING = re.compile(
    r"[(\[].{0,60}|da ky|(?:[a-z .]{2,30}, ?)?(?:ngay|hom nay)[ \d._…/]{1,12}(?:thang|/).{0,40}|[\s._…\-*]{0,80}|\(?ky.{0,40}|dau|ho va ten"
)


def acts_in_office(before: str, behind: str) -> bool:
    """Return whether the words around a name on their lines say that its bearer acts in office.

    Args:
        before: key of some 110 characters before the name.
        behind: key of some 60 characters behind it.
    """
    if _JOB_BEHIND.match(behind):
        return False
    return (
        _in_prose(before[-90:])
        or _LABEL.search("\n" + before) is not None
        or _CLERK.search(before) is not None
        or _SIGNS_FOR.search(before[-100:]) is not None
        or _RANKED.search(before[-60:]) is not None
        or _BEHIND.match(behind) is not None
    )


def may_act_in_office(before: str, behind: str) -> bool:
    """Return whether the words around a name are those around many officers, and around some who are none.

    Args:
        before: key of some 110 characters before the name, or of what heads the line.
        behind: key of some 60 characters behind it.
    """
    if _JOB_BEHIND.match(behind):
        return False
    line = "\n" + before
    return (
        _begins_with(_MAY_BEFORE, before[-90:])
        or _MAY_LABEL.search(line) is not None
        or _TEAM.search(line) is not None
        or _MAY_BEHIND.match(behind) is not None
    )


def _in_prose(before: str) -> bool:
    match = _BEFORE.search(before)
    return match is not None and (
        _stands_alone(before, match.start()) or _POSITION_ONLY.match(match.group()) is None
    )


def _begins_with(role: re.Pattern[str], before: str) -> bool:
    match = role.search(before)
    return match is not None and _stands_alone(before, match.start())


def _stands_alone(before: str, start: int) -> bool:
    """Return whether a role begins its line, part or sentence, and is not told of in the middle of one."""
    begins = before[:start].rstrip(" ")
    return not begins or begins[-1] in "\n:;.|-)•/" or before[:start].endswith(("  ", "\t"))


def is_party(before: str) -> bool:
    """Return whether the words before a name say that the paper is about its bearer."""
    return _PARTY_LABEL.search(before[-70:]) is not None or _WANTED.search(before[-90:]) is not None


def heads_a_column(header: str) -> bool:
    """Return whether a column's header, as a key, names an office: "Thẩm phán", "Họ tên CBTD", "Trưởng phòng"."""
    return _COLUMN.match(header.strip()) is not None


def heads_a_column_of_jobs(header: str) -> bool:
    """Return whether a column's header names what many are employed as: "Giáo viên", "BS trực", "Thu ngân"."""
    return _JOB_COLUMN.match(header.strip()) is not None


def signs_a_letter(above: str, below: str) -> bool:
    """Return whether a name alone on its line signs a letter for an office: the closing above, the post below.

    Args:
        above: key of the line above the name.
        below: key of the line below it.
    """
    return _CLOSING.fullmatch(above.strip()) is not None and _POST_LINE.fullmatch(below.strip()) is not None


def heads_a_list(before: str) -> bool:
    """Return whether a line's text, with the names before left out, is a role and its colon."""
    return _LABEL.search("\n" + before) is not None


def signs_in_office(headings: Sequence[str], likely: bool = False) -> bool:
    """Return whether the headings above a signature, nearest first, are an office's; False if a party's come first.

    Args:
        headings: their keys.
        likely: whether words count that some write above their names who act in no office, too.
    """
    signed_as = _MAY_SIGN if likely else _SIGNED_AS
    office = False
    for heading in headings:
        if _NOT_A_HEADING.fullmatch(heading):
            continue
        if (_OWN_PART.search(heading) and not (likely and _MAY_SIGN.match(heading))) or _CLOSING.fullmatch(
            heading
        ):
            return office
        if signed_as.search(heading) or _ON_BEHALF.search(heading) or _CONFIRMED.search(heading):
            return True
        if office or len(heading) > 70:
            return office
    return office
