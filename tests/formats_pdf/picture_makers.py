"""Pictures made in code: papers, cards, portraits, strokes of a pen. All people are invented."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence
from pathlib import Path

import pymupdf
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = Path(__file__).parents[2] / "redactor/formats/pdf/label.ttf"
NUMBER = "079190012345"
NAME = "Trần Thị Hồng Nhung"
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "HỢP ĐỒNG CHO THUÊ NHÀ",
    f"Bên A (bên cho thuê): Bà {NAME}", f"Số căn cước công dân: {NUMBER} cấp ngày 12/05/2021",
    "Điều 1. Bên A đồng ý cho bên B thuê toàn bộ căn nhà nói trên", "với giá thuê hàng tháng là mười hai triệu đồng.",
)  # fmt: skip
QR = f"{NUMBER}|025123456|{NAME}|15081990|Nữ|Số 12 ngõ 5, phường Thử, Hà Nội|12052021"
DARK = (25, 25, 30)


def font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size)


def paper(
    lines: Sequence[str] = LINES, *, ink: int = 20, ground: int = 250, width: int = 1240, height: int = 900
) -> Image.Image:
    image = Image.new("RGB", (width, height), (ground,) * 3)
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        draw.text((110, 110 + 80 * index), line, font=font(30), fill=(ink,) * 3)
    return image


def strokes(width: int = 420, height: int = 150, seed: int = 3, pen: int = 4) -> Image.Image:
    """A signature on transparent ground."""
    chance = random.Random(seed)
    image = Image.new("RGBA", (2 * width, 2 * height), (0, 0, 0, 0))
    points = [(60 + 2 * (width - 60) * i / 40, height) for i in range(40)]
    waves = [(chance.uniform(0.2, 0.8), chance.uniform(0.15, 0.45) * height) for _ in range(3)]
    line = [
        (x, y + sum(math.sin(i * rate + rate) * size for rate, size in waves))
        for i, (x, y) in enumerate(points)
    ]
    draw = ImageDraw.Draw(image)
    draw.line(line, fill=(20, 30, 120, 255), width=2 * pen, joint="curve")
    return image.resize((width, height), Image.Resampling.LANCZOS)


def on_white(image: Image.Image) -> Image.Image:
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def seal(side: int = 300) -> Image.Image:
    red = (200, 30, 40, 255)
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((4, 4, side - 4, side - 4), outline=red, width=6)
    draw.ellipse((60, 60, side - 60, side - 60), outline=red, width=4)
    draw.text((side / 2, side / 2), "AN BÌNH", font=font(34), fill=red, anchor="mm")
    return image


def face(width: int = 300, height: int = 400, skin: tuple[int, int, int] = (224, 172, 140)) -> Image.Image:
    """A drawn portrait before a blue backdrop."""
    image = Image.new("RGB", (width, height), (70, 130, 200))
    draw = ImageDraw.Draw(image)
    x, y = width / 2, height * 0.42
    draw.ellipse((x - 0.48 * width, 0.75 * height, x + 0.48 * width, 1.4 * height), fill=(40, 40, 60))
    draw.ellipse(
        (x - 0.27 * width, y - 0.28 * height, x + 0.27 * width, y + 0.25 * height), fill=(25, 20, 18)
    )
    draw.ellipse((x - 0.22 * width, y - 0.21 * height, x + 0.22 * width, y + 0.25 * height), fill=skin)
    for side in (-1, 1):
        eye = x + side * 0.1 * width
        draw.ellipse((eye - 14, y - 6, eye + 14, y + 6), fill="white")
        draw.ellipse((eye - 6, y - 6, eye + 6, y + 6), fill=DARK)
    draw.arc((x - 30, y + 0.1 * height, x + 30, y + 0.17 * height), 20, 160, fill=(160, 60, 60), width=6)
    return image.filter(ImageFilter.GaussianBlur(1))


def card_front() -> Image.Image:
    image = Image.new("RGB", (1012, 638), (214, 232, 226))
    draw = ImageDraw.Draw(image)
    draw.text((600, 40), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", font=font(24), fill=DARK, anchor="mm")
    draw.text((580, 130), "CĂN CƯỚC CÔNG DÂN", font=font(40), fill=(190, 30, 30), anchor="mm")
    draw.text((580, 172), "Citizen Identity Card", font=font(24), fill=DARK, anchor="mm")
    image.paste(face(250, 330), (40, 220))
    code = Image.fromarray(zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(QR, zxingcpp.BarcodeFormat.QRCode), scale=3))  # fmt: skip
    image.paste(code.convert("RGB"), (850, 20))
    for index, text in enumerate(
        [f"Số / No.: {NUMBER}", "Họ và tên / Full name:", NAME.upper(), "Ngày sinh / Date of birth: 15/08/1990",
         "Giới tính / Sex: Nữ   Quốc tịch / Nationality: Việt Nam", "Quê quán / Place of origin:", "Xã Thử, Hà Nội",
         "Nơi thường trú / Place of residence:", "Số 12 ngõ 5, phường Thử, Hà Nội"]
    ):  # fmt: skip
        draw.text((310, 205 + 44 * index), text, font=font(26), fill=DARK)
    return image


def card_back(*, right: bool = True) -> Image.Image:
    """With a machine-readable zone whose check digit of the birth date is right, or not."""
    image = Image.new("RGB", (1012, 638), (235, 230, 215))
    draw = ImageDraw.Draw(image)
    draw.text((40, 40), "Đặc điểm nhân dạng / Personal identification:", font=font(24), fill=DARK)
    draw.text((40, 80), "Nốt ruồi C:3cm trên sau mép trái", font=font(26), fill=DARK)
    draw.text((560, 215), "Ngón trỏ trái / Left index finger", font=font(22), fill=DARK)
    for radius in range(6, 80, 7):
        draw.arc((700 - radius, 330 - radius, 700 + radius, 330 + radius), 20, 330, fill=DARK, width=3)
    draw.rounded_rectangle((60, 150, 240, 290), 20, fill=(205, 170, 90), outline=(120, 90, 40), width=4)
    birth = "9008157" if right else "9008152"
    for index, text in enumerate(
        [
            "IDVNM1900123457079190012345<<1",
            f"{birth}F3008155VNM<<<<<<<<<<<6",
            "TRAN<<THI<HONG<NHUNG<<<<<<<<<<",
        ]
    ):
        for place, char in enumerate(text):
            draw.text((55 + 30 * place, 470 + 52 * index), char, font=font(38), fill=DARK, anchor="mm")
    return image


def photographed(card: Image.Image, angle: float = 5.0) -> Image.Image:
    """A card lying on a desk, a little aslant."""
    desk = Image.effect_noise((1500, 1100), 18).convert("RGB").point(lambda level: level * 6 // 10)
    mask = Image.new("L", card.size, 255).rotate(angle, expand=True)
    turned = card.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    desk.paste(turned, ((desk.width - turned.width) // 2, (desk.height - turned.height) // 2), mask)
    return desk


def licence() -> Image.Image:
    """A driving licence: its title stands nowhere else on it, its labels are in two languages."""
    image = Image.new("RGB", (1012, 638), (246, 232, 190))
    draw = ImageDraw.Draw(image)
    draw.text(
        (640, 100), "GIẤY PHÉP LÁI XE / DRIVER'S LICENSE", font=font(30), fill=(190, 35, 40), anchor="mm"
    )
    image.paste(face(230, 300), (40, 130))
    for index, text in enumerate(
        ["Số/No: 480187006352", "Họ tên/Full name: VÕ HOÀNG LÂM", "Ngày sinh/Date of Birth: 23/04/1987",
         "Quốc tịch/Nationality: VIỆT NAM", "Hạng/Class: B2"]
    ):  # fmt: skip
        draw.text((310, 170 + 60 * index), text, font=font(28), fill=DARK)
    return image


def student_card() -> Image.Image:
    """White, with a coloured heading that nearly touches the portrait."""
    image = Image.new("RGB", (1012, 638), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1012, 120), fill=(20, 70, 140))
    draw.text((560, 60), "TRƯỜNG ĐẠI HỌC AN BÌNH", font=font(34), fill="white", anchor="mm")
    image.paste(face(240, 320), (50, 150))
    draw.text((600, 170), "THẺ SINH VIÊN", font=font(40), fill=(190, 35, 40), anchor="mm")
    for index, text in enumerate(["Họ và tên: CAO THỊ MỸ DUYÊN", "Ngày sinh: 08/12/2004", "Lớp: 22DKT05"]):
        draw.text((330, 260 + 60 * index), text, font=font(28), fill=DARK)
    return image


def chart() -> Image.Image:
    image = Image.new("RGB", (900, 600), "white")
    draw = ImageDraw.Draw(image)
    colours = ((70, 120, 190), (220, 120, 40), (90, 160, 90), (120, 90, 170))
    for index, height in enumerate((200, 320, 260, 400)):
        draw.rectangle((100 + 180 * index, 500 - height, 220 + 180 * index, 500), fill=colours[index])
        draw.text((110 + 180 * index, 510), f"Quý {index + 1}", font=font(28), fill=DARK)
    draw.line((80, 60, 80, 500, 860, 500), fill=DARK, width=3)
    draw.text((300, 20), "Doanh thu theo quý", font=font(34), fill=DARK)
    return image


def logo() -> Image.Image:
    image = Image.new("RGB", (400, 200), "white")
    draw = ImageDraw.Draw(image)
    draw.polygon([(40, 160), (110, 30), (180, 160)], fill=(0, 110, 80))
    draw.ellipse((90, 80, 150, 140), fill=(240, 190, 40))
    draw.text((200, 70), "ANBINH", font=font(44), fill=(0, 110, 80))
    return image


def thin_logo() -> Image.Image:
    """Arcs and a roof drawn with a pen of three pixels."""
    image = Image.new("RGB", (240, 240), "white")
    draw = ImageDraw.Draw(image)
    for k in range(6):
        draw.arc((20 + k * 12, 20 + k * 12, 220 - k * 12, 220 - k * 12), 30 * k, 30 * k + 200, "navy", 3)
    draw.line((40, 200, 120, 40, 200, 200), fill="navy", width=3)
    return image


def banner() -> Image.Image:
    """White letters before a ground that has the colour of skin."""
    image = Image.new("RGB", (400, 120), (250, 200, 160))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 80, 400, 120), fill=(220, 140, 90))
    draw.text((20, 20), "SUNRISE FOOD", font=font(44), fill="white")
    return image


def house() -> Image.Image:
    """A photograph, or near enough, of a house whose wall has the colour of skin."""
    image = Image.new("RGB", (640, 420), (150, 190, 230))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 300, 640, 420), fill=(110, 110, 105))
    draw.rectangle((140, 80, 500, 330), fill=(200, 170, 140))
    for x in range(160, 490, 50):
        for y in range(100, 310, 45):
            draw.rectangle((x, y, x + 26, y + 28), fill=(70, 80, 100))
    noise = Image.radial_gradient("L").resize((640, 420)).convert("RGB")
    return Image.blend(image, noise, 0.12).filter(ImageFilter.GaussianBlur(1))


def page_with(
    path: Path,
    pictures: Sequence[tuple[Image.Image, tuple[float, float, float, float]]],
    texts: Sequence[tuple[str, tuple[float, float]]] = (),
) -> Path:
    """An A4 page with pictures in boxes and texts at points."""
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        for image, box in pictures:
            file = io.BytesIO()
            image.save(file, "PNG")
            page.insert_image(pymupdf.Rect(*box), stream=file.getvalue(), keep_proportion=False)
        for text, at in texts:
            page.insert_text(at, text, fontsize=12, fontname="F0", fontfile=str(FONT))
        document.save(path)
    return path
