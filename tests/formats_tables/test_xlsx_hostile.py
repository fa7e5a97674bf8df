"""Malformed and malicious workbooks: a correct result or a typed error, in bounded time and memory."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from redactor.errors import (
    CorruptDocument,
    EmptyFile,
    LimitExceeded,
    PasswordRequired,
    RedactorError,
    SourceUnreadable,
    WrongPassword,
)
from redactor.formats.base import OutputOptions
from redactor.formats.xlsx import XlsxFormat
from redactor.formats.xlsx import package as package_module

pytestmark = pytest.mark.hostile


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["CCCD", "001190012345"])
    workbook.save(path)
    return path


def _read(path, tools):
    document = XlsxFormat().open(path, "")
    try:
        return document.read(tools.nothing)
    finally:
        document.close()


_SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b"PK\x03\x04", CorruptDocument),
        (b"PK\x05\x06" + bytes(18), CorruptDocument),
        (b"<html><table><tr><td>1</td></tr></table></html>", CorruptDocument),
        (b"a,b,c\n1,2,3\n", CorruptDocument),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), CorruptDocument),
    ],
)
def test_files_that_are_no_workbook(tmp_path, data, error):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(error):
        XlsxFormat().open(path, "")


@pytest.mark.parametrize("head", [b"<html>", b"a,b,c", b"%PDF-1.7", b""])
def test_other_formats_are_not_claimed(head):
    assert XlsxFormat().sniff(head, ".xlsx") == 0


def test_a_missing_file(tmp_path):
    with pytest.raises(SourceUnreadable):
        XlsxFormat().open(tmp_path / "none.xlsx", "")


def test_truncated_anywhere(book, table_tools, tmp_path):
    data = book.read_bytes()
    for size in range(0, len(data) - 1, 397):
        path = tmp_path / "cut.xlsx"
        path.write_bytes(data[:size])
        with pytest.raises(RedactorError):
            _read(path, table_tools)


_BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>"""


@pytest.mark.parametrize(
    "part", [_SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"]
)
def test_entities_are_refused(book, table_tools, part):
    table_tools.surgery(book, {part: lambda d: _BOMB + re.sub(rb"^<\?xml.*?\?>", b"", d)})
    with pytest.raises(CorruptDocument):
        _read(book, table_tools)


def test_a_file_is_never_fetched(book, table_tools, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("BíMật", encoding="utf-8")
    entity = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'.encode()
    table_tools.surgery(
        book, {_SHEET: lambda d: entity + re.sub(rb"^<\?xml.*?\?>", b"", d).replace(b"CCCD", b"&s;")}
    )
    with pytest.raises(CorruptDocument):
        _read(book, table_tools)


def test_a_zip_bomb(book, table_tools, tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in table_tools.parts(book).items():
            archive.writestr(name, data)
        with archive.open("xl/media/x.bin", "w", force_zip64=True) as stream:
            for _ in range(80):
                stream.write(bytes(1 << 20))
    with pytest.raises(LimitExceeded):
        XlsxFormat().open(path, "")


def test_too_many_parts(book, table_tools, monkeypatch):
    monkeypatch.setattr(package_module, "MAX_PARTS", 5)
    with pytest.raises(LimitExceeded):
        XlsxFormat().open(book, "")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_part_names(book, table_tools, tmp_path):
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr(_SHEET, archive.read(_SHEET).replace(b"001190012345", b"001190054321"))
    draft = tmp_path / "b.xlsx"
    done = table_tools.redact(XlsxFormat(), book, draft, [])
    with zipfile.ZipFile(draft) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))
    assert done.reading.tables[0].rows[0][1] == "001190054321"
    assert table_tools.holds(draft, "001190012345") == []
    assert any(part.part == "xlsx.duplicate_entries" for part in done.applied.parts)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda d: d.replace(b"</worksheet>", b""), CorruptDocument),
        (lambda d: d.replace(b't="inlineStr"><is><t>CCCD</t></is>', b't="s"><v>99</v>'), CorruptDocument),
        (lambda d: d.replace(b't="inlineStr"><is><t>CCCD</t></is>', b't="s"><v>x</v>'), CorruptDocument),
        (lambda d: d.replace(b'r="A1"', b'r="ZZZ1"'), LimitExceeded),
        (lambda d: d.replace(b'<row r="1"', b'<row r="9999999"'), LimitExceeded),
        (lambda d: b"", CorruptDocument),
        (lambda d: b"\x00" * 50, CorruptDocument),
        (lambda d: re.sub(rb"<sheetData.*</sheetData>", b"", d), CorruptDocument),
        (lambda d: b"<a>" * 5000 + b"</a>" * 5000, CorruptDocument),
    ],
)
def test_broken_sheets(book, table_tools, change, error):
    table_tools.surgery(book, {_SHEET: change})
    with pytest.raises(error):
        _read(book, table_tools)


@pytest.mark.parametrize("value", ["1e999", "nan", "9" * 5000, "--5", "1.5e", "0x10", " 5 ", ""])
def test_numbers_that_are_none(book, table_tools, tmp_path, value):
    table_tools.surgery(
        book,
        {_SHEET: lambda d: d.replace(b't="inlineStr"><is><t>CCCD</t></is>', f"><v>{value}</v>".encode())},
    )
    draft = tmp_path / "b.xlsx"
    table_tools.redact(XlsxFormat(), book, draft, [table_tools.edit(table_tools.cell("Sheet", 0, 0), "X")])
    assert table_tools.parts(draft)[_SHEET].count(b"<row") == 1


def test_a_sheet_without_rows(tmp_path, table_tools):
    path, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    openpyxl.Workbook().save(path)
    done = table_tools.redact(XlsxFormat(), path, draft, [])
    assert [list(t.rows) for t in done.reading.tables] == [[]]
    assert openpyxl.load_workbook(draft).active.max_row == 1


def test_all_columns_a_sheet_has(tmp_path, table_tools):
    path, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    book.active.append([f"c{i}" for i in range(16384)])
    book.save(path)
    table_tools.redact(
        XlsxFormat(), path, draft, [table_tools.edit(table_tools.cell("Sheet", 0, 16383), "X")]
    )
    row = next(openpyxl.load_workbook(draft).active.iter_rows(values_only=True))
    assert (len(row), row[0], row[-1]) == (16384, "c0", "X")


@pytest.mark.slow
def test_one_cell_in_the_last_corner_of_many_rows(tmp_path, table_tools):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.save(path)
    rows = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (i, i) for i in range(1, 30_001))
    table_tools.surgery(
        path,
        {
            _SHEET: lambda d: re.sub(
                rb"<sheetData ?/>|<sheetData></sheetData>", b"<sheetData>" + rows + b"</sheetData>", d
            )
        },
    )
    reading = _read(path, table_tools)
    assert sum(map(len, reading.tables[0].rows)) < 25_000_000
    assert len(reading.texts) > 20_000


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/xl/none.xml", "http://vidu.vn/x.xml", ""])
def test_relationships_that_lead_nowhere(book, table_tools, tmp_path, target):
    link = f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="{target}"/>'
    table_tools.surgery(
        book,
        {
            "xl/_rels/workbook.xml.rels": lambda d: d.replace(
                b"</Relationships>", link.encode() + b"</Relationships>"
            )
        },
    )
    draft = tmp_path / "b.xlsx"
    table_tools.redact(XlsxFormat(), book, draft, [])
    assert openpyxl.load_workbook(draft).active["B1"].value == "001190012345"


def _locked(book, tmp_path):
    path = tmp_path / "locked.xlsx"
    out = io.BytesIO()
    with book.open("rb") as stream:
        OOXMLFile(stream).encrypt("mật khẩu", out)
    path.write_bytes(out.getvalue())
    return path


def test_encrypted_workbooks(book, tmp_path, table_tools):
    locked = _locked(book, tmp_path)
    assert XlsxFormat().sniff(locked.read_bytes()[:4096], ".xlsx") >= 50
    with pytest.raises(PasswordRequired):
        XlsxFormat().open(locked, "")
    with pytest.raises(WrongPassword):
        XlsxFormat().open(locked, "sai")
    document = XlsxFormat().open(locked, "mật khẩu")
    assert document.read(table_tools.nothing).tables[0].rows[0][1] == "001190012345"
    plain, again = tmp_path / "b.xlsx", tmp_path / "c.xlsx"
    document.apply([], (), OutputOptions(), plain, table_tools.nothing)
    assert zipfile.is_zipfile(plain)
    document.apply([], (), OutputOptions(password="khóa mới"), again, table_tools.nothing)
    assert not zipfile.is_zipfile(again)
    assert (
        XlsxFormat().open(again, "khóa mới").read(table_tools.nothing).tables[0].rows[0][1] == "001190012345"
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx", "c.xlsx", "locked.xlsx"]
