"""Names in lower case weighed against prose: "anh lam tu anh co no toi" names somebody, "anh lam them gio" does not.

Without capitals and accents nearly every syllable is somebody's name and a word as well. What is told apart here: how usual
a surname, a middle and a given name each word is, which words of the language two of them make, what stands before the
name and what goes on behind it. Each speaks for or against; the end that most speaks for is where a name ends.

Sources: the commonest given names of lists of pupils; function words and words of what people do, from everyday papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recognizers.foreign_names import CLAN_NAMES
from recognizers.name_compounds import COMPOUNDS, PROSE
from recognizers.name_scores import Scores
from recognizers.name_words import ACTS, BEFORE, PAIR_STOPS
from recognizers.names import TITLES, keys, name_sets
from recognizers.word_sets import word_set
from recognizers.words import LOWER, NUMBER

#: Given names of which each is met in every school.
_COMMON_GIVEN = word_set("""
anh an ánh bảo bích bình cường châu chi chiến cúc cương diễm diệp diệu dung dũng duy duyên dương đại đạo đạt đăng điệp đông
đức giang hà hải hạnh hân hằng hậu hiền hiển hiếu hiệp hoa hòa hoà hoài hoàn hoàng hồng huân huế huệ hùng huy huyền
hương hường hưng khang khanh khánh khiêm khoa khôi khuê kiên kiệt kiều lam lan lâm lệ liên liễu linh loan long lộc lợi luân
luyến lương ly mai mạnh mến mi minh my mỹ nam nga ngà ngân nghĩa ngọc nguyên nguyệt nhã nhàn nhân nhật nhi nhiên nhung như
ninh oanh phát phong phú phúc phước phương phượng quân quang quế quốc quý quyên quyền quyết quỳnh sang sáng sen sinh sơn sương
tài tâm tân thái thảo thành thanh thạch thắm thắng thiện thịnh thoa thọ thơ thơm thu thuận thúy thuý thùy thuỳ thủy thuỷ thư
thương tiên tiến tiệp tín tình toàn toản trà trang trâm trân trí trinh trọng trung trúc trực trường tú tuấn tuệ tùng tuyền
tuyến tuyết tường tươi uyên vân vi việt vinh vũ vương vượng vy vỹ xuân xuyến yên yến thêu thìn quyến tính khải hào hảo hợp hội nhâm dịu
lành lụa lượng mừng nhinh ngát nụ ngoan tuân văn vui xoan ý doanh dậu tý hợi ngọ giáp đoàn định luyện lực lập
""")
#: Names that are written like words people do or are, so that as the last word they say little.
_WORDS_TOO = word_set("""
bao nhan nam dung lam thi tu len lai hoc mat hong hoi giao thuong tra trinh dinh trang dat tien thu tuoi quan quyet hai dao
tin tinh tang vang vay chi anh an di qua co no to toi cho con da de den do dau dong du duoc em gia han hay hop ke kinh ky
la lau lo ly mua mai moi mo my nay nha nhe nhu o oi ong phai rat roi ra sau se si so ta tai tan tam than thai thang thanh
thay the thoi tot trong truong van ve viec vi vo voi vua xa xin xuat ban bang bat ca cao chiu chung chuyen cung dang
dung em gan ghi gui hang huong khac khai khen khi lap lay lon luc luong mang nang nghe nghi ngay ngoai nguoi nhat nhieu
nho nho nhung nop nuoi phan phat quen sang sinh sua suc tap theo thich thieu them thue tiep tim trach tranh tren tri tru truoc
trung tuan tung tuy ve vien viet vui
""")
#: What goes on behind a name, beside what people do.
_FOLLOWING = word_set("""
tôi tao mày mình nó họ hắn nhà ngoài trong trên dưới trước sau hôm lúc sáng chiều tối đêm trưa ngày tháng năm tuần số lớp
tuổi sinh quê tại từ tới đến vì nếu để mà nhưng hoặc hay cùng lẫn thay nhất phòng khoa tổ đội thôn xã ấp phường bên kế
tự bảo trình yêu cầu đề nghị phạm vắng dạy chủ nhiệm xác cam kết hẹn rằng thú nhận kêu than ly kết cưới khiếu nại tố
báo đòi đập bắt dọa chở mắc nợ thiếu đứng gọi điện nhắn bị ốm bệnh đau sốt ngã mổ điều trị tái uống tiêm cân cao nặng huyết
nhập xuất ra vào lên hiện vừa mới đang đã sẽ chưa không có là cũng vẫn còn lại rồi thì được phải cần muốn thích giữ thuê mua
bán vay trả nộp đóng chuyển gửi giao nhận ký viết lập khai nói kể hỏi đáp trả lời hứa xin nghỉ đi về ở sống làm học thi
đưa cho với và của do giúp ạ nhé nha nhá nhe ơi nữa luôn liền ngay giùm dùm hộ thôi đó này kia đấy vậy à ah á đâu sao gì ai
cccd cmnd sdt sđt dt đt stk tk zalo fb email mst bhxh bhyt sn ns tp ck nv hs gv kh mã phó trưởng giám nhân kế bảo lái
cùng những các mỗi hai ba bốn hàng tiền đất xe hồ đơn giấy mất chết sinh tham trốn lấy dùng nuôi chăm dắt thăm gặp biết
""")
#: Before a name, besides forms of address.
_LEADS = word_set("""
của do cho với và là gặp nhờ bảo gọi gửi hỏi đưa trả mời gồm cùng hoặc kèm nhận giúp từ báo tên mượn thằng bé nhóc cu
nhỏ bạn ck tk bởi vợ chồng con mẹ bố ba má cha sếp thợ hệ lh liên_hệ đối_với cạnh tặng đón tìm chở thăm kính_mời mời tới đến vay
kiện hẹn rủ nhắn ship giao
""") - word_set("tới đến từ ba con")
_LEAD_PHRASES = word_set("liên_hệ đối_với chị_ấy bên_a bên_b")
#: Behind a name that nothing stands before, at the head of a line: it is people who do that.
_DONE_BY_PEOPLE = word_set(
    "khai xin đã và với trình yêu_cầu đề_nghị vắng nghỉ nộp nhận ký xác_nhận mượn vay trả gửi báo"
)
#: Surnames that are met as words of the language far more often.
_VERBS_TOO = word_set("""
thích đèo lại đậu tưởng tiêu quản chế phí đường từ trưng ông hạ tất đồng yên hữu trang viên tiết lạc biện giáp xa thi hình phó
cái cung chử hoa hồng ứng văn
""")
_MARKERS = frozenset(("văn", "thị", "van", "thi"))
_SURE_KEYS = word_set("nguyen tran pham hoang huynh phan bui trinh quach doan nghiem tong khuat doan phung")
_MOST_WORDS = 4
#: What has to speak for a name behind a form of address, behind other words, and where nothing stands before it.
_ENOUGH = 1.5
_ENOUGH_BEHIND_WORDS = 2.0
_ENOUGH_ALONE = 2.5
#: Less than that is prose even where the rules see a name.
HARDLY = 0.5


@dataclass(frozen=True, slots=True)
class _Lists:
    """What words say in a name or a text with accents, or in one without."""

    surnames: frozenset[str]
    sure: frozenset[str]
    foremost: frozenset[str]
    usual: frozenset[str]
    parts: frozenset[str]
    middles: frozenset[str]
    common: frozenset[str]
    prose: frozenset[str]
    pairs: frozenset[str]
    phrases: frozenset[str]


@cache
def _lists(plain: bool) -> _Lists:
    s = name_sets(plain)
    people = frozenset(word for title in TITLES for word in title.split("_") if "_" not in title)
    prose = _FOLLOWING | ACTS | BEFORE | people
    pairs = PROSE | COMPOUNDS | PAIR_STOPS

    def read(words: frozenset[str]) -> frozenset[str]:
        return keys(words) if plain else words

    return _Lists(
        surnames=(s.sure | s.strong | s.weak | CLAN_NAMES)
        if not plain
        else s.sure | s.strong | s.weak | keys(CLAN_NAMES),
        sure=_SURE_KEYS if plain else s.sure,
        foremost=s.sure,
        usual=(s.sure | s.strong) - (keys(_VERBS_TOO) if plain else _VERBS_TOO),
        parts=s.given | s.middles | s.ethnic,
        middles=s.middles,
        common=read(_COMMON_GIVEN),
        prose=read(prose) | (_FOLLOWING if plain else frozenset()),
        pairs=read(pairs),
        phrases=read(_LEAD_PHRASES),
    )


class Weighing(Scores):
    """Weighs where a name in lower case ends."""

    def _lower_last(self, i: int, *, least: float = _ENOUGH) -> int:
        """Return where the name in lower case that begins at ``i`` ends, or 0 where more speaks for prose."""
        w = self.w
        if i + 1 >= w.size or w.kind[i] != LOWER or w.kind[i + 1] != LOWER or w.gap[i + 1] != 1:
            return 0
        if i in self.in_address or (self._named_after(i) and not self._person_before(i)):
            return 0
        end = i + 1
        while end < w.size and end - i <= _MOST_WORDS and w.kind[end] == LOWER and w.gap[end] == 1:
            end += 1
        best, at = least, 0
        for last in range(i + 2, min(end, i + _MOST_WORDS) + 1):
            plain = w.low[i:last] == w.key[i:last]
            weight = self._lower_weight(i, last, plain=plain) - (1.0 if plain and not self.plain else 0.0)
            if weight >= best:
                best, at = weight, last
        return at

    def _person_before(self, i: int) -> bool:
        """Return whether two words before ``i`` announce a person though the second alone is a place: "nhan vien"."""
        pair = "_".join(self.w.low[max(0, i - 2) : i])
        return pair in self.s.titles or pair in _lists(self.plain).phrases

    def _is_weighable(self, i: int) -> bool:
        """Return whether the words at ``i`` are in lower case and say nothing by their accents."""
        w = self.w
        return (
            i + 1 < w.size
            and w.kind[i] == w.kind[i + 1] == LOWER
            and "'" not in w.low[i]
            and w.low[i] == w.key[i]
        )

    def _prose_begins(self, i: int) -> bool:
        """Return whether the word at ``i`` and the next ones, in lower case, are no full name of an ordinary build."""
        return self._is_weighable(i) and not self._lower_last(i, least=HARDLY)

    def _lower_weight(self, i: int, last: int, *, plain: bool) -> float:
        """Return how much speaks for a name from ``i`` to ``last``."""
        w = self.w
        lists = _lists(plain)
        read = w.low[i:last]
        size = last - i
        surname, second, given = read[0], read[1], read[-1]
        if surname not in lists.surnames:
            return -9.0
        weight = 2.0 if surname in lists.sure else 1.0 if surname in lists.usual else 0.0
        marked = size > 2 and second in _MARKERS
        weight += 2.0 if marked else (0.0, 0.6, 0.2)[size - 2]
        inner = [*read[1:-1]]
        for word in inner:
            weight += 0.5 if word in lists.middles else 0.0 if word in lists.parts else -4.0
            if word in lists.prose and word not in lists.common and not (marked and word == second):
                weight -= 1.0
        if given in lists.common:
            weight += 0.5 if plain and given in _WORDS_TOO else 1.5
        elif given in lists.prose:
            weight -= 2.5
        elif given not in lists.parts:
            weight -= 0.5 if marked else 4.0
        pairs = pairwise(read)
        for first, then in pairs:
            if f"{first}_{then}" in lists.pairs:
                known = first in _MARKERS if marked else first in inner and first in lists.middles
                known = known and (marked or then in lists.common)
                weight -= 1.5 if known and surname in lists.foremost else 3.0
        return weight + self._lower_ending(last, given, lists)

    def _lower_ending(self, last: int, given: str, lists: _Lists) -> float:
        """Return how much what stands at ``last`` speaks for the end of a name that ends in ``given``."""
        w = self.w
        if last >= w.size or w.kind[last] != LOWER or w.gap[last] != 1:
            return 1.0
        follows = w.low[last]
        weight = 0.0
        if f"{given}_{follows}" in lists.pairs:
            weight -= 2.5
        behind = w.low[last + 1] if last + 1 < w.size else ""
        if f"{follows}_{behind}" in lists.pairs:
            weight += 0.7
        if follows in lists.prose:
            return weight + (0.3 if follows in lists.common else 1.0)
        if follows in lists.common:
            return weight - 1.5
        return weight + (-0.3 if follows in lists.parts else 0.5)

    def _lower_anchored(self, i: int) -> int:
        """Read a name in lower case behind a word that names stand behind, in brackets, or before what people do."""
        w = self.w
        if w.kind[i] != LOWER or w.key[i] not in _lists(plain=True).surnames:
            return 0
        if i and w.kind[i - 1] < NUMBER and w.gap[i] == 1:
            least = self._lead_before(i)
            end = self._lower_last(i, least=least) if least else 0
            return self._add(i, end, 0.7, "person_title") if end else 0
        end = self._lower_last(i, least=_ENOUGH_ALONE)
        bracketed = i > 0 and w.text[i - 1] == "(" and w.text[end : end + 1] == [")"]
        return self._add(i, end, 0.7, "person_shape") if end and (bracketed or self._done_at(end)) else 0

    def _lead_before(self, i: int) -> float:
        """Return how much has to speak for a name behind the word before ``i``; 0 if no name stands behind it."""
        w = self.w
        before = w.low[i - 1]
        plain = self.plain and before == w.key[i - 1]
        if w.kind[i - 1] != LOWER or f"{before}_{w.low[i]}" in _lists(plain).pairs:
            return 0.0  # "bồi dưỡng nghiệp vụ"
        if before in _titles(plain):
            return _ENOUGH
        phrase = f"{w.low[i - 2]}_{before}" if i > 1 else ""
        if phrase in _lists(plain).phrases:
            return _ENOUGH_BEHIND_WORDS
        if before not in _leads(plain) or phrase in _lists(plain).pairs:
            return 0.0  # "mai táng Phúc Thiện"
        return _ENOUGH_BEHIND_WORDS

    def _done_at(self, end: int) -> bool:
        """Return whether what people do stands right behind a name."""
        w = self.w
        if end >= w.size or w.kind[end] != LOWER:
            return False
        behind = w.low[end + 1] if end + 1 < w.size else ""
        return w.low[end] in _done(self.plain) or f"{w.low[end]}_{behind}" in _done(self.plain)


@cache
def _titles(plain: bool) -> frozenset[str]:
    """Return the forms of address of one word."""
    titles = frozenset(title for title, level in TITLES.items() if level == 2)
    return keys(titles) if plain else titles


@cache
def _leads(plain: bool) -> frozenset[str]:
    """Return the other words that may stand right before a name in lower case."""
    return keys(_LEADS) if plain else _LEADS


@cache
def _done(plain: bool) -> frozenset[str]:
    """Return what is only told of people, in one word or two."""
    return keys(_DONE_BY_PEOPLE) if plain else _DONE_BY_PEOPLE
