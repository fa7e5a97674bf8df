"""Who speaks in a chat: the words before the colon of its lines, with or without the time of the message.

Zalo, Messenger and Telegram exports write "[12:03] Hà: …" or "12/03/2024, 08:15 - Ngọc Trâm: …"; what people paste
by hand is "Tuấn Ship: …". The name is whatever a contact was saved as: a given name, a nickname, a form of address
and a trade. A form has colons too: a conversation is told by times, by speakers who speak again, by the words of talk.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from recognizers.name_compounds import compounds
from recognizers.name_evidence import Evidence
from recognizers.name_words import ENGLISH_WORDS, TALK
from recognizers.program_text import in_program
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set
from recognizers.words import LETTER, LOWER, MARK, MIXED, NUMBER, TITLE, UPPER

#: Speakers who are nobody: parts played in a conversation.
_PARTS = word_set("""
shop khách kh bot user admin ad nv bạn tôi mình em tdv you me system support cskh assistant chatbot hỏi đáp q a hd
hotline zalo facebook page sale sales khach ban toi minh server client host guest agent nvkd tđv đtv tvv gdv ktv mc btc ban group edit
note ps hệ_thống lễ_tân kế_toán bảo_vệ giám_thị trả_lời câu_hỏi hướng_dẫn tổng_đài ngân_hàng nhân_viên tư_vấn he_thong
chủ_nhà chu_nha người_thuê khách_hàng tiệm xưởng
""")
#: Offices that speak without a name, whole as they stand; behind a name they are no part of it.
_OFFICES = word_set("""
sếp sep kho kt hr vp it gđ gd tp qc qa bv cs cskh marketing mkt boss leader manager director chairman teacher nurse doctor driver
owner tenant landlord seller buyer patient gv gvcn bs hcns hcth pgđ pgd nhân_sự nhan_su văn_phòng van_phong ke_toan giám_đốc
giam_doc thủ_kho thu_kho thủ_quỹ thu_quy tổ_trưởng to_truong trưởng_phòng truong_phong quản_lý quan_ly lái_xe lai_xe tài_xế tai_xe
bác_sĩ bac_si y_tá y_ta điều_dưỡng dieu_duong le_tan giáo_viên giao_vien phụ_huynh phu_huynh học_sinh lớp_trưởng lop_truong
ban_cán_sự trưởng_nhóm truong_nhom bao_ve công_an cong_an trưởng_thôn truong_thon người_bán nguoi_ban người_mua nguoi_mua
""")
_TRADES = _PARTS | _OFFICES
#: The family and the trade by which a contact is saved: what follows is the name.
_BEFORE_NAME = word_set("""
mẹ má bố ba cha vợ chồng anh chị cô chú bác dì cậu mợ thầy bé ông bà cụ em cháu a c e
""")
#: Words of a name in a contact list that make a speaker of it.
_BEFORE_NAME_PLAIN = word_set("me bo vo chong chi co chu di cau thay")
_KIN = _BEFORE_NAME | word_set("út hai tư năm sáu bảy tám chín mười nhà sếp")
#: Single words that head a line of a form far more often than somebody speaks.
_LABELS = word_set(
    "ngày tháng tuần quý câu ubnd từ thu chi đến cấp hạng giao nhận nợ có đi về tới mẫu giá phí loại tên lớp khoa phòng tổ"
)
#: What is written in chats and hardly in forms, lessons and minutes.
_CHATTER = TALK | word_set("""
t m mn mng hông hong hok hk ko k nè á nhe v z r đc dc vs ủa ua haha huhu hihi hic uh uhm ừa ờ kệ thôi oki vl vcl trời
bà_con ib inbox rep ck mày tao tui mấy_má ae mà hả hở chứ đó xíu
""")
_MOST_WORDS = 5
#: Entries of a flat, a year or a face behind the words of a speaker.
_LONGEST_TAIL = 5
_LONGEST_STAMP = 18


@dataclass(frozen=True, slots=True)
class _Line:
    first: int  #: entry of the speaker
    last: int
    stamped: bool
    talk: bool  #: whether what is said sounds like talk
    chatter: bool  #: whether it is written as only in a chat
    screen: bool  #: whether the words are in lower case without a time before them, or a number follows: a name in a chat only

    @property
    def size(self) -> int:
        return self.last - self.first


class Speakers(Evidence):
    """Adds the speakers of a chat."""

    def _speakers(self) -> None:
        spoken = self._spoken_lines()
        if not spoken:
            return
        w = self.w
        by_name: dict[str, list[_Line]] = defaultdict(list)
        for line in spoken:
            by_name[" ".join(w.low[line.first : line.last])].append(line)
        starts = zip(w.line_starts, w.line_ends, strict=True)
        talk = max(
            sum(any(low in TALK for low in w.low[begin:end]) for begin, end in starts),
            sum(line.talk for line in spoken),
        )
        stamps = sum(line.stamped for line in spoken)
        again = any(len(lines) > 1 for lines in by_name.values())
        chat = _is_chat(list(by_name.values()))
        givens = {w.low[name.last - 1] for name in self.found}
        scores = [self._speaker(lines, givens, talk) for lines in by_name.values()]
        turns = self._take_turns(list(by_name.values()), scores)
        if talk < 2 and not (chat or turns) and not (stamps > 1 and (again or talk)):
            return
        for lines, sure in zip(by_name.values(), scores, strict=True):
            score = (
                sure or (self._in_chat(lines) if chat else 0.0) or (self._in_turn(lines) if turns else 0.0)
            )
            if not score:
                continue
            for line in lines:
                first = self._behind_kin(line)
                if any(n.first < line.last and n.last > line.last for n in self.found) or any(
                    n.first < first < n.last for n in self.found
                ):
                    continue  # the end of a name that began on the line before
                self.found = [n for n in self.found if n.last <= first or n.first >= line.last]
                self._add(first, line.last, score, "person_speaker")
        self.found.sort(key=lambda span: span.first)

    def _spoken_lines(self) -> list[_Line]:
        """Return the lines that may be somebody's: up to five words and a colon, behind the time if it is given."""
        w = self.w
        spoken = []
        for line, begin in enumerate(w.line_starts):
            end = w.line_ends[line]
            first, stamped = self._behind_stamp(begin, end)
            if stamped and first < end and w.kind[first] == LETTER and w.gap[first + 1 : first + 2] == [0]:
                first += 2  # "12A03 Hùng": the flat of a neighbour
            last = first
            while (
                last < end
                and last - first < _MOST_WORDS
                and w.kind[last] in (TITLE, UPPER, LETTER, MIXED, LOWER)
                and (last == first or w.gap[last] == 1)
            ):
                last += 1
            colon = self._behind_tail(last, end)
            screen = colon > last and not (stamped and w.text[last : last + 1] == ["-"])  # "Mẹ Cún - 1508:"
            if last == first or colon + 1 >= end or w.text[colon] != ":" or w.gap[colon]:
                continue
            if not stamped and in_program(w.folded, w.start[first], w.end[colon]):
                continue  # "padding: 0;"
            screen |= w.kind[first] == LOWER and not (self.lower_text and stamped)
            field = self.fields.get(first)
            while last - first > 1 and w.low[last - 1] in _OFFICES and w.kind[first] != LOWER:
                last -= 1  # "Trinh HR:"
            if (
                last - first > 2  # "Sương bảo vệ:"
                and w.kind[first] == TITLE
                and w.kind[last - 2] == w.kind[last - 1] == LOWER
                and f"{w.low[last - 2]}_{w.low[last - 1]}" in _TRADES
            ):
                last -= 2
            part = (
                w.low[first] in _PARTS
                or "_".join(w.low[first : first + 2]) in _PARTS
                or "_".join(w.low[first:last]) in _OFFICES
            )
            if part or (field is not None and not field.free and not stamped):
                continue
            said = w.low[colon + 1 : end]
            talk = said[-1:] == ["?"] or any(low in TALK for low in said)
            chatter = talk or any(low in _CHATTER for low in said)
            spoken.append(_Line(first, last, stamped, talk, chatter, screen))
        return spoken

    def _behind_tail(self, i: int, end: int) -> int:
        """Return the entry behind the flat, the year or the face that a screen name ends with: "Ngân 1902:", "Hà - G1.11:"."""
        w = self.w
        last = min(end, i + _LONGEST_TAIL)
        while i < last and (w.kind[i] in (NUMBER, LETTER) or (w.kind[i] == MARK and w.text[i] != ":")):
            i += 1
        return i

    def _behind_stamp(self, begin: int, end: int) -> tuple[int, bool]:
        """Return the first entry behind the time at the start of a line, and whether there is one."""
        w = self.w
        i = begin
        clock = False
        while i < end and i - begin < _LONGEST_STAMP:
            if w.kind[i] == NUMBER or (w.kind[i] == MARK and w.text[i] in "[]()/-–.,:"):
                clock = clock or (
                    w.text[i] == ":"
                    and i > begin
                    and w.kind[i - 1] == NUMBER
                    and w.kind[i + 1 : i + 2] == [NUMBER]
                )
            elif not (clock and w.low[i] in ("am", "pm", "sa", "ch")):
                break
            i += 1
        flat = i + 1 < end and w.kind[i] == LETTER and w.kind[i + 1] == NUMBER
        if not clock or (w.kind[i - 1] == NUMBER and w.gap[i : i + 1] == [0] and not flat):
            return begin, False
        return i, True

    def _behind_kin(self, line: _Line) -> int:
        w = self.w
        low = w.low[line.first]
        kin = low in _BEFORE_NAME or (self.plain and low in _BEFORE_NAME_PLAIN)
        return line.first + (kin and line.size > 1)

    def _speaker(self, lines: list[_Line], givens: set[str], talk: int) -> float:
        """Return how surely the words before the colon are somebody, 0 if they are not."""
        w = self.w
        line = next((one for one in lines if not one.screen), None)
        if line is None:
            return 0.0
        lows = w.low[line.first : line.last]
        kinds = w.kind[line.first : line.last]
        if any(low in ENGLISH_WORDS for low in lows) or "_".join(lows[:2]) in self.s.not_names:
            return 0.0
        if (
            any(low in self.s.hard_stops and low not in _KIN for low in lows[1:])
            or "_".join(lows[:2]) in self.pair_stops | self.org_pairs
        ):
            return 0.0
        if len(lows) == 1 and not line.stamped and lows[0] in _LABELS:
            return 0.0
        if not line.stamped and kinds[0] == UPPER and len(lines) < 2 and not {lows[-1], lows[0]} & givens:
            return 0.0
        known = bool({lows[-1], lows[0]} & givens)
        named = any(low in self.s.given and low not in self.s.stops for low in lows)
        kin = (lows[0] in _KIN or (self.plain and lows[0] in _BEFORE_NAME_PLAIN)) and len(lows) > 1
        if line.stamped and len(lows) == 1 and kinds[0] == UPPER and not (known or is_syllable(lows[0])):
            return 0.0  # "[09:02] HDFIN: …": what is no word sends messages for a firm
        if line.stamped:
            words = all(kind != LOWER or self.lower_text for kind in kinds)
            plain = not any(low in self.s.stops and low not in self.s.given for low in lows)
            return 0.8 if words and (known or kin or named or (plain and talk > 1)) else 0.0
        if any(kind == LOWER for kind in kinds) or not is_syllable(w.text[line.first]):
            return 0.0
        given = all(low in self.s.given for low in lows)
        if known or (given and (len(lines) > 1 or talk > 1)):
            return 0.75
        if kin and (len(lines) > 1 or talk > 1) and sum(line.talk for line in lines):
            return 0.75
        return 0.75 if named and len(lines) > 1 and sum(line.talk for line in lines) else 0.0

    def _in_chat(self, lines: list[_Line]) -> float:
        """Return how surely somebody whom nothing else names speaks in a chat: by a screen name, and more than once."""
        w = self.w
        line = lines[0]
        lows = w.low[line.first : line.last]
        pairs = ["_".join(pair) for pair in pairwise(lows)]
        if (
            len(lines) < 2
            or w.kind[line.first] == LETTER
            or not self._is_screen_name(line)
            or any(low in ENGLISH_WORDS or low in _LABELS for low in lows)
            or any(low in self.s.hard_stops and low not in _KIN for low in lows)
            or any(map(self._names_nobody, pairs))
            or (len(lows) == 1 and lows[0] in _KIN)
        ):
            return 0.0
        return 0.7 if any(one.chatter for one in lines) else 0.0

    def _names_nobody(self, pair: str) -> bool:
        """Return whether two words together are known for something else."""
        return pair in self.pair_stops or pair in self.org_pairs or pair in self.s.not_names

    def _take_turns(self, speakers: list[list[_Line]], scores: list[float]) -> bool:
        """Return whether somebody who is called by name and somebody else speak in turn, each more than once.

        Records that follow each other repeat their labels too, but none of these is a name.
        """
        again = [(lines, score) for lines, score in zip(speakers, scores, strict=True) if len(lines) > 1]
        chatter = sum(line.chatter for lines, _ in again for line in lines)
        return any(
            (score or (chatter > 1 and self._in_chat(lines)))
            and any(
                lines[0].first < other[-1].first and other[0].first < lines[-1].first
                for other, _ in again
                if other is not lines
            )
            for lines, score in again
        )

    def _in_turn(self, lines: list[_Line]) -> float:
        """Return how surely somebody is called before the colon where people take turns: "Kiên ba tàu: …", "còm: …"."""
        w = self.w
        line = lines[0]
        lows = w.low[line.first : line.last]
        if (
            w.kind[line.first] == LETTER
            or lows[0] in _LABELS
            or (len(lows) == 1 and (lows[0] in _KIN or w.kind[line.first] == UPPER))
            or lows[0] in ENGLISH_WORDS
            or "_".join(lows[:2]) in compounds(self.plain)
            or (lows[0] in self.s.hard_stops and lows[0] not in _KIN and lows[0] not in self.s.given)
            or self._names_nobody("_".join(lows[:2]))
        ):
            return 0.0
        if len(lines) > 1:
            return 0.7
        named = any(low in self.s.given and low not in self.s.stops for low in (lows[0], lows[-1]))
        return 0.65 if named and w.kind[line.first] == TITLE else 0.0

    def _is_screen_name(self, line: _Line) -> bool:
        """Return whether words hold a given name, or in lower case ("cách làm: …") one that is no word of the language."""
        w = self.w
        lows = w.low[line.first : line.last]
        if w.kind[line.first] == LOWER:
            return not all(is_syllable(low) for low in lows)
        return any(low in self.s.given for low in lows)


def _is_chat(speakers: list[list[_Line]]) -> bool:
    """Return whether at least two people take turns, and most of what they say is talk or carries its time."""
    again = [lines for lines in speakers if len(lines) > 1]
    lines = [line for spoken in speakers for line in spoken]
    return len(again) > 1 and sum(line.chatter or line.stamped for line in lines) * 2 > len(lines)
