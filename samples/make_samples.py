"""Make the sample files and the list of what was planted in them.

    python samples/make_samples.py [TARGET_DIRECTORY]

The same Python packages and fonts give the same bytes: seed, dates and document ids are fixed. People, numbers,
companies and the notary office are made up. ``truth.json`` says which values must be gone from a redacted copy and
which innocent texts must still be there; values are as composed, so compare without regard to line breaks, and short
ones (a parcel's number, a sex) only as whole words at their place.

Needs the Noto Serif fonts (Debian: fonts-noto-core) and the packages of the project itself.
"""

# The contract's lines stay as they read in print; chance here guards nothing; "+" moves points, it joins no tuples.
# ruff: noqa: E501, S311, RUF005

from __future__ import annotations

import html
import io
import json
import random
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pymupdf
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image, ImageChops

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.synthetic.people import PeopleFactory, Person, fold

CONTRACT = "hop-dong-chuyen-nhuong.pdf"
SCAN = "hop-dong-chuyen-nhuong-scan.pdf"
HR_LIST = "danh-sach-nhan-su.xlsx"
BANK_LIST = "khach-hang-ngan-hang.csv"
_FONT_DIRECTORIES = (
    Path("/usr/share/fonts/truetype/noto"),
    Path("/usr/share/fonts/noto"),
    Path("C:/Windows/Fonts"),
)
_MOMENT = datetime(2025, 3, 14, 8, 30)  # noqa: DTZ001 - file formats store local time without a zone


class Truth:
    """Collects, per file, what was planted and what must stay."""

    def __init__(self) -> None:
        self.files: dict[str, dict[str, list[dict[str, str]]]] = {}
        self._file = ""

    def start(self, name: str) -> None:
        """All that follows belongs to the file ``name``."""
        self._file = name
        self.files[name] = {"planted": [], "officials": [], "innocent": []}

    def _add(self, kind: str, entity_type: str, value: str, place: str) -> str:
        row = {"type": entity_type, "value": value} | ({"place": place} if place else {})
        if row not in self.files[self._file][kind]:
            self.files[self._file][kind].append(row)
        return value

    def plant(self, entity_type: str, value: str, place: str = "") -> str:
        """A value that must be gone."""
        return self._add("planted", entity_type, value, place)

    def official(self, entity_type: str, value: str, place: str = "") -> str:
        """A person or place in office: a policy decides."""
        return self._add("officials", entity_type, value, place)

    def stays(self, kind: str, value: str, place: str = "") -> str:
        """A text that must stay."""
        return self._add("innocent", kind, value, place)


# ------------------------------------------------------------------ contract

_CSS = """
@font-face {font-family: vn; src: url(NotoSerif-Regular.ttf);}
@font-face {font-family: vn; font-weight: bold; src: url(NotoSerif-Bold.ttf);}
@font-face {font-family: vn; font-style: italic; src: url(NotoSerif-Italic.ttf);}
body {font-family: vn; font-size: 11.5pt; line-height: 1.35;}
p {margin: 0 0 3.5pt 0; text-align: justify;}
.c {text-align: center;}
.head {text-align: center; margin: 0;}
.title {text-align: center; font-weight: bold; font-size: 14pt; margin: 12pt 0 4pt 0;}
.party {font-weight: bold; margin-top: 5pt;}
.article {font-weight: bold; text-align: center; margin-top: 6pt;}
.indent {text-indent: 18pt;}
table {width: 100%; border-collapse: collapse; margin: 4pt 0 6pt 0;}
td, th {border: 0.6pt solid black; padding: 3pt 4pt; font-size: 10.5pt;}
th {font-weight: bold; text-align: center;}
.r {text-align: right;}
"""


def _money(amount: int) -> str:
    return f"{amount:,}".replace(",", ".") + " đồng"


def _dmy(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def _person_lines(truth: Truth, person: Person, address: str, with_cmnd: bool) -> str:
    def plant(entity_type: str, value: str) -> str:
        return html.escape(truth.plant(entity_type, value))

    lines = [
        f"<p class='indent'>{person.title}: <b>{plant('PERSON', person.name.upper())}</b>, sinh ngày "
        f"{plant('DATE_OF_BIRTH', person.birth_dmy)}, giới tính: {plant('GENDER', person.gender)}</p>",
        f"<p class='indent'>Căn cước công dân số: {plant('VN_PERSONAL_ID', person.personal_id)} do "
        f"{plant('ISSUE_AUTHORITY', person.id_issuer)} cấp ngày {plant('ISSUE_DATE', _dmy(person.id_issued))}",
    ]
    if with_cmnd:
        lines[-1] += f" (số CMND cũ: {plant('VN_CMND', person.cmnd)})"
    lines[-1] += "</p>"
    lines.append(f"<p class='indent'>Nơi đăng ký thường trú: {plant('VN_ADDRESS', address)}.</p>")
    return "".join(lines)


def contract_html(truth: Truth) -> tuple[str, tuple[str, str, str]]:
    """The contract as HTML for MuPDF's story, filling ``truth`` on the way; with it the names of who signs."""
    people = PeopleFactory(20250314, reserved_mail=True)
    seller = people.person(structure="kinh", born=(1962, 1975), female=False)
    wife = people.person(structure="long", born=(1965, 1978), female=True)
    buyer = people.person(structure="ede", born=(1984, 1992), female=True)
    witness = people.person(structure="short", born=(1970, 1990), female=False)
    seller_home, buyer_home = seller.old_address, buyer.old_address

    def plant(entity_type: str, value: str) -> str:
        return html.escape(truth.plant(entity_type, value))

    def stays(kind: str, value: str) -> str:
        return html.escape(truth.stays(kind, value))

    def law(name: str, number: str) -> str:
        return f"<p class='indent'><i>Căn cứ {name} số {stays('LAW', number)};</i></p>"

    notary = html.escape(truth.official("PERSON", "Lương Thế Khải"))
    office = stays("AGENCY", "Văn phòng công chứng Lê Quý Đôn")
    price, deposit, second, third = 4_850_000_000, 485_000_000, 3_880_000_000, 485_000_000
    parcel, sheet = plant("VN_LAND_PARCEL", seller.parcel), plant("VN_LAND_PARCEL", seller.map_sheet)
    land_address = plant("VN_ADDRESS", "Thôn 3, xã Hòa Thắng, thành phố Buôn Ma Thuột, tỉnh Đắk Lắk")
    seller_words, buyer_words = html.escape(seller.name), html.escape(buyer.name)
    truth.plant("PERSON", seller.name)
    truth.plant("PERSON", wife.name)
    truth.plant("PERSON", buyer.name)
    return (
        f"""
<p class="head"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>
<p class="head"><b><u>Độc lập - Tự do - Hạnh phúc</u></b></p>
<p class="title">HỢP ĐỒNG CHUYỂN NHƯỢNG<br/>QUYỀN SỬ DỤNG ĐẤT VÀ TÀI SẢN GẮN LIỀN VỚI ĐẤT</p>
<p class="c">Số: {stays("DOCUMENT_NO", "0127/2025/HĐCN")}</p>
{law("Bộ luật Dân sự", "91/2015/QH13")}{law("Luật Đất đai", "31/2024/QH15")}
{law("Luật Nhà ở", "27/2023/QH15")}{law("Nghị định", "102/2024/NĐ-CP")}
<p class="indent">Hôm nay, ngày 14 tháng 3 năm 2025, tại trụ sở {office}, địa chỉ:
{stays("AGENCY_ADDRESS", "số 68 đường Lê Duẩn, thành phố Buôn Ma Thuột, tỉnh Đắk Lắk")}, điện thoại tổng đài
{stays("HOTLINE", "1900 6818")}, chúng tôi gồm có:</p>
<p class="party">BÊN CHUYỂN NHƯỢNG (sau đây gọi là Bên A):</p>
{_person_lines(truth, seller, seller_home, with_cmnd=True)}
<p class="indent">Cùng vợ là:</p>
{_person_lines(truth, wife, seller_home, with_cmnd=False)}
<p class="indent">Điện thoại: {plant("VN_PHONE", f"{seller.phone[:4]}.{seller.phone[4:7]}.{seller.phone[7:]}")}; thư điện tử:
{plant("EMAIL", seller.email)}; số tài khoản {plant("VN_BANK_ACCOUNT", seller.account)} tại Ngân hàng {seller.bank},
chi nhánh Đắk Lắk; mã số thuế cá nhân: {plant("VN_TAX_CODE", seller.tax_code)}.</p>
<p class="party">BÊN NHẬN CHUYỂN NHƯỢNG (sau đây gọi là Bên B):</p>
{_person_lines(truth, buyer, buyer_home, with_cmnd=True)}
<p class="indent">Dân tộc: {plant("ETHNICITY", buyer.ethnicity)}; số điện thoại:
{plant("VN_PHONE", f"+84 {buyer.phone[1:4]} {buyer.phone[4:7]} {buyer.phone[7:]}")}; thư điện tử: {plant("EMAIL", buyer.email)}.</p>
<p class="indent">Hai bên tự nguyện cùng nhau lập và ký Hợp đồng này với các điều khoản sau đây:</p>
<p class="article">ĐIỀU 1. ĐỐI TƯỢNG CỦA HỢP ĐỒNG</p>
<p class="indent">1.1. Bên A là chủ sử dụng thửa đất theo Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản
khác gắn liền với đất số {plant("VN_LAND_CERT", seller.land_cert)}, số vào sổ cấp GCN:
{plant("VN_LAND_BOOK_NO", seller.land_book)} do Sở Tài nguyên và Môi trường tỉnh Đắk Lắk cấp ngày 09/08/2019, cụ thể:</p>
<table>
<tr><th>TT</th><th>Thửa đất số</th><th>Tờ bản đồ số</th><th>Diện tích (m²)</th><th>Mục đích sử dụng</th><th>Thời hạn</th></tr>
<tr><td class="c">1</td><td class="c">{parcel}</td><td class="c">{sheet}</td><td class="r">{stays("AREA", "186,5")}</td>
<td>Đất ở tại nông thôn</td><td>Lâu dài</td></tr>
</table>
<p class="indent">1.2. Địa chỉ thửa đất: {land_address}.</p>
<p class="indent">1.3. Tài sản gắn liền với đất là nhà ở riêng lẻ cấp 4, diện tích xây dựng 92,4 m², kết cấu tường gạch, mái
ngói, hoàn thành năm 2012.</p>
<p class="article">ĐIỀU 2. GIÁ CHUYỂN NHƯỢNG VÀ PHƯƠNG THỨC THANH TOÁN</p>
<p class="indent">2.1. Giá chuyển nhượng hai bên thỏa thuận là {stays("AMOUNT", _money(price))} (bằng chữ: bốn tỷ tám trăm
năm mươi triệu đồng), thanh toán bằng chuyển khoản theo các đợt sau:</p>
<table>
<tr><th>Đợt</th><th>Số tiền</th><th>Thời hạn</th><th>Ghi chú</th></tr>
<tr><td class="c">1</td><td class="r">{stays("AMOUNT", _money(deposit))}</td><td>{stays("DATE", "01/03/2025")}</td>
<td>Đã đặt cọc, phiếu thu số {stays("DOCUMENT_NO", "PT-000415")}</td></tr>
<tr><td class="c">2</td><td class="r">{stays("AMOUNT", _money(second))}</td><td>{stays("DATE", "21/03/2025")}</td>
<td>Chuyển vào tài khoản của Bên A</td></tr>
<tr><td class="c">3</td><td class="r">{_money(third)}</td><td>Khi nhận giấy chứng nhận</td><td>Tiền mặt hoặc chuyển khoản</td></tr>
</table>
<p class="indent">2.2. Việc thanh toán số tiền nêu trên do hai bên tự thực hiện và chịu trách nhiệm trước pháp luật.</p>
<p class="article">ĐIỀU 3. VIỆC GIAO ĐẤT VÀ ĐĂNG KÝ QUYỀN SỬ DỤNG ĐẤT</p>
<p class="indent">3.1. Bên A có nghĩa vụ giao thửa đất cùng bản chính giấy tờ về quyền sử dụng đất cho Bên B trong thời hạn 15
ngày làm việc kể từ ngày ký Hợp đồng này. Lệ phí trước bạ do Bên B nộp, thuế thu nhập do Bên A nộp theo quy định tại
Thông tư số {stays("LAW", "111/2013/TT-BTC")}.</p>
<p class="indent">3.2. Bà {buyer_words} có nghĩa vụ đăng ký biến động tại Chi nhánh Văn phòng đăng ký đất đai thành phố Buôn Ma
Thuột; khi cần bổ sung hồ sơ liên hệ ông {seller_words} theo số điện thoại ghi ở phần đầu Hợp đồng.</p>
<p class="article">ĐIỀU 4. CAM ĐOAN CỦA CÁC BÊN</p>
<p class="indent">4.1. Bên A cam đoan: những thông tin về nhân thân, về thửa đất là đúng sự thật; thửa đất thuộc trường hợp được
chuyển nhượng theo quy định tại Điều 45 Luật Đất đai; tại thời điểm giao kết không có tranh chấp, không bị kê biên để bảo đảm
thi hành án.</p>
<p class="indent">4.2. Bên B cam đoan đã xem xét kỹ, biết rõ về thửa đất, giấy tờ về quyền sử dụng đất và đồng ý nhận chuyển
nhượng. Người làm chứng: ông {plant("PERSON", witness.name)}, CCCD số {plant("VN_PERSONAL_ID", witness.personal_id)}, trú tại
{plant("VN_ADDRESS", witness.new_address)}.</p>
<p class="article">ĐIỀU 5. GIẢI QUYẾT TRANH CHẤP VÀ HIỆU LỰC</p>
<p class="indent">Trong quá trình thực hiện Hợp đồng nếu phát sinh tranh chấp, các bên cùng nhau thương lượng; nếu không thương
lượng được thì yêu cầu Tòa án nhân dân thành phố Buôn Ma Thuột giải quyết. Hợp đồng gồm 5 điều, được lập thành 04 bản có giá
trị như nhau và có hiệu lực kể từ thời điểm công chứng.</p>
<div id="signatures" style="height:128pt"></div>
<p class="title" style="page-break-before:always">LỜI CHỨNG CỦA CÔNG CHỨNG VIÊN</p>
<p class="indent">Hôm nay, ngày 14 tháng 3 năm 2025, tại {office}, tôi, {notary}, công chứng viên, chứng nhận: Hợp đồng chuyển
nhượng này được giao kết giữa Bên A là ông {seller_words} và vợ là bà {html.escape(wife.name)}, Bên B là bà {buyer_words};
các bên đã tự nguyện giao kết và ký, điểm chỉ vào Hợp đồng trước mặt tôi.</p>
<p class="indent">Số công chứng {plant("CIVIL_DOC_NO", "001482/2025")}, quyển số {plant("CIVIL_DOC_NO", "02/2025 TP/CC-SCC/HĐGD")}.</p>
<p class="c" style="margin-top:10pt"><b>CÔNG CHỨNG VIÊN</b></p>
<p class="c" style="margin-top:84pt"><b>{notary}</b></p>
""",
        (seller.name, wife.name, buyer.name),
    )


def _fonts() -> Path:
    for directory in _FONT_DIRECTORIES:
        if (directory / "NotoSerif-Regular.ttf").is_file():
            return directory
    raise SystemExit("Noto Serif is not installed (Debian: apt-get install fonts-noto-core).")


def _scribble(page: pymupdf.Page, rng: random.Random, x: float, y: float) -> None:
    """Something like a signature: a few swinging strokes in blue ink."""
    shape = page.new_shape()
    at = pymupdf.Point(x, y)
    for _ in range(5):
        end = at + (rng.uniform(10, 24), rng.uniform(-9, 9))
        shape.draw_bezier(
            at,
            at + (rng.uniform(-6, 16), rng.uniform(-26, -8)),
            end + (rng.uniform(-14, 4), rng.uniform(6, 22)),
            end,
        )
        at = end
    shape.finish(color=(0.08, 0.12, 0.5), width=1.1, closePath=False)
    shape.commit()


def _seal(page: pymupdf.Page, x: float, y: float) -> None:
    """The red round seal of the notary office."""
    red = (0.8, 0.1, 0.12)
    for radius, width in ((34, 1.6), (24, 0.8)):
        page.draw_circle((x, y), radius, color=red, width=width)
    shape = page.new_shape()
    points = [
        pymupdf.Point(x, y) + pymupdf.Point(0, -(12 if i % 2 == 0 else 5)) * pymupdf.Matrix(i * 36)
        for i in range(10)
    ]
    shape.draw_polyline([*points, points[0]])
    shape.finish(color=red, fill=red, width=0.3)
    shape.commit()


def _signature_box(found: list[pymupdf.Rect]) -> Callable[[Any], None]:
    """A visitor of a story's elements that collects the space left for signatures."""

    def visit(position: Any) -> None:
        if position.id == "signatures" and position.open_close & 1:
            found.append(pymupdf.Rect(position.rect))

    return visit


def make_contract(target: Path, truth: Truth) -> None:
    """Write the contract as a text PDF."""
    truth.start(CONTRACT)
    source, names = contract_html(truth)
    fonts = _fonts()
    story = pymupdf.Story(source, user_css=_CSS, archive=pymupdf.Archive(str(fonts)))
    paper = pymupdf.paper_rect("a4")
    frame = paper + (74, 54, -54, -60)
    buffer = io.BytesIO()
    writer = pymupdf.DocumentWriter(buffer)
    signatures: list[tuple[int, pymupdf.Rect]] = []
    more, number = 1, 0
    while more:
        device = writer.begin_page(paper)
        more, _ = story.place(frame)
        positions: list[pymupdf.Rect] = []
        story.element_positions(_signature_box(positions))
        signatures += [(number, rect) for rect in positions]
        story.draw(device)
        writer.end_page()
        number += 1
    writer.close()
    document = pymupdf.open("pdf", buffer.getvalue())
    regular, bold, italic = (str(fonts / f"NotoSerif-{style}.ttf") for style in ("Regular", "Bold", "Italic"))
    measure, measure_bold = pymupdf.Font(fontfile=regular), pymupdf.Font(fontfile=bold)
    for page in document.pages():
        page.insert_font("F9", italic)
        text = f"Trang {page.number + 1}/{document.page_count}"
        page.insert_text(
            (paper.width / 2 - measure.text_length(text, 9) / 2, paper.height - 34),
            text,
            fontname="F9",
            fontfile=italic,
            fontsize=9,
        )
    rng = random.Random(7)
    where, rect = signatures[0]
    page = document[where]
    page.insert_font("F8", bold)
    page.insert_font("F9", italic)
    note = "(Ký, điểm chỉ và ghi rõ họ tên)"
    slanted = pymupdf.Font(fontfile=italic)
    columns = (
        ("BÊN A", frame.x0 + frame.width * 0.27, names[:2]),
        ("BÊN B", frame.x0 + frame.width * 0.77, names[2:]),
    )
    for party, centre, signers in columns:
        page.insert_text(
            (centre - measure_bold.text_length(party, 11.5) / 2, rect.y0 + 12),
            party,
            fontname="F8",
            fontfile=bold,
            fontsize=11.5,
        )
        page.insert_text(
            (centre - slanted.text_length(note, 9) / 2, rect.y0 + 26),
            note,
            fontname="F9",
            fontfile=italic,
            fontsize=9,
        )
        for row, signer in enumerate(signers):
            at = centre + (len(signers) > 1) * (-68 if row == 0 else 68)
            _scribble(page, rng, at - 36, rect.y0 + 74)
            page.insert_text(
                (at - measure_bold.text_length(signer, 10) / 2, rect.y0 + 112),
                signer,
                fontname="F8",
                fontfile=bold,
                fontsize=10,
            )
    last = document[-1]
    hits = last.search_for("CÔNG CHỨNG VIÊN")
    foot = hits[-1]
    centre_x = (foot.x0 + foot.x1) / 2
    _scribble(last, rng, centre_x - 30, foot.y1 + 38)
    _seal(last, centre_x - 58, foot.y1 + 34)
    document.subset_fonts()
    document.set_metadata(
        {
            "title": "Hợp đồng chuyển nhượng quyền sử dụng đất",
            "author": truth.plant("PERSON", "Khuất Thị Bảo Trâm", "metadata"),
            "creator": "Phần mềm soạn thảo",
            "producer": "MuPDF",
            "creationDate": "D:20250314083000+07'00'",
            "modDate": "D:20250314083000+07'00'",
        }
    )
    document.save(target, garbage=4, deflate=True, no_new_id=True)


def make_scan(source: Path, target: Path, truth: Truth) -> None:
    """Write the contract once more as it comes from an office scanner: pictures only, 200 dpi, slightly skewed."""
    truth.start(SCAN)
    contract = truth.files[CONTRACT]
    for kind in ("planted", "officials", "innocent"):
        truth.files[SCAN][kind] = [row for row in contract[kind] if row.get("place") != "metadata"]
    rng = random.Random(2000)
    output = pymupdf.open()
    with pymupdf.open(source) as document:
        for page in document:
            pixmap = page.get_pixmap(dpi=200)
            image = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
            skew = rng.choice((-1, 1)) * rng.uniform(0.25, 0.7)
            image = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=(250, 249, 246))
            grain = Image.frombytes("L", image.size, rng.randbytes(image.width * image.height)).point(
                lambda v: v // 11
            )
            paper = Image.new("RGB", image.size, (251, 250, 246))
            image = ImageChops.subtract(
                ImageChops.multiply(image, paper), Image.merge("RGB", (grain, grain, grain))
            )
            packed = io.BytesIO()
            image.save(packed, "JPEG", quality=68, dpi=(200, 200))
            sheet = output.new_page(width=page.rect.width, height=page.rect.height)
            sheet.insert_image(sheet.rect, stream=packed.getvalue())
    output.set_metadata(
        {
            "producer": "Máy quét văn phòng",
            "creationDate": "D:20250314150000+07'00'",
            "modDate": "D:20250314150000+07'00'",
        }
    )
    output.save(target, garbage=4, deflate=True, no_new_id=True)


# ------------------------------------------------------------------ personnel list

_HEADERS = (
    "STT",
    "Mã NV",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số CCCD",
    "Ngày cấp",
    "Số điện thoại",
    "Email",
    "Địa chỉ thường trú",
    "Mã số thuế",
    "Số sổ BHXH",
    "Số tài khoản",
    "Ngân hàng",
    "Mã phòng",
    "Phòng ban",
    "Chức danh",
    "Ngày vào làm",
    "Lương cơ bản",
    "Phụ cấp",
    "Tổng thu nhập",
    "Ghi chú",
)
_COLUMN_TYPES = {
    "Mã NV": "EMPLOYEE_ID",
    "Họ và tên": "PERSON",
    "Ngày sinh": "DATE_OF_BIRTH",
    "Giới tính": "GENDER",
    "Số CCCD": "VN_PERSONAL_ID",
    "Ngày cấp": "ISSUE_DATE",
    "Số điện thoại": "VN_PHONE",
    "Email": "EMAIL",
    "Địa chỉ thường trú": "VN_ADDRESS",
    "Mã số thuế": "VN_TAX_CODE",
    "Số sổ BHXH": "VN_BHXH",
    "Số tài khoản": "VN_BANK_ACCOUNT",
    "Lương cơ bản": "INCOME",
    "Phụ cấp": "INCOME",
    "Tổng thu nhập": "INCOME",
}
_DEPARTMENTS = (
    ("HC", "Phòng Hành chính - Nhân sự"),
    ("KT", "Phòng Kế toán"),
    ("KD", "Phòng Kinh doanh"),
    ("KH", "Phòng Kỹ thuật"),
    ("SX", "Phân xưởng Sản xuất 1"),
)
_JOBS = (
    "Nhân viên",
    "Chuyên viên",
    "Tổ trưởng",
    "Kế toán viên",
    "Kỹ sư",
    "Công nhân",
    "Trưởng phòng",
    "Lái xe",
)
_WIDTHS = (5, 9, 26, 12, 9, 16, 12, 14, 30, 58, 14, 14, 18, 14, 9, 27, 16, 12, 14, 12, 15, 40)
_COMPANY = "CÔNG TY CỔ PHẦN CƠ KHÍ TRẦN HƯNG ĐẠO"


_HEADER_ROW, _FIRST_ROW = 6, 7
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_PLAIN = Font(name="Times New Roman", size=11)
_BOLD = Font(name="Times New Roman", bold=True)


def _hr_heading(sheet: Worksheet, truth: Truth) -> None:
    """Merged title rows and the header row."""
    last_column = get_column_letter(len(_HEADERS))
    company_line = (
        f"Mã số thuế: {truth.stays('COMPANY_TAX_CODE', '0109876542')} - Địa chỉ: "
        f"{truth.stays('COMPANY_ADDRESS', 'Lô CN3, KCN Quang Minh, xã Quang Minh, thành phố Hà Nội')} - Tổng đài: "
        f"{truth.stays('HOTLINE', '1900 2345')}"
    )
    decision = truth.stays("DOCUMENT_NO", "45/2025/QĐ-CKTHĐ")
    titles = (
        (truth.stays("COMPANY", _COMPANY), True, 13),
        (company_line, False, 10),
        ("DANH SÁCH CÁN BỘ, CÔNG NHÂN VIÊN NĂM 2025", True, 14),
        (f"(Kèm theo Quyết định số {decision} ngày 01/06/2025)", False, 10),
    )
    for row, (text, strong, size) in enumerate(titles, 1):
        sheet.merge_cells(f"A{row}:{last_column}{row}")
        cell = sheet.cell(row, 1, text)
        cell.font = Font(name="Times New Roman", bold=strong, size=size)
        cell.alignment = Alignment(horizontal="center")
    for column, (header, width) in enumerate(zip(_HEADERS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(_HEADER_ROW, column, header)
        cell.font = Font(name="Times New Roman", bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E78")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _BOX
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[_HEADER_ROW].height = 32


def _hr_id(person: Person, index: int) -> object:
    """The personal number in the four ways of real lists: two kinds of number, text, text in groups."""
    if index % 4 in (0, 1):
        return int(person.personal_id)
    if index % 4 == 2:
        return person.personal_id
    return " ".join(person.personal_id[start : start + 3] for start in (0, 3, 6, 9))


def _hr_note(index: int, people: PeopleFactory, truth: Truth) -> str:
    if index == 4:
        other = people.person()
        name, phone = truth.plant("PERSON", other.name), truth.plant("VN_PHONE", other.phone)
        return f"Người liên hệ khẩn cấp: {name} ({phone})"
    if index == 12:
        return f"Nghỉ {truth.plant('HEALTH_INFO', 'thai sản')} đến 01/09/2025"
    if index == 20:
        return f"Điều chuyển theo QĐ {truth.stays('DOCUMENT_NO', '12/QĐ-CKTHĐ')}"
    return ""


def _hr_number_format(header: str, value: object, index: int) -> str:
    if isinstance(value, date):
        return "dd/mm/yyyy"
    if header == "Số CCCD" and index % 4 == 0:
        return "000000000000"
    if header == "Số điện thoại" and isinstance(value, int):
        return "0000 000 000" if index % 2 else "0000000000"
    if header in ("Lương cơ bản", "Phụ cấp", "Tổng thu nhập"):
        return "#,##0"
    return "0" if isinstance(value, int) else "General"


def _hr_rows(sheet: Worksheet, staff: list[Person], people: PeopleFactory, truth: Truth) -> dict[str, object]:
    """Write the staff and the totals; return what each formula yields."""
    rng = random.Random(11)
    cached: dict[str, object] = {}
    totals = [0, 0]
    for index, person in enumerate(staff):
        row = _FIRST_ROW + index
        salary, extra = rng.randint(60, 320) * 100_000, rng.randint(5, 30) * 100_000
        code, department = rng.choice(_DEPARTMENTS)
        totals = [totals[0] + salary, totals[1] + extra]
        cached |= {f"P{row}": department, f"U{row}": salary + extra}
        spaced = f"{person.phone[:4]} {person.phone[4:7]} {person.phone[7:]}"
        hired = date(
            rng.randint(max(2008, person.birth.year + 20), 2024), rng.randint(1, 12), rng.randint(1, 28)
        )
        values: dict[str, object] = {
            "STT": index + 1,
            "Mã NV": f"NV{index + 101:04d}",
            "Họ và tên": person.name.upper() if index % 9 == 5 else person.name,
            "Ngày sinh": person.birth,
            "Giới tính": person.gender,
            "Số CCCD": _hr_id(person, index),
            "Ngày cấp": person.id_issued,
            "Số điện thoại": spaced if index % 3 == 2 else int(person.phone),
            "Email": person.email,
            "Địa chỉ thường trú": person.new_address if index % 2 else person.old_address,
            "Mã số thuế": int(person.tax_code),
            "Số sổ BHXH": person.bhxh,
            "Số tài khoản": person.account if len(person.account) > 11 or index % 2 else int(person.account),
            "Ngân hàng": person.bank,
            "Mã phòng": code,
            "Phòng ban": f"=VLOOKUP(O{row},'Phòng ban'!$A$2:$B$6,2,FALSE)",
            "Chức danh": rng.choice(_JOBS),
            "Ngày vào làm": hired,
            "Lương cơ bản": salary,
            "Phụ cấp": extra,
            "Tổng thu nhập": f"=S{row}+T{row}",
            "Ghi chú": _hr_note(index, people, truth),
        }
        for column, header in enumerate(_HEADERS, 1):
            value = values[header]
            cell = sheet.cell(row, column)
            cell.value = value  # type: ignore[assignment]
            cell.font, cell.border = _PLAIN, _BOX
            cell.number_format = _hr_number_format(header, value, index)
            entity_type = _COLUMN_TYPES.get(header)
            if entity_type:
                shown = cached.get(cell.coordinate, value)
                written = _dmy(shown) if isinstance(shown, date) else str(shown)
                truth.plant(entity_type, written, f"{sheet.title}!{cell.coordinate}")
    end = _FIRST_ROW + len(staff)
    sheet.cell(end, 3, "Tổng cộng").font = _BOLD
    for letter, total in zip("STU", (*totals, sum(totals)), strict=True):
        bottom = sheet[f"{letter}{end}"]
        bottom.value = f"=SUM({letter}{_FIRST_ROW}:{letter}{end - 1})"
        bottom.number_format = "#,##0"
        bottom.font = _BOLD
        cached[bottom.coordinate] = total
    return cached


def _hr_around(sheet: Worksheet, staff: list[Person], truth: Truth) -> None:
    """Signatures, a comment, panes, filter, footer and print set-up."""
    end = _FIRST_ROW + len(staff)
    sheet.cell(end + 2, 19, "Hà Nội, ngày 01 tháng 06 năm 2025")
    sheet.cell(end + 3, 3, "NGƯỜI LẬP BIỂU").font = _BOLD
    sheet.cell(end + 3, 19, "GIÁM ĐỐC").font = _BOLD
    sheet.cell(end + 7, 3, truth.plant("PERSON", staff[1].name))
    sheet.cell(end + 7, 19, truth.official("PERSON", "Đoàn Quốc Khánh"))
    phone = truth.plant("VN_PHONE", staff[2].phone)
    comment = Comment(f"Đã đối chiếu bản gốc CCCD của {staff[2].name}, gọi lại số {phone}.", "Kế toán")
    comment.width, comment.height = 280, 90
    sheet["F9"].comment = comment
    sheet.freeze_panes = sheet.cell(_FIRST_ROW, 4)
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{get_column_letter(len(_HEADERS))}{end - 1}"
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "Trang &P/&N"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"


def _hr_other_sheets(book: openpyxl.Workbook, people: PeopleFactory, truth: Truth) -> None:
    """The sheet that VLOOKUP reads and a hidden one with people who left."""
    offices = book.create_sheet("Phòng ban")
    offices.append(["Mã phòng", "Tên phòng", "Số máy lẻ"])
    for number, (code, name) in enumerate(_DEPARTMENTS):
        offices.append([code, truth.stays("DEPARTMENT", name), 101 + number])
    offices.column_dimensions["B"].width = 32
    hidden = book.create_sheet("Thôi việc")
    hidden.append(["Họ đệm", "Tên", "CMND", "Ngày sinh", "Lý do"])
    for row in range(2, 7):
        person = people.person(structure="kinh")
        words = person.name.split()
        number = int(person.cmnd)
        hidden.append([" ".join(words[:-1]), words[-1], number, person.birth_dmy, "Hết hạn hợp đồng"])
        truth.plant("PERSON", person.name, f"{hidden.title}!A{row}:B{row}")
        truth.plant("VN_CMND", str(number), f"{hidden.title}!C{row}")
        truth.plant("DATE_OF_BIRTH", person.birth_dmy, f"{hidden.title}!D{row}")
    hidden.sheet_state = "hidden"


def make_hr_list(target: Path, truth: Truth) -> None:
    """Write the personnel list with the traps of real ones: lost zeros, formulas, a hidden sheet, comments, names."""
    truth.start(HR_LIST)
    people = PeopleFactory(20250601, reserved_mail=True)
    staff = [people.person(born=(1966, 2003)) for _ in range(41)]
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Danh sách"
    _hr_heading(sheet, truth)
    cached = _hr_rows(sheet, staff, people, truth)
    _hr_around(sheet, staff, truth)
    _hr_other_sheets(book, people, truth)
    total = f"'Danh sách'!$S${_FIRST_ROW + len(staff)}"
    contact = truth.plant("PERSON", staff[6].name)
    book.defined_names["TongLuong"] = DefinedName("TongLuong", attr_text=total)
    book.defined_names["NguoiLienHe"] = DefinedName("NguoiLienHe", attr_text=f'"{contact}"')
    book.properties.creator = truth.plant("PERSON", staff[1].name, "docProps")
    book.properties.lastModifiedBy = truth.plant("PERSON", staff[7].name, "docProps")
    book.properties.title = "Danh sách cán bộ, công nhân viên"
    book.properties.created = _MOMENT
    packed = io.BytesIO()
    book.save(packed)
    target.write_bytes(_steady_zip(packed.getvalue(), cached))


def _with_cached_values(sheet: bytes, cached: dict[str, object]) -> bytes:
    """The sheet's XML with the results that a spreadsheet program would have stored beside the formulas."""

    def fill(found: re.Match[bytes]) -> bytes:
        value = cached[found[1].decode()]
        kind = b' t="str"' if isinstance(value, str) else b""
        return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (
            found[1],
            found[2],
            kind,
            found[3],
            html.escape(str(value)).encode(),
        )

    return re.sub(rb'<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*</f>)<v ?/?>(?:</v>)?</c>', fill, sheet)


def _steady_zip(data: bytes, cached: dict[str, object]) -> bytes:
    """The same package with fixed times, so that making it again gives the same bytes."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2025-06-01T08:30:00Z", content)
            if name == "xl/worksheets/sheet1.xml":
                content = _with_cached_values(content, cached)
            info = zipfile.ZipInfo(name, (2025, 6, 1, 8, 30, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return output.getvalue()


# ------------------------------------------------------------------ bank list


def _bank_rows(truth: Truth) -> Iterator[list[str]]:
    people = PeopleFactory(20250702, reserved_mail=True)
    rng = random.Random(5)
    yield [
        "Mã KH",
        "Họ tên khách hàng",
        "Ngày sinh",
        "Giới tính",
        "Số CCCD/CMND",
        "Điện thoại",
        "Email",
        "Địa chỉ",
        "Số tài khoản",
        "Số thẻ",
        "Chi nhánh",
        "Sản phẩm",
        "Số dư (VND)",
        "Ngày mở TK",
        "Ghi chú",
    ]
    for index in range(60):
        person = people.person()
        number, number_type = (
            (person.cmnd, "VN_CMND") if index % 7 == 3 else (person.personal_id, "VN_PERSONAL_ID")
        )
        phone = (
            person.phone,
            f"+84{person.phone[1:]}",
            f"{person.phone[:4]}.{person.phone[4:7]}.{person.phone[7:]}",
            person.phone_old,
        )[index % 4]
        name = fold(person.name).upper() if index % 3 == 0 else person.name
        card = (
            " ".join(person.card[i : i + 4] for i in range(0, len(person.card), 4))
            if index % 2
            else person.card
        )
        note = ""
        if index == 6:
            other = people.person()
            note = f"Ủy quyền cho bà {truth.plant('PERSON', other.name)}; CCCD {truth.plant('VN_PERSONAL_ID', other.personal_id)}"
        elif index == 14:
            note = 'Khách "VIP", ưu tiên\ngọi sau 17h'
        elif index == 31:
            note = f"Theo công văn {truth.stays('DOCUMENT_NO', '1182/NHNN-TT')}, mã GD {truth.stays('TRANSACTION', 'FT25183004417720')}"
        row = index + 2
        for entity_type, value in (
            ("PERSON", name),
            ("DATE_OF_BIRTH", person.birth_dmy),
            ("GENDER", person.gender),
            (number_type, number),
            ("VN_PHONE", phone),
            ("EMAIL", person.email),
            ("VN_ADDRESS", person.new_address),
            ("VN_BANK_ACCOUNT", person.account),
            ("BANK_CARD", card),
        ):
            truth.plant(entity_type, value, f"dòng {row}")
        balance = f"{rng.randint(50_000, 900_000_000):,}".replace(",", ".")
        if index < 12:
            truth.stays("AMOUNT", balance)
        opened = _dmy(date(rng.randint(2012, 2024), rng.randint(1, 12), rng.randint(1, 28)))
        yield [
            f"KH{index + 100231:07d}",
            name,
            person.birth_dmy,
            person.gender,
            number,
            phone,
            person.email,
            person.new_address,
            person.account,
            card,
            rng.choice(("CN Hà Nội", "CN Lê Lợi", "PGD Trần Phú", "CN Đà Nẵng")),
            rng.choice(("Thanh toán", "Tiết kiệm 6 tháng", "Thẻ tín dụng")),
            balance,
            opened,
            note,
        ]


def make_bank_list(target: Path, truth: Truth) -> None:
    """Write the customer list: UTF-8 with byte order mark, semicolons, every field quoted, CRLF."""
    truth.start(BANK_LIST)
    for branch in ("CN Lê Lợi", "PGD Trần Phú", "Tiết kiệm 6 tháng"):
        truth.stays("BRANCH", branch)
    lines = [";".join('"' + field.replace('"', '""') + '"' for field in row) for row in _bank_rows(truth)]
    target.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())


def main(target: Path) -> None:
    """Make all samples in the directory ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    truth = Truth()
    make_contract(target / CONTRACT, truth)
    make_scan(target / CONTRACT, target / SCAN, truth)
    make_hr_list(target / HR_LIST, truth)
    make_bank_list(target / BANK_LIST, truth)
    text = json.dumps({"files": truth.files}, ensure_ascii=False, indent=1)
    (target / "truth.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
