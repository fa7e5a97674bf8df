"""Formulas: literals and results go, dependants lose their results, lookups still find what they found."""

from __future__ import annotations

import re

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.formats.xlsx import XlsxFormat
from redactor.formats.xlsx.formulas import literal_text, literals, moved, reads, rename, tokens

_CCCD = "001190012345"


@pytest.fixture
def paths(tmp_path):
    return tmp_path / "a.xlsx", tmp_path / "b.xlsx"


def _book(path, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for address, value in cells.items():
            sheet[address] = value
    book.save(path)


def _with_results(table_tools, path, results, part="xl/worksheets/sheet1.xml"):
    """Give formula cells the results that a spreadsheet program stores."""

    def change(data):
        for address, value in results.items():
            data = re.sub(
                rf'(<c r="{address}"[^>]*)(><f>[^<]*</f>)<v ?/?>(?:</v>)?</c>'.encode(),
                rb'\1 t="str"\2' + f"<v>{value}</v></c>".encode(),
                data,
            )
        return data

    table_tools.surgery(path, {part: change})


def _formulas(path, title):
    return {
        c.coordinate: c.value
        for row in openpyxl.load_workbook(path)[title].iter_rows()
        for c in row
        if c.value
    }


def test_results_that_depend_on_changed_cells_are_dropped(paths, table_tools):
    source, draft = paths
    _book(
        source,
        A={
            "A1": _CCCD,
            "B1": "=A1",
            "C1": '=B1&"!"',
            "D1": "=E1",
            "E1": "khác",
            "F1": "=SUM(G1:G2)",
            "G1": 1,
        },
    )
    _with_results(table_tools, source, {"B1": _CCCD, "C1": _CCCD + "!", "D1": "khác", "F1": "1"})
    done = table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("A", 0, 0), "[CCCD]")]
    )
    assert table_tools.holds(draft, _CCCD) == []
    values = next(openpyxl.load_workbook(draft, data_only=True)["A"].iter_rows(values_only=True))
    assert values == ("[CCCD]", None, None, "khác", "khác", "1", 1)
    assert _formulas(draft, "A")["C1"] == '=B1&"!"'
    assert b'fullCalcOnLoad="1"' in table_tools.parts(draft)["xl/workbook.xml"]
    assert "results_dropped" in done.applied.notes


def test_unrelated_results_and_parts_stay_to_the_byte(paths, table_tools):
    source, draft = paths
    _book(source, A={"A1": _CCCD}, B={"A1": "=B1+1", "B1": 2})
    _with_results(table_tools, source, {"A1": "3"}, "xl/worksheets/sheet2.xml")
    table_tools.redact(XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("A", 0, 0), "[CCCD]")])
    before, after = table_tools.parts(source), table_tools.parts(draft)
    for name in ("xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/theme/theme1.xml", "xl/workbook.xml"):
        assert after[name] == before[name]


@pytest.mark.parametrize(
    ("formula", "changed_first", "kept"),
    [
        ("=DATE(1990,1,2)", False, False),  # nothing but literals: would come back
        ("=B1", False, False),  # reads a cell that stays
        ("=C1", True, True),  # reads a cell that goes
        ('="00119"&"0012345"', False, False),
        ("=UnknownName", False, False),
        ('=TEXT(C1,"0")', True, True),
    ],
)
def test_formula_whose_own_result_goes(paths, table_tools, formula, changed_first, kept):
    source, draft = paths
    _book(source, A={"A1": formula, "B1": "giữ", "C1": "đi"})
    _with_results(table_tools, source, {"A1": _CCCD})
    edits = [table_tools.edit(table_tools.cell("A", 0, 0), "[CCCD]")]
    if changed_first:
        edits.append(table_tools.edit(table_tools.cell("A", 0, 2), "[X]"))
    table_tools.redact(XlsxFormat(), source, draft, edits)
    assert table_tools.holds(draft, _CCCD) == []
    assert _formulas(draft, "A")["A1"] == (formula if kept else "[CCCD]")


@pytest.mark.parametrize(
    ("formula", "stays"), [("=C2*500000", False), ("=SUM(C1:C2)", False), ("=A1", True), ("=D9+1", False)]
)
def test_a_formula_without_a_result_in_a_hidden_column(paths, table_tools, formula, stays):
    """Spreadsheets compute it when the copy is opened: from cells that stay it would tell what the column hides."""
    source, draft = paths
    _book(source, A={"A1": 1_200_000, "A2": formula, "A3": 900_000, "C1": 3, "C2": 4, "B2": "=C2+1"})
    table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.column("A", 0, 0, 2, 3), "[NỢ]")]
    )
    formulas = _formulas(draft, "A")
    assert (formulas.get("A2") == formula) is stays
    assert formulas["A1"] == formulas["A3"] == "[NỢ]"
    assert formulas["B2"] == "=C2+1"


def test_literals_follow_the_grid_and_go_by_themselves(paths, table_tools):
    source, draft = paths
    _book(
        source,
        A={"A1": _CCCD, "B1": f'=IF(A1="{_CCCD}","Lê ""Tí"" Văn",1)', "C1": f"=COUNTIF(A:A,{_CCCD.lstrip('0')})",
           "D1": '=HYPERLINK("mailto:an@vidu.vn","Thư")', "E1": '=IF(1,"năm","không")'},
    )  # fmt: skip
    done = table_tools.redact(
        XlsxFormat(), source, draft,
        lambda reading: [
            table_tools.edit(table_tools.column("A", 0, 0, 0), "[CCCD]"),
            table_tools.edit_unit(reading, 'Lê "Tí" Văn', '[HỌ "T"]'),
            table_tools.edit_unit(reading, "an@vidu.vn", "[EMAIL]"),
        ],
    )  # fmt: skip
    formulas = _formulas(draft, "A")
    assert (
        formulas["B1"] == '=IF(A1="[CCCD 1]","[HỌ ""T""]",1)'
        or formulas["B1"] == '=IF(A1="[CCCD]","[HỌ ""T""]",1)'
    )
    assert formulas["A1"] in formulas["C1"]
    assert formulas["D1"] == '=HYPERLINK("mailto:[EMAIL]","Thư")'
    assert formulas["E1"] == '=IF(1,"năm","không")'
    for value in (_CCCD, _CCCD.lstrip("0"), "Tí", "an@vidu.vn"):
        assert table_tools.holds(draft, value) == []
    assert any(p.part == "xlsx.formula" and p.treatment == "redacted" for p in done.applied.parts)


@pytest.mark.parametrize("replacement", ["█████", "[CCCD]", "***345", "9990012345"])
def test_lookups_still_tell_values_apart(paths, table_tools, replacement):
    source, draft = paths
    people = {f"A{i}": f"00119001234{i}" for i in range(1, 6)} | {f"B{i}": i * 10 for i in range(1, 6)}
    _book(
        source,
        Bảng=people,
        Tra={"A1": "001190012343", "B1": "=VLOOKUP(A1,Bảng!A:B,2,0)", "A2": "=MATCH(A1,Bảng!A:A,0)"},
    )
    replace = replacement if not replacement.isdigit() else lambda v: v.replace("0011", "9990")
    table_tools.redact(
        XlsxFormat(), source, draft,
        [table_tools.edit(table_tools.column("Bảng", 0, 0, 4), replace), table_tools.edit(table_tools.cell("Tra", 0, 0), replace)],
    )  # fmt: skip
    book = openpyxl.load_workbook(draft)
    keys = [row[0].value for row in book["Bảng"].iter_rows()]
    assert len(set(keys)) == 5
    assert keys.index(book["Tra"]["A1"].value) == 2


def test_columns_outside_lookups_are_not_numbered(paths, table_tools):
    source, draft = paths
    _book(source, A={"A1": "An", "A2": "Bình", "B1": "=COUNTIF(D:D,1)"})
    table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.column("A", 0, 0, 1), "[HỌ TÊN]")]
    )
    assert [row[0].value for row in openpyxl.load_workbook(draft)["A"].iter_rows()] == [
        "[HỌ TÊN]",
        "[HỌ TÊN]",
    ]


def test_shared_formulas(paths, table_tools):
    source, draft = paths
    _book(source, A={"A1": _CCCD, "A2": "b", "A3": "c", "B1": 1, "B2": 1, "B3": 1})
    table_tools.surgery(
        source,
        {"xl/worksheets/sheet1.xml": lambda d: d
         .replace(b'<c r="B1" t="n"><v>1</v></c>', b'<c r="B1" t="str"><f t="shared" ref="B1:B3" si="0">A1&amp;"x"</f><v>q</v></c>')
         .replace(b'<c r="B2" t="n"><v>1</v></c>', b'<c r="B2" t="str"><f t="shared" si="0"/><v>bx</v></c>')
         .replace(b'<c r="B3" t="n"><v>1</v></c>', b'<c r="B3" t="str"><f t="shared" si="0"/><v>cx</v></c>')},
    )  # fmt: skip
    table_tools.redact(XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("A", 0, 1), "[X]")])
    assert _formulas(draft, "A") == {
        "A1": _CCCD,
        "A2": "b",
        "A3": "c",
        "B1": "[X]",
        "B2": '=A2&"x"',
        "B3": '=A3&"x"',
    }


def test_renamed_sheet_and_name_are_followed_everywhere(paths, table_tools):
    source, draft = paths
    _book(source, **{"Lê Văn Tám": {"A1": 5}, "Tổng": {"A1": "='Lê Văn Tám'!A1*2", "A2": "=Nguyen_Van_An+1"}})
    book = openpyxl.load_workbook(source)
    book.defined_names["Nguyen_Van_An"] = openpyxl.workbook.defined_name.DefinedName(
        "Nguyen_Van_An", attr_text="'Lê Văn Tám'!$A$1"
    )
    book["Tổng"]["B1"].hyperlink = openpyxl.worksheet.hyperlink.Hyperlink(
        ref="B1", location="'Lê Văn Tám'!A1"
    )
    book["Tổng"]["B1"] = "đi"
    book.save(source)
    table_tools.redact(
        XlsxFormat(), source, draft,
        lambda reading: [
            table_tools.edit_unit(reading, "Lê Văn Tám", "[HỌ TÊN]"), table_tools.edit_unit(reading, "Nguyen Van An", "[HỌ TÊN]"),
        ],
    )  # fmt: skip
    book = openpyxl.load_workbook(draft)
    assert book.sheetnames == ["HỌ TÊN", "Tổng"]
    assert book["Tổng"]["A1"].value == "='HỌ TÊN'!A1*2"
    (name,) = book.defined_names
    assert book["Tổng"]["A2"].value == f"={name}+1"
    assert book.defined_names[name].attr_text == "'HỌ TÊN'!$A$1"
    assert book["Tổng"]["B1"].hyperlink.location == "'HỌ TÊN'!A1"
    assert table_tools.holds(draft, "Lê Văn Tám") == table_tools.holds(draft, "Nguyen_Van_An") == []


@pytest.mark.parametrize(
    ("formula", "areas", "unsure"),
    [
        ("A1+$B$2", [(0, 0, 0, 0), (1, 1, 1, 1)], False),
        ("SUM(A:C)", [(0, 0, 1048575, 2)], False),
        ("SUM(2:3)", [(1, 0, 2, 16383)], False),
        ("LOG10(5)+1E5", [], False),
        ('"A1"&"B2"', [], False),
        ("INDIRECT(A1)", [(0, 0, 0, 0)], True),
        ("[1]X!A1", [(0, 0, 0, 0)], True),
        ("#REF!+A1", [(0, 0, 0, 0)], False),
    ],
)
def test_what_a_formula_reads(formula, areas, unsure):
    found = reads(formula)
    assert [(a.top, a.left, a.bottom, a.right) for a in found.areas] == areas
    assert found.unsure is unsure


@pytest.mark.parametrize(
    ("formula", "down", "right", "expected"),
    [
        ("A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"),
        ("SUM(A1:B2)", 1, 0, "SUM(A2:B3)"),
        ("SUM(A:$B)", 5, 1, "SUM(B:$B)"),
        ("SUM(1:$2)", 3, 0, "SUM(4:$2)"),
        ('"A1"&LOG10(A1)', 1, 0, '"A1"&LOG10(A2)'),
        ("'It''s A1'!A1", 1, 1, "'It''s A1'!B2"),
    ],
)
def test_moved_formulas(formula, down, right, expected):
    assert moved(formula, down, right) == expected


def test_only_long_numbers_are_literals():
    assert [literal_text(t) for t in literals('IF(A1>1234567,"x",12345678)')] == ["x", "12345678"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="A1$:!'\"[]().,+ &xĐ#_{}", max_size=30))
def test_tokens_lose_nothing(formula):
    assert "".join(token.text for token in tokens(formula)) == formula
    assert rename(formula, {"Khác": "x"}, {"khác": "y"}) == formula
