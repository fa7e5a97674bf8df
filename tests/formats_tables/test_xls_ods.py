"""XLS comes out as XLSX, ODS as ODS; what is gone is gone, what stays says the same."""

from __future__ import annotations

import base64
import datetime
import hashlib
import math
import re
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from python_calamine import CalamineWorkbook

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.errors import CorruptDocument, EmptyFile, PasswordRequired, UnsupportedFormat, WrongPassword
from redactor.formats.base import Edit, OutputOptions
from redactor.formats.ods import OdsFormat
from redactor.formats.xls import XlsFormat
from redactor.formats.xls_looks import Looks, dressed_cell, lost
from redactor.model import (
    Action,
    CellPlace,
    ColumnPlace,
    Decision,
    Decisions,
    Finding,
    Outcome,
    Scan,
    Treatment,
)
from redactor.verify.base import VerifyRequest
from redactor.verify.workbook import WorkbookVerifier

_DATA = Path(__file__).parent / "data"
_SHEET = "Nhân viên"
_HIDDEN = (
    "00119001234",
    "119001234",
    "Nguyễn Văn A",
    "Nguyễn Văn B",
    "Nguyễn Văn C",
    "0912345670",
    "Lê Văn C",
)


def _finding(number, place, value="", kind=EntityType.PERSON):
    return Finding(
        id=f"f{number}", entity_type=kind, score=1, reason=Reason("test"), places=(place,), value=value
    )


def _run(format_, source, draft):
    nothing = lambda done, total: None  # noqa: E731
    document = format_.open(source, "")
    reading = document.read(nothing)
    findings = [
        _finding(1, ColumnPlace(_SHEET, 2, 1, 5), kind=EntityType.VN_PERSONAL_ID),
        _finding(2, ColumnPlace(_SHEET, 1, 1, 5)),
        _finding(3, CellPlace(_SHEET, 1, 4, 4, 14), "0912345670", EntityType.VN_PHONE),
        _finding(4, CellPlace(_SHEET, 1, 5), "0912345670", EntityType.VN_PHONE),
    ]
    for row, values in enumerate(reading.tables[0].rows):
        if (
            row
            and len(values) > 7
            and isinstance(values[7], str | int)
            and any(h in str(values[7]) for h in _HIDDEN)
        ):
            findings.append(_finding(20 + row, CellPlace(_SHEET, row, 7), str(values[7])))
    for index, unit in enumerate(reading.texts):
        for match in re.finditer(r"Lê Văn C|Nguyễn Văn [A-E]|0*119001234\d|Trần Thị B", unit.text):
            findings.append(_finding(100 + index, unit.places(*match.span())[0], match.group()))
    applied = document.apply(
        [Edit(f, lambda value: "[CHE]") for f in findings], (), OutputOptions(), draft, nothing
    )
    decisions = Decisions(tuple(Decision(f.id, Action.HIDE) for f in findings))
    request = VerifyRequest(
        source, "", draft, Scan(document.info, tuple(findings)), decisions, applied, lambda text: ()
    )
    document.close()
    return reading, applied, request


def _bytes(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def _failed(request):
    return {check.name for check in WorkbookVerifier().verify(request) if check.outcome is not Outcome.PASSED}


def test_xls_becomes_xlsx(tmp_path, table_tools):
    source, draft = _DATA / "nhan-vien.xls", tmp_path / "b.xlsx"
    reading, applied, request = _run(XlsFormat(), source, draft)
    assert request.scan.source.format == "xls"
    assert reading.tables[0].rows[1][2] == "001190012340", "the format says how many zeros"
    assert "converted_to_xlsx" in applied.notes
    left_out = {part.part for part in applied.parts if part.treatment is Treatment.LEFT_OUT}
    assert "xls.formulas" in left_out
    assert len(left_out) == sum(part.treatment is Treatment.LEFT_OUT for part in applied.parts), (
        "each named once"
    )
    assert "xls.formatting" not in left_out
    for value in _HIDDEN:
        assert table_tools.holds(draft, value) == []
    book = openpyxl.load_workbook(draft)
    assert [sheet.sheet_state for sheet in book] == ["visible", "hidden"]
    assert book[_SHEET]["D2"].value.year == 1990
    assert book[_SHEET]["F3"].value == "0912345671"
    assert book[_SHEET]["D2"].number_format == "yyyy\\-mm\\-dd\\ h:mm:ss"
    assert book[_SHEET].column_dimensions["A"].width == pytest.approx(8.6, abs=0.1)
    notes = [cell.comment.text for row in book[_SHEET].iter_rows() for cell in row if cell.comment]
    assert notes
    assert not any(value in note for note in notes for value in _HIDDEN)
    assert _failed(request) == set()


def test_looks_that_cannot_be_read_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr("redactor.formats.xls.Looks.of", lambda data: None)
    _, applied, request = _run(XlsFormat(), _DATA / "nhan-vien.xls", tmp_path / "b.xlsx")
    assert any(part.part == "xls.formatting" for part in applied.parts)
    assert _failed(request) == set()


@pytest.mark.parametrize("at", range(600, 6000, 450))
def test_damaged_looks_stop_nothing(at):
    """Whatever of the file is broken, reading its looks answers or says that it cannot."""
    data = bytearray((_DATA / "nhan-vien.xls").read_bytes())
    data[at : at + 40] = bytes(range(200, 240))
    looks = Looks.of(bytes(data))
    if looks is not None:
        sheet = openpyxl.Workbook(write_only=True).create_sheet()
        found = looks.dress(sheet, 0)
        for row in range(found.height):
            for column in range(found.width(row)):
                dressed_cell(sheet, looks, found, (row, column), None)
    assert isinstance(lost(bytes(data)), dict)


def test_a_lie_about_an_xls_is_caught(tmp_path, table_tools):
    draft = tmp_path / "b.xlsx"
    _, _, request = _run(XlsFormat(), _DATA / "nhan-vien.xls", draft)
    table_tools.surgery(
        draft, {"xl/worksheets/sheet1.xml": lambda d: d.replace(b"[CHE]", b"001190012342", 1)}
    )
    assert "no_value_in_cells" in _failed(request)
    table_tools.surgery(
        draft, {"xl/worksheets/sheet1.xml": lambda d: d.replace(b"0912345671", b"0912345679")}
    )
    assert "untouched_cells_equal" in _failed(request)


def test_text_that_looks_like_a_formula_stays_text(tmp_path, table_tools, monkeypatch):
    from redactor.formats import xls

    class _Meta:
        name, visible, typ = "S", xls.SheetVisibleEnum.Visible, xls.SheetTypeEnum.WorkSheet

    class _Sheet:
        def to_python(self, skip_empty_area):
            return [["=1+1", "+5", 3.0, True, "a\x00b", math.nan, datetime.date(1990, 5, 2)]]

        merged_cell_ranges = (((1, 0), (2, 1)), ((4, 4), (4, 4)))

    class _Book:
        sheets_metadata = (_Meta,)

        def get_sheet_by_name(self, name):
            return _Sheet()

    monkeypatch.setattr(
        xls, "CalamineWorkbook", type("C", (), {"from_filelike": staticmethod(lambda data: _Book())})
    )
    sheet = openpyxl.load_workbook(xls._converted(b"")[0]).active
    cells = next(sheet.iter_rows())
    assert [cell.value for cell in cells[:6]] == ["=1+1", "+5", 3, True, "ab", "#NUM!"]
    assert (cells[6].value.year, cells[6].number_format) == (1990, "dd/mm/yyyy")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A2:B3"]
    assert cells[0].data_type == "s"


def test_ods_stays_ods(tmp_path):
    source, draft = _DATA / "nhan-vien.ods", tmp_path / "b.ods"
    reading, applied, request = _run(OdsFormat(), source, draft)
    assert reading.tables[0].rows[1][2] == "001190012340"
    parts = _bytes(draft)
    assert set(parts) == {"mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"}
    for value in (*_HIDDEN, "Lê_20_Văn_20_C"):
        assert [name for name, text in parts.items() if value in text] == []
    with zipfile.ZipFile(draft) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    book = CalamineWorkbook.from_path(str(draft))
    assert book.sheet_names == [_SHEET, "CHE"]
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[2][5] == "0912345671"
    assert len({row[2] for row in rows[1:]}) == 5
    assert rows[1][4] == "gọi [CHE] ngay"
    assert "results_dropped" in applied.notes
    assert re.search(r"COUNTIF\([^&]*&quot;\[CHE \d\]&quot;", parts["content.xml"])
    assert _failed(request) == set()


@pytest.mark.parametrize(
    ("old", "new", "caught_by"),
    [
        ("[CHE", "Nguyễn Văn Anh Đào", "untouched_cells_equal"),
        ("0912345671", "0912345670", "no_value_in_cells"),
        ("</office:spreadsheet>", "<!-- 001190012340 --></office:spreadsheet>", "no_value_in_parts"),
    ],
)
def test_a_lie_about_an_ods_is_caught(tmp_path, table_tools, old, new, caught_by):
    draft = tmp_path / "b.ods"
    _, _, request = _run(OdsFormat(), _DATA / "nhan-vien.ods", draft)
    if caught_by == "untouched_cells_equal":
        old, new = "0912345671", "0912345672"
    table_tools.surgery(draft, {"content.xml": lambda d: d.replace(old.encode(), new.encode())})
    assert caught_by in _failed(request)


_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
    "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>"
)


def _ods(path, body, manifest=b"<m/>", more=None):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS % body)
        archive.writestr("META-INF/manifest.xml", manifest)
        for name, data in (more or {}).items():
            archive.writestr(name, data)


def test_repeated_cells_and_rows_are_taken_apart(tmp_path, table_tools):
    source, draft = tmp_path / "a.ods", tmp_path / "b.ods"
    cell = '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>An <text:span>B</text:span><text:s text:c="2"/>C</text:p></table:table-cell>'
    _ods(source, f'<table:table table:name="T"><table:table-row table:number-rows-repeated="3">{cell}</table:table-row>'
         '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>')  # fmt: skip
    done = table_tools.redact(
        OdsFormat(),
        source,
        draft,
        [
            table_tools.edit(table_tools.cell("T", 1, 1), "X"),
            table_tools.edit(table_tools.cell("T", 2, 0, 3, 4), "Y"),
        ],
    )
    assert [list(row) for row in done.reading.tables[0].rows] == [["An B  C"] * 2] * 3
    rows = CalamineWorkbook.from_path(str(draft)).get_sheet_by_index(0).to_python()
    assert rows == [["An B  C", "An B  C"], ["An B  C", "X"], ["An Y  C", "An B  C"]]


def test_what_stays_behind_in_an_ods(tmp_path, table_tools):
    source, draft = tmp_path / "a.ods", tmp_path / "b.ods"
    body = (
        '<table:tracked-changes><text:p>BíMật</text:p></table:tracked-changes><table:table table:name="T"><office:forms>BíMật</office:forms>'
        '<table:table-row><table:table-cell><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame><text:p>giữ</text:p></table:table-cell></table:table-row></table:table>'
    )
    more = {
        n: b"B\xc3\xadM\xe1\xba\xadt"
        for n in ("meta.xml", "Object 1/content.xml", "Thumbnails/t.png", "Basic/x.xml")
    }
    _ods(source, body, more=more)
    done = table_tools.redact(OdsFormat(), source, draft, [])
    assert not [name for name, text in _bytes(draft).items() if "BíMật" in text or "BíMật" in name]
    assert "giữ" in _bytes(draft)["content.xml"]
    assert {"ods.other", "ods.extension"} <= {part.part for part in done.applied.parts}


def test_bad_files(tmp_path):
    empty, text, cut = tmp_path / "a.xls", tmp_path / "b.xls", tmp_path / "c.xls"
    empty.touch()
    text.write_bytes(b"<html><table></table></html>")
    cut.write_bytes((_DATA / "nhan-vien.xls").read_bytes()[:3000])
    with pytest.raises(EmptyFile):
        XlsFormat().open(empty, "")
    with pytest.raises(CorruptDocument):
        XlsFormat().open(text, "")
    with pytest.raises(CorruptDocument):
        XlsFormat().open(cut, "")
    assert XlsFormat().sniff(text.read_bytes(), ".xls") == 0
    locked = tmp_path / "d.ods"
    _ods(locked, "", manifest=b"<manifest:encryption-data/>")
    with pytest.raises(PasswordRequired):
        OdsFormat().open(locked, "")
    with pytest.raises(UnsupportedFormat):
        OdsFormat().open(locked, "x")
    broken = tmp_path / "e.ods"
    _ods(broken, "<not closed>")
    with pytest.raises(CorruptDocument):
        OdsFormat().open(broken, "")


def test_a_workbook_under_an_old_name(tmp_path, table_tools):
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    path = tmp_path / "a.xlsx"
    book.save(path)
    shutil.copy(path, tmp_path / "a.xls")
    assert XlsFormat().open(tmp_path / "a.xls", "").info.format == "xlsx"


def _biff2(cells):
    """A worksheet as Excel 2 wrote it: records of type, length and body (MS-XLS calls its successor BIFF 8)."""
    records = [struct.pack("<HHHH", 0x0009, 4, 2, 0x0010)]
    for (row, column), value in cells.items():
        head = struct.pack("<HH3x", row, column)
        if isinstance(value, str):
            text = value.encode("ascii")
            body, kind = head + bytes([len(text)]) + text, 0x0004
        else:
            body, kind = head + struct.pack("<d", value), 0x0003
        records.append(struct.pack("<HH", kind, len(body)) + body)
    return b"".join([*records, struct.pack("<HH", 0x000A, 0)])


def test_a_sheet_of_excel_2_is_read_and_checked(tmp_path, table_tools):
    source, draft = tmp_path / "a.xls", tmp_path / "b.xlsx"
    source.write_bytes(
        _biff2({(0, 0): "Ho ten", (0, 1): "CCCD", (1, 0): "Lan", (1, 1): 1190012345.0, (2, 1): 7.5})
    )
    document = XlsFormat().open(source, "")
    reading = document.read(table_tools.nothing)
    assert [list(row) for row in reading.tables[0].rows] == [
        ["Ho ten", "CCCD"],
        ["Lan", 1190012345],
        [None, 7.5],
    ]
    finding = _finding(1, CellPlace(reading.tables[0].sheet, 1, 1), "1190012345")
    applied = document.apply(
        [Edit(finding, lambda value: "[CHE]")], (), OutputOptions(), draft, table_tools.nothing
    )
    scan = Scan(document.info, (finding,))
    document.close()
    request = VerifyRequest(
        source, "", draft, scan, Decisions((Decision("f1", Action.HIDE),)), applied, lambda t: ()
    )
    assert _failed(request) == set()
    table_tools.surgery(draft, {"xl/worksheets/sheet1.xml": lambda d: d.replace(b"[CHE]", b"001190012345")})
    assert "no_value_in_cells" in _failed(request)


def _locked(source, target, password, rounds=2000):
    """Lock a package as ODF 1.2 says: pack, pad, AES-256-CBC under PBKDF2 over the password's SHA-256."""
    salt, vector = b"s" * 16, b"v" * 16
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(password.encode()).digest(), salt, rounds, 32)
    names = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = []
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name in ("mimetype", "META-INF/manifest.xml"):
                continue
            packer = zlib.compressobj(wbits=-15)
            packed = packer.compress(data) + packer.flush()
            checksum = base64.b64encode(hashlib.sha256(packed[:1024]).digest()).decode()
            padding = 16 - len(packed) % 16
            lock = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
            new.writestr(name, lock.update(packed + bytes(padding - 1) + bytes([padding])) + lock.finalize())
            entries.append(
                f'<manifest:file-entry manifest:full-path="{name}" manifest:size="{len(data)}"><manifest:encryption-data '
                f'manifest:checksum-type="{names}#sha256-1k" manifest:checksum="{checksum}"><manifest:algorithm '
                'manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" '
                f'manifest:initialisation-vector="{base64.b64encode(vector).decode()}"/><manifest:start-key-generation '
                'manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/>'
                f'<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" '
                f'manifest:iteration-count="{rounds}" manifest:salt="{base64.b64encode(salt).decode()}"/>'
                "</manifest:encryption-data></manifest:file-entry>"
            )
        new.writestr("mimetype", old.read("mimetype"))
        new.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{names}">{"".join(entries)}</manifest:manifest>',
        )


def test_a_locked_ods_opens_with_its_password(tmp_path, table_tools):
    source, draft = tmp_path / "a.ods", tmp_path / "b.ods"
    _locked(_DATA / "nhan-vien.ods", source, "mật khẩu")
    with pytest.raises(PasswordRequired):
        OdsFormat().open(source, "")
    with pytest.raises(WrongPassword):
        OdsFormat().open(source, "khác")
    document = OdsFormat().open(source, "mật khẩu")
    reading = document.read(table_tools.nothing)
    number = reading.tables[0].rows[1][2]
    assert number == "001190012340"
    finding = _finding(1, CellPlace(reading.tables[0].sheet, 1, 2), number, EntityType.VN_PERSONAL_ID)
    applied = document.apply(
        [Edit(finding, lambda value: "[CHE]")], (), OutputOptions(), draft, table_tools.nothing
    )
    scan = Scan(document.info, (finding,))
    document.close()
    decisions = Decisions((Decision("f1", Action.HIDE),))
    request = VerifyRequest(source, "mật khẩu", draft, scan, decisions, applied, lambda text: ())
    assert "opens" not in _failed(request)
    assert "[CHE 1]" in _bytes(draft)["content.xml"], "numbered, since lookups depend on it"
    assert "encryption-data" not in _bytes(draft)["META-INF/manifest.xml"]
    assert not draft.read_bytes().count(b"001190012340")


@pytest.mark.parametrize(
    ("old", "new"), [(b"aes256-cbc", b"blowfish"), (b'"2000"', b'"999999999"'), (b"salt=", b"x=")]
)
def test_other_locks_are_refused(tmp_path, table_tools, old, new):
    source = tmp_path / "a.ods"
    _locked(_DATA / "nhan-vien.ods", source, "mật khẩu")
    table_tools.surgery(source, {"META-INF/manifest.xml": lambda d: d.replace(old, new)})
    with pytest.raises((UnsupportedFormat, WrongPassword)):
        OdsFormat().open(source, "mật khẩu")
