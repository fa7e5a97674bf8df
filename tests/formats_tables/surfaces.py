"""One small workbook for every place outside the obvious where a value hides, each with the same two people in its grid.

Each builder plants the first person's name and number at one place, the way the programs that write such parts do.
"""

from __future__ import annotations

import datetime
import io
import re
import struct
import zipfile
from collections.abc import Callable

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.scenario import InputCells, Scenario, ScenarioList
from openpyxl.worksheet.table import Table
from PIL import Image

NAME, NUMBER, PHONE = "Hoàng Thị Mơ", "001190012345", "0912345678"
LINE = f"{NAME}, CCCD {NUMBER}"
VALUES = (NAME, NUMBER, PHONE, "Người Lập Bảng")
"""What must not be in any copy; the last one only ever stands as an author."""

PEOPLE = (
    (NAME, NUMBER, datetime.datetime(1990, 5, 17), PHONE, 12_500_000),  # noqa: DTZ001
    ("Trần Văn Kiên", "001085012346", datetime.datetime(1985, 3, 2), "0987654321", 9_000_000),  # noqa: DTZ001
    ("Lê Thị Hồng Nhung", "001195012347", datetime.datetime(1995, 11, 30), "0356781234", 8_000_000),  # noqa: DTZ001
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_SHEETML = _OFFICE + "spreadsheetml."
_DRAWINGML = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_MS = "http://schemas.microsoft.com/office/"
_ORDER = (
    "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
    "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF",
    "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
_WORKBOOK_ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "extLst",
)  # fmt: skip
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"


class Package(dict[str, bytes]):
    """A workbook's parts, to be operated on."""

    def write(self) -> bytes:
        """The zip."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.items():
                archive.writestr(name, data)
        return out.getvalue()

    def replace(self, part: str, old: str, new: str) -> None:
        """Change one text, which must be there."""
        data = self[part].decode()
        assert old in data, old
        self[part] = data.replace(old, new, 1).encode()

    def element(self, part: str, name: str, xml: str) -> None:
        """Put an element where its schema wants it."""
        order = _WORKBOOK_ORDER if part == BOOK else _ORDER
        data = self[part].decode()
        later = "|".join(order[order.index(name) + 1 :])
        at = re.search(rf"<(?:{later})[ />]|</(?:worksheet|workbook)>", data)
        assert at
        self[part] = (data[: at.start()] + xml + data[at.start() :]).encode()

    def link(self, owner: str, kind: str, target: str, *, external: bool = False) -> str:
        """A relationship of ``owner``; its id."""
        folder, _, name = owner.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        data = self.get(rels, empty.encode()).decode()
        number = f"rIdP{data.count('<Relationship ')}"
        mode = ' TargetMode="External"' if external else ""
        kind = kind if ":" in kind else f"{REL}/{kind}"
        item = f'<Relationship Id="{number}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
        self[rels] = data.replace("</Relationships>", item).encode()
        return number

    def part(self, owner: str, kind: str, name: str, content_type: str, data: bytes | str) -> str:
        """A new part, hung onto ``owner``; the id of its relationship."""
        self[name] = data.encode() if isinstance(data, str) else data
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
        self["[Content_Types].xml"] = self["[Content_Types].xml"].replace(b"</Types>", override.encode())
        return self.link(owner, kind, f"/{name}")

    def share_strings(self) -> None:
        """Move the first sheet's strings into a part of their own, as Excel writes them; openpyxl leaves them inline."""
        items: dict[str, int] = {}

        def shared(match: re.Match[str]) -> str:
            number = items.setdefault(match.group(2), len(items))
            return f'{match.group(1)} t="s"><v>{number}</v></c>'

        cell = re.compile(r'(<c r="[A-Z]+\d+"(?: s="\d+")?) t="inlineStr"><is>(.*?)</is></c>')
        self[SHEET] = cell.sub(shared, self[SHEET].decode()).encode()
        strings = "".join(f"<si>{item}</si>" for item in items)
        xml = f'<sst xmlns="{MAIN}" count="{len(items)}" uniqueCount="{len(items)}">{strings}</sst>'
        self.part(BOOK, "sharedStrings", "xl/sharedStrings.xml", _SHEETML + "sharedStrings+xml", xml)

    def drawing(self, anchored: str, *, relations: dict[str, str] | None = None) -> None:
        """A drawing on the first sheet with one anchored thing."""
        xml = (
            f'<xdr:wsDr {_DRAWINGML} xmlns:r="{REL}"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff>'
            "<xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff>"
            f"<xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>{anchored}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
        )
        number = self.part(SHEET, "drawing", "xl/drawings/drawing9.xml", _OFFICE + "drawing+xml", xml)
        self.element(SHEET, "drawing", f'<drawing xmlns:r="{REL}" r:id="{number}"/>')


Builder = Callable[..., object]
SURFACES: dict[str, tuple[str, Builder]] = {}
"""By name: "book" builders take openpyxl's workbook, "package" builders the parts that openpyxl wrote."""


def book(function: Builder) -> Builder:
    SURFACES[function.__name__] = ("book", function)
    return function


def package(function: Builder) -> Builder:
    SURFACES[function.__name__] = ("package", function)
    return function


def build(name: str) -> bytes:
    """The workbook of one surface."""
    kind, function = SURFACES[name]
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Nhân viên"
    sheet.append(["Họ và tên", "Số CCCD", "Ngày sinh", "Điện thoại", "Lương"])
    for person in PEOPLE:
        sheet.append(person)
        sheet.cell(sheet.max_row, 3).number_format = "dd/mm/yyyy"
    sheet["G20"] = "Phòng hành chính"
    if kind == "book":
        function(workbook, sheet)
    out = io.BytesIO()
    workbook.save(out)
    if kind == "book":
        return out.getvalue()
    with zipfile.ZipFile(out) as archive:
        parts = Package({name: archive.read(name) for name in archive.namelist()})
    result = function(parts)
    return result if isinstance(result, bytes) else parts.write()


def _cell(parts: Package, xml: str, row: int = 30) -> None:
    parts.replace(SHEET, "</sheetData>", f'<row r="{row}">{xml}</row></sheetData>')


# --- cells ------------------------------------------------------------------------------------------------------------


@package
def inline_string(parts: Package) -> None:
    _cell(parts, f'<c r="A30" t="inlineStr"><is><t>Liên hệ {LINE}</t></is></c>')


@package
def orphaned_shared_string(parts: Package) -> None:
    parts.share_strings()
    parts.replace("xl/sharedStrings.xml", "</sst>", f"<si><t>{LINE}</t></si></sst>")


@package
def shared_strings(parts: Package) -> None:
    _cell(parts, f'<c r="A30" t="inlineStr"><is><t>Liên hệ {LINE}</t></is></c>')
    parts.share_strings()


@package
def shared_rich_strings(parts: Package) -> None:
    rich_text_runs(parts)
    parts.share_strings()


@package
def rich_text_runs(parts: Package) -> None:
    _cell(
        parts,
        '<c r="A30" t="inlineStr"><is><r><t xml:space="preserve">Gọi chị Hoàng </t></r><r><rPr><b/></rPr><t>Thị Mơ</t></r>'
        "<r><t>, CCCD 0011</t></r><r><rPr><i/></rPr><t>90012345</t></r></is></c>",
    )


@package
def phonetic_runs(parts: Package) -> None:
    _cell(parts, f'<c r="A30" t="inlineStr"><is><t>x</t><rPh sb="0" eb="1"><t>{LINE}</t></rPh></is></c>')


@book
def numbers_in_all_spellings(workbook, sheet) -> None:
    sheet["A30"], sheet["B30"] = "CCCD", 1190012345
    sheet["B31"] = 1.190012345e9
    sheet["B32"] = 1190012345
    sheet["B32"].number_format = "000000000000"
    sheet["A33"], sheet["B33"] = "SĐT", 912345678


@book
def formula_literal_and_hyperlink(workbook, sheet) -> None:
    sheet["A30"] = f'=IF(1=1,"{LINE}","")'
    sheet["A31"] = f'=HYPERLINK("mailto:mo?subject={NAME}","{NAME}")'
    sheet["A32"] = f"=VLOOKUP({int(NUMBER)},A1:B3,2,FALSE)"


@package
def cached_results(parts: Package) -> None:
    _cell(
        parts,
        f'<c r="A30" t="str"><f>B2&amp;""</f><v>{NUMBER}</v></c><c r="B30" t="str"><f>INDEX(A:A,2)</f><v>{NAME}</v></c>'
        f'<c r="C30"><f>VALUE(B2)</f><v>{int(NUMBER)}</v></c>',
    )


@package
def array_and_data_table(parts: Package) -> None:
    _cell(
        parts,
        f'<c r="A30" t="str"><f t="array" ref="A30:A32">A2:A4</f><v>{NAME}</v></c>'
        f'<c r="C30"><f t="dataTable" ref="C30:C31" dt2D="0" dtr="0" r1="B2"/><v>{int(NUMBER)}</v></c></row>'
        '<row r="31"><c r="A31" t="str"><v>Trần Văn Kiên</v></c>',
    )


@package
def beyond_the_dimension(parts: Package) -> None:
    data = re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:B2"', parts[SHEET].decode())
    parts[SHEET] = data.encode()
    _cell(parts, f'<c r="XFD90000" t="inlineStr"><is><t>{LINE}</t></is></c>', 90000)


@package
def inside_merged_cells(parts: Package) -> None:
    _cell(
        parts,
        f'<c r="A30" t="inlineStr"><is><t>x</t></is></c><c r="B30" t="inlineStr"><is><t>{LINE}</t></is></c>',
    )
    parts.element(SHEET, "mergeCells", '<mergeCells count="1"><mergeCell ref="A30:C30"/></mergeCells>')


@package
def escaped_characters(parts: Package) -> None:
    _cell(
        parts,
        '<c r="A30" t="inlineStr"><is><t>CCCD _x0030_01190012345 của Hoàng Th&#x1ECB; M&#417;</t></is></c>',
    )


# --- not shown --------------------------------------------------------------------------------------------------------


@book
def hidden_sheets(workbook, sheet) -> None:
    for state in ("hidden", "veryHidden"):
        other = workbook.create_sheet(f"Phụ {state}")
        other["C5"] = LINE
        other.sheet_state = state


@book
def hidden_rows_and_columns(workbook, sheet) -> None:
    sheet["A30"] = LINE
    sheet.row_dimensions[30].hidden = True
    sheet["A31"] = LINE
    sheet.row_dimensions[31].height = 0
    sheet["K5"] = LINE
    sheet.column_dimensions["K"].hidden = True
    sheet["A33"] = LINE
    sheet.row_dimensions.group(33, 35, hidden=True)


@book
def unreadable_formats(workbook, sheet) -> None:
    sheet["A30"] = LINE
    sheet["A30"].font = Font(color="FFFFFFFF", size=1)
    sheet["B30"] = NUMBER
    sheet["B30"].number_format = ";;;"


@package
def filtered_rows_and_criteria(parts: Package) -> None:
    parts.element(
        SHEET,
        "autoFilter",
        f'<autoFilter ref="A1:E4"><filterColumn colId="0"><filters><filter val="{NAME}"/></filters></filterColumn>'
        f'<filterColumn colId="1"><customFilters><customFilter val="{NUMBER}"/></customFilters></filterColumn></autoFilter>',
    )
    parts.element(
        SHEET,
        "sortState",
        f'<sortState ref="A2:E4"><sortCondition ref="A2:A4" customList="{NAME},Khác"/></sortState>',
    )


@package
def custom_views(parts: Package) -> None:
    guid = "{11111111-2222-3333-4444-555555555555}"
    parts.element(
        SHEET,
        "customSheetViews",
        f'<customSheetViews><customSheetView guid="{guid}"><headerFooter><oddHeader>&amp;C{LINE}</oddHeader></headerFooter>'
        f'<autoFilter ref="A1:E4"><filterColumn colId="0"><filters><filter val="{NAME}"/></filters></filterColumn></autoFilter>'
        "</customSheetView></customSheetViews>",
    )
    parts.element(
        BOOK,
        "customWorkbookViews",
        f'<customWorkbookViews><customWorkbookView name="Của {NAME}" guid="{guid}" windowWidth="1" windowHeight="1" activeSheetId="1"/></customWorkbookViews>',
    )


@book
def scenarios(workbook, sheet) -> None:
    cells = InputCells(r="A2", val=NAME)
    sheet.scenarios = ScenarioList(
        scenario=[Scenario(name=f"Của {NAME}", user="Người Lập Bảng", comment=LINE, inputCells=[cells])]
    )


@package
def dialog_and_macro_sheets(parts: Package) -> None:
    for kind, content_type, folder in (
        (_MS + "2006/relationships/xlMacrosheet", "application/vnd.ms-excel.macrosheet+xml", "macrosheets"),
        ("dialogsheet", _SHEETML + "dialogsheet+xml", "dialogsheets"),
    ):
        tag = "xm:macrosheet" if "macro" in folder else "dialogsheet"
        xml = (
            f'<{tag} xmlns="{MAIN}" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData><row r="1">'
            f'<c r="A1" t="inlineStr"><is><t>{LINE}</t></is></c></row></sheetData></{tag}>'
        )
        number = parts.part(BOOK, kind, f"xl/{folder}/sheet1.xml", content_type, xml)
        sheet = f'<sheet name="{folder}" sheetId="{len(parts)}" xmlns:r="{REL}" r:id="{number}"/></sheets>'
        parts.replace(BOOK, "</sheets>", sheet)


# --- names ------------------------------------------------------------------------------------------------------------


@book
def sheet_name_and_print_titles(workbook, sheet) -> None:
    other = workbook.create_sheet(NAME)
    other["A1"] = 1
    other.print_title_rows = "1:2"
    sheet["A30"] = f"='{NAME}'!A1+1"


@book
def table_and_column_names(workbook, sheet) -> None:
    sheet["J1"], sheet["K1"] = NAME, "Khác"
    sheet["J2"], sheet["K2"] = 1, 2
    sheet.add_table(Table(displayName="Bang_Luong", ref="J1:K2", comment=LINE))
    sheet["L2"] = f"=SUM(Bang_Luong[{NAME}])"


@book
def defined_names(workbook, sheet) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    workbook.defined_names["hang_so"] = DefinedName(
        "hang_so", attr_text=f'"{LINE}"', comment=LINE, hidden=True
    )
    workbook.defined_names["Hoàng_Thị_Mơ"] = DefinedName("Hoàng_Thị_Mơ", attr_text="'Nhân viên'!$A$2")
    sheet["A30"] = "=Hoàng_Thị_Mơ"


@book
def named_style_and_code_names(workbook, sheet) -> None:
    style = openpyxl.styles.NamedStyle(name=f"Kiểu {NAME}")
    sheet["A30"] = "x"
    sheet["A30"].style = style
    sheet.sheet_properties.codeName = "Hoàng_Thị_Mơ"
    workbook.code_name = "Hoàng_Thị_Mơ"


@book
def number_format_literal(workbook, sheet) -> None:
    sheet["A30"] = 5
    sheet["A30"].number_format = f'0" của {LINE}"'


# --- notes ------------------------------------------------------------------------------------------------------------


@book
def comments_with_authors(workbook, sheet) -> None:
    sheet["E2"].comment = Comment(f"Lương của {LINE}", "Người Lập Bảng")


@package
def threaded_comments(parts: Package) -> None:
    parts.part(
        SHEET, _MS + "2017/10/relationships/threadedComment", "xl/threadedComments/threadedComment1.xml",
        "application/vnd.ms-excel.threadedcomments+xml",
        f'<ThreadedComments xmlns="{_MS}spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" dT="2024-01-01T00:00:00.00" '
        f'personId="{{1}}" id="{{2}}"><text>{LINE}</text></threadedComment></ThreadedComments>',
    )  # fmt: skip
    parts.part(
        BOOK, _MS + "2017/10/relationships/person", "xl/persons/person.xml", "application/vnd.ms-excel.person+xml",
        f'<personList xmlns="{_MS}spreadsheetml/2018/threadedcomments"><person displayName="Người Lập Bảng" id="{{1}}" userId="{NAME}" providerId="None"/></personList>',
    )  # fmt: skip


@package
def revision_log_and_user_names(parts: Package) -> None:
    parts.part(
        BOOK, "usernames", "xl/revisions/userNames.xml", _SHEETML + "userNames+xml",
        f'<users xmlns="{MAIN}" count="1"><userInfo guid="{{1}}" name="Người Lập Bảng" id="1" dateTime="2024-01-01T00:00:00"/></users>',
    )  # fmt: skip
    parts.part(
        BOOK, "revisionHeaders", "xl/revisions/revisionHeaders.xml", _SHEETML + "revisionHeaders+xml",
        f'<headers xmlns="{MAIN}" guid="{{1}}"><header guid="{{1}}" userName="{NAME}" dateTime="2024-01-01T00:00:00" maxSheetId="1"/></headers>',
    )  # fmt: skip


@package
def legacy_drawing(parts: Package) -> None:
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<v:shape id="_x0000_s1" type="#_x0000_t202" alt="{LINE}" style="width:100pt;height:20pt"><v:textbox><div>{NAME} <b>{NUMBER}</b></div></v:textbox>'
        f'<x:ClientData ObjectType="Drop"><x:FmlaMacro>[0]!Hoàng</x:FmlaMacro><x:FmlaRange>$A$2:$A$4</x:FmlaRange></x:ClientData></v:shape></xml>'
    )
    number = parts.part(SHEET, "vmlDrawing", "xl/drawings/vmlDrawing1.vml", _OFFICE + "vmlDrawing", vml)
    parts.element(SHEET, "legacyDrawing", f'<legacyDrawing xmlns:r="{REL}" r:id="{number}"/>')


# --- rules ------------------------------------------------------------------------------------------------------------


@book
def validation_lists_and_prompts(workbook, sheet) -> None:
    rule = DataValidation(
        type="list", formula1=f'"{NAME},Khác"', promptTitle=NAME, prompt=LINE, errorTitle=NAME, error=LINE
    )
    rule.add("G5")
    sheet.add_data_validation(rule)


@package
def newer_validations_formats_and_sparklines(parts: Package) -> None:
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    parts.element(
        SHEET, "extLst",
        f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{x14}"><x14:dataValidations xmlns:xm="{xm}" count="1">'
        f'<x14:dataValidation type="list" prompt="{LINE}"><x14:formula1><xm:f>"{NAME},Khác"</xm:f></x14:formula1><xm:sqref>G5</xm:sqref></x14:dataValidation></x14:dataValidations></ext>'
        f'<ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="{x14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="{xm}">'
        f'<x14:cfRule type="containsText" operator="containsText" id="{{A4F2A0C1-0000-4000-8000-000000000001}}"><xm:f>NOT(ISERROR(SEARCH("{NAME}",A1)))</xm:f><xm:f>"{NAME}"</xm:f></x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>'
        f'<ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}" xmlns:x14="{x14}"><x14:sparklineGroups xmlns:xm="{xm}"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>\'Nhân viên\'!E2:E4</xm:f><xm:sqref>H2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
    )  # fmt: skip


@book
def conditional_formats(workbook, sheet) -> None:
    fill = PatternFill(bgColor="FFFF00")
    sheet.conditional_formatting.add("A1:A9", FormulaRule(formula=[f'A1="{NAME}"'], fill=fill))
    sheet.conditional_formatting.add("B1:B9", FormulaRule(formula=[f"VALUE(B1)={int(NUMBER)}"], fill=fill))


# --- analysis ---------------------------------------------------------------------------------------------------------


@package
def pivot_cache_and_records(parts: Package) -> None:
    cache = (
        f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{REL}" r:id="rIdP0" refreshedBy="Người Lập Bảng" recordCount="2">'
        '<cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="Nhân viên"/></cacheSource><cacheFields count="2">'
        f'<cacheField name="Họ và tên" numFmtId="0"><sharedItems count="2"><s v="{NAME}"/><s v="Trần Văn Kiên"/></sharedItems></cacheField>'
        f'<cacheField name="Số CCCD" numFmtId="0"><sharedItems count="1"><s v="{NUMBER}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'
    )
    definition = "xl/pivotCache/pivotCacheDefinition1.xml"
    number = parts.part(
        BOOK, "pivotCacheDefinition", definition, _SHEETML + "pivotCacheDefinition+xml", cache
    )
    parts.element(
        BOOK,
        "pivotCaches",
        f'<pivotCaches><pivotCache cacheId="1" xmlns:r="{REL}" r:id="{number}"/></pivotCaches>',
    )
    parts.part(
        definition, "pivotCacheRecords", "xl/pivotCache/pivotCacheRecords1.xml", _SHEETML + "pivotCacheRecords+xml",
        f'<pivotCacheRecords xmlns="{MAIN}" count="1"><r><s v="{NAME}"/><s v="{NUMBER}"/></r></pivotCacheRecords>',
    )  # fmt: skip
    table = (
        f'<pivotTableDefinition xmlns="{MAIN}" name="PivotTable1" cacheId="1" dataCaption="Tổng của {NAME}" rowHeaderCaption="{NAME}">'
        '<location ref="N3:O6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0">'
        '<items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField showAll="0"/></pivotFields>'
        '<rowFields count="1"><field x="0"/></rowFields><rowItems count="1"><i><x/></i></rowItems><colItems count="1"><i/></colItems></pivotTableDefinition>'
    )
    pivot = "xl/pivotTables/pivotTable1.xml"
    parts.part(SHEET, "pivotTable", pivot, _SHEETML + "pivotTable+xml", table)
    parts.link(pivot, "pivotCacheDefinition", f"/{definition}")


@package
def slicers_and_timelines(parts: Package) -> None:
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    parts.part(
        SHEET, _MS + "2007/relationships/slicer", "xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml",
        f'<slicers xmlns="{x14}"><slicer name="{NAME}" cache="Slicer_A" caption="{LINE}" rowHeight="1"/></slicers>',
    )  # fmt: skip
    parts.part(
        BOOK, _MS + "2007/relationships/slicerCache", "xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml",
        f'<slicerCacheDefinition xmlns="{x14}" name="Slicer_A" sourceName="{NAME}"/>',
    )  # fmt: skip
    parts.part(
        SHEET, _MS + "2011/relationships/timeline", "xl/timelines/timeline1.xml", "application/vnd.ms-excel.timeline+xml",
        f'<timelines xmlns="{_MS}spreadsheetml/2010/11/main"><timeline name="{NAME}" cache="T" caption="{LINE}"/></timelines>',
    )  # fmt: skip


@book
def chart_titles_and_caches(workbook, sheet) -> None:
    chart = BarChart()
    chart.title = f"Lương của {NAME}"
    chart.add_data(Reference(sheet, min_col=5, min_row=1, max_row=4), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=4))
    sheet.add_chart(chart, "G2")


_CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{rel}">'
    '<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Lương của Hoàng </a:t></a:r><a:r><a:t>Thị Mơ</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
    '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>\'Nhân viên\'!$E$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Lương</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    '<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{line}</a:t></a:r></a:p></c:rich></c:tx><c:showVal val="1"/></c:dLbl></c:dLbls>'
    '<c:cat><c:strRef><c:f>\'Nhân viên\'!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>{name}</c:v></c:pt><c:pt idx="1"><c:v>Trần Văn Kiên</c:v></c:pt></c:strCache></c:strRef></c:cat>'
    '<c:val><c:numRef><c:f>\'Nhân viên\'!$B$2:$B$3</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>{number}</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
    '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart>'
    "{extra}</c:chartSpace>"
)


def _chart(extra: str = "") -> str:
    return _CHART.format(rel=REL, line=LINE, name=NAME, number=int(NUMBER), extra=extra)


_FRAME = (
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdP0"/></a:graphicData></a:graphic></xdr:graphicFrame>'
)


@package
def chart_labels_runs_and_user_shapes(parts: Package) -> None:
    parts.drawing(_FRAME)
    chart = "xl/charts/chart9.xml"
    parts.part(
        "xl/drawings/drawing9.xml",
        "chart",
        chart,
        _OFFICE + "drawingml.chart+xml",
        _chart('<c:userShapes r:id="rIdP0"/>'),
    )
    shapes = (
        '<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><cdr:relSizeAnchor xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing">'
        f'<cdr:from><cdr:x>0</cdr:x><cdr:y>0</cdr:y></cdr:from><cdr:to><cdr:x>1</cdr:x><cdr:y>1</cdr:y></cdr:to><cdr:sp><cdr:nvSpPr><cdr:cNvPr id="1" name="{NAME}" descr="{LINE}"/><cdr:cNvSpPr/></cdr:nvSpPr><cdr:spPr/>'
        f"<cdr:txBody><a:bodyPr/><a:p><a:r><a:t>{LINE}</a:t></a:r></a:p></cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>"
    )
    parts.part(
        chart, "chartUserShapes", "xl/drawings/drawing8.xml", _OFFICE + "drawingml.chartshapes+xml", shapes
    )


@package
def chart_sheet(parts: Package) -> None:
    frame = _FRAME.replace('macro=""', "")
    drawing = f'<xdr:wsDr {_DRAWINGML} xmlns:r="{REL}"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>{frame}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>'
    sheet = "xl/chartsheets/sheet1.xml"
    xml = f'<chartsheet xmlns="{MAIN}" xmlns:r="{REL}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><headerFooter><oddHeader>&amp;C{LINE}</oddHeader></headerFooter><drawing r:id="rIdP0"/></chartsheet>'
    number = parts.part(BOOK, "chartsheet", sheet, _SHEETML + "chartsheet+xml", xml)
    parts.replace(
        BOOK, "</sheets>", f'<sheet name="Biểu đồ" sheetId="77" xmlns:r="{REL}" r:id="{number}"/></sheets>'
    )
    parts.part(sheet, "drawing", "xl/drawings/drawing9.xml", _OFFICE + "drawing+xml", drawing)
    parts.part(
        "xl/drawings/drawing9.xml", "chart", "xl/charts/chart9.xml", _OFFICE + "drawingml.chart+xml", _chart()
    )


@package
def external_link_cache(parts: Package) -> None:
    link = (
        f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{REL}" r:id="rIdP0"><sheetNames><sheetName val="{NAME}"/></sheetNames>'
        f'<definedNames><definedName name="x" refersTo="=\'{NAME}\'!$A$1"/></definedNames>'
        f'<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>{LINE}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>'
    )
    part = "xl/externalLinks/externalLink1.xml"
    number = parts.part(BOOK, "externalLink", part, _SHEETML + "externalLink+xml", link)
    parts.link(
        part,
        "externalLinkPath",
        "file:///C:/Users/Người Lập Bảng/Hoàng Thị Mơ 001190012345.xlsx",
        external=True,
    )
    parts.element(
        BOOK,
        "externalReferences",
        f'<externalReferences><externalReference xmlns:r="{REL}" r:id="{number}"/></externalReferences>',
    )
    _cell(parts, f"<c r=\"A30\"><f>'[1]{NAME}'!A1</f><v>1</v></c>")


@package
def connections_queries_and_data_model(parts: Package) -> None:
    parts.part(
        BOOK, "connections", "xl/connections.xml", _SHEETML + "connections+xml",
        f'<connections xmlns="{MAIN}"><connection id="1" name="{NAME}" type="1" refreshedVersion="8"><dbPr connection="Provider=x;User ID={NAME};Password={PHONE}" command="select \'{NUMBER}\'"/></connection></connections>',
    )  # fmt: skip
    parts.part(
        SHEET, "queryTable", "xl/queryTables/queryTable1.xml", _SHEETML + "queryTable+xml",
        f'<queryTable xmlns="{MAIN}" name="{NAME}" connectionId="1"/>',
    )  # fmt: skip
    parts.part(
        BOOK,
        "powerPivotData",
        "xl/model/item.data",
        "application/vnd.openxmlformats-officedocument.model+data",
        LINE.encode("utf-16-le"),
    )
    mashup = f'<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">{LINE}</DataMashup>'
    parts.part(BOOK, "customXml", "customXml/item1.xml", "application/xml", mashup)


@package
def xml_maps_and_single_cells(parts: Package) -> None:
    parts.part(
        BOOK, "xmlMaps", "xl/xmlMaps.xml", "application/xml",
        f'<MapInfo xmlns="{MAIN}"><Schema ID="S"><x>{LINE}</x></Schema><Map ID="1" Name="{NAME}" RootElement="r" SchemaID="S"/></MapInfo>',
    )  # fmt: skip
    parts.part(
        SHEET, "tableSingleCells", "xl/tables/tableSingleCells1.xml", _SHEETML + "tableSingleCells+xml",
        f'<singleXmlCells xmlns="{MAIN}"><singleXmlCell id="1" r="A2" connectionId="0"><xmlCellPr id="1" uniqueName="{NAME}"><xmlPr mapId="1" xpath="/{NAME}" xmlDataType="string"/></xmlCellPr></singleXmlCell></singleXmlCells>',
    )  # fmt: skip


# --- drawings ---------------------------------------------------------------------------------------------------------


def _shape(inside: str, extra: str = "") -> str:
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Hộp 1" {extra}/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f'<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>{inside}</xdr:sp>'
    )


@package
def text_box_in_runs(parts: Package) -> None:
    parts.drawing(
        _shape(
            '<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Gửi Hoàng </a:t></a:r><a:r><a:rPr b="1"/><a:t>Thị Mơ</a:t></a:r></a:p><a:p><a:r><a:t>CCCD 001190</a:t></a:r><a:r><a:t>012345</a:t></a:r></a:p></xdr:txBody>',
            f'descr="{LINE}" title="{NAME}"',
        )
    )


@package
def grouped_and_alternate_shapes(parts: Package) -> None:
    inner = _shape(f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{LINE}</a:t></a:r></a:p></xdr:txBody>")
    group = f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="5" name="{NAME}"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr/>{inner}</xdr:grpSp>'
    parts.drawing(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14">'
        f"{group}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>"
    )


@package
def smart_art(parts: Package) -> None:
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    frame = _FRAME.replace(
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdP0"/>',
        f'<dgm:relIds xmlns:dgm="{dgm}" r:dm="rIdP0" r:lo="rIdP1" r:qs="rIdP2" r:cs="rIdP3"/>',
    ).replace("drawingml/2006/chart", "drawingml/2006/diagram")
    parts.drawing(frame)
    drawing, base = "xl/drawings/drawing9.xml", _OFFICE + "drawingml."
    model = f'<dgm:dataModel xmlns:dgm="{dgm}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt modelId="1"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>{LINE}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst/></dgm:dataModel>'
    parts.part(drawing, "diagramData", "xl/diagrams/data1.xml", base + "diagramData+xml", model)
    for kind, name, tag in (
        ("diagramLayout", "layout1", "layoutDef"),
        ("diagramQuickStyle", "quickStyle1", "styleDef"),
        ("diagramColors", "colors1", "colorsDef"),
    ):
        suffix = "diagramStyle" if kind == "diagramQuickStyle" else kind
        parts.part(
            drawing,
            kind,
            f"xl/diagrams/{name}.xml",
            f"{base}{suffix}+xml",
            f'<dgm:{tag} xmlns:dgm="{dgm}" uniqueId="x"/>',
        )
    shown = f'<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/><dsp:sp modelId="1"><dsp:nvSpPr><dsp:cNvPr id="0" name="{NAME}"/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr/><dsp:txBody><a:bodyPr/><a:p><a:r><a:t>{LINE}</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>'
    parts.part(
        drawing,
        _MS + "2007/relationships/diagramDrawing",
        "xl/diagrams/drawing1.xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        shown,
    )


def _jpeg_with_exif() -> bytes:
    picture = Image.new("RGB", (200, 150), "#88aacc")
    exif = Image.Exif()
    exif[0x010E] = "Hoang Thi Mo 001190012345"
    exif[0x013B] = LINE
    exif[0x9C9D] = LINE.encode("utf-16-le")
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=LINE.encode())
    return out.getvalue()


_PICTURE = (
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Ảnh 1" descr="Ảnh thẻ của {line}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rIdP0"{more}/>'
    '<a:srcRect r="50000"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
)


@package
def picture_with_exif(parts: Package) -> None:
    parts.drawing(_PICTURE.format(line=LINE, more=""))
    parts.part("xl/drawings/drawing9.xml", "image", "xl/media/image1.jpeg", "image/jpeg", _jpeg_with_exif())


@package
def parts_named_by_people(parts: Package) -> None:
    parts.drawing(_PICTURE.format(line=LINE, more=""))
    image = _jpeg_with_exif()
    parts.part("xl/drawings/drawing9.xml", "image", f"xl/media/{NAME} {NUMBER}.jpeg", "image/jpeg", image)
    rels = "xl/drawings/_rels/drawing9.xml.rels"
    for old in ("xl/drawings/drawing9.xml", rels):
        parts[old.replace("drawing9", NAME)] = parts.pop(old)
    sheet_rels = "xl/worksheets/_rels/sheet1.xml.rels"
    for name in ("[Content_Types].xml", sheet_rels):
        parts[name] = parts[name].replace(b"drawing9", NAME.encode())


@package
def linked_picture(parts: Package) -> None:
    parts.drawing(_PICTURE.format(line=LINE, more=' r:link="rIdP1"'))
    parts.part("xl/drawings/drawing9.xml", "image", "xl/media/image1.jpeg", "image/jpeg", _jpeg_with_exif())
    parts.link("xl/drawings/drawing9.xml", "image", f"file:///C:/Ảnh/{NAME}.jpg", external=True)


@package
def vector_picture(parts: Package) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><text x="1" y="20">{LINE}</text></svg>'
    )
    parts.drawing(_PICTURE.format(line=LINE, more=""))
    parts.part("xl/drawings/drawing9.xml", "image", "xl/media/image1.svg", "image/svg+xml", svg)


@package
def metafile_picture(parts: Package) -> None:
    text = LINE.encode("utf-16-le")
    record = struct.pack("<II", 84, 76 + len(text)) + bytes(68) + text
    header = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    parts.drawing(_PICTURE.format(line=LINE, more=""))
    parts.part("xl/drawings/drawing9.xml", "image", "xl/media/image1.emf", "image/x-emf", header + record)


@package
def background_picture(parts: Package) -> None:
    number = parts.part(SHEET, "image", "xl/media/image1.jpeg", "image/jpeg", _jpeg_with_exif())
    parts.element(SHEET, "picture", f'<picture xmlns:r="{REL}" r:id="{number}"/>')


@package
def embedded_objects(parts: Package) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("word/document.xml", LINE)
    one = parts.part(
        SHEET, "package", "xl/embeddings/a.docx", _OFFICE + "wordprocessingml.document", inner.getvalue()
    )
    two = parts.part(
        SHEET, "oleObject", "xl/embeddings/oleObject1.bin", _OFFICE + "oleObject", LINE.encode("utf-16-le")
    )
    parts.element(
        SHEET, "oleObjects",
        f'<oleObjects><oleObject progId="Word.Document.12" shapeId="1" xmlns:r="{REL}" r:id="{one}"/><oleObject progId="{NAME}" shapeId="2" xmlns:r="{REL}" r:id="{two}"/></oleObjects>',
    )  # fmt: skip


@package
def controls(parts: Package) -> None:
    one = parts.part(
        SHEET,
        "control",
        "xl/activeX/activeX1.xml",
        "application/vnd.ms-office.activeX+xml",
        f'<ax:ocx xmlns:ax="{_MS}2006/activeX"><ax:ocxPr ax:name="Text" ax:value="{LINE}"/></ax:ocx>',
    )
    parts.part(
        "xl/activeX/activeX1.xml",
        _MS + "2006/relationships/activeXControlBinary",
        "xl/activeX/activeX1.bin",
        "application/vnd.ms-office.activeX",
        LINE.encode("utf-16-le"),
    )
    two = parts.part(
        SHEET,
        "ctrlProp",
        "xl/ctrlProps/ctrlProp1.xml",
        "application/vnd.ms-excel.controlproperties+xml",
        f'<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="List"><itemLst><item val="{NAME}"/></itemLst></formControlPr>',
    )
    parts.element(
        SHEET,
        "controls",
        f'<controls><control shapeId="1" xmlns:r="{REL}" r:id="{one}" name="{NAME}"/><control shapeId="2" xmlns:r="{REL}" r:id="{two}" name="{NAME}"/></controls>',
    )


@package
def ink_and_signature_line(parts: Package) -> None:
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<v:shape id="_x0000_s9" type="#_x0000_t75" style="width:100pt;height:20pt"><o:signatureline v:ext="edit" id="{{1}}" provid="{{0}}" o:suggestedsigner="{NAME}" o:suggestedsigner2="{LINE}" o:suggestedsigneremail="mo@example.com" issignatureline="t"/>'
        '<x:ClientData ObjectType="Pict"/></v:shape></xml>'
    )
    number = parts.part(SHEET, "vmlDrawing", "xl/drawings/vmlDrawing1.vml", _OFFICE + "vmlDrawing", vml)
    parts.element(SHEET, "legacyDrawing", f'<legacyDrawing xmlns:r="{REL}" r:id="{number}"/>')
    parts.drawing(_shape(""))
    parts.part(
        "xl/drawings/drawing9.xml",
        "customXml",
        "xl/ink/ink1.xml",
        "application/inkml+xml",
        f'<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation>{LINE}</inkml:annotation></inkml:ink>',
    )


@package
def thumbnail(parts: Package) -> None:
    parts["docProps/thumbnail.jpeg"] = _jpeg_with_exif()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>',
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Override", b'<Default Extension="jpeg" ContentType="image/jpeg"/><Override', 1
    )


# --- package ----------------------------------------------------------------------------------------------------------


@book
def document_properties(workbook, sheet) -> None:
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = "Người Lập Bảng"
    properties.title = properties.subject = properties.description = properties.keywords = f"Lương {LINE}"
    workbook.custom_doc_props.append(openpyxl.packaging.custom.StringProperty(name=NAME, value=LINE))


@package
def app_properties(parts: Package) -> None:
    parts.replace(
        "docProps/app.xml",
        "</Properties>",
        f"<Manager>{NAME}</Manager><Company>{LINE}</Company><HyperlinkBase>C:/{NAME}</HyperlinkBase></Properties>",
    )


@package
def custom_xml_and_properties(parts: Package) -> None:
    parts.part(BOOK, "customXml", "customXml/item1.xml", "application/xml", f"<x>{LINE}</x>")
    number = parts.part(
        SHEET,
        "customProperty",
        "xl/customProperty1.bin",
        _SHEETML + "customProperty",
        LINE.encode("utf-16-le"),
    )
    parts.element(
        SHEET,
        "customProperties",
        f'<customProperties><customPr name="{NAME}" xmlns:r="{REL}" r:id="{number}"/></customProperties>',
    )


@package
def printer_settings(parts: Package) -> None:
    number = parts.part(
        SHEET,
        "printerSettings",
        "xl/printerSettings/printerSettings1.bin",
        _SHEETML + "printerSettings",
        f"\\\\may-in\\{NAME}".encode("utf-16-le"),
    )
    parts.element(
        SHEET,
        "pageSetup",
        f'<pageSetup paperSize="9" orientation="landscape" xmlns:r="{REL}" r:id="{number}"/>',
    )


@book
def headers_and_footers(workbook, sheet) -> None:
    sheet.oddHeader.center.text = f"Của {LINE}"
    sheet.oddHeader.center.font = "Arial,Bold"
    sheet.evenFooter.right.text = f"{NAME} - trang &P"
    sheet.firstHeader.left.text = NUMBER


@book
def hyperlinks_and_tooltips(workbook, sheet) -> None:
    link = openpyxl.worksheet.hyperlink.Hyperlink
    sheet["A30"], sheet["A31"] = "xem", "thư"
    sheet["A30"].hyperlink = link(
        ref="A30", tooltip=LINE, display=NAME, target=f"https://example.com/?n={NAME}&id={NUMBER}"
    )
    sheet["A31"].hyperlink = link(ref="A31", target=f"tel:{PHONE}")


@package
def file_paths(parts: Package) -> None:
    parts.replace(
        BOOK,
        "<workbookPr",
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\Hoàng Thị Mơ\\"/></mc:Choice></mc:AlternateContent><workbookPr',
    )
    parts.element(BOOK, "fileSharing", '<fileSharing userName="Người Lập Bảng"/>') if "<fileVersion" in parts[
        BOOK
    ].decode() else None
    parts.link(BOOK, "attachedTemplate", f"file:///C:/Users/{NAME}/mau.xltx", external=True)


@package
def signatures(parts: Package) -> None:
    parts["_xmlsignatures/origin.sigs"] = b""
    parts["_xmlsignatures/sig1.xml"] = (
        f"<Signature><X509SubjectName>CN={NAME}, UID=CCCD:{NUMBER}</X509SubjectName></Signature>".encode()
    )
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
    )


@package
def macros(parts: Package) -> None:
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    parts.part(
        BOOK,
        _MS + "2006/relationships/vbaProject",
        "xl/vbaProject.bin",
        "application/vnd.ms-office.vbaProject",
        LINE.encode("utf-16-le") + LINE.encode(),
    )


@package
def outside_the_declared_parts(parts: Package) -> None:
    parts["xl/worksheets/sheet1.xml.bak"] = LINE.encode()
    parts["ghi chu.txt"] = LINE.encode("utf-16")


@package
def zip_comments_and_extra_fields(parts: Package) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = LINE.encode()
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.comment = LINE.encode()
            text = LINE.encode()
            info.extra = struct.pack("<HH", 0x9999, len(text)) + text
            archive.writestr(info, data)
    return out.getvalue() + LINE.encode()


@package
def duplicate_entries(parts: Package) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/SHEET1.XML", f"<worksheet>{LINE}</worksheet>")
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@package
def comments_inside_xml(parts: Package) -> None:
    parts.replace(SHEET, "<sheetData>", f"<!-- {LINE} --><sheetData>")
    parts.replace(BOOK, "<sheets>", f"<!-- {LINE} --><?ghi {NAME}?><sheets>")
    parts.replace("xl/theme/theme1.xml", "<a:themeElements>", f"<?ghi {LINE}?><a:themeElements>")
    parts.replace("xl/styles.xml", "<fonts", f"<!-- {LINE} --><fonts")


@package
def instructions_inside_xml(parts: Package) -> None:
    parts.replace(SHEET, "<sheetData>", f"<?ghi {LINE}?><sheetData>")
    parts.element(SHEET, "pageSetup", f"<?ghi {LINE}?>")


@package
def unknown_attributes_and_elements(parts: Package) -> None:
    parts.replace(SHEET, "<sheetData>", f'<sheetData xmlns:z="urn:z" z:ghi="{LINE}">')
    parts.replace(BOOK, "<sheets>", f'<sheets xmlns:z="urn:z" z:ghi="{LINE}">')
    parts.element(
        SHEET,
        "webPublishItems",
        f'<webPublishItems count="1"><webPublishItem id="1" divId="x" sourceType="sheet" destinationFile="C:/{NAME}.htm" title="{LINE}"/></webPublishItems>',
    )
    parts.element(
        SHEET,
        "smartTags",
        f'<smartTags><cellSmartTags r="A2"><cellSmartTag type="0"><cellSmartTagPr key="k" val="{LINE}"/></cellSmartTag></cellSmartTags></smartTags>',
    )
    parts.element(
        SHEET,
        "protectedRanges",
        f'<protectedRanges><protectedRange sqref="A2" name="{NAME}" securityDescriptor="O:{NAME}"/></protectedRanges>',
    )


@book
def alignment_and_wrapping(workbook, sheet) -> None:
    sheet["A30"] = "Họ tên: Hoàng\nThị Mơ\nCCCD: 0011 9001\u00a02345\nĐT: 0912.345.678"
    sheet["A30"].alignment = Alignment(wrap_text=True)
