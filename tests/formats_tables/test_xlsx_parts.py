"""What the grid does not show: redacted inside, or left out and named; and the rest kept to the byte."""

from __future__ import annotations

import re

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from redactor.formats.xlsx import XlsxFormat
from redactor.model import Treatment

_NAME = "Hoàng Thị Mơ"
_CCCD = "001190012345"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def paths(tmp_path):
    return tmp_path / "a.xlsx", tmp_path / "b.xlsx"


def _book(path, change=None, cells=None):
    book = openpyxl.Workbook()
    for address, value in (cells or {"A1": "x", "A2": 5}).items():
        book.active[address] = value
    if change:
        change(book, book.active)
    book.save(path)


def _comment(book, sheet):
    sheet["A1"].comment = Comment(f"Gọi {_NAME} nhé", "Người Viết")


def _validation(book, sheet):
    rule = DataValidation(
        type="list",
        formula1=f'"{_NAME},Khác"',
        promptTitle=_NAME,
        prompt=f"Chọn {_NAME}",
        error=f"Không phải {_NAME}",
    )
    rule.add("A5")
    sheet.add_data_validation(rule)


def _conditional(book, sheet):
    fill = PatternFill(bgColor="FFFF00")
    sheet.conditional_formatting.add("A1:A9", FormulaRule(formula=[f'A1="{_NAME}"'], fill=fill))
    sheet.conditional_formatting.add("B1:B9", CellIsRule(operator="equal", formula=[f'"{_NAME}"'], fill=fill))


def _header(book, sheet):
    sheet.oddHeader.center.text = f"Của {_NAME}"
    sheet.oddHeader.center.font = "Arial,Bold"
    sheet.oddFooter.right.text = "Trang &P"


def _hyperlink(book, sheet):
    sheet["A1"].hyperlink = openpyxl.worksheet.hyperlink.Hyperlink(
        ref="A1", tooltip=_NAME, display=_NAME, id="rId1", target=f"https://x.vn/?n={_NAME}"
    )


def _format(book, sheet):
    sheet["A2"].number_format = f'0" của {_NAME}"'


def _properties(book, sheet):
    book.properties.title = f"Lương {_NAME}"


def _hidden_sheet(book, sheet):
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "veryHidden"
    hidden["B2"].comment = Comment(_NAME, "x")


def _defined(book, sheet):
    book.defined_names["hang"] = openpyxl.workbook.defined_name.DefinedName(
        "hang", attr_text=f'"{_NAME}"', comment=_NAME, hidden=True
    )


def _chart(book, sheet):
    chart = BarChart()
    chart.title = f"Lương của {_NAME}"
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2), titles_from_data=True)
    sheet.add_chart(chart, "D1")


def _filter(book, sheet):
    sheet.auto_filter.ref = "A1:A9"
    sheet.auto_filter.add_filter_column(0, [_NAME, "khác"])


def _scenario(book, sheet):
    from openpyxl.worksheet.scenario import InputCells, Scenario, ScenarioList

    cells = InputCells(r="A1", val=_NAME)
    sheet.scenarios = ScenarioList(
        scenario=[Scenario(name="s", user="u", comment=f"của {_NAME}", inputCells=[cells])]
    )


def _style(book, sheet):
    sheet["A1"].style = openpyxl.styles.NamedStyle(name=f"Kiểu {_NAME}")


@pytest.mark.parametrize(
    "change",
    [_comment, _validation, _conditional, _header, _hyperlink, _format, _properties, _hidden_sheet, _defined, _chart,
     _filter, _scenario, _style],
)  # fmt: skip
def test_texts_of_other_parts(paths, table_tools, change):
    source, draft = paths
    _book(source, change)
    assert table_tools.holds(source, _NAME) or table_tools.holds(source, "Ho%C3%A0ng")

    def edits(reading):
        found = []
        for unit in reading.texts:
            for match in re.finditer(_NAME, unit.text):
                found.append(table_tools.edit(unit.places(match.start(), match.end())[0], "[HỌ TÊN]", _NAME))
        assert found
        return found

    done = table_tools.redact(XlsxFormat(), source, draft, edits)
    for value in (_NAME, "Ho%C3%A0ng", "Người Viết"):
        assert table_tools.holds(draft, value) == []
    assert any(part.treatment is Treatment.REDACTED for part in done.applied.parts)
    openpyxl.load_workbook(draft)


@pytest.mark.parametrize(
    "change", [_comment, _validation, _conditional, _header, _format, _chart, _filter, _style]
)
def test_without_findings_the_copy_says_the_same(paths, table_tools, change):
    source, draft = paths
    _book(source, change)
    table_tools.redact(XlsxFormat(), source, draft, [])
    before, after = table_tools.parts(source), table_tools.parts(draft)
    for name in set(before) & set(after):
        if not re.search(r"rels$|Content_Types|docProps|comments/|workbook\.xml", name):
            assert after[name] == before[name], name


def _add_part(table_tools, path, owner, part, kind, content_type, data, reference=b""):
    """Hang a part onto another, as other programs write them."""
    folder, _, name = owner.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    parts = table_tools.parts(path)
    old = parts.get(
        rels,
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    )
    link = f'<Relationship Id="rIdX" Type="{kind if ":" in kind else f"{_REL}/{kind}"}" Target="/{part}"/></Relationships>'
    override = f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'
    table_tools.surgery(
        path,
        {"[Content_Types].xml": lambda d: d.replace(b"</Types>", override.encode()),
         owner: lambda d: d.replace(b"</worksheet>", reference + b"</worksheet>") if reference else d},
        {part: data, rels: old.replace(b"</Relationships>", link.encode())},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("owner", "part", "kind", "reference", "key"),
    [
        ("xl/worksheets/sheet1.xml", "xl/printerSettings/printerSettings1.bin", "printerSettings", b"", "xlsx.printer_settings"),
        ("xl/worksheets/sheet1.xml", "xl/embeddings/a.docx", "package",
         b'<oleObjects><oleObject progId="Word" shapeId="1" r:id="rIdX" xmlns:r="%s"/></oleObjects>' % _REL.encode(), "xlsx.embedded"),
        ("xl/worksheets/sheet1.xml", "xl/threadedComments/t1.xml", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", b"", "xlsx.threaded_comment"),
        ("xl/workbook.xml", "xl/vbaProject.bin", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", b"", "xlsx.macros"),
        ("xl/workbook.xml", "xl/connections.xml", "connections", b"", "xlsx.connection"),
        ("xl/workbook.xml", "customXml/item1.xml", "customXml", b"", "xlsx.custom_xml"),
        ("xl/workbook.xml", "xl/calcChain.xml", "calcChain", b"", "xlsx.calc_chain"),
        ("xl/workbook.xml", "xl/persons/person.xml", "http://schemas.microsoft.com/office/2017/10/relationships/person", b"", "xlsx.persons"),
        ("xl/workbook.xml", "xl/unheard/of.xml", "http://example.invalid/new/thing", b"", "xlsx.other"),
        ("xl/workbook.xml", "xl/revisions/userNames.xml", "usernames", b"", "xlsx.revisions"),
        ("xl/workbook.xml", "xl/model/item.data", "powerPivotData", b"", "xlsx.data_model"),
    ],
)  # fmt: skip
def test_parts_that_are_left_out_and_named(paths, table_tools, owner, part, kind, reference, key):
    source, draft = paths
    _book(source)
    _add_part(
        table_tools,
        source,
        owner,
        part,
        kind,
        "application/octet-stream",
        f"<x>{_NAME}</x>".encode(),
        reference,
    )
    done = table_tools.redact(XlsxFormat(), source, draft, [])
    after = table_tools.parts(draft)
    assert part not in after
    assert table_tools.holds(draft, _NAME) == []
    assert not any(b"rIdX" in data for data in after.values())
    for hidden in (done.reading.hidden_parts, done.applied.parts):
        assert any(p.part == key and p.treatment is Treatment.LEFT_OUT for p in hidden)
    assert openpyxl.load_workbook(draft).active["A2"].value == 5
    assert ("macros_removed" in done.applied.notes) == (key == "xlsx.macros")


def test_a_part_nothing_leads_to(paths, table_tools):
    source, draft = paths
    _book(source)
    table_tools.surgery(source, {}, {"xl/worksheets/old.xml": _NAME.encode(), "note.txt": _NAME.encode()})
    done = table_tools.redact(XlsxFormat(), source, draft, [])
    assert table_tools.holds(draft, _NAME) == []
    assert any(p.part == "xlsx.other" and p.count == 2 for p in done.applied.parts)


def test_personal_properties_always_go(paths, table_tools):
    source, draft = paths

    def change(book, sheet):
        book.properties.creator = book.properties.lastModifiedBy = _NAME
        book.properties.title = "Bảng lương"
        book.custom_doc_props.append(openpyxl.packaging.custom.StringProperty(name="Chủ", value=_NAME))

    _book(source, change)
    table_tools.redact(XlsxFormat(), source, draft, [])
    assert table_tools.holds(draft, _NAME) == []
    assert openpyxl.load_workbook(draft).properties.title == "Bảng lương"
    assert not [
        name for name in table_tools.parts(draft) if name in ("docProps/custom.xml", "docProps/app.xml")
    ]


def test_table_columns_follow_their_headers(paths, table_tools):
    source, draft = paths

    def change(book, sheet):
        sheet.add_table(Table(displayName="Bang", ref="A1:B2"))

    _book(source, change, {"A1": _NAME, "B1": "Số", "A2": 1, "B2": 2})
    table_tools.redact(
        XlsxFormat(), source, draft, [table_tools.edit(table_tools.cell("Sheet", 0, 0), "[HỌ TÊN]")]
    )
    sheet = openpyxl.load_workbook(draft).active
    assert sheet.tables["Bang"].column_names == [sheet["A1"].value, sheet["B1"].value] == ["[HỌ TÊN]", "Số"]
    assert table_tools.holds(draft, _NAME) == []


def test_formulas_call_a_table_and_its_columns_by_their_new_names(paths, table_tools):
    source, draft = paths

    def change(book, sheet):
        sheet.add_table(Table(displayName="Mo_Hoang", ref="A1:C2"))
        sheet["E1"] = f"=SUM(Mo_Hoang[{_NAME}])+SUM(Mo_Hoang[Số])"
        sheet["E2"] = f"=Mo_Hoang[[#This Row],[{_NAME}]]*2"
        sheet["E3"] = f"=SUM(Mo_Hoang[[#Data],[{_NAME}]:[Số]])"
        book.defined_names["cot"] = openpyxl.workbook.defined_name.DefinedName(
            "cot", attr_text=f"Mo_Hoang[{_NAME}]"
        )

    _book(source, change, {"A1": _NAME, "B1": "Số", "C1": "Xoá", "A2": 1, "B2": 2, "C2": 3})
    cell = table_tools.cell
    table_tools.redact(
        XlsxFormat(), source, draft,
        lambda reading: [
            table_tools.edit(cell("Sheet", 0, 0), "[TÊN]"), table_tools.edit(cell("Sheet", 0, 1), "[TÊN]"),
            table_tools.edit(cell("Sheet", 0, 2), ""), table_tools.edit_unit(reading, "Mo_Hoang", "[HỌ TÊN]"),
        ],
    )  # fmt: skip
    book = openpyxl.load_workbook(draft)
    sheet = book.active
    (table,) = sheet.tables.values()
    assert table.displayName == "HỌ_TÊN"
    assert [cell.value for cell in sheet[1][:3]] == table.column_names == ["[TÊN]", "[TÊN] 2", "Cột 3"]
    assert sheet["E1"].value == "=SUM(HỌ_TÊN[['[TÊN']]])+SUM(HỌ_TÊN[['[TÊN'] 2]])"
    assert sheet["E2"].value == "=HỌ_TÊN[[#This Row],['[TÊN']]]*2"
    assert sheet["E3"].value == "=SUM(HỌ_TÊN[[#Data],['[TÊN']]:['[TÊN'] 2]])"
    assert book.defined_names["cot"].attr_text == "HỌ_TÊN[['[TÊN']]]"
    assert table_tools.holds(draft, _NAME) == table_tools.holds(draft, "Mo_Hoang") == []


def test_a_pivot_that_lives_on_a_connection_stays_behind(paths, table_tools):
    source, draft = paths
    _book(source, None, {"A1": "CCCD", "A2": 1})
    _pivot(table_tools, source)
    old = re.compile(rb'<cacheSource type="worksheet">.*?</cacheSource>')
    table_tools.surgery(
        source,
        {
            "xl/pivotCache/pivotCacheDefinition1.xml": lambda d: old.sub(
                b'<cacheSource type="external" connectionId="3"/>', d
            )
        },
    )
    done = table_tools.redact(XlsxFormat(), source, draft, [])
    parts = table_tools.parts(draft)
    assert not [name for name in parts if "pivot" in name.lower()]
    assert not [name for name, data in parts.items() if b"onnectionId" in data or b"pivotCache" in data]
    left_out = {p.part for p in done.applied.parts if p.treatment is Treatment.LEFT_OUT}
    assert {"xlsx.pivot", "xlsx.pivot_records"} <= left_out
    openpyxl.load_workbook(draft)


def _pivot(table_tools, path):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cache = (
        f'<pivotCacheDefinition xmlns="{main}" xmlns:r="{_REL}" r:id="rId1" refreshedBy="Người Làm" recordCount="2">'
        f'<cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="Sheet"/></cacheSource><cacheFields count="2">'
        f'<cacheField name="CCCD" numFmtId="0"><sharedItems count="2"><s v="{_CCCD}"/><s v="001190099999"/><s v="Cũ {_NAME}"/></sharedItems></cacheField>'
        f'<cacheField name="Lương" numFmtId="0"><sharedItems containsNumber="1"/></cacheField></cacheFields></pivotCacheDefinition>'
    )
    _add_part(table_tools, path, "xl/workbook.xml", "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml", cache.encode())  # fmt: skip
    records = f'<pivotCacheRecords xmlns="{main}"><r><s v="{_CCCD}"/><n v="5"/></r></pivotCacheRecords>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{_REL}/pivotCacheRecords" Target="pivotCacheRecords1.xml"/></Relationships>'
    table_tools.surgery(
        path,
        {"xl/workbook.xml": lambda d: d.replace(b"</workbook>", f'<pivotCaches><pivotCache cacheId="1" r:id="rIdX" xmlns:r="{_REL}"/></pivotCaches></workbook>'.encode())},
        {"xl/pivotCache/pivotCacheRecords1.xml": records.encode(), "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": rels.encode()},
    )  # fmt: skip


def test_pivot_caches_follow_the_grid(paths, table_tools):
    source, draft = paths
    _book(source, None, {"A1": "CCCD", "A2": _CCCD, "A3": "001190099999", "B1": "Lương", "B2": 5, "B3": 6})
    _pivot(table_tools, source)
    done = table_tools.redact(
        XlsxFormat(), source, draft,
        lambda reading: [
            table_tools.edit(table_tools.column("Sheet", 0, 1, 2), "[CCCD]"), table_tools.edit_unit(reading, _NAME, "[HỌ TÊN]"),
        ],
    )  # fmt: skip
    for value in (_CCCD, "001190099999", _NAME, "Người Làm"):
        assert table_tools.holds(draft, value) == []
    cache = table_tools.parts(draft)["xl/pivotCache/pivotCacheDefinition1.xml"].decode()
    keys = [row[0].value for row in openpyxl.load_workbook(draft).active.iter_rows(min_row=2)]
    assert keys == ["[CCCD 1]", "[CCCD 2]"]
    assert re.findall(r'<s v="([^"]*)"', cache) == [*keys, "Cũ [HỌ TÊN]"]
    assert 'refreshOnLoad="1"' in cache
    assert any(p.part == "xlsx.pivot_records" for p in done.applied.parts)


def test_text_boxes_alternative_texts_and_smart_runs(paths, table_tools):
    source, draft = paths
    _book(source)
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col>'
        "<xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col>"
        '<xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="Module1.Lưu" textlink="">'
        f'<xdr:nvSpPr><xdr:cNvPr id="2" name="Hộp 1" descr="Ảnh {_NAME}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/>'
        '<a:p><a:r><a:t>Của Hoàng </a:t></a:r><a:r><a:rPr b="1"/><a:t>Thị Mơ đó</a:t></a:r></a:p></xdr:txBody></xdr:sp>'
        "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
    reference = f'<drawing r:id="rIdX" xmlns:r="{_REL}"/>'.encode()
    _add_part(table_tools, source, "xl/worksheets/sheet1.xml", "xl/drawings/drawing1.xml", "drawing",
              "application/vnd.openxmlformats-officedocument.drawing+xml", drawing.encode(), reference)  # fmt: skip

    def edits(reading):
        units = [u for u in reading.texts if _NAME in u.text]
        assert len(units) == 2
        return [
            table_tools.edit(u.places(u.text.index(_NAME), u.text.index(_NAME) + len(_NAME))[0], "[HỌ TÊN]")
            for u in units
        ]

    table_tools.redact(XlsxFormat(), source, draft, edits)
    after = table_tools.parts(draft)["xl/drawings/drawing1.xml"].decode()
    assert "Của [HỌ TÊN]" in after
    assert " đó" in after
    assert 'descr="Ảnh [HỌ TÊN]"' in after
    assert "Hoàng" not in after
    assert "Mơ" not in after
    assert "Module1" not in after


def test_external_links_keep_the_file_name_only(paths, table_tools):
    source, draft = paths
    _book(source, None, {"A1": "=[1]Sheet1!A1"})
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    link = (
        f'<externalLink xmlns="{main}"><externalBook xmlns:r="{_REL}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames>'
        f'<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>{_NAME}</v></cell></row></sheetData></sheetDataSet>'
        "</externalBook></externalLink>"
    )
    _add_part(table_tools, source, "xl/workbook.xml", "xl/externalLinks/externalLink1.xml", "externalLink",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml", link.encode())  # fmt: skip
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{_REL}/externalLinkPath" Target="file:///C:/Users/hoangmo/bang.xlsx" TargetMode="External"/></Relationships>'
    table_tools.surgery(
        source,
        {"xl/workbook.xml": lambda d: d.replace(b"</sheets>", f'</sheets><externalReferences><externalReference r:id="rIdX" xmlns:r="{_REL}"/></externalReferences>'.encode())},
        {"xl/externalLinks/_rels/externalLink1.xml.rels": rels.encode()},
    )  # fmt: skip
    table_tools.redact(XlsxFormat(), source, draft, [])
    assert table_tools.holds(draft, _NAME) == table_tools.holds(draft, "hoangmo") == []
    assert openpyxl.load_workbook(draft, keep_links=True)._external_links[0].file_link.Target == "bang.xlsx"
