"""Cells of every kind: only what goes is different, and what goes is gone from every byte."""

from __future__ import annotations

import datetime
import re

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.formula import ArrayFormula

from redactor.formats.xlsx import XlsxFormat

_CCCD = "001190012345"


def _moment(year: int, month: int, day: int) -> datetime.datetime:
    return datetime.datetime(year, month, day)  # noqa: DTZ001 - spreadsheets know no time zones


@pytest.fixture
def paths(tmp_path):
    return tmp_path / "a.xlsx", tmp_path / "b.xlsx"


def _sheet(path, cells, title="Dữ liệu", formats=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for address, value in cells.items():
        sheet[address] = value
    for address, code in (formats or {}).items():
        sheet[address].number_format = code
    book.save(path)


def _shared(table_tools, path):
    """Turn inline strings into shared ones, as Excel writes them."""
    strings: list[bytes] = []

    def change(data: bytes) -> bytes:
        def swap(match: re.Match[bytes]) -> bytes:
            strings.append(match.group(2))
            return b'%s t="s"><v>%d</v></c>' % (match.group(1), len(strings) - 1)

        return re.sub(rb'(<c r="\w+"(?: s="\d+")?) t="inlineStr"><is>(.*?)</is></c>', swap, data)

    table_tools.surgery(path, {"xl/worksheets/sheet1.xml": change})
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    body = b"".join(b"<si>" + text + b"</si>" for text in strings)
    orphan = "<si><t>Mồ Côi Thị Sót</t></si>".encode()
    table_tools.surgery(
        path,
        {
            "[Content_Types].xml": lambda d: d.replace(
                b"</Types>",
                b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
                b'.spreadsheetml.sharedStrings+xml"/></Types>',
            ),
            "xl/_rels/workbook.xml.rels": lambda d: d.replace(
                b"</Relationships>",
                b'<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                b'sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            ),
        },
        {"xl/sharedStrings.xml": f'<sst xmlns="{main}" count="9">'.encode() + body + orphan + b"</sst>"},
    )


@pytest.mark.parametrize("shared", [False, True])
def test_text_cells(paths, table_tools, shared):
    source, draft = paths
    _sheet(source, {"A1": "Họ tên", "A2": "Nguyễn Văn An", "B2": "gọi 0912345678 ngay", "C2": "giữ lại"})
    if shared:
        _shared(table_tools, source)
    edits = [
        table_tools.edit(table_tools.cell("Dữ liệu", 1, 0), "[HỌ TÊN]"),
        table_tools.edit(table_tools.cell("Dữ liệu", 1, 1, 4, 14), "█"),
    ]
    done = table_tools.redact(XlsxFormat(), source, draft, edits)
    rows = list(openpyxl.load_workbook(draft).active.iter_rows(values_only=True))
    assert rows == [("Họ tên", None, None), ("[HỌ TÊN]", "gọi █ ngay", "giữ lại")]
    for value in ("Nguyễn Văn An", "0912345678", "Mồ Côi"):
        assert table_tools.holds(draft, value) == []
    if shared:
        assert any(part.part == "xlsx.orphan_strings" for part in done.reading.hidden_parts)


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        (1190012345, "000000000000", _CCCD),
        (912345678, "0000 000 000", "0912 345 678"),
        (1190012345, "General", 1190012345),
        (1.190012345e9, "0.00E+00", 1190012345),
        (_moment(1990, 1, 2), "dd/mm/yyyy", _moment(1990, 1, 2)),
        (0.5, "0%", 0.5),
        (1190012345, '"CCCD "000000000000', f"CCCD {_CCCD}"),
        (5, "00", "05"),
        (1234.5, "#,##0.00", 1234.5),
        (33000, "General", 33000),
    ],
)
def test_numbers_are_read_as_shown(paths, table_tools, value, code, seen):
    source, draft = paths
    _sheet(source, {"A1": value}, formats={"A1": code})
    done = table_tools.redact(XlsxFormat(), source, draft, [])
    assert done.reading.tables[0].rows[0][0] == seen


def test_the_calendar_of_1904(paths, table_tools):
    source, draft = paths
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = _moment(1990, 1, 2)
    book.save(source)
    done = table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Sheet", 0, 0), "01/01/1990")]
    )
    assert done.reading.tables[0].rows[0][0] == _moment(1990, 1, 2)
    assert openpyxl.load_workbook(draft).active["A1"].value == _moment(1990, 1, 1)


@pytest.mark.parametrize(
    ("value", "code", "new", "written"),
    [
        (1190012345, "General", "9990054321", 9990054321),
        (1190012345, "000000000000", "999012345678", 999012345678),
        (1190012345, "General", "[CCCD]", "[CCCD]"),
        (1190012345, "General", "0990", "0990"),
        (_moment(1990, 1, 2), "dd/mm/yyyy", "01/01/1990", _moment(1990, 1, 1)),
        (_moment(1990, 1, 2), "dd/mm/yyyy", "1990", "1990"),
        ("Nguyễn", "General", "", None),
    ],
)
def test_types_stay_where_they_can(paths, table_tools, value, code, new, written):
    source, draft = paths
    _sheet(source, {"A1": value, "B1": 1}, formats={"A1": code})
    table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Dữ liệu", 0, 0), new)]
    )
    cell = openpyxl.load_workbook(draft).active["A1"]
    assert cell.value == written
    assert cell.number_format == code


def test_rich_text_keeps_the_rest_of_its_runs(paths, table_tools):
    source, draft = paths
    bold = InlineFont(b=True, rFont="Times New Roman")
    _sheet(
        source, {"A1": CellRichText("Số ", TextBlock(bold, "00119"), "0012345", TextBlock(bold, " của bà"))}
    )
    table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Dữ liệu", 0, 0, 3, 15), "[CCCD]")]
    )
    value = openpyxl.load_workbook(draft, rich_text=True).active["A1"].value
    assert str(value) == "Số [CCCD] của bà"
    assert value[-1].font.b
    assert table_tools.holds(draft, "0012345") == []


def test_phonetic_runs_of_an_untouched_inline_string_go(paths, table_tools):
    source, draft = paths
    _sheet(source, {"A1": "An", "B1": "x"})
    inline = '<c r="B1" t="inlineStr"><is><t>x</t><rPh sb="0" eb="1"><t>Bí Mật</t></rPh></is></c>'
    table_tools.surgery(
        source,
        {
            "xl/worksheets/sheet1.xml": lambda d: re.sub(
                rb'<c r="B1".*?</c>', inline.encode(), d, flags=re.DOTALL
            )
        },
    )
    assert table_tools.holds(source, "Bí Mật")
    table_tools.redact(XlsxFormat(), source, draft, [])
    assert table_tools.holds(draft, "Bí Mật") == []
    assert openpyxl.load_workbook(draft).active["B1"].value == "x"


def test_phonetic_runs_go(paths, table_tools):
    source, draft = paths
    _sheet(source, {"A1": "An", "B1": "x"})
    table_tools.surgery(
        source,
        {
            "xl/worksheets/sheet1.xml": lambda d: re.sub(
                rb"<t>An</t>", '<t>An</t><rPh sb="0" eb="1"><t>Bí Mật</t></rPh>'.encode(), d
            )
        },
    )
    _shared(table_tools, source)
    table_tools.redact(XlsxFormat(), source, draft, [])
    assert table_tools.holds(draft, "Bí Mật") == []
    assert openpyxl.load_workbook(draft).active["A1"].value == "An"


def test_escapes_are_decoded(paths, table_tools):
    source, draft = paths
    _sheet(source, {"A1": "x"})
    escaped = "".join(f"_x{ord(c):04X}_" for c in _CCCD)
    table_tools.surgery(
        source, {"xl/worksheets/sheet1.xml": lambda d: d.replace(b"<t>x</t>", f"<t>{escaped}</t>".encode())}
    )
    done = table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Dữ liệu", 0, 0), "_x0041_")]
    )
    assert done.reading.tables[0].rows[0][0] == _CCCD
    assert table_tools.holds(draft, escaped) == []
    again = table_tools.redact(XlsxFormat(), draft, source, [])
    assert again.reading.tables[0].rows[0][0] == "_x0041_"


def test_errors_and_booleans_are_left_alone(paths, table_tools):
    source, draft = paths
    _sheet(source, {"A1": "CCCD", "A2": True, "A3": "#N/A", "A4": _CCCD})
    table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.column("Dữ liệu", 0, 1, 3), "[CCCD]")]
    )
    rows = [row[0] for row in openpyxl.load_workbook(draft).active.iter_rows(values_only=True)]
    assert rows == ["CCCD", True, "#N/A", "[CCCD]"]


def test_hidden_inner_cells_of_a_merge(paths, table_tools):
    source, draft = paths
    _sheet(source, {"A1": "Tiêu đề", "B1": _CCCD})
    table_tools.surgery(
        source,
        {
            "xl/worksheets/sheet1.xml": lambda d: d.replace(
                b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
            )
        },
    )
    done = table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Dữ liệu", 0, 1), "X")]
    )
    assert done.reading.tables[0].rows[0][1] == _CCCD
    assert table_tools.holds(draft, _CCCD) == []
    assert "A1:B1" in [str(r) for r in openpyxl.load_workbook(draft).active.merged_cells.ranges]


def test_last_cell_of_the_sheet_and_a_lying_dimension(paths, table_tools):
    source, draft = paths
    _sheet(source, {"A1": "x", "XFD1048576": _CCCD})
    table_tools.surgery(
        source,
        {"xl/worksheets/sheet1.xml": lambda d: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', d)},
    )
    done = table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Dữ liệu", 1048575, 16383), "X")]
    )
    assert (
        done.reading.tables[0].rows[1048575][16383] == _CCCD if len(done.reading.tables[0].rows) > 1 else True
    )
    assert table_tools.holds(draft, _CCCD) == []


def test_far_cells_become_texts_of_their_own(tmp_path, table_tools):
    from redactor.formats.xlsx import reader

    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    _sheet(source, {"A1": "x", "XFD9": _CCCD})
    limit, reader._FREE_AREA = reader._FREE_AREA, 100
    try:
        done = table_tools.redact(
            XlsxFormat(), source, draft, lambda reading: [table_tools.edit_unit(reading, _CCCD, "X")]
        )
    finally:
        reader._FREE_AREA = limit
    assert len(done.reading.tables[0].rows) == 1
    assert table_tools.holds(draft, _CCCD) == []
    assert openpyxl.load_workbook(draft).active["XFD9"].value == "X"


@pytest.mark.parametrize(
    "spelling",
    [
        lambda d: d.replace(b"><v>", b">\n  <v>").replace(b"<row", b"\n<row"),
        lambda d: d.replace(b'<c r="A2"', b"<!-- 1 --><c r='A2'"),
        lambda d: re.sub(rb' r="[A-Z]*\d+"', b"", d),
        lambda d: re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", d).replace(b"xmlns=", b"xmlns:x="),
        lambda d: (
            d.decode().replace("<t>001190012345</t>", "<t><![CDATA[001190012345]]></t>").encode("utf-16")
        ),
        lambda d: re.sub(rb'(<row r="1".*?</row>)(<row r="2".*?</row>)', rb"\2\1", d),
        lambda d: re.sub(rb'(<c r="A2".*?</c>)', rb"\1\1", d),
    ],
    ids=[
        "white space",
        "comment",
        "no addresses",
        "prefix",
        "utf-16 and cdata",
        "rows out of order",
        "cell twice",
    ],
)
def test_other_spellings_of_a_sheet(paths, table_tools, spelling):
    source, draft = paths
    _sheet(source, {"A1": "CCCD", "B1": "Ghi chú", "A2": _CCCD, "B2": 5, "A3": 7})
    table_tools.surgery(source, {"xl/worksheets/sheet1.xml": spelling})
    done = table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Dữ liệu", 1, 0), "[X]")]
    )
    assert [list(row) for row in done.reading.tables[0].rows] == [["CCCD", "Ghi chú"], [_CCCD, 5], [7]]
    rows = list(openpyxl.load_workbook(draft).active.iter_rows(values_only=True))
    assert rows == [("CCCD", "Ghi chú"), ("[X]", 5), (7, None)]
    assert table_tools.holds(draft, _CCCD) == []


def test_array_formula_over_changed_cells(paths, table_tools):
    source, draft = paths
    _sheet(source, {"A1": "Nguyễn Văn An", "A2": "Trần Thị Bé"})
    book = openpyxl.load_workbook(source)
    book.active["C1"] = ArrayFormula("C1:C2", "=UPPER(A1:A2)")
    book.save(source)
    table_tools.surgery(
        source,
        {"xl/worksheets/sheet1.xml": lambda d: re.sub(rb'</f><v ?/?>(?:</v>)?</c>', "</f><v>NGUYỄN VĂN AN</v></c>".encode(), d)
         .replace(b'<row r="2">', b'<row r="2">')
         .replace(b'</row></sheetData>', '<c r="C2" t="str"><v>TRẦN THỊ BÉ</v></c></row></sheetData>'.encode())},
    )  # fmt: skip
    table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.column("Dữ liệu", 0, 0, 1), "[HỌ TÊN]")]
    )
    for value in ("NGUYỄN VĂN AN", "TRẦN THỊ BÉ", "Nguyễn Văn An"):
        assert table_tools.holds(draft, value) == []
    assert openpyxl.load_workbook(draft).active["C1"].value.text == "=UPPER(A1:A2)"
