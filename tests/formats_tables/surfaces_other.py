"""Small files of the other table formats (XLS, XLSB, ODS, CSV), one for every place where a value hides.

Each has the same people in its grid as the workbooks of ``surfaces``, and the first person once more in one place. The
binary formats are written here record by record, since no maintained library writes them: XLS by MS-XLS and MS-CFB, XLSB
by MS-XLSB.
"""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PIL import Image

NAME, NUMBER, PHONE = "Hoàng Thị Mơ", "001190012345", "0912345678"
LINE = f"{NAME}, CCCD {NUMBER}"
AUTHOR = "Người Lập Bảng"
VALUES = (NAME, NUMBER, PHONE, AUTHOR)
"""What must not be in any copy; the last one only ever stands as an author."""
KEPT = "Phòng hành chính"

HEADER = ("Họ và tên", "Số CCCD", "Ngày sinh", "Điện thoại", "Lương")
PEOPLE = (
    (NAME, NUMBER, "17/05/1990", PHONE, 12_500_000),
    ("Trần Văn Kiên", "001085012346", "02/03/1985", "0987654321", 9_000_000),
    ("Lê Thị Hồng Nhung", "001195012347", "30/11/1995", "0356781234", 8_000_000),
)
SHEET = "Nhân viên"
Cells = dict[tuple[int, int], "str | float"]


def grid() -> Cells:
    """The cells that every file has."""
    cells: Cells = {(0, column): text for column, text in enumerate(HEADER)}
    for row, person in enumerate(PEOPLE, start=1):
        cells.update({(row, column): value for column, value in enumerate(person)})
    cells[19, 6] = KEPT
    return cells


Builder = Callable[..., object]
SURFACES: dict[str, tuple[str, Builder | None]] = {}
"""By name, which begins with the suffix of its files."""


def surface(function: Builder) -> Builder:
    """Keep a builder under its name."""
    SURFACES[function.__name__] = (function.__name__.partition("_")[0], function)
    return function


def build(name: str) -> bytes:
    """The file of one surface; of a suffix alone, the file without anything planted."""
    suffix, function = SURFACES.get(name, (name, None))
    file = {"xls": Xls, "xlsb": Xlsb, "ods": Ods, "csv": Csv}[suffix]()
    if function is not None:
        function(file)
    return file.write()


# --- XLS --------------------------------------------------------------------------------------------------------------

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALLEST = 512, 4096
"""Streams shorter than this would live in a stream of small sectors; these files have none (MS-CFB 2.6.3)."""

Storage = dict[str, "bytes | Storage"]


def compound(root: Storage, free: bytes = b"") -> bytes:
    """An OLE compound file (MS-CFB, version 3); ``free`` is what sectors that nothing uses still hold."""
    entries: list[list[object]] = []
    sectors: list[bytes] = []
    chain: list[int] = []

    def append(data: bytes) -> int:
        start = len(sectors)
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        sectors.extend(pieces)
        chain.extend([*range(start + 1, start + len(pieces)), _END])
        return start

    def add(name: str, item: bytes | Storage) -> int:
        number = len(entries)
        kind = 5 if name == "Root Entry" else 2 if isinstance(item, bytes) else 1
        entry: list[object] = [name, kind, _FREE, _FREE, _END if kind == 5 else 0, 0]
        entries.append(entry)
        if isinstance(item, bytes):
            assert len(item) >= _SMALLEST
            entry[4:] = [append(item), len(item)]
            return number
        last = None
        for child in sorted(item, key=lambda n: (len(n), n.upper())):
            position = add(child, item[child])
            if last is None:
                entry[3] = position
            else:
                entries[last][2] = position
            last = position
        return number

    add("Root Entry", root)
    if free:
        at = append(free)
        chain[at:] = [_FREE] * (len(chain) - at)
    directory = b"".join(
        str(name).encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", len(str(name)) * 2 + 2, kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
        for name, kind, right, child, start, size in entries
    )
    first = append(directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0"))
    count = 1
    while count * 128 < len(sectors) + count:
        count += 1
    tables = list(range(len(sectors), len(sectors) + count))
    chain.extend([_FAT] * count)
    chain.extend([_FREE] * (count * 128 - len(chain)))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, first, 0, _SMALLEST, _END, 0, _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *tables, *[_FREE] * (109 - count))
    return header + b"".join(sectors) + struct.pack(f"<{len(chain)}I", *chain)


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of the old format."""
    return struct.pack("<HH", kind, len(body)) + body


def text(value: str, length: str = "<HB") -> bytes:
    """A string of 16-bit characters, as BIFF 8 writes it (MS-XLS 2.5.293, XLUnicodeString)."""
    return struct.pack(length, len(value), 1) + value.encode("utf-16-le")


def property_set(properties: dict[int, str]) -> bytes:
    """A summary stream (MS-OLEPS 2.21): code page 65001, and texts by their numbers."""
    values = [(1, struct.pack("<IhH", 2, -535, 0))]
    for number, value in properties.items():
        data = value.encode() + b"\0"
        data += bytes(-len(data) % 4)
        values.append((number, struct.pack("<II", 0x1E, len(data)) + data))
    at, index, body = 8 + 8 * len(values), b"", b""
    for number, data in values:
        index += struct.pack("<II", number, at + len(body))
        body += data
    section = struct.pack("<II", at + len(body), len(values)) + index + body
    summary = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
    return (struct.pack("<HHI16xI16sI", 0xFFFE, 0, 0x20006, 1, summary, 48) + section).ljust(_SMALLEST, b"\0")


def picture_object(number: int, kind: int) -> bytes:
    """The record of a drawn object: its kind and number (MS-XLS 2.4.181)."""
    return record(0x5D, struct.pack("<HHHHH12xHH", 0x15, 18, kind, number, 0x6011, 0, 0))


def drawn_text(value: str) -> bytes:
    """The text of a drawn object, which goes on in two more records (MS-XLS 2.4.329)."""
    head = struct.pack("<HH6xHHI", 0x212, 0, len(value), 16, 0)
    runs = struct.pack("<HHIHHI", 0, 0, 0, len(value), 0, 0)
    return record(0x1B6, head) + record(0x3C, b"\1" + value.encode("utf-16-le")) + record(0x3C, runs)


@dataclass
class Xls:
    """A BIFF 8 workbook to plant something into."""

    cells: Cells = field(default_factory=grid)
    titles: list[tuple[str, int]] = field(default_factory=lambda: [(SHEET, 0)])
    strings: list[bytes] = field(default_factory=list)
    """Shared strings that no cell shows, as they are written."""
    book: bytes = b""
    sheet: bytes = b""
    """More records of the workbook and of the first sheet."""
    after: bytes = b""
    streams: Storage = field(default_factory=dict)
    free: bytes = b""

    def write(self) -> bytes:
        """The file."""
        texts = list(dict.fromkeys(v for v in self.cells.values() if isinstance(v, str)))
        font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + text("Arial", "<BB")
        look = struct.pack("<HHHBBBBIIH", 0, 0, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0)
        strings = [*map(text, texts), *self.strings]
        middle = (
            record(0x42, struct.pack("<H", 1200))
            + record(0x31, font) * 5
            + record(0xE0, look) * 16
            + self.book
        )
        shared = record(0xFC, struct.pack("<II", len(strings), len(strings)) + b"".join(strings)) + record(
            0x0A
        )
        start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6))
        names = [text(title, "<BB") for title, _ in self.titles]
        at = len(start + middle + shared) + sum(10 + len(name) for name in names)
        sheets, index = [], b""
        for number, (name, (_, state)) in enumerate(zip(names, self.titles, strict=True)):
            index += record(0x85, struct.pack("<IBB", at + len(b"".join(sheets)), state, 0) + name)
            sheets.append(self._sheet(texts, number))
        stream = b"".join([start, middle, index, shared, *sheets]) + self.after
        return compound({"Workbook": stream.ljust(_SMALLEST, b"\0"), **self.streams}, self.free)

    def _sheet(self, texts: list[str], number: int) -> bytes:
        cells = self.cells if number == 0 else {(0, 0): LINE} if LINE in texts else {}
        out = [record(0x809, struct.pack("<HHHHII", 0x600, 16, 0x0DBB, 0x07CC, 0, 6))]
        out.append(record(0x200, struct.pack("<IIHHH", 0, 64, 0, 8, 0)))
        for (row, column), value in sorted(cells.items()):
            head = struct.pack("<HHH", row, column, 15)
            if isinstance(value, str):
                out.append(record(0xFD, head + struct.pack("<I", texts.index(value))))
            else:
                out.append(record(0x203, head + struct.pack("<d", value)))
        if number == 0:
            out.append(self.sheet)
        out.append(record(0x23E, struct.pack("<HHHIHHI", 0x6B6, 0, 0, 64, 0, 0, 0)))
        return b"".join([*out, record(0x0A)])


@surface
def xls_shared_string_leftovers(file: Xls) -> None:
    file.strings.append(text(f"Liên hệ {LINE}"))


@surface
def xls_phonetic_text_of_a_shared_string(file: Xls) -> None:
    reading = struct.pack("<HHHHHH", 1, 2 * len(LINE) + 14, 0, 0, 1, len(LINE))
    reading += struct.pack("<H", len(LINE)) + LINE.encode("utf-16-le") + bytes(6)
    head = struct.pack("<HBHI", 4, 1 | 4 | 8, 1, len(reading))
    file.strings.append(head + "Quầy".encode("utf-16-le") + struct.pack("<HH", 0, 0) + reading)


@surface
def xls_note(file: Xls) -> None:
    file.sheet += picture_object(1, 0x19) + drawn_text(f"Gọi {LINE}")
    file.sheet += record(0x1C, struct.pack("<HHHH", 1, 0, 0, 1) + text(AUTHOR) + b"\0")


@surface
def xls_text_box(file: Xls) -> None:
    file.sheet += record(0xEC, struct.pack("<HHI", 15, 0xF002, 0)) + picture_object(2, 6) + drawn_text(LINE)


@surface
def xls_space_after_the_last_record(file: Xls) -> None:
    file.after = bytes(64) + LINE.encode("utf-16-le") + record(0x7777, LINE.encode())


@surface
def xls_space_inside_records(file: Xls) -> None:
    """Longer than what they say, and of types that nobody knows."""
    file.sheet += record(0x0010, struct.pack("<d", 0.001) + LINE.encode("utf-16-le")) + record(
        0x0FFF, LINE.encode()
    )
    file.book += record(0x08FE, LINE.encode("utf-16-le"))


@surface
def xls_sectors_that_nothing_uses(file: Xls) -> None:
    file.free = LINE.encode("utf-16-le") + LINE.encode()


@surface
def xls_summary_streams(file: Xls) -> None:
    file.streams["\x05SummaryInformation"] = property_set({2: LINE, 4: AUTHOR, 6: f"CCCD {NUMBER}", 8: NAME})
    file.streams["\x05DocumentSummaryInformation"] = property_set({14: NAME, 15: LINE})


@surface
def xls_macros_and_embedded_objects(file: Xls) -> None:
    data = (LINE.encode("utf-16-le") + LINE.encode()).ljust(_SMALLEST, b"\0")
    file.streams["_VBA_PROJECT_CUR"] = {"VBA": {"ThisWorkbook": data}, "PROJECT": data}
    file.streams["MBD0001A2B3"] = {"Package": data, NAME: data}
    file.streams["Ctls"] = data


@surface
def xls_pivot_cache_and_revisions(file: Xls) -> None:
    data = record(0xCD, text(LINE)).ljust(_SMALLEST, b"\0")
    file.streams["_SX_DB_CUR"] = {"0001": data}
    file.streams["Revision Log"], file.streams["User Names"] = data, text(AUTHOR).ljust(_SMALLEST, b"\0")


@surface
def xls_user_names_and_paths(file: Xls) -> None:
    file.book += record(0x5C, text(AUTHOR).ljust(112, b" ")) + record(0x5B, bytes(4) + text(AUTHOR))
    file.sheet += record(0x4D, struct.pack("<H", 0) + f"\\\\may-in\\{LINE}".encode("utf-16-le"))


@surface
def xls_formula_literal_and_result(file: Xls) -> None:
    tokens = b"\x17" + text(LINE, "<BB")
    body = struct.pack("<HHH6xHHIH", 30, 0, 15, 0xFFFF, 0, 0, len(tokens)) + tokens
    file.sheet += record(0x06, body) + record(0x207, text(LINE))


@surface
def xls_text_inside_cell_records(file: Xls) -> None:
    """Strings of cells without the shared table, as older programs write them: plain and with runs."""
    file.sheet += record(0x204, struct.pack("<HHH", 30, 0, 15) + text(LINE))
    file.sheet += record(0x204, struct.pack("<HHH", 31, 0, 15) + text(f"ĐT {PHONE}"))


@surface
def xls_number_without_its_zeros(file: Xls) -> None:
    file.cells[4, 0], file.cells[4, 1] = NAME, float(NUMBER)


@surface
def xls_sheet_name_and_hidden_sheets(file: Xls) -> None:
    file.titles += [(NAME, 1), ("Kín", 2)]
    file.cells[30, 0] = LINE


@surface
def xls_headers_names_and_rules(file: Xls) -> None:
    file.sheet += record(0x14, text(f"&L{LINE}")) + record(0x15, text(f"&R{NAME}"))
    tokens = b"\x17" + text(LINE, "<BB")
    name = struct.pack("<HBBHHHBBBB", 0, 0, 4, len(tokens), 0, 0, 0, 0, 0, 0) + b"\0" + b"Mo_x" + tokens
    file.book += record(0x18, name)
    file.sheet += record(0x1B2, struct.pack("<HIIII", 0, 0, 0, 0xFFFFFFFF, 1))
    texts = b"".join(text(value) for value in (NAME, "Sai", LINE, f"Nhập {NAME}"))
    file.sheet += record(
        0x1BE, struct.pack("<I", 0x000C0103) + texts + struct.pack("<HHHHHHHHH", 0, 0, 0, 0, 1, 1, 1, 0, 0)
    )


@surface
def xls_hyperlink(file: Xls) -> None:
    standard, moniker = "d0c9ea79f9bace118c8200aa004ba90b", "e0c9ea79f9bace118c8200aa004ba90b"
    address = f"mailto:x@vi.du?subject={NAME} {NUMBER}\0".encode("utf-16-le")
    body = struct.pack("<HHHH", 1, 1, 0, 0) + bytes.fromhex(standard) + struct.pack("<II", 2, 0x17)
    body += struct.pack("<I", len(LINE) + 1) + f"{LINE}\0".encode("utf-16-le")
    body += bytes.fromhex(moniker) + struct.pack("<I", len(address)) + address
    file.sheet += record(0x1B8, body)
    tip = f"{LINE}\0".encode("utf-16-le")
    file.sheet += record(0x800, struct.pack("<HHHHH", 0x800, 1, 1, 0, 0) + tip)


# --- XLSB -------------------------------------------------------------------------------------------------------------

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def binary(kind: int, body: bytes = b"") -> bytes:
    """A record of the newer binary format: type and length in groups of seven bits (MS-XLSB 2.1.4)."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    size = len(body)
    while True:
        head += bytes([size & 127 | (128 if size > 127 else 0)])
        size >>= 7
        if not size:
            return head + body


def wide(value: str) -> bytes:
    """A string with its length before it (MS-XLSB 2.5.169, XLWideString)."""
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


@dataclass
class Xlsb:
    """A binary workbook in a package to plant something into."""

    cells: Cells = field(default_factory=grid)
    sheets: list[tuple[str, int]] = field(default_factory=lambda: [(SHEET, 0)])
    strings: list[str] = field(default_factory=list)
    """Shared strings that no cell shows."""
    book: bytes = b""
    sheet: bytes = b""
    """More records of the workbook and of the first sheet."""
    parts: dict[str, bytes] = field(default_factory=dict)

    def write(self) -> bytes:
        """The package."""
        texts = list(dict.fromkeys(v for v in self.cells.values() if isinstance(v, str)))
        strings = [*texts, *self.strings]
        rows: dict[int, list[bytes]] = {}
        for (row, column), value in sorted(self.cells.items()):
            head = struct.pack("<II", column, 0)
            cell = (
                binary(7, head + struct.pack("<I", texts.index(value)))
                if isinstance(value, str)
                else binary(5, head + struct.pack("<d", value))
            )
            rows.setdefault(row, []).append(cell)
        table = b"".join(
            binary(0, struct.pack("<IIHHBIII", row, 0, 300, 0, 0, 1, 0, 7)) + b"".join(cells)
            for row, cells in rows.items()
        )
        size = binary(148, struct.pack("<IIII", 0, 64, 0, 8))
        sheets = [binary(129) + size + binary(145) + table + binary(146) + self.sheet + binary(130)]
        sheets += [binary(129) + size + binary(145) + binary(146) + binary(130)] * (len(self.sheets) - 1)
        index = b"".join(
            binary(156, struct.pack("<II", state, number) + wide(f"rId{number}") + wide(title))
            for number, (title, state) in enumerate(self.sheets, start=1)
        )
        book = binary(131) + binary(143) + index + binary(144) + self.book + binary(132)
        shared = binary(159, struct.pack("<II", len(strings), len(strings)))
        shared += b"".join(binary(19, b"\0" + wide(value)) for value in strings) + binary(160)
        relations = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.bin") for n in range(1, len(sheets) + 1)]
        relations.append(("rIdS", "sharedStrings", "sharedStrings.bin"))
        parts = {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            b'<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
            b'<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/>'
            b'<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>',
            "_rels/.rels": _relations([("rId1", "officeDocument", "xl/workbook.bin")]),
            "xl/_rels/workbook.bin.rels": _relations(relations),
            "xl/workbook.bin": book,
            "xl/sharedStrings.bin": shared,
            **{f"xl/worksheets/sheet{n}.bin": data for n, data in enumerate(sheets, start=1)},
        }
        return package({**parts, **self.parts})


def _relations(items: list[tuple[str, str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{i}" Type="{_REL}/{kind}" Target="{target}"/>' for i, kind, target in items
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'.encode()


def package(parts: dict[str, bytes], comment: bytes = b"", extra: bytes = b"") -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.extra = extra
            info.comment = comment
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


@surface
def xlsb_shared_string_leftovers(file: Xlsb) -> None:
    file.strings.append(f"Liên hệ {LINE}")


@surface
def xlsb_comments_part(file: Xlsb) -> None:
    authors = binary(630) + binary(632, wide(AUTHOR)) + binary(631)
    comment = (
        binary(635, struct.pack("<IIIII16x", 0, 1, 1, 0, 0)) + binary(637, b"\0" + wide(LINE)) + binary(636)
    )
    file.parts["xl/comments1.bin"] = binary(628) + authors + binary(633) + comment + binary(634) + binary(629)
    file.parts["xl/worksheets/_rels/sheet1.bin.rels"] = _relations([("rId1", "comments", "../comments1.bin")])


@surface
def xlsb_string_inside_a_cell(file: Xlsb) -> None:
    file.sheet += binary(145) + binary(0, struct.pack("<IIHHBIII", 30, 0, 300, 0, 0, 1, 0, 7))
    file.sheet += binary(6, struct.pack("<II", 0, 0) + wide(LINE)) + binary(146)
    file.cells[30, 0] = LINE


@surface
def xlsb_formula_result_names_and_headers(file: Xlsb) -> None:
    file.book += binary(39, struct.pack("<IBI", 0, 0, 0xFFFFFFFF) + wide("Mo_x") + bytes(8) + wide(LINE))
    file.sheet += binary(479, struct.pack("<H", 0) + wide(f"&L{LINE}") + wide(NAME) + bytes(16)) + binary(480)
    file.sheet += binary(
        494, struct.pack("<IIII", 1, 1, 0, 0) + wide("rId9") + wide("") + wide(LINE) + wide(NAME)
    )
    file.sheet += binary(
        64, struct.pack("<I", 3) + bytes(20) + wide(NAME) + wide(LINE) + wide(NAME) + wide(LINE)
    )


@surface
def xlsb_sheet_name_and_hidden_sheets(file: Xlsb) -> None:
    file.sheets += [(NAME, 1), (f"Kín {PHONE}", 2)]


@surface
def xlsb_other_parts(file: Xlsb) -> None:
    both = LINE.encode("utf-16-le") + LINE.encode()
    for name in (
        "xl/connections.bin", "xl/externalLinks/externalLink1.bin", "xl/pivotCache/pivotCacheRecords1.bin",
        "xl/tables/table1.bin", "xl/vbaProject.bin", "xl/printerSettings/printerSettings1.bin", "xl/styles1.bin",
        "xl/embeddings/oleObject1.bin", "xl/revisions/userNames.bin", f"xl/media/{NAME}.bin",
    ):  # fmt: skip
        file.parts[name] = both
    for name in (
        "xl/persons/person.xml",
        "customXml/item1.xml",
        "xl/drawings/drawing1.xml",
        "xl/charts/chart1.xml",
    ):
        file.parts[name] = f"<x>{LINE}</x>".encode()


@surface
def xlsb_document_properties(file: Xlsb) -> None:
    file.parts["docProps/core.xml"] = f"<p><creator>{AUTHOR}</creator><title>{LINE}</title></p>".encode()
    file.parts["docProps/app.xml"] = f"<p><Manager>{NAME}</Manager><Company>{LINE}</Company></p>".encode()
    file.parts["docProps/custom.xml"] = f'<p><property name="{NAME}">{LINE}</property></p>'.encode()


# --- ODS --------------------------------------------------------------------------------------------------------------

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = "".join(
    f' xmlns:{prefix}="{_NS}{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"), ("style", "style"),
        ("form", "form"), ("number", "datastyle"), ("meta", "meta"), ("config", "config"), ("script", "script"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("presentation", "presentation"), ("chart", "chart"),
    )
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:z="urn:z" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)  # fmt: skip


def ods_cell(value: str | float, more: str = "") -> str:
    """A cell with what it shows."""
    kind = (
        f'office:value-type="string"><text:p>{value}</text:p>'
        if isinstance(value, str)
        else f'office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
    )
    return f"<table:table-cell {kind}{more}</table:table-cell>"


@dataclass
class Ods:
    """An OpenDocument spreadsheet to plant something into: pieces of XML by where they go."""

    before: str = ""
    """Before the tables, where changes, validations and label ranges stand."""
    first: str = ""
    """Before the rows of the table: forms and shapes."""
    in_cell: str = ""
    rows: str = ""
    """Rows from the 21st on."""
    after: str = ""
    """After the tables: named expressions, database ranges, pivot tables."""
    styles: str = ""
    """Automatic styles of the content."""
    page: str = ""
    """Header and footer of the page style."""
    head: str = ""
    """Scripts and fonts."""
    table: str = ""
    """Attributes of the table."""
    columns: str = '<table:table-column table:number-columns-repeated="7"/>'
    more_styles: str = ""
    parts: dict[str, bytes] = field(default_factory=dict)
    comment: bytes = b""
    extra: bytes = b""

    def write(self) -> bytes:
        """The package."""
        lines = [f"<table:table-row>{''.join(map(ods_cell, HEADER))}</table:table-row>"]
        for number, person in enumerate(PEOPLE):
            cells = [ods_cell(v, self.in_cell if (number, i) == (0, 0) else "") for i, v in enumerate(person)]
            lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
        lines.append('<table:table-row table:number-rows-repeated="15"><table:table-cell/></table:table-row>')
        kept = f'<table:table-cell table:number-columns-repeated="6"/>{ods_cell(KEPT)}'
        lines.append(f"<table:table-row>{kept}</table:table-row>{self.rows}")
        content = (
            f'<office:document-content{_NAMES} office:version="1.3">{self.head}<office:automatic-styles>{self.styles}'
            f"</office:automatic-styles><office:body><office:spreadsheet>{self.before}"
            f'<table:table table:name="{SHEET}"{self.table}>{self.first}{self.columns}{"".join(lines)}</table:table>'
            f"{self.after}</office:spreadsheet></office:body></office:document-content>"
        )
        styles = (
            f'<office:document-styles{_NAMES} office:version="1.3"><office:styles>{self.more_styles}</office:styles>'
            '<office:automatic-styles><style:page-layout style:name="pm1"/></office:automatic-styles><office:master-styles>'
            f'<style:master-page style:name="Default" style:page-layout-name="pm1">{self.page}</style:master-page>'
            "</office:master-styles></office:document-styles>"
        )
        mime = "application/vnd.oasis.opendocument.spreadsheet"
        entries = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
            for name, kind in (("/", mime), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
        )
        parts = {
            "mimetype": mime.encode(),
            "content.xml": content.encode(),
            "styles.xml": styles.encode(),
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_NS}manifest:1.0" manifest:version="1.3">'
            f"{entries}</manifest:manifest>".encode(),
        }
        return package({**parts, **self.parts}, self.comment, self.extra)


@surface
def ods_meta(file: Ods) -> None:
    file.parts["meta.xml"] = (
        f"<office:document-meta{_NAMES}><office:meta><meta:initial-creator>{AUTHOR}</meta:initial-creator>"
        f"<dc:creator>{AUTHOR}</dc:creator><dc:title>{LINE}</dc:title><meta:keyword>{NAME}</meta:keyword>"
        f'<meta:template xlink:href="/home/{NAME}/mau.ots"/><meta:user-defined meta:name="{NAME}">{LINE}</meta:user-defined>'
        "</office:meta></office:document-meta>"
    ).encode()
    file.parts["manifest.rdf"] = f"<rdf>{LINE}</rdf>".encode()


@surface
def ods_tracked_changes(file: Ods) -> None:
    who = f"<office:change-info><dc:creator>{AUTHOR}</dc:creator><text:p>{LINE}</text:p></office:change-info>"
    file.before = (
        f'<table:tracked-changes><table:cell-content-change table:id="ct1">{who}<table:previous>'
        f'<table:change-track-table-cell office:value-type="string" office:string-value="{LINE}"><text:p>{LINE}</text:p>'
        '</table:change-track-table-cell></table:previous></table:cell-content-change><table:deletion table:id="ct2" '
        f'table:type="row" table:position="9">{who}</table:deletion></table:tracked-changes>'
    )


@surface
def ods_hidden_text(file: Ods) -> None:
    """Fields that show nothing, white text, a format that shows nothing."""
    file.styles = (
        '<style:style style:name="w" style:family="table-cell" style:data-style-name="n"><style:text-properties '
        'fo:color="#ffffff" text:display="none"/></style:style><number:text-style style:name="n"/>'
    )
    hidden = f'<text:hidden-text text:condition="ooow:1" text:string-value="{LINE}" text:is-hidden="true">{NAME}</text:hidden-text>'
    file.rows = (
        f'<table:table-row><table:table-cell table:style-name="w" office:value-type="string"><text:p>{LINE}</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="string"><text:p>a{hidden}</text:p></table:table-cell></table:table-row>'
    )


@surface
def ods_hidden_rows_columns_and_sheets(file: Ods) -> None:
    file.columns = (
        '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column '
        'table:visibility="filter" table:number-columns-repeated="5"/>'
    )
    file.styles = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    file.rows = "".join(
        f'<table:table-row table:visibility="{how}">{ods_cell(LINE)}</table:table-row>'
        for how in ("collapse", "filter")
    )
    file.after = (
        f'<table:table table:name="{NAME}" table:style-name="h"><table:table-column/><table:table-row>{ods_cell(LINE)}'
        "</table:table-row></table:table>"
    )


@surface
def ods_settings(file: Ods) -> None:
    item = '<config:config-item config:name="{}" config:type="string">{}</config:config-item>'
    file.parts["settings.xml"] = (
        f"<office:document-settings{_NAMES}><office:settings>{item.format('PrinterName', LINE)}"
        f"{item.format('ActiveTable', NAME)}{item.format('PrinterSetup', LINE)}</office:settings></office:document-settings>"
    ).encode()
    file.parts["Configurations2/accelerator/current.xml"] = LINE.encode()


@surface
def ods_comments(file: Ods) -> None:
    file.in_cell = (
        f'<office:annotation office:name="{NAME}" loext:resolved="false"><dc:creator>{AUTHOR}</dc:creator><dc:date>2024-01-02</dc:date>'
        f"<meta:creator-initials>{AUTHOR}</meta:creator-initials><text:p>Gọi {LINE}</text:p></office:annotation>"
    )


@surface
def ods_values_behind_what_is_shown(file: Ods) -> None:
    file.rows = (
        f'<table:table-row><table:table-cell office:value-type="string" office:string-value="{LINE}"><text:p>xem sau</text:p>'
        f'</table:table-cell><table:table-cell office:value-type="string" office:string-value="xem sau"><text:p>{LINE}</text:p>'
        f'</table:table-cell><table:table-cell office:value-type="float" office:value="{int(NUMBER)}"><text:p>###</text:p>'
        f'</table:table-cell><table:table-cell/><table:table-cell/><table:table-cell office:value-type="float" office:value="5" office:string-value="{LINE}" '
        f'calcext:value-type="float"><text:p>5</text:p></table:table-cell></table:table-row>'
    )


@surface
def ods_cells_under_a_merge_and_past_the_table(file: Ods) -> None:
    covered = f'<table:covered-table-cell office:value-type="string"><text:p>{LINE}</text:p></table:covered-table-cell>'
    far = f'<table:table-cell table:number-columns-repeated="900"/>{ods_cell(LINE)}'
    file.rows = (
        f'<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>a</text:p>'
        f'</table:table-cell>{covered}</table:table-row><table:table-row table:number-rows-repeated="5000"><table:table-cell/>'
        f"</table:table-row><table:table-row>{far}</table:table-row>"
    )


@surface
def ods_a_table_inside_a_cell(file: Ods) -> None:
    inner = f'<table:table table:name="t" table:is-sub-table="true"><table:table-row>{ods_cell(LINE)}</table:table-row></table:table>'
    file.rows = f"<table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row>"


@surface
def ods_formula_literals(file: Ods) -> None:
    file.rows = (
        f'<table:table-row><table:table-cell table:formula="of:=IF([.B2]=&quot;{NUMBER}&quot;;&quot;{NAME}&quot;;0)" '
        f'office:value-type="string" office:string-value="{NAME}"><text:p>{NAME}</text:p></table:table-cell></table:table-row>'
    )


@surface
def ods_validations(file: Ods) -> None:
    said = f'table:display="true" table:title="{NAME}"><text:p>Nhập {LINE}</text:p>'
    file.before = (
        f'<table:content-validations><table:content-validation table:name="{NAME}" table:condition="of:cell-content-is-in-list('
        f'&quot;{NAME}&quot;;&quot;{NUMBER}&quot;)"><table:help-message {said}</table:help-message><table:error-message {said}'
        "</table:error-message></table:content-validation></table:content-validations>"
    )


@surface
def ods_names_ranges_and_pivots(file: Ods) -> None:
    file.rows = (
        '<table:table-row><table:table-cell table:number-columns-repeated="7"/><table:table-cell table:formula="of:=Hoàng_Thị_Mơ&amp;1" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    file.after = (
        f'<table:named-expressions><table:named-expression table:name="Hoàng_Thị_Mơ" table:base-cell-address="$x.$A$1" '
        f'table:expression="&quot;{LINE}&quot;"/></table:named-expressions><table:database-ranges><table:database-range table:name="{NAME}" '
        f'table:target-range-address="x.A1:x.B2"><table:filter><table:filter-condition table:field-number="0" table:value="{NAME}" '
        f'table:operator="="><table:filter-set-item table:value="{LINE}"/></table:filter-condition></table:filter></table:database-range>'
        f'</table:database-ranges><table:data-pilot-tables><table:data-pilot-table table:name="P" table:target-range-address="x.A1:x.B2">'
        f'<table:source-cell-range table:cell-range-address="x.A1:x.B2"><table:filter><table:filter-condition table:field-number="0" '
        f'table:value="{NAME}" table:operator="="/></table:filter></table:source-cell-range><table:data-pilot-field '
        f'table:source-field-name="Họ và tên" table:orientation="row" table:selected-page="{NAME}"><table:data-pilot-level>'
        f'<table:data-pilot-members><table:data-pilot-member table:name="{NAME}" table:display="true"/></table:data-pilot-members>'
        f'</table:data-pilot-level><table:data-pilot-groups><table:data-pilot-group table:name="{LINE}"><table:data-pilot-group-member '
        f'table:name="{NAME}"/></table:data-pilot-group></table:data-pilot-groups></table:data-pilot-field></table:data-pilot-table>'
        f'</table:data-pilot-tables><table:dde-links><table:dde-link><office:dde-source office:dde-application="x" office:dde-topic="{NAME}" '
        f'office:dde-item="{LINE}"/></table:dde-link></table:dde-links>'
    )


@surface
def ods_scenario_and_table_attributes(file: Ods) -> None:
    file.table = f' table:print-ranges="x.A1:x.B2" xml:id="Ho_{NUMBER}" table:protection-key="{PHONE}"'
    file.first = (
        f'<table:title>{LINE}</table:title><table:desc>{LINE}</table:desc><table:table-source xlink:href="file:///home/{NAME}/a.ods" '
        f'table:table-name="{NAME}" table:filter-name="calc8" table:filter-options="{LINE}"/>'
        f'<table:scenario table:scenario-ranges="x.A1" table:is-active="true" table:comment="{LINE}"/>'
    )
    file.in_cell = (
        f'<table:cell-range-source table:name="{NAME}" xlink:href="file:///{NAME}.ods" table:filter-options="{LINE}"/>'
        '<table:detective><table:operation table:name="trace-errors" table:index="0"/></table:detective>'
    )


@surface
def ods_shapes_forms_and_charts(file: Ods) -> None:
    shown = f"<svg:title>{LINE}</svg:title><svg:desc>{LINE}</svg:desc>"
    file.first = (
        f'<office:forms><form:form form:name="{NAME}"><form:text form:current-value="{LINE}" form:value="{NAME}"/></form:form></office:forms>'
        f'<table:shapes><draw:frame draw:name="{NAME}">{shown}<draw:text-box draw:id="x"><text:p>{LINE}</text:p></draw:text-box></draw:frame>'
        f'<draw:custom-shape draw:name="{NAME}">{shown}<text:p>Hoàng <text:span>Thị</text:span> Mơ</text:p><draw:enhanced-geometry '
        f'draw:type="rect" draw:text-path-same-letter-heights="{LINE}"/></draw:custom-shape></table:shapes>'
    )
    file.in_cell = (
        f'<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
        f'<draw:frame draw:name="{NAME}"><draw:object-ole xlink:href="./Object 2" draw:class-id="{LINE}"/></draw:frame>'
    )
    for name in ("Object 1/content.xml", "Object 1/meta.xml", "ObjectReplacements/Object 1", "Object 2"):
        file.parts[name] = f"<chart>{LINE}</chart>".encode()


@surface
def ods_headers_links_and_styles(file: Ods) -> None:
    file.page = (
        f'<style:header><text:p>{LINE}</text:p></style:header><style:header-left style:display="false"><text:p>{LINE}</text:p>'
        f"</style:header-left><style:footer><style:region-left><text:p>{NAME}</text:p></style:region-left><text:p>"
        f"<text:author-name>{AUTHOR}</text:author-name></text:p></style:footer>"
    )
    file.rows = (
        f'<table:table-row><table:table-cell office:value-type="string"><text:p><text:a xlink:href="mailto:x@vi.du?subject={NAME} {NUMBER}" '
        f'xlink:title="{LINE}" office:name="{NAME}" office:title="{LINE}" office:target-frame-name="{NAME}">thư</text:a></text:p></table:table-cell></table:table-row>'
    )
    file.styles = (
        f'<number:number-style style:name="N9" number:title="{NAME}"><number:text>{LINE}</number:text><number:number/></number:number-style>'
        f'<style:style style:name="ce9" style:family="table-cell"><style:map style:condition="cell-content()=&quot;{LINE}&quot;" '
        'style:apply-style-name="x"/></style:style>'
    )
    file.more_styles = (
        f'<style:style style:name="Ho_20_Mo" style:display-name="{NAME}" style:family="table-cell"/>'
    )


@surface
def ods_macros_and_other_parts(file: Ods) -> None:
    file.head = (
        f'<office:scripts><office:script script:language="ooo:Basic">{LINE}</office:script><office:event-listeners><script:event-listener '
        f'script:event-name="dom:load" xlink:href="vnd.sun.star.script:{NAME}"/></office:event-listeners></office:scripts>'
    )
    for name in (
        "Basic/Standard/Module1.xml", "Scripts/python/x.py", "Thumbnails/thumbnail.png", "META-INF/documentsignatures.xml",
        "Dialogs/dialog.xml", "layout-cache", "Versions/Version1", f"{NAME}.txt", "Fonts/x.ttf",
    ):  # fmt: skip
        file.parts[name] = LINE.encode() + LINE.encode("utf-16-le")


@surface
def ods_comments_instructions_and_unknown_xml(file: Ods) -> None:
    file.before = f"<!-- {LINE} --><?ghi {LINE}?>"
    file.first = f'<z:ghi z:x="{LINE}">{LINE}</z:ghi>'
    file.in_cell = f'<z:ghi z:x="{LINE}">{LINE}<z:trong>{NAME}</z:trong></z:ghi>'
    file.table = f' z:ghi="{LINE}" xhtml:about="{NAME}" xhtml:content="{LINE}"'
    file.rows = (
        f'<table:table-row z:ghi="{LINE}"><table:table-cell office:value-type="string" xhtml:content="{LINE}" z:ghi="{NAME}">'
        f'<text:p z:ghi="{LINE}">a<text:bookmark text:name="{NAME}"/><text:note text:id="{NUMBER}"><text:note-body><text:p>{LINE}</text:p>'
        f"</text:note-body></text:note></text:p></table:table-cell></table:table-row>"
    )
    file.after = f"<z:ghi>{LINE}</z:ghi>{LINE}"
    file.more_styles = f'<z:ghi z:x="{LINE}">{LINE}</z:ghi><!-- {NAME} -->'


@surface
def ods_conditional_formats_and_sparklines(file: Ods) -> None:
    file.rows = (
        f'<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="x.A1:x.A9"><calcext:condition '
        f'calcext:apply-style-name="Default" calcext:value="=&quot;{NAME}&quot;" calcext:base-cell-address="x.A1"/><calcext:condition '
        f'calcext:apply-style-name="Default" calcext:value="contains-text(&quot;{LINE}&quot;)"/><calcext:condition '
        f'calcext:apply-style-name="Default" calcext:value="={int(NUMBER)}"/></calcext:conditional-format></calcext:conditional-formats>'
    )


@surface
def ods_relative_links_and_links_to_sheets(file: Ods) -> None:
    link = '<table:table-row><table:table-cell office:value-type="string"><text:p><text:a xlink:href="{}">xem</text:a></text:p></table:table-cell></table:table-row>'
    file.rows = "".join(
        map(link.format, (f"./{NAME}.pdf", f"../{NUMBER}/a.ods", f"#{NAME}.A1", f"#'{NAME}'.A1"))
    )
    file.after = f'<table:table table:name="{NAME}"><table:table-column/><table:table-row>{ods_cell("x")}</table:table-row></table:table>'


@surface
def ods_pictures(file: Ods) -> None:
    """By their names, inside the XML, and in what JPEG carries beside its pixels."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "white").save(out, "JPEG", comment=LINE.encode())
    file.parts[f"Pictures/{NAME}.jpg"] = file.parts["Pictures/1000.jpg"] = out.getvalue()
    coded = base64.b64encode(LINE.encode() * 2).decode()
    drawn = "".join(
        f"<draw:frame><draw:image{more}</draw:image></draw:frame>"
        for more in (
            f' xlink:href="Pictures/{NAME}.jpg">',
            ' xlink:href="Pictures/1000.jpg">',
            f"><office:binary-data>{coded}</office:binary-data>",
        )
    )
    file.rows = f"<table:table-row><table:table-cell>{drawn}</table:table-cell></table:table-row>"


@surface
def ods_runs_and_annotations_in_text(file: Ods) -> None:
    file.rows = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Hoàng<text:s/>Thị <text:span>Mơ<text:line-break/>CCCD '
        f"</text:span>0011<text:span>90012345</text:span></text:p><text:p><text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>{LINE}"
        f"</text:ruby-text></text:ruby></text:p></table:table-cell></table:table-row>"
    )


@surface
def ods_zip_comments_and_extra_fields(file: Ods) -> None:
    data = LINE.encode()
    file.comment, file.extra = data, struct.pack("<HH", 0x9999, len(data)) + data


# --- CSV --------------------------------------------------------------------------------------------------------------


@dataclass
class Csv:
    """A delimited text to plant something into."""

    before: str = ""
    after: str = ""
    delimiter: str = ","
    end: str = "\r\n"
    mark: str = ""
    codec: str = "utf-8"
    rest: bytes = b""
    """Bytes at the end."""

    def lines(self) -> Iterator[str]:
        """The rows of the grid."""
        for row in (HEADER, *PEOPLE, ("", "", "", "", KEPT)):
            yield self.delimiter.join(map(str, row)) + self.end

    def write(self) -> bytes:
        """The file."""
        whole = self.mark + self.before + "".join(self.lines()) + self.after
        return whole.encode(self.codec) + self.rest


@surface
def csv_byte_order_mark_utf8(file: Csv) -> None:
    file.mark, file.after = "\ufeff", f"\ufeff{NAME},{NUMBER},,{PHONE}\r\n"


@surface
def csv_byte_order_mark_utf16_little(file: Csv) -> None:
    file.mark, file.codec, file.after = "\ufeff", "utf-16-le", f"{LINE}\r\n"


@surface
def csv_byte_order_mark_utf16_big(file: Csv) -> None:
    file.mark, file.codec, file.after = "\ufeff", "utf-16-be", f"{LINE}\r\n"


@surface
def csv_no_byte_order_mark_utf16(file: Csv) -> None:
    file.codec, file.after = "utf-16-le", f"{LINE}\r\n"


@surface
def csv_comments_above_the_header(file: Csv) -> None:
    file.before = f"sep=,\r\n# Người lập: {NAME}\r\n# CCCD {NUMBER}; ĐT {PHONE}\r\n\r\n"


@surface
def csv_comments_under_the_table(file: Csv) -> None:
    file.after = f"\r\n\r\n# Người kiểm: {NAME} ({PHONE})\r\nCCCD {NUMBER}"


@surface
def csv_quoted_line_breaks(file: Csv) -> None:
    file.after = f'"Hoàng\r\nThị Mơ",{NUMBER},"","ĐT:\n{PHONE}",""\r\n"Ghi ""chú"":\r\n{LINE}\r\n",,,,\r\n'


@surface
def csv_formula_injection_cells(file: Csv) -> None:
    file.after = (
        f'"=HYPERLINK(""mailto:x@vi.du?subject={NAME}"",""{NAME} {NUMBER}"")","=""{NUMBER}""",,"\'{PHONE}",\r\n'
        f"@{NAME},+{NUMBER},,-{PHONE},\r\n\t{NAME},={NUMBER},,+84912345678,\r\n"
    )


@surface
def csv_trailing_columns(file: Csv) -> None:
    file.after = f"a,b,c,d,1,,,,{NAME},{NUMBER},,{PHONE},{LINE.replace(',', ' ')}\r\n{',' * 300}{NAME}{',' * 9}{NUMBER}\r\n"


@surface
def csv_a_quote_that_never_closes(file: Csv) -> None:
    file.after = f'"{NAME},{NUMBER},,{PHONE},\r\nx,"{LINE}\r\n'


@surface
def csv_after_the_end_of_file_mark(file: Csv) -> None:
    file.after = f"\x1a{LINE}\r\n"


@surface
def csv_semicolons_tabs_and_spaces(file: Csv) -> None:
    file.delimiter, file.after = ";", f' {NAME} ;\t{NUMBER}\t;; {PHONE} ;\r\n"{NAME}" ; "{NUMBER}";;;\r\n'


@surface
def csv_mixed_encodings_windows(file: Csv) -> None:
    """One line that another program added in Windows-1258, where the tone follows its letter."""
    file.rest = f"Ho\xe0ng Thi\xf2 M\xf5,{NUMBER},,{PHONE},\r\n".encode("latin-1")


@surface
def csv_mixed_encodings_tcvn3(file: Csv) -> None:
    """One line in TCVN 3, as the fonts of the nineties have it."""
    file.rest = f"Ho\xb5ng Th\xde M\xac,{NUMBER},,{PHONE},\r\n".encode("latin-1")


@surface
def csv_mixed_encodings_utf16(file: Csv) -> None:
    file.rest = f"{NAME},{NUMBER},,{PHONE},\r\n".encode("utf-16-le")


@surface
def csv_mixed_encodings_utf16_far_down(file: Csv) -> None:
    file.after = "Phòng ban,,,,1\r\n" * 1000
    file.rest = f"{NAME},{NUMBER},,{PHONE},\r\n".encode("utf-16-le")


@surface
def csv_utf8_read_as_windows(file: Csv) -> None:
    """A line whose UTF-8 was taken for Windows-1252 and written again."""
    file.after = f"{NAME.encode().decode('latin-1')},{NUMBER},,{PHONE},\r\n"


@surface
def csv_characters_written_out(file: Csv) -> None:
    file.after = f"Ho&agrave;ng Th&#7883; M&#417;,{NUMBER},,{PHONE},\r\n"


SPELLINGS = (b"Ho\xe0ng Thi\xf2 M\xf5", b"Ho\xb5ng Th\xde M\xac", NAME.encode().decode("latin-1").encode())
"""The first person's name in the other encodings, which no reader of UTF-8 sees."""
