"""Columns of codes in lists of people: the people's, or those of orders, complaints, lessons and parking cards."""

from __future__ import annotations

import pytest
from finding import detector

from recognizers.detection import TableData
from recognizers.results import TableHits


def _found(*rows: tuple[object, ...]) -> TableHits:
    return detector().find_document([], [TableData("", rows, None)]).tables[0]


def _kinds(hits: TableHits, column: int) -> set[str]:
    return {str(hit.entity_type) for hit in (*hits.columns, *hits.cells) if hit.column == column}


_NAMES = ("Lăng Thị Phin", "Trần Văn Sáng", "Phạm Thị Mộng", "Nguyễn Đình Chương")
_PHONES = ("0912447118", "0339208714", "0764228019", "0908331754")


@pytest.mark.parametrize(
    ("header", "codes", "kind"),
    [
        ("Mã máy chấm công", ("318", "322", "407", "411"), "EMPLOYEE_ID"),
        ("Giấy CS", ("1184/GCS", "1185/GCS", "1187/GCS", "1190/GCS"), "CIVIL_DOC_NO"),
        ("Số CCHN", ("0417/HCM-CCHN", "2217/CCHN-D", "0011/HP-CCHN", "1187/CCHN"), "CIVIL_DOC_NO"),
        ("PIN ký số", ("771402", "118400", "220714", "509921"), "CREDENTIAL"),
        ("Mã khóa cửa", ("7714#", "1184#", "2207#", "5099#"), "CREDENTIAL"),
        ("lat", (15.8471, 15.8477, 15.849, 15.8512), "GEO_LOCATION"),
        ("Kinh độ", ("107.5518", "107.5524", "107.5530", "107.5541"), "GEO_LOCATION"),
    ],
)
def test_a_column_beside_people_is_theirs(header: str, codes: tuple[object, ...], kind: str) -> None:
    hits = _found(("Họ tên", header, "SĐT"), *zip(_NAMES, codes, _PHONES, strict=True))
    assert _kinds(hits, 1) == {kind}


def test_who_is_asked_for_is_a_person_and_has_a_card() -> None:
    rows = [
        ("Số thẻ", "Ai", "Vào", "Ra"),
        *((f"10{i}17", name, "05:52", "14:03") for i, name in enumerate(_NAMES)),
    ]
    hits = _found(*rows)
    assert _kinds(hits, 0) == {"EMPLOYEE_ID"}
    assert _kinds(hits, 1) == {"PERSON"}


@pytest.mark.parametrize(
    "header", ["Mã KN", "Mã HP", "Thẻ thang", "Số hiệu ngạch", "Mã yêu cầu", "Mã sự cố", "Mã học phần"]
)
def test_codes_of_things_beside_people_stay(header: str) -> None:
    hits = _found(
        (header, "Họ tên", "SĐT"),
        *((f"KN-118{i}4", name, _PHONES[i]) for i, name in enumerate(_NAMES)),
    )
    assert _kinds(hits, 0) == set()


@pytest.mark.parametrize("event", ["Nội dung", "Tài liệu", "Xử lý", "Hành trình", "Sản phẩm"])
def test_codes_of_what_happened_to_people_stay(event: str) -> None:
    told = ("rò nước trần", "kẹt cửa", "đèn hỏng", "mất điện")
    hits = _found(
        ("Mã", "Khách", event),
        *((f"BT-77{i}", name, what) for i, (name, what) in enumerate(zip(_NAMES, told, strict=True))),
    )
    assert _kinds(hits, 0) == set()


def test_who_is_paid_by_the_piece_has_a_code() -> None:
    hits = _found(
        ("Mã", "Họ tên", "Số lượng", "Đơn giá", "Lương"),
        *((f"M3-01{i}", name, 1840 + i, 3600, 6624000 + i) for i, name in enumerate(_NAMES)),
    )
    assert _kinds(hits, 0) == {"EMPLOYEE_ID"}


def test_accounts_of_whom_a_statement_names_are_theirs() -> None:
    told = ("chuyen tien thue nha", "tra tien hang", "mung cuoi", "hoc phi")
    accounts = ("6845311496", "QRMS0053718", "0091456466788", "19037755120018")
    hits = _found(
        ("Date", "Description", "Counterparty Name", "Counterparty Acct"),
        *((f"2025-11-{18 + i}", told[i], name.upper(), accounts[i]) for i, name in enumerate(_NAMES)),
    )
    assert _kinds(hits, 3)


@pytest.mark.parametrize("group", ["Thông tin", "Thông tin nhân viên"])
def test_a_head_over_several_columns_does_not_hide_their_codes(group: str) -> None:
    heads = ("TT", "Họ tên", group, "", "Lương", ""), ("", "", "Mã số", "Điện thoại", "Cơ bản", "Phụ cấp")
    rows = zip((1, 2, 3, 4), _NAMES, ("0107", "0111", "0119", "0125"), _PHONES, (9_450_000,) * 4, (1_200_000,) * 4, strict=True)  # fmt: skip
    assert _kinds(_found(*heads, *rows), 2) == {"EMPLOYEE_ID"}


@pytest.mark.parametrize("head", ["Đơn hàng", "Sản phẩm", "Máy"])
def test_codes_of_things_below_such_a_head_stay(head: str) -> None:
    heads = ("TT", "Người mua", head, "", "Giá", ""), ("", "", "Mã số", "Điện thoại", "Bán", "Giảm")
    rows = zip((1, 2, 3, 4), _NAMES, ("0107", "0111", "0119", "0125"), _PHONES, (450_000,) * 4, (20_000,) * 4, strict=True)  # fmt: skip
    assert _kinds(_found(*heads, *rows), 2) == set()
