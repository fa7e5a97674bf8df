"""Tables as offices of personnel, insurance and tax keep them."""

from __future__ import annotations

import redactor


def kinds(rows: list[list[object]]) -> dict[tuple[int, int], str]:
    return {(f.row, f.column): f.entity_type for f in redactor.find_in_table(rows) if not f.keep}


def test_a_tax_office_numbers_its_columns_below_lines_of_the_payer() -> None:
    rows: list[list[object]] = [
        ["[01] Kỳ tính thuế: Năm 2024"],
        ["[02] Tên người nộp thuế: CÔNG TY TNHH DƯỢC LIỆU SAPA", "[03] Mã số thuế: 5300774126"],
        ["STT", "Họ và tên", "Mã số thuế", "Số CCCD", "Ủy quyền", "Tổng TNCT"],
        ["[06]", "[07]", "[08]", "[09]", "[10]", "[11]"],
        [1, "Má A Páo", "8604418273", "010085002263", "X", "168.400.000"],
        [2, "Vũ Tiến Lực", "8592003714", "034081007721", "", "355.100.000"],
        ["Tổng cộng", "", "", "", "1", "523.500.000"],
    ]
    found = kinds(rows)
    row = ["PERSON", "VN_TAX_CODE", "VN_PERSONAL_ID", "INCOME"]
    assert [found.get((4, column)) for column in (1, 2, 3, 5)] == row
    assert (2, 3) not in found
    assert (6, 5) not in found


def test_the_sum_of_the_whole_firm_is_nobodys_pay_and_no_code() -> None:
    rows: list[list[object]] = [
        ["Mã", "Họ tên", "Lương ngày", "Thành tiền", "Còn lại"],
        ["CK03", "Phùng Đắc Tài", "420.000", "10.080.000", "9.880.000"],
        ["CK05", "Chu Mạnh Hà", "380.000", "8.550.000", "8.850.000"],
        ["TỔNG TOÀN CÔNG TY", "", "", "18.630.000", "18.730.000"],
    ]
    found = kinds(rows)
    assert (found[1, 0], found[2, 0]) == ("EMPLOYEE_ID", "EMPLOYEE_ID")
    assert not {(3, 0), (3, 3), (3, 4)} & found.keys()


def test_births_are_written_with_the_year_first_and_slashes() -> None:
    rows: list[list[object]] = [
        ["Name", "DOB", "Nat."],
        ["Akihiko Yonezawa", "1974/05/30", "JPN"],
        ["Chiara Bonetti", "1990/2/17", "ITA"],
    ]
    found = kinds(rows)
    assert {found.get((row, 1)) for row in (1, 2)} == {"DATE_OF_BIRTH"}
    assert {found.get((row, 2)) for row in (1, 2)} == {"NATIONALITY"}


def test_codes_of_things_running_numbers_of_cards_and_stops_are_no_data_of_people() -> None:
    things: list[list[object]] = [
        ["Mã TS", "Tên tài sản", "Người sử dụng"],
        ["LT-041", "Máy tính HP", "Hồ Thị Thanh Xuân"],
        ["MC-015", "Máy chiếu Epson", "Lê Văn Hậu"],
    ]
    assert {kinds(things).get((row, 0)) for row in (1, 2)} == {None}
    pupils: list[list[object]] = [
        ["Mã TS", "Họ tên thí sinh"],
        ["TS-041", "Hồ Thị Thanh Xuân"],
        ["TS-042", "Lê Văn Hậu"],
    ]
    assert kinds(pupils)[1, 0] == "STUDENT_ID"
    cards: list[list[object]] = [["Số thẻ", "Loại xe"], ["0081", "Vision"], ["0082", "Wave"]]
    assert "BANK_CARD" not in kinds(cards).values()
    stops: list[list[object]] = [
        ["Điểm", "Giờ đón", "Học sinh"],
        ["Ngã tư Khuất Duy Tiến", "6:35", "Phùng Khánh Duy"],
        ["Cổng khu đô thị Trung Văn", "6:48", "Đặng Tú Vi"],
    ]
    assert "GRADES" not in kinds(stops).values()


def test_allowances_are_pay_beside_what_only_its_word_shows_to_be_pay() -> None:
    rows: list[list[object]] = [
        ["Họ tên", "Lương BQ", "Trợ cấp"],
        ["Khiếu Thị Thanh", "9.114.000", "136.710.000"],
        ["Nhữ Đình Toàn", "11.250.000", "67.500.000"],
    ]
    assert kinds(rows)[1, 2] == "INCOME"


def test_passes_beside_names_are_their_holders() -> None:
    rows: list[list[object]] = [
        ["Mã thẻ", "Họ và tên", "T2", "T3", "Tổng giờ"],
        ["S1107", "Giàng A Dế", "2", "2", "4"],
        ["S1142", "Lang Thị Hiệp", "2", "0", "2"],
        ["S0983", "Thân Trung Kiên", "3", "3", "6"],
    ]
    assert {(row, 0) for row in (1, 2, 3)} <= set(kinds(rows))
    goods: list[list[object]] = [
        ["Mã thẻ", "Loại thẻ", "Mệnh giá"],
        ["S1107", "Viettel", "50.000"],
        ["S1142", "Vina", "50.000"],
    ]
    assert set(kinds(goods)) == set()
