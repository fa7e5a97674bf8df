"""Numbers of soldiers, police and party members told without a form: "số quân nhân 18 440 771", "thẻ đảng 31 118402"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.folding import Folded
from recognizers.nearby import matches_near

_NUMBER = (
    r"(?P<number>\d{2} \d{3} \d{3}|\d{8}|\d{3}-\d{3}|[a-zđ]{2}[ \-]?\d{6,8}|[a-zđ]{1,3}-\d{2}-\d{3,6}|\d{2}[ .]\d{6}|\d{2}\.\d{3}/[a-zđ]{2}|[a-zđ]{2,3}\d{2}-\d{4,6})"
    r"(?![\w]|[.,/\-]\d|[ ]\d{3}|[ ]?(?:dong|d|vnd|nguoi)(?![a-z]))"
)
_TOLD = re.compile(
    rf"(?<![a-z])(?P<label>so hieu(?: qn| quan nhan| sq| si quan| cand)?|so quan(?: nhan)?(?: cua toi)?|the (?:quan nhan|si quan)(?: du bi)?|the nganh(?: cand| cong an)?(?: cu)?"
    rf"|(?:the |so the )(?:dang(?: vien)?)|so the|so dang ky|ho so nvqs|so ho so nvqs|so)(?: so)?[ ]?:?[ ]{{1,6}}{_NUMBER}"
)
#: These say it all; the others need a text about the army, the police or the party.
_SURE = re.compile(
    r"so hieu (?:qn|quan|sq|si|cand)|so quan|the (?:quan|si|nganh|dang)|so the dang|(?:so )?ho so nvqs"
)
_SERVICE = re.compile(
    r"(?<![a-z])(?:quan nhan|si quan|cand|chien si|dai doi|tieu doan|trung doan|quan su|nvqs|nghia vu quan su|canh sat|hoc vien)(?![a-z])"
)
_PARTY = re.compile(r"(?<![a-z])(?:dang vien|dang bo|chi bo|dang phi|sinh hoat dang|vao dang)(?![a-z])")
_AROUND = 200


def service_numbers(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield the stretches ``folded.text[start:end]`` that number soldiers, police and party members."""
    key = folded.key
    for match in matches_near(_TOLD, key, ("so hieu", "so quan", "the ", "so dang ky", "nvqs", "so ", "so:")):
        start, end = match.span("number")
        label = match["label"]
        if _SURE.match(label):
            yield start, end
            continue
        around = max(0, start - _AROUND), end + _AROUND
        about = _PARTY if label == "so the" else _SERVICE
        if (label != "so" or _LIST.match(match["number"])) and about.search(key, *around):
            yield start, end


#: The series of those called up: "số NV26-50442".
_LIST = re.compile(r"nv\d\d-\d{4,6}")
