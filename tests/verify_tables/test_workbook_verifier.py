"""Redactors that lie, and what the verifier makes of them."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment
from PIL import Image, ImageDraw, ImageFont

from recognizers.entities import EntityType
from recognizers.results import Hit, Reason
from redactor.formats.base import Edit, OutputOptions
from redactor.formats.xlsx import XlsxFormat
from redactor.model import (
    Action,
    Applied,
    CellPlace,
    ColumnPlace,
    Decision,
    Decisions,
    Finding,
    OperatorChoice,
    Outcome,
    Scan,
)
from redactor.verify.base import VerifyRequest
from redactor.verify.workbook import CHECKS, WorkbookVerifier

_NAME = "Hoàng Thị Mơ"
_CCCD = "001190012345"
_TITLE = "Dữ liệu"


def _finding(number, place, value="", kind=EntityType.VN_PERSONAL_ID):
    return Finding(
        id=f"f{number}", entity_type=kind, score=1.0, reason=Reason("test"), places=(place,), value=value
    )


_FINDINGS = (
    _finding(1, ColumnPlace(_TITLE, 1, 1, 3)),
    _finding(2, CellPlace(_TITLE, 1, 0), _NAME, EntityType.PERSON),
    _finding(3, ColumnPlace(_TITLE, 2, 1, 3), kind=EntityType.GENDER),
    _finding(4, CellPlace(_TITLE, 1, 3, 4, 14), "0912345678", EntityType.VN_PHONE),
)


@pytest.fixture
def honest(tmp_path):
    """A source, an honest draft, and the request about both."""
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = _TITLE
    rows = [
        ["Họ tên", "CCCD", "Giới tính", "Ghi chú", "Công thức", "Lương"],
        [_NAME, _CCCD, "Nam", "gọi 0912345678 nhé", "=B2", 10],
        ["Cô Khác", "001190012346", "Nữ", "không có gì", "=F3*2", 20],
        ["Bác Khác", "001190012347", "Nam", "không", "=SUM(F2:F4)", 30],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A6:B6")
    sheet.column_dimensions["A"].width = 33
    hidden = book.create_sheet("Ẩn")
    hidden["A1"] = "trống"
    hidden.sheet_state = "hidden"
    sheet["F1"].comment = Comment("Ghi chú thường", "x")
    book.save(source)
    document = XlsxFormat().open(source, "")
    nothing = lambda done, total: None  # noqa: E731
    document.read(nothing)
    edits = [Edit(finding, lambda value: "[ĐÃ CHE]") for finding in _FINDINGS]
    applied = document.apply(edits, (), OutputOptions(), draft, nothing)
    scan = Scan(document.info, _FINDINGS)
    document.close()
    decisions = Decisions(tuple(Decision(f.id, Action.HIDE) for f in _FINDINGS))
    return VerifyRequest(source, "", draft, scan, decisions, applied, lambda text: ())


def _failed(request):
    checks = WorkbookVerifier().verify(request)
    assert tuple(check.name for check in checks) == CHECKS
    return {check.name for check in checks if check.outcome is not Outcome.PASSED}


def _tamper(request, change, add=None, drop=()):
    with zipfile.ZipFile(request.draft) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in drop}
    for name, (old, new) in change.items():
        old, new = (x.encode() if isinstance(x, str) else x for x in (old, new))
        assert old in parts[name], name
        parts[name] = parts[name].replace(old, new, 1)
    parts.update(add or {})
    with zipfile.ZipFile(request.draft, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


_SHEET, _HIDDEN = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"


def test_an_honest_copy_passes(honest):
    assert _failed(honest) == set()


@pytest.mark.parametrize(
    ("change", "caught_by"),
    [
        ({_SHEET: ("[ĐÃ CHE]", _NAME)}, "no_value_in_cells"),
        ({_SHEET: ("[ĐÃ CHE]", "hoang thi mo")}, "no_value_in_cells"),
        ({_SHEET: ("<v>20</v>", "<v>1190012345</v>")}, "no_value_in_cells"),
        ({_SHEET: ("<v>20</v>", "<v>1190012345.0</v>")}, "no_value_in_cells"),
        ({_SHEET: ("<v>20</v>", "<v>1.190012345E9</v>")}, "no_value_in_cells"),
        ({_SHEET: ("[ĐÃ CHE]", "001.190.012.345")}, "no_value_in_cells"),
        ({_HIDDEN: ("tr&#7889;ng", f"x {_NAME} y")}, "no_value_in_cells"),
        ({_SHEET: ("</sheetData>", f"</sheetData><!-- {_CCCD} -->")}, "no_value_in_parts"),
        ({_SHEET: ('<c r="A1"', f'<c r="A1" x="{_CCCD}"')}, "no_value_in_parts"),
        ({"xl/workbook.xml": ("</sheets>", f"</sheets><definedNames><definedName name=\"x\">\"{_NAME}\"</definedName></definedNames>")}, "no_value_in_parts"),
        ({"xl/workbook.xml": ('name="Ẩn"', f'name="{_NAME}"')}, "no_value_in_parts"),
        ({"xl/styles.xml": ("<numFmts", f"<!--{_CCCD}--><numFmts")}, "no_value_in_parts"),
        ({"docProps/core.xml": ("</cp:coreProperties>", f"<dc:title xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{_NAME}</dc:title></cp:coreProperties>")}, "no_value_in_parts"),
        ({"xl/comments/comment1.xml": ("Ghi chú thường", f"của {_NAME}")}, "no_value_in_parts"),
        ({_SHEET: ("<f>B2</f>", f"<f>B2</f><v>{_CCCD}</v>")}, "no_stale_cache"),
        ({_SHEET: ("<f>F3*2</f>", "<v>40</v>")}, "formulas_kept"),
        ({_SHEET: ("<v>30</v>", "<v>31</v>")}, "untouched_cells_equal"),
        ({_SHEET: ('<mergeCell ref="A6:B6"/>', '<mergeCell ref="A6:C6"/>')}, "untouched_parts_identical"),
        ({_SHEET: ('width="33"', 'width="9"')}, "untouched_parts_identical"),
        ({"xl/theme/theme1.xml": ("Office Theme", "Other Theme")}, "untouched_parts_identical"),
        ({_SHEET: ("</worksheet>", "</worksheets>")}, "opens"),
    ],
)  # fmt: skip
def test_a_lie_is_caught(honest, change, caught_by):
    if "xl/styles.xml" in change:
        with zipfile.ZipFile(honest.draft) as archive:
            start = re.search(rb"<(numFmts|fonts)", archive.read("xl/styles.xml")).group().decode()
        change = {"xl/styles.xml": (start, f"<!--{_CCCD}-->{start}")}
    if _HIDDEN in change:
        with zipfile.ZipFile(honest.draft) as archive:
            old = re.search(rb"<t>[^<]*</t>", archive.read(_HIDDEN)).group()
        change = {_HIDDEN: (old, f"<t>x {_NAME} y</t>".encode())}
    _tamper(honest, change)
    assert caught_by in _failed(honest)


def test_a_common_value_left_in_its_place(honest):
    """ "Nam" is no needle; in a column that was to go it is a leak all the same."""
    _tamper(honest, {_SHEET: (re.search(r'r="C2"[^>]*><is><t[^>]*>([^<]*)', _text(honest)).group(1), "x")})
    with zipfile.ZipFile(honest.draft) as archive:
        data = archive.read(_SHEET).decode()
    left = re.sub(r'(<c r="C2"[^>]*><is><t[^>]*>)[^<]*', r"\1Nam", data)
    _tamper(honest, {_SHEET: (data, left)})
    assert _failed(honest) == {"no_value_in_cells"}


def _text(request):
    with zipfile.ZipFile(request.draft) as archive:
        return archive.read(_SHEET).decode()


def test_a_coarse_value_may_stay_when_generalised(honest):
    with zipfile.ZipFile(honest.draft) as archive:
        data = archive.read(_SHEET).decode()
    _tamper(honest, {_SHEET: (data, re.sub(r'(<c r="C2"[^>]*><is><t[^>]*>)[^<]*', r"\1Nam", data))})
    items = tuple(
        dataclasses.replace(d, operator=OperatorChoice("generalise")) if d.finding == "f3" else d
        for d in honest.decisions.items
    )
    assert _failed(dataclasses.replace(honest, decisions=Decisions(items))) == set()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("xl/vbaProject.bin", b"x"),
        ("customXml/item1.xml", b"<x/>"),
        ("xl/embeddings/oleObject1.bin", b"x"),
        ("xl/sharedStrings2.xml", b"<sst/>"),
        ("xl/worksheets/old.xml", b"<worksheet/>"),
    ],
)
def test_a_part_that_should_not_travel(honest, name, data):
    _tamper(honest, {}, {name: data})
    assert "parts_allowed" in _failed(honest)


def test_orphaned_string(honest):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    _tamper(
        honest,
        {},
        {
            "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><r><t>Hoàng </t></r><r><t>Thị Mơ</t></r></si></sst>'.encode()
        },
    )
    assert {"no_value_in_parts", "parts_allowed"} <= _failed(honest)


def test_values_in_the_zip_around_the_parts(honest):
    with zipfile.ZipFile(honest.draft, "a") as archive:
        archive.comment = b"hello"
    assert "parts_allowed" in _failed(honest)


def test_a_missing_sheet_and_a_broken_file(honest):
    honest.draft.write_bytes(honest.draft.read_bytes()[:500])
    checks = WorkbookVerifier().verify(honest)
    assert checks[0].outcome is Outcome.FAILED
    assert {check.outcome for check in checks[1:]} == {Outcome.NOT_DONE}


def test_what_detection_sees_in_comments_and_no_finding_knows(honest):
    def redetect(text):
        at = text.find("thường")
        return [Hit(at, at + 6, EntityType.PERSON, 0.9, Reason("x"))] if at >= 0 else []

    assert _failed(dataclasses.replace(honest, redetect=redetect)) == {"redetect"}


def test_what_detection_sees_in_running_text_and_no_finding_knows(honest):
    """Text that only this reader sees; not in columns judged as a whole, and not what a finding knows."""

    def redetect(text):
        at = text.find("Vũ Thị Sen")
        return [Hit(at, at + 10, EntityType.PERSON, 0.9, Reason("x"))] if at >= 0 else []

    request = dataclasses.replace(honest, redetect=redetect)
    assert _failed(request) == set()
    _tamper(honest, {_HIDDEN: ("tr&#7889;ng", "gọi cho bà Vũ Thị Sen ngay")})
    assert "redetect" in _failed(request)
    known = _finding(9, CellPlace("Ẩn", 0, 0, 11, 21), "Vũ Thị Sen", EntityType.PERSON)
    scan = dataclasses.replace(honest.scan, findings=(*honest.scan.findings, known))
    items = (*honest.decisions.items, Decision("f9", Action.KEEP))
    kept = dataclasses.replace(request, scan=scan, decisions=Decisions(items))
    assert "redetect" not in _failed(kept)


def test_a_kept_value_may_stay(honest):
    kept = _finding(9, CellPlace(_TITLE, 2, 0), "Cô Khác Thị Nào", EntityType.PERSON)
    scan = dataclasses.replace(honest.scan, findings=(*honest.scan.findings, kept))
    items = (*honest.decisions.items, Decision("f9", Action.KEEP))
    applied = dataclasses.replace(honest.applied, needles=(*honest.applied.needles, "Cô Khác Thị Nào"))
    assert isinstance(applied, Applied)
    assert (
        _failed(dataclasses.replace(honest, scan=scan, decisions=Decisions(items), applied=applied)) == set()
    )


def test_a_value_in_the_pixels_of_a_picture(honest):
    picture = Image.new("RGB", (900, 160), "white")
    ImageDraw.Draw(picture).text(
        (30, 50), f"CCCD {_CCCD} con lai", fill="black", font=ImageFont.load_default(44)
    )
    out = io.BytesIO()
    picture.save(out, "PNG")
    _tamper(honest, {}, {"xl/media/image1.png": out.getvalue()})
    assert "no_value_in_pictures" in _failed(honest)
