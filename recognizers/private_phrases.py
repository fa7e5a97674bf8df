"""Health, family ties and private life told in running text about somebody: "mẹ em bị ung thư gan", "(con dâu)".

Only in a text that names people; a leaflet about diseases or a law about families names nobody. Health needs an
illness behind a word of suffering or treatment, or behind a label that the field table lacks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.name_reader import name_spans
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.words import is_plain, words

#: How illnesses and conditions begin, on the key.
_ILLNESS = (
    r"(?:ung thu|viem|tieu duong|dai thao duong|cao huyet ap|tang huyet ap|huyet ap|tai bien|dot quy|tim bam sinh|benh|suy|gay|"
    r"tram cam|roi loan|dong kinh|tam than|tu ky|bai nao|sot|hen|lao phoi|hiv|soi|u nao|u xo|buou|thieu mau|thoat vi|xo gan|chan thuong|"
    r"nhoi mau|liet|mu |diec|cam diec|beo phi|suy dinh duong|can thi|can \d|loan thi|di ung|sinh mo|sinh non|say thai|vo sinh|"
    r"nghien|da chan thuong|dut|bong|ngo doc|mang thai|thai|cut|mat suc|khuyet tat|tai nan)"
)
_END = r"(?:[ ](?!(?:va|nen|tai|o|do|da|phai|tu|duoc|dang|khi|vi|cho|roi|nhung|con|thi|la|hom|ngay|nam|den|theo|co|khong|bac|chua|dua)(?![a-z]))[a-z0-9/]+){0,6}"
_SUFFERS = re.compile(
    rf"(?<![a-z])(?<!thiet )(?<!trang )(?<!chuan )(?P<verb>bi|mac|dieu tri|chua tri|dang chua|nhap vien (?:vi|do)|mo|chet vi|chet do|mat vi|mat do)[ ](?P<v>{_ILLNESS}(?![a-z]){_END})"
)
_VERBS = frozenset(
    {"bị", "mắc", "điều trị", "chữa trị", "đang chữa", "mổ", "chết vì", "chết do", "mất vì", "mất do"}
    | {f"nhập viện {word}" for word in ("vì", "do")}
)
_LABELLED = re.compile(
    r"(?<![a-z])(?:nguyen nhan tu vong|nguyen nhan chet|hau qua|tien su(?: benh)?|tien can|di ung|benh nen|tinh trang suc khoe|phuong phap dieu tri|"
    r"giai thich ve|ket qua kham(?: lan truoc)?)[ ]{0,2}:?[ ]{1,3}(?:(?:anh|chi|ong|ba|em|chau)[ ][a-z]{1,7}[ ])?"
    rf"(?P<v>(?:{_ILLNESS}(?![a-z])|loai \d)[^\n.;()]{{0,60}}?)(?=[.;\n()]|, (?:dua|tai|nguy)|$)"
)
_RELATION = (
    r"(?:con (?:trai|gai|de|nuoi|rieng|re|dau|chung|ruot)|con|vo|chong|(?:bo|cha|me)(?: (?:de|ruot|vo|chong|nuoi))?|"
    r"(?:anh|chi|em)(?: (?:trai|gai|ruot|ho|re|dau|vo|chong))?|ong (?:noi|ngoai)|ba (?:noi|ngoai)|chau(?: (?:noi|ngoai|ruot|gai|trai))?|"
    r"(?:co|di|chu|bac|cau|mo|thim)(?: ruot)?|vo chong)"
)
_BESIDE = re.compile(
    rf"[ ]?(?:\([ ]?|, |[ ]?[-–][ ])(?:\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}, )?(?P<v>{_RELATION})(?=[ ]?[),;\n]|[ ][-–]|$)"
)
_IS = re.compile(rf"(?<![a-z])la (?P<v>{_RELATION}) (?:cua|ruot cua)(?![a-z])")
_PRIVATE = re.compile(
    r"(?<![a-z])(?P<v>(?:co )?quan he (?:ngoai hon nhan|bat chinh|tinh cam|tinh duc|dong gioi)|ngoai tinh|(?:song )?chung song nhu vo chong|"
    r"song (?:chung )?nhu vo chong|dong tinh(?: nam| nu)?|nguoi chuyen gioi|song tinh|co con rieng|co con ngoai gia thu|con ngoai gia thu|"
    r"bao luc gia dinh|bao hanh|xam hai tinh duc)(?![a-z])"
)


class PrivatePhraseRecognizer(VnRecognizer):
    """Finds what running text tells about the health, the family and the private life of people it names."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (
        EntityType.HEALTH_INFO,
        EntityType.FAMILY_RELATION,
        EntityType.PRIVATE_LIFE,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield the phrases of a text that names people."""
        names = name_spans(folded)
        if not names:
            return
        key = folded.key
        plain = is_plain(folded)
        for match in _SUFFERS.finditer(key):
            verb = folded.text[match.start("verb") : match.end("verb")].lower()
            if plain or verb in _VERBS:
                yield self._found(match, EntityType.HEALTH_INFO, "health_told")
        for match in _LABELLED.finditer(key):
            yield self._found(match, EntityType.HEALTH_INFO, "health_told")
        w = words(folded)
        for name in names:
            beside = _BESIDE.match(key, w.end[name.last - 1])
            if beside is not None:
                yield self._found(beside, EntityType.FAMILY_RELATION, "relation_beside")
        starts = [w.start[name.first] for name in names]
        for match in _IS.finditer(key):
            if bisect_right(starts, match.end() + 40) > bisect_right(starts, match.end()):
                yield self._found(match, EntityType.FAMILY_RELATION, "relation_beside")
        for match in _PRIVATE.finditer(key):
            yield self._found(match, EntityType.PRIVATE_LIFE, "private_told")

    @staticmethod
    def _found(match: re.Match[str], kind: EntityType, code: str) -> Found:
        value = match.group("v")
        end = match.start("v") + len(value.rstrip(" ,"))
        return Found(match.start("v"), end, kind, 0.65, Reason(code), tier=Tier.STRUCTURE)
