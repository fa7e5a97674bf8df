"""Delimited and plain text: what changes, and above all what does not."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recognizers.entities import EntityType
from recognizers.legacy_encodings import TCVN3
from redactor.errors import CorruptDocument, EmptyFile, LimitExceeded, UnsupportedFormat
from redactor.formats.delimited import DelimitedFormat, fields, sniff_delimiter, value_of

_TABLE = [
    ["STT", "Họ tên", "CCCD", "Ghi chú"],
    ["1", "Nguyễn Văn An", "001190012345", "a"],
    ["2", "Trần Thị Bé", "001190012346", "b"],
]


def _text(delimiter: str = ",", end: str = "\r\n") -> str:
    return "".join(delimiter.join(row) + end for row in _TABLE)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("codec", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
    ],
)
def test_column_goes_and_form_stays(tmp_path, table_tools, delimiter, end, codec, bom):
    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    text = _text(delimiter, end)
    source.write_bytes(bom + text.encode(codec))
    done = table_tools.redact(
        DelimitedFormat(), source, draft, [table_tools.edit(table_tools.column("", 2, 1, 2), "[CCCD]")]
    )
    assert [list(row) for row in done.reading.tables[0].rows] == _TABLE
    expected = text.replace("001190012345", "[CCCD]").replace("001190012346", "[CCCD]")
    assert draft.read_bytes() == bom + expected.encode(codec)
    assert done.applied.hidden == {EntityType.PERSON: 2}
    assert not done.applied.needles, "the values of a column are read from the source by who checks the copy"


def test_quoting_of_other_fields_is_kept_to_the_byte(tmp_path, table_tools):
    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    body = b'"a",b, "c" ,"say ""hi""",=1+1,"",\r\n"line\r\nbreak",0912345678,"x""y",z,@SUM(A1),"",,extra\n'
    source.write_bytes(body)
    table_tools.redact(DelimitedFormat(), source, draft, [table_tools.edit(table_tools.cell("", 1, 1), "X")])
    assert draft.read_bytes() == body.replace(b"0912345678", b"X")


@pytest.mark.parametrize(
    ("written", "start", "end", "new", "expected"),
    [
        ('"Nguyễn ""Bé"" An"', 7, 11, "X", '"Nguyễn X An"'),
        ("gọi 0912345678 nhé", 4, 14, "█", "gọi █ nhé"),
        ("gọi 0912345678 nhé", 4, 14, 'a,"b"', '"gọi a,""b"" nhé"'),
        ('"hai\ndòng"', 0, 3, "x", '"x\ndòng"'),
        ('"Nguyễn An" ', None, None, "X", '"X"'),
        ('"Nguyễn An" x', 0, 9, "X", '"X" x'),
        ("12 Lê Lợi", None, None, "Quận 1, Hà Nội", '"Quận 1, Hà Nội"'),
    ],
)
def test_parts_of_fields(tmp_path, table_tools, written, start, end, new, expected):
    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    source.write_text(f"x,y\n1,{written}\n2,z\n", encoding="utf-8", newline="")
    table_tools.redact(
        DelimitedFormat(), source, draft, [table_tools.edit(table_tools.cell("", 1, 1, start, end), new)]
    )
    assert draft.read_bytes().decode() == f"x,y\n1,{expected}\n2,z\n"


def test_windows_1258_keeps_its_bytes(tmp_path, table_tools):
    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    body = b"H\xf4\xcc t\xean,Qu\xea qu\xe1n\r\nTr\xe2\xcc n Th\xee\xf2 B\xe9,H\xe0 N\xf4\xf2i\r\n"
    source.write_bytes(body)
    done = table_tools.redact(
        DelimitedFormat(), source, draft, [table_tools.edit(table_tools.cell("", 1, 0), "[HỌ TÊN █]")]
    )
    assert "Hà Nô" in done.reading.tables[0].rows[1][1]
    replaced = draft.read_bytes()
    assert replaced.startswith(body[: body.index(b"Tr\xe2")])
    assert replaced.endswith(b",H\xe0 N\xf4\xf2i\r\n")
    assert replaced.decode("cp1258").splitlines()[1].startswith("[HO\u0323 T\u00caN #]")


def test_tcvn3_is_read_and_the_rest_keeps_its_bytes(tmp_path, table_tools):
    back = {letter: char for char, letter in TCVN3.items() if char != "\u03bc"}

    def encode(text: str) -> bytes:
        return "".join(back.get(char, char) for char in text).encode("latin-1")

    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    lines = ["họ và tên,quê quán", "nguyễn văn hạnh,thành phố hà nội", "trần thị bích,tỉnh quảng ngãi"]
    source.write_bytes(encode("\n".join(lines) + "\n"))
    done = table_tools.redact(
        DelimitedFormat(), source, draft, [table_tools.edit(table_tools.cell("", 1, 0), "[HỌ TÊN]")]
    )
    assert done.reading.tables[0].rows[1][0] == "nguyễn văn hạnh"
    assert draft.read_bytes() == encode(lines[0]) + b"\n[HO TEN]," + encode(
        "thành phố hà nội\n" + lines[2] + "\n"
    )


def test_stray_bytes_in_utf8_survive(tmp_path, table_tools):
    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    body = "tên,số\nNguyễn,0912345678\n".encode() + b"\xf4\xcc,5\n"
    source.write_bytes(body)
    table_tools.redact(DelimitedFormat(), source, draft, [table_tools.edit(table_tools.cell("", 1, 1), "X")])
    assert draft.read_bytes() == body.replace(b"0912345678", b"X")


def test_running_text_is_no_table(tmp_path, table_tools):
    source, draft = tmp_path / "a.txt", tmp_path / "b.txt"
    text = "Ông Nguyễn Văn An, sinh năm 1990,\nsố 001190012345, ở Hà Nội.\n\nHết, không có gì thêm.\n"
    source.write_text(text, encoding="utf-8", newline="")
    done = table_tools.redact(
        DelimitedFormat(),
        source,
        draft,
        lambda reading: [table_tools.edit_unit(reading, "001190012345", "█")],
    )
    assert not done.reading.tables
    assert draft.read_bytes().decode() == text.replace("001190012345", "█")


def test_value_over_a_line_break_in_running_text(tmp_path, table_tools):
    source, draft = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text("Bà Trần\nThị Bé ký.\n", encoding="utf-8", newline="")

    def edits(reading):
        unit = reading.texts[0]
        places = unit.places(3, 14)
        assert len(places) == 2
        edit = table_tools.edit(places[0], "[HỌ TÊN]", "Trần\nThị Bé")
        return [
            type(edit)(
                type(edit.finding)(
                    id="f",
                    entity_type=edit.finding.entity_type,
                    score=1,
                    reason=edit.finding.reason,
                    places=places,
                    value="Trần\nThị Bé",
                ),
                edit.replace,
            )
        ]

    table_tools.redact(DelimitedFormat(), source, draft, edits)
    assert draft.read_text(encoding="utf-8") == "Bà [HỌ TÊN]\n ký.\n"


@pytest.mark.parametrize(
    ("text", "running", "delimiter"),
    [
        ("a;b;c\n1,5;2,5;3\n4;5;6\n", False, ";"),
        ("# xuất ngày 1/1, giờ 2\na,b,c\n1,2,3\n4,5,6\n", False, ","),
        ('a\tb\n"x, y, z"\t1\n', False, "\t"),
        ("Một câu, có phẩy, và nữa.\nCâu khác.\nThêm, một.\n", True, ""),
        ("tên|số\na|1\nb|2\n", True, "|"),
        ("chỉ một cột\n1\n2\n", False, ""),
    ],
)
def test_delimiters(text, running, delimiter):
    assert sniff_delimiter(text, running) == delimiter


@pytest.mark.parametrize(
    "head",
    [b"<html><body>", b"<!DOCTYPE html>", b"<?xml version='1.0'?>", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"", b"PK\x03\x04",
     b"<table><tr>", b"{\\rtf1"],
)  # fmt: skip
def test_other_formats_are_not_claimed(head):
    assert DelimitedFormat().sniff(head, ".csv") == 0


def test_bad_files(tmp_path):
    empty, binary = tmp_path / "a.csv", tmp_path / "b.csv"
    empty.touch()
    binary.write_bytes(b"\x00\x01\x02\x03" * 40)
    with pytest.raises(EmptyFile):
        DelimitedFormat().open(empty, "")
    with pytest.raises(CorruptDocument):
        DelimitedFormat().open(binary, "")
    text = tmp_path / "c.csv"
    text.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(UnsupportedFormat):
        DelimitedFormat().open(text, "").render(1, 1.0)


@pytest.mark.hostile
@pytest.mark.parametrize("body", [b"1234567," * 200_000, b"x" * 9_000_000])
def test_one_endless_line(tmp_path, table_tools, body):
    source = tmp_path / "a.csv"
    source.write_bytes(body)
    with pytest.raises(LimitExceeded):
        DelimitedFormat().open(source, "").read(table_tools.nothing)


@pytest.mark.hostile
def test_a_quote_that_never_closes(tmp_path, table_tools):
    source, draft = tmp_path / "a.csv", tmp_path / "b.csv"
    body = 'a,b\n1,"chưa đóng\n' + "2,0912345678\n" * 3000
    source.write_text(body, encoding="utf-8", newline="")
    table_tools.redact(
        DelimitedFormat(), source, draft, [table_tools.edit(table_tools.column("", 1, 2, 9000), "X")]
    )
    assert draft.read_text(encoding="utf-8") == body.replace("0912345678", "X")


_CELL = st.text(alphabet='aĐệ 1,;"\n\r=', max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(_CELL, min_size=2, max_size=3), min_size=1, max_size=5))
def test_fields_agree_with_the_standard_library(rows):
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    text = stream.getvalue()
    found: list[list[str]] = [[]]
    for start, end, ending in fields(text, ","):
        found[-1].append(value_of(text[start:end]) or "")
        if ending:
            found.append([])
    assert [row for row in found if row] == rows


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='ab1,;"\n\r\té', min_size=1, max_size=60))
def test_any_text_comes_out_as_it_went_in(tmp_path, table_tools, text):
    source, draft = tmp_path / "p.csv", tmp_path / "q.csv"
    source.write_bytes(text.encode())
    table_tools.redact(DelimitedFormat(), source, draft, [])
    assert draft.read_bytes() == text.encode()
