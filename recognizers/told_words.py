"""The words in which papers tell what the law calls sensitive: illnesses, offences, faith, private life.

Decree 356/2025/NĐ-CP, Article 4(1): health (d), private life and family secrets (c), sexual life and orientation
(e), crimes (g), faith and politics (b), credit (k). The words say *what* is told; of *whom* is asked in
``told_subjects``. Written as people write them; a text with accents must have these accents ("bảo hành" is no
"bạo hành"), ``=`` marks those that mean too many other things without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from recognizers.clues import tone_and_shapes
from recognizers.folding import Folded, key_of
from recognizers.word_sets import word_set
from recognizers.words import BREAK, Words, is_plain, words


class Told(Enum):
    """What a phrase is in a sentence."""

    SUFFERS = auto()  #: before an illness: "bị", "mắc", "nhập viện vì"
    ILLNESS = auto()  #: an illness by its name
    INJURY = auto()  #: an illness where a part of the body follows: "gãy xương đùi"; machines break too
    WEAKNESS = auto()  #: an illness only behind a word of suffering: "bị sốt", "vì khó thở"
    CONDITION = auto()  #: a state of health that is one of a person wherever it stands: "mang thai"
    MARRIED = auto()  #: where somebody stands in marriage
    PRIVATE = auto()  #: private and family life
    QUARREL = auto()  #: private life where the text is about a marriage: firms quarrel too
    CRIME = auto()  #: what justice did or does to somebody, or what somebody did
    PARTY = auto()  #: parties, unions, posts in them
    FAITH = auto()  #: what somebody believes


_LISTS = {
    Told.SUFFERS: """vì, =do, để, kết luận, mấy hôm nay, mấy bữa nay, hôm nay, bị, mắc, mắc phải, mắc bệnh, bị bệnh, bị mắc, có bệnh, điều trị, điều trị bệnh, chữa, chữa trị,
        chữa bệnh, đang chữa, phát hiện, phát hiện bị, phát hiện mắc, phát hiện bệnh, phát hiện có, được chẩn đoán,
        chẩn đoán, chẩn đoán mắc, chẩn đoán bị, chẩn đoán là, chẩn đoán bệnh, được chẩn đoán mắc, được chẩn đoán bị,
        được chẩn đoán là, nhập viện vì, nhập viện do, vào viện vì, vào viện do, cấp cứu vì, cấp cứu do, chết vì,
        chết do, mất vì, mất do, qua đời vì, qua đời do, tử vong do, tử vong vì, nghi, nghi mắc, nghi bị, theo dõi, có tiền sử, tiền sử,
        di chứng, bệnh nền, nghỉ ốm vì, nghỉ làm vì, mổ, phẫu thuật, kết luận bị, kết luận mắc, kết luận là, khám ra,
        uống thuốc, phải uống thuốc, chạy thận vì, =hay, hay bị, =thường xuyên, =thường, thường bị, =mới, mới bị, =vừa mới, =vừa, đang bị, từng bị, =cứ, tái khám, bệnh chính, bệnh kèm, điều trị ngoại trú, điều trị nội trú""",
    Told.ILLNESS: """ung thư, tiểu đường, đái tháo đường, đái đường, cao huyết áp, tăng huyết áp, huyết áp cao,
        huyết áp thấp, tụt huyết áp, tai biến, tai biến mạch máu não, đột quỵ, nhồi máu cơ tim, nhồi máu não, tim bẩm sinh,
        bệnh tim, bệnh tim bẩm sinh, bệnh mạch vành, suy tim, suy thận, suy gan, suy hô hấp, suy tủy, suy giảm miễn dịch,
        suy dinh dưỡng, suy nhược, suy giãn tĩnh mạch, suy tuyến thượng thận, suy giáp, cường giáp, u tuyến giáp, u não, u xơ, u nang, u phổi, u gan, u vú, u ác, u lành, u máu,
        u đại tràng, u buồng trứng, u lympho, u hạch, u xương, u bàng quang, khối u, viêm gan, viêm phổi, viêm khớp,
        viêm cầu thận, viêm đa khớp, viêm màng não, viêm ruột thừa, viêm xoang, viêm họng, viêm loét, viêm phế quản, viêm tủy, viêm da, viêm
        tụy, viêm dạ dày, viêm đại tràng, viêm cơ tim, viêm nhiễm, viêm amidan, viêm tai giữa, viêm, trầm cảm, rối loạn
        tâm thần, rối loạn lo âu, rối loạn lưỡng cực, rối loạn tiền đình, rối loạn nhịp tim, rối loạn phát triển, rối loạn
        tiêu hóa, rối loạn, động kinh, tâm thần, tâm thần phân liệt, tự kỷ, bại não, bại liệt, sốt xuất huyết, hen phế quản, hen suyễn, hen,
        COPD, lao phổi, lao hạch, lao màng phổi, lao xương, bệnh lao, HIV, AIDS, HIV/AIDS, sỏi thận, sỏi mật, sỏi túi mật, sỏi niệu quản, sỏi,
        thiếu máu, thoát vị, thoát vị đĩa đệm, xơ gan, xơ vữa, chấn thương sọ não, chấn thương, đa chấn thương, liệt nửa
        người, liệt hai chân, liệt giường, liệt, mù, mù hai mắt, điếc bẩm sinh, câm điếc, điếc, béo phì, cận thị, loạn thị,
        viễn thị, sinh non, sảy thai, sẩy thai, vô sinh, hiếm muộn, nghiện ma túy, nghiện rượu, nghiện heroin,
        ngộ độc, mất trí nhớ, mất ngủ, sa sút trí tuệ, alzheimer, parkinson, hội chứng down, hội chứng, nhiễm trùng, nhiễm khuẩn,
        nhiễm độc, nhiễm HIV, nhiễm covid, nhiễm virus, nhiễm chất độc da cam, nhiễm chất độc hóa học, xuất huyết, xuất
        huyết não, thoái hóa, thoái hóa khớp, thoái hóa cột sống, loãng xương, gút, gout, giang mai, bệnh lậu, sùi mào gà, vẩy nến, vảy nến,
        bệnh phong, lupus, thalassemia, tan máu bẩm sinh, bạch cầu cấp, máu trắng, máu khó đông, rung nhĩ, hở van, hẹp van, áp xe, giãn tĩnh mạch,
        bệnh trĩ, đau dạ dày, loét dạ dày, trào ngược, basedow, đục thủy tinh thể, thiên đầu thống, hoang tưởng, covid, covid-19,
        thủy đậu, bệnh sởi, quai bị, tay chân miệng, ho gà, uốn ván, bệnh dại, vàng da, chậm phát triển, chậm nói, thiểu năng, tăng động, thai
        ngoài tử cung, thai lưu, băng huyết, tiền sản giật, bỏng, bệnh hiểm nghèo, bệnh nặng, bệnh mãn tính,
        bệnh mạn tính, bệnh thận, bệnh gan, bệnh phổi, bệnh máu, bệnh da liễu, bệnh tâm thần, bệnh xã hội, bệnh nghề nghiệp, bệnh xương khớp, dị ứng, sốt rét, tràn dịch, tràn khí, đau thần kinh tọa, mẻ men, sâu răng, thông liên thất, thông liên nhĩ, còn ống động mạch, tứ chứng fallot, teo cơ, bạch biến, chàm, viêm gan siêu vi, tiểu đường thai kỳ, rau tiền đạo, tiền liệt tuyến, phì đại, polyp, nang, lạc nội mạc, buồng trứng đa nang, tiêu chảy, mù lòa, mù màu, khiếm thị, khiếm thính, còi xương, thấp còi, con nghiện, ốm nghén, suyễn, gan nhiễm mỡ, men gan cao, mỡ máu cao, rối loạn mỡ máu, đau nửa đầu,
        đau bao tử, đau dạ con, đau mắt đỏ, mề đay, nổi mề đay, phát ban, zona, thủy tinh thể, lẫn trí, lú lẫn, đãng trí, thoái hóa đốt sống, tim mạch vành, bướu cổ, bướu giáp, ho lao, cúm A, cúm B, sốt siêu vi, sốt virus, sốt phát ban, nghỉ thai sản, rối loạn kinh nguyệt, hội chứng thận hư, lao kháng thuốc, giãn não thất, não úng thủy, sứt môi, cong vẹo cột sống, tăng động giảm chú ý, hở hàm ếch, dị tật bẩm sinh, mổ đẻ cũ, bệnh bạch hầu""",
    Told.INJURY: "gãy, =đứt, =vỡ, rách, nứt, dập, hẹp, trật, giãn, cụt, mất, phù, đau, bong, thủng, lệch, tụ máu, sưng, trượt, mổ, cắt, ghép, thay",
    Told.WEAKNESS: """sốt, ốm, ốm nặng, khó thở, =ho, sốt cao, đau bụng, đau đầu, đau lưng, đau khớp, chóng mặt, bệnh, tai nạn,
        tai nạn giao thông, tai nạn lao động, bướu, thương, thương nặng, sinh mổ, =lao, =u, xơ, tật, dị tật, mất máu, ngất, co giật, khàn tiếng, đau răng, đau họng, đau ngực, đau chân, đau tim, đau gối, ho khan, ho đàm, sổ mũi, buồn nôn, nôn ói, táo bón, đi ngoài, mẩn ngứa, chảy máu cam, viêm họng, mệt tim""",
    Told.CONDITION: """chạy thận, hóa trị, xạ trị, ghép thận, ghép gan, lọc máu, không tự đi lại được, sốc nhiễm khuẩn, mang thai, đang mang thai, có thai, có bầu, mang bầu, thai kỳ nguy cơ cao, khuyết tật nặng, khuyết tật nhẹ, khuyết tật đặc biệt
        nặng, khuyết tật vận động, khuyết tật trí tuệ, khuyết tật nghe nói, khuyết tật nghe, khuyết tật nhìn, khuyết tật thần kinh, dạng khuyết
        tật, nhiễm HIV, nhiễm HIV/AIDS, dương tính với, dương tính, âm tính, nghiện ma túy, nghiện ma tuý, nghiện rượu, nghiện heroin, nghiện hút, cai
        nghiện, thương binh hạng, thương binh loại, thương binh 1/4, thương binh 2/4, thương binh 3/4, thương binh 4/4, bệnh binh, uống thuốc trừ sâu tự tử, tự tử, tự sát, tự vẫn, phá thai, nạo phá thai,
        tâm thần phân liệt, mất năng lực hành vi dân sự, không tự phục vụ được, nằm liệt giường, chạy thận nhân tạo, suy giảm khả năng
        lao động, tổn thương cơ thể, tỷ lệ thương tật, nhóm máu, HIV giai đoạn, giai đoạn AIDS, điều trị ARV, uống methadone, điều trị methadone,
        thụ tinh ống nghiệm, thụ tinh nhân tạo, IVF, muốn chết, có ý định tự tử, cận, mắt cận, thai, mắt kém, mắt mờ, lãng tai, đi lại khó khăn, yếu chân, nằm một chỗ, sống thực vật, cấm khẩu""",
    Told.MARRIED: """mẹ đơn thân, bố đơn thân, cha đơn thân, góa vợ, góa chồng, góa bụa, đã ly hôn, đang ly hôn, đã ly dị, ly dị, ly hôn năm,
        ly hôn từ, ly hôn vợ, ly hôn chồng, đang ly thân, sống ly thân, đã ly thân, ly thân, còn độc thân, vẫn độc thân, đang độc thân, sống
        độc thân, hiện độc thân, độc thân, chưa lập gia đình, đã lập gia đình, chưa kết hôn, đã kết hôn, chưa có gia đình, đã có gia đình, đã có vợ,
        đã có chồng, chưa có vợ, chưa có chồng, chưa đăng ký kết hôn với ai, chưa vợ, chưa chồng, có vợ và hai con, tái hôn, đã tái hôn, hiện góa, hiện ly hôn, hiện kết hôn, ly hôn""",
    Told.PRIVATE: """quan hệ ngoài hôn nhân, quan hệ bất chính, có quan hệ bất chính, quan hệ tình cảm, có quan hệ tình cảm, quan hệ tình dục, có quan hệ tình
        dục, quan hệ đồng giới, quan hệ ngoài luồng, =ngoại tình, =cặp bồ, =có bồ, bồ nhí, có người tình, không chung thủy, =phụ tình, chung sống như vợ chồng, sống chung
        như vợ chồng, sống như vợ chồng, =đồng tính, =người đồng tính, đồng tính nam, đồng tính nữ, người chuyển giới, chuyển giới, phẫu thuật chuyển giới,
        =song tính, người song tính, xu hướng tính dục, yếu sinh lý, không hòa hợp về tình dục, không hòa hợp về sinh lý, có con riêng, con ngoài giá thú, có con ngoài giá thú, có con
        ngoài, không phải con ruột, không phải con đẻ, bạo lực gia đình, =bạo hành, bị bạo hành, bạo hành gia đình, đánh đập vợ con, đánh đập vợ, đánh đập tôi, đánh đập chị, đánh
        vợ, xâm hại tình dục, bị xâm hại, bị hiếp dâm, bị cưỡng hiếp, bị dâm ô, quấy rối tình dục, bị quấy rối, mâu thuẫn vợ chồng, vợ chồng mâu thuẫn,
        nghiện cờ bạc, nghiện game, bỏ nhà đi, đuổi ra khỏi nhà, tình cảm vợ chồng không còn,
        hiếm muộn, bố mẹ ly hôn, cha mẹ ly hôn, bố mẹ ly thân, cha mẹ ly thân, bố mẹ bỏ nhau, cha mẹ bỏ nhau, sống thử, bỏ vợ con, bỏ chồng con, có bầu trước khi cưới, mang thai hộ, mồ côi, mồ côi cha, mồ côi mẹ, là con nuôi, được nhận nuôi, bị bỏ rơi, gửi tinh trùng, hiến trứng""",
    Told.QUARREL: """phát sinh mâu thuẫn, mâu thuẫn gia đình, mâu thuẫn trầm trọng, mâu thuẫn kéo dài, không còn tình cảm, không hợp nhau, bất đồng
        quan điểm, tính tình không hợp, cờ bạc, rượu chè, nhậu nhẹt, thường xuyên cãi vã, chửi bới, đánh đập, =người tình, =nhân tình, không còn quan hệ vợ chồng, vũ phu, ghen tuông, nghi ngờ vợ ngoại tình, nghi ngờ chồng ngoại tình, đánh con, đánh chị, đánh em, tát chị, tát vợ, đập phá đồ đạc, muốn ly hôn, xin ly hôn, yêu cầu ly hôn, có người khác, đánh chửi, hay nhậu""",
    Told.CRIME: """đã bị kết án, từng bị kết án, bị kết án, bị khởi tố, bị truy tố, bị tạm giam, bị tạm giữ, bị bắt tạm giam, bị truy nã, đang bị truy nã, bị bắt quả
        tang, bị xử phạt tù, bị phạt tù, đi tù, ở tù, ra tù, mãn hạn tù, chấp hành xong hình phạt, chấp hành xong án, chấp hành án phạt tù, được đặc xá, được
        xóa án tích, chưa được xóa án tích, đã được xóa án tích, đã xóa án tích, có tiền án, có tiền sự, đã có tiền án, không có tiền án, chưa có tiền án, không có tiền sự,
        chưa có tiền sự, không có án tích, chưa có án tích, có án tích, chưa tiền án, không tiền án, bị xử phạt vi phạm hành chính về, bị xử phạt hành chính về, bị xử phạt vi phạm
        hành chính, phạm tội, đã phạm tội, về tội, can tội, bị cải tạo không giam giữ, đi cải tạo, học tập cải tạo, đi học tập cải tạo, đi trường giáo dưỡng, đi cai nghiện bắt buộc, thụ án,
        đang thụ án, bị áp giải, từng đi tù, đã từng đi tù, bị án treo, hưởng án treo, mới ra tù, vừa ra tù, từng vào tù, từng ở tù, bị công an bắt, bị bắt vì, bị bắt giữ vì""",
    Told.PARTY: """là đảng viên, đảng viên, đảng viên dự bị, đảng viên chính thức, kết nạp đảng, được kết nạp đảng, vào đảng, chưa vào đảng, đoàn viên công đoàn, đoàn viên từ, chưa tham gia đảng phái, không tham gia đảng phái,
        không tham gia tổ chức chính trị, tham gia chế độ cũ, bị khai trừ khỏi đảng, khai trừ đảng, hội viên công đoàn, là quần chúng""",
    Told.FAITH: """phật tử, rửa tội, quy y tam bảo, quy y, là tín đồ, tín đồ, giáo dân, là giáo dân, người công giáo, gia đình công giáo, là người công giáo, không theo tôn giáo
        nào, xưng tội, thuộc giáo xứ""",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase in a text, in entries of ``Words`` (``last`` excluded)."""

    first: int
    last: int
    kind: Told


@dataclass(slots=True)
class _Node:
    """What may follow the words so far; ``phrases`` end here."""

    children: dict[str, _Node]
    phrases: list[tuple[Told, tuple[tuple[str, str], ...], bool]]


@cache
def _tree() -> dict[str, _Node]:
    root: dict[str, _Node] = {}
    for kind, listed in _LISTS.items():
        for raw in listed.split(","):
            written = raw.split()
            if not written:
                continue
            exact = written[0].startswith("=")
            written[0] = written[0].lstrip("=")
            parts = [
                part.lower()
                for word in written
                for part in word.replace("/", " / ").replace("-", " - ").split()
            ]
            children, node = root, None
            for part in parts:
                node = children.setdefault(key_of(part), _Node({}, []))
                children = node.children
            if node is not None:
                node.phrases.append((kind, tuple(map(tone_and_shapes, parts)), exact))
    return root


def mentions(folded: Folded) -> list[Mention]:
    """Return the phrases of a text in order, the longest of those that begin at one place, one of each kind."""
    return folded.memo("told_words", _mentions)


def _mentions(folded: Folded) -> list[Mention]:
    w = words(folded)
    keys, kinds, size = w.key, w.kind, w.size
    plain = is_plain(folded)
    tree = _tree()
    found: list[Mention] = []
    for i in [i for i, key in enumerate(keys) if key in tree]:
        node: _Node | None = tree[keys[i]]
        read = [i]
        best: dict[Told, Mention] = {}
        while node is not None:
            j = read[-1] + 1
            if j < size and kinds[j] == BREAK and w.text[j] == "\n":
                j += 1
            for kind, marks, exact in node.phrases:
                if kind is Told.SUFFERS and (j >= size or keys[j] not in _behind_verbs()):
                    continue  # "bị", "vì", "do" are everywhere
                if not exact if plain else _written_so(w, read, marks, exact=exact):
                    best[kind] = Mention(i, read[-1] + 1, kind)
            if j >= size or kinds[j] == BREAK:
                break
            node = node.children.get(keys[j])
            read.append(j)
        found.extend(best.values())
    return found


def _written_so(w: Words, read: list[int], marks: tuple[tuple[str, str], ...], *, exact: bool) -> bool:
    """Return whether words have the accents of a phrase; abbreviations and names in capitals need none."""
    return all(
        tone_and_shapes(w.low[j]) == mark or (not exact and w.low[j].isascii() and w.text[j].isupper())
        for j, mark in zip(read, marks, strict=True)
    )


@cache
def _behind_verbs() -> frozenset[str]:
    """Return the keys with which what is suffered can begin."""
    return frozenset(
        key_of(phrase.split()[0].lower())
        for kind in (Told.ILLNESS, Told.INJURY, Told.WEAKNESS, Told.CONDITION)
        for phrase in phrases_of(kind)
    ) | {"la", ":", "phai", "hiv", "covid"}


def is_injury(folded: Folded, mention: Mention) -> bool:
    """Return whether what broke or tore is a part of a body: named right behind."""
    low = words(folded).low
    return any(word in _BODY for word in low[mention.last : mention.last + _BODY_WITHIN])


_BODY_WITHIN = 6
#: A part of the body makes an injury of what happens to things too.
_BODY = word_set("""
xương tay chân đùi cổ vai lưng đầu sọ hàm mũi sườn gối ngón gân cột đốt hông chậu mắt tai da lách gan thận phổi
ruột răng đòn cánh bàn khớp mạch cơ van bụng mặt trán môi ngực não động tĩnh máu thai tử buồng tuyến hạch
họng tim dạ vị trí ngủ xuong dui vai lung dau so ham mui suon goi ngon gan than phoi ruot rang khop mach bung nguc tim
""")


def phrases_of(kind: Told) -> Iterator[str]:
    """Yield the phrases of a kind as written in the list, for tests and documentation."""
    for raw in _LISTS[kind].split(","):
        if raw.strip():
            yield " ".join(raw.split()).lstrip("=")
