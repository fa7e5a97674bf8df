"""Digits raised or lowered inside a number belong to it; signs of footnotes behind a word do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.formats.pdf import PdfFormat
from redactor.formats.pdf.text import PageText
from redactor.model import Outcome
from tests.formats_pdf.pdf_builders import VALUE, everything_in, holds, simple
from tests.formats_pdf.test_pdf_leaks import quiet, redact, verified


def piece(text: str, rise: float = 0, size: float = 12) -> str:
    return f"{rise} Ts /F0 {size} Tf ({text}) Tj"


def line(*pieces: str, y: int = 700) -> str:
    return f"BT 1 0 0 1 50 {y} Tm {' '.join(pieces)} 0 Ts ET "


DIGITS = [VALUE[:4], VALUE[4:8], VALUE[8:]]
SHIFTED = {
    "raised": line(piece(f"So {DIGITS[0]}"), piece(DIGITS[1], 7), piece(f"{DIGITS[2]} het")),
    "raised and smaller": line(piece(f"So {DIGITS[0]}"), piece(DIGITS[1], 5, 7), piece(f"{DIGITS[2]} het")),
    "lowered and smaller": line(piece(f"So {DIGITS[0]}"), piece(DIGITS[1], -5, 7), piece(f"{DIGITS[2]} het")),
    "by turns": line(
        piece("So "), *(piece(digit, (3, -3, 0)[n % 3]) for n, digit in enumerate(VALUE)), piece(" het")
    ),
    "at the end": line(piece(f"So {VALUE[:8]}"), piece(VALUE[8:], 6), piece(" het")),
    "at the beginning": line(piece("So "), piece(VALUE[:5], 6), piece(f"{VALUE[5:]} het")),
}


def read(source: Path) -> str:
    document = PdfFormat().open(source, "")
    try:
        return "\n".join(unit.text for unit in document.read(quiet).texts if isinstance(unit, PageText))
    finally:
        document.close()


@pytest.mark.parametrize("name", SHIFTED)
def test_shifted_digits_are_read_and_removed_with_their_number(name: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    around = line(piece("Dong tren la van ban khac"), y=714) + line(piece("Dong duoi cung vay"), y=686)
    source.write_bytes(simple(around + SHIFTED[name]))
    assert f"So {VALUE} het" in read(source)
    info, findings, applied = redact(source, draft, [VALUE])
    assert not holds(everything_in(draft), VALUE)
    for part in DIGITS[1:]:
        assert not holds(everything_in(draft), part)
    assert {c.outcome for c in verified(source, draft, info, findings, applied)} == {Outcome.PASSED}
    left = read(draft)
    assert "So" in left
    assert "het" in left
    assert "Dong tren la van ban khac" in left


@pytest.mark.parametrize("rise", [4.5, 6])
def test_a_sign_of_a_footnote_is_no_digit_of_the_number(rise: float, tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(simple(line(piece(f"So {VALUE}"), piece("12", rise, 7), piece(", dien tich 25 m"))))
    assert f"{VALUE}12" not in read(source)


NUMBER = "079190012345"
TAILS = {
    "two of twelve": (NUMBER, line(piece(f"So {NUMBER[:10]}"), piece(NUMBER[10:], 5, 7), piece(" het"))),
    "one of twelve": (NUMBER, line(piece(f"So {NUMBER[:11]}"), piece(NUMBER[11:], 5, 7), piece(" het"))),
    "each by itself": (
        NUMBER,
        line(
            piece("So "),
            piece(NUMBER[:4]),
            piece(NUMBER[4:10]),
            piece("4", 5, 7),
            piece("5", 5, 6.5),
            piece(" het"),
        ),
    ),
    "two of ten": ("0912804471", line(piece("So 09128044"), piece("71", 5, 7), piece(" het"))),
}


@pytest.mark.parametrize("name", TAILS)
def test_small_raised_digits_that_make_a_number_complete_are_taken_with_it(name: str, tmp_path: Path) -> None:
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    value, drawn = TAILS[name]
    source.write_bytes(simple(line(piece("Dong tren la van ban khac"), y=714) + drawn))
    assert f"So {value} het" in read(source)
    info, findings, applied = redact(source, draft, [value])
    left = read(draft)
    assert not any(char.isdigit() for char in left)
    assert "het" in left
    assert {c.outcome for c in verified(source, draft, info, findings, applied)} == {Outcome.PASSED}


@pytest.mark.parametrize(
    ("number", "sign"),
    [
        ("0322804471", "12"),
        ("0912804471", "1"),
        ("079190012", "1"),
        ("0912804471", "abc"),
        (NUMBER[:10], "4"),
    ],
)
def test_a_sign_that_makes_no_number_complete_stays_a_sign(number: str, sign: str, tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(simple(line(piece(f"So {number}"), piece(sign, 5, 7), piece(", dien tich"))))
    assert f"{number}{sign}" not in read(source)


def test_numbers_of_two_close_lines_stay_apart(tmp_path: Path) -> None:
    """Columns whose cells nearly touch, one line 9 points below the other: nothing interrupts anything."""
    source = tmp_path / "source.pdf"
    rows = "".join(
        f"BT /F0 12 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET "
        for y, cells in ((700, ("1234", "9012")), (690.9, ("5678", "3456")))
        for x, text in zip((50, 100), cells, strict=True)
    )
    source.write_bytes(simple(rows))
    words = read(source).split()
    assert {"1234", "9012", "5678", "3456"} <= set(words)
