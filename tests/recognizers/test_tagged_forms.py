"""What the tagger says of something whose form speaks against it."""

from __future__ import annotations

import pytest

from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.tagged_forms import has_no_such_form
from recognizers.words import words

_MANUAL = "Call emitter.removeListener('event', listener) or emitter.off(). It calls Emitter::clear() and removeAll(list).\n"


def _asked(text: str, kind: str) -> bool:
    """Ask of what a text marks with brackets."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    w = words(fold(text.replace("⟦", "").replace("⟧", "")))
    return has_no_such_form(w, *w.entries(start, end), EntityType(kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("glob@7.1.⟦1⟧ của gói", "VN_PHONE"),
        ("tài khoản số ⟦02⟧ của nhóm", "VN_BANK_ACCOUNT"),
        ("số ⟦7O⟧ đó", "VN_PERSONAL_ID"),
        ("kết quả 2.⟦246907359526948937⟧e+02", "VN_BANK_ACCOUNT"),
        (_MANUAL + "See ⟦listenerCount⟧ for more.", "SOCIAL_ACCOUNT"),
        (_MANUAL + "See ⟦listenerCount⟧ for more.", "CREDENTIAL"),
        (_MANUAL + "See ⟦E310⟧ for more.", "VN_ENGINE_NO"),
        ("trong ⟦xsltFindTemplate⟧ có", "PERSON"),
        ("trong ⟦xsltFindTemplate⟧ có", "VN_ADDRESS"),
    ],
)
def test_some_forms_are_of_nobody(text: str, kind: str) -> None:
    assert _asked(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("gọi số ⟦0912 345⟧", "VN_PHONE"),
        ("gọi số 0909 220 6\n⟦74⟧ nhé", "VN_PHONE"),
        ("sổ E 0 7 5 2 ⟦3 0⟧ 7", "VN_PHONE"),
        ("giao ⟦cTrinh⟧ không mỡ hành", "PERSON"),
        ("bốn số cuối ⟦0118⟧ của em", "VN_PHONE"),
        ("mã ⟦không chín một⟧ nhé", "VN_PHONE"),
        ("đuôi ⟦O4l⟧ nhé", "VN_PERSONAL_ID"),
        ("thửa ⟦7⟧ tờ 4", "VN_LAND_PARCEL"),
        ("em ⟦7 tuổi⟧ rồi", "AGE"),
        ("nick ⟦listenerCount⟧ của em", "SOCIAL_ACCOUNT"),
        ("pass là ⟦hoabinh⟧ nhé", "CREDENTIAL"),
        (_MANUAL + "Ask ⟦Thào A Lử⟧ about it.", "PERSON"),
        (_MANUAL + "Gọi ⟦0912 345 678⟧ nếu hỏng.", "VN_PHONE"),
        (_MANUAL + "Ở ⟦bản Pọng, xã Mường Vi⟧.", "VN_ADDRESS"),
        ("gặp ⟦nguyễnVănAn⟧ nhé", "PERSON"),
        ("gặp ⟦H'Luyện⟧ nhé", "PERSON"),
        ("ở ⟦tổ 3 Quang Trung⟧", "VN_ADDRESS"),
    ],
)
def test_others_may_be_somebodys(text: str, kind: str) -> None:
    assert not _asked(text, kind)
