"""The record as a page to print and to file: the JSON record in words, Vietnamese or English, one HTML file.

Like the record it holds no value, no name and no path. It needs no network: styles are inside.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from recognizers.entities import INFO, EntityType
from recognizers.explanations import keep_sentence
from redactor.errors import CorruptDocument, UnsupportedFormat
from redactor.files import check_source, publish, source_error, staged, target_error
from redactor.messages import DEFAULT_LANGUAGE, GAPS, Text, sentence_for
from redactor.model import GapReason
from redactor.part_names import part_name

_STYLE = (
    "body{font:11pt/1.5 'Segoe UI','Noto Sans',sans-serif;max-width:46em;margin:2em auto;color:#111}"
    "h1{font-size:16pt}h2{font-size:12pt;margin-top:1.6em;border-bottom:1px solid #999}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.2em .6em;border-bottom:1px solid #ddd}"
    "td:last-child,th:last-child{text-align:right}code{font-size:8.5pt;word-break:break-all}"
)
_STATUS = {
    "verified": Text("Đã che và đã kiểm chứng", "Redacted and verified"),
    "refused": Text("Không xuất", "Refused"),
    "failed": Text("Không xử lý được", "Failed"),
}
CHECKS = {
    "opens": Text("Bản che mở được bằng bộ đọc khác", "The copy opens in another engine"),
    "page_count": Text("Đủ số trang, đúng khổ", "Pages and their sizes are the same"),
    "no_value_in_text": Text("Không còn giá trị nào trong chữ", "No value in the text"),
    "no_value_in_objects": Text("Không còn giá trị nào trong cấu trúc tệp", "No value in the file's objects"),
    "no_value_in_cells": Text("Không còn giá trị nào trong ô", "No value in the cells"),
    "no_value_in_parts": Text("Không còn giá trị nào trong các phần của tệp", "No value in the file's parts"),
    "boxes_are_opaque": Text("Ô che kín hoàn toàn", "Boxes are opaque"),
    "neighbours_stay": Text("Chữ bên cạnh còn nguyên", "Neighbouring text stayed"),
    "pixels_outside": Text("Hình ngoài ô che không đổi", "Pixels outside the boxes are the same"),
    "no_forbidden_structures": Text("Không còn phần ẩn", "No hidden structures"),
    "redetect": Text("Tìm lại không thấy gì", "Detection finds nothing again"),
    "pictures": Text("Đọc lại ảnh không thấy gì", "Pictures read again hold nothing"),
    "no_value_in_pictures": Text("Đọc lại ảnh không thấy gì", "Pictures read again hold nothing"),
    "parts_allowed": Text("Chỉ còn những phần đã biết", "Only known parts are there"),
    "same_form": Text("Đúng định dạng và cấu trúc", "Format and form are the same"),
    "untouched_cells_equal": Text("Ô không che còn nguyên", "Other cells are the same"),
    "untouched_parts_identical": Text("Phần không che còn nguyên từng byte", "Untouched parts are identical"),
    "untouched_rows_identical": Text("Dòng không che còn nguyên từng byte", "Untouched lines are identical"),
    "formulas_kept": Text("Công thức còn nguyên", "Formulas were kept"),
    "no_stale_cache": Text("Không còn kết quả tính cũ", "No stale results"),
}
_OUTCOMES = {
    "passed": Text("đạt", "passed"),
    "failed": Text("không đạt", "failed"),
    "not_done": Text("chưa làm được", "not done"),
}
_TREATMENTS = {
    "kept": Text("giữ", "kept"),
    "redacted": Text("che bên trong", "redacted inside"),
    "left_out": Text("bỏ ra", "left out"),
}
_WHO_KEPT = {
    "policy": Text("theo chính sách", "by the policy"),
    "person": Text("do người duyệt", "by the reviewer"),
}
_SETTLED = {
    "covered": Text("đã che", "covered"),
    "accepted": Text("đã chấp nhận", "accepted"),
    "": Text("chưa xử lý", "open"),
}
NOTES = {
    "converted_to_xlsx": Text("Đã chuyển sang XLSX", "Converted to XLSX"),
    "macros_removed": Text("Đã bỏ macro", "Macros were removed"),
    "results_dropped": Text(
        "Kết quả công thức sẽ được tính lại khi mở", "Formula results are computed anew on opening"
    ),
    "signature_removed": Text("Đã bỏ chữ ký số vì nội dung đã đổi", "Digital signatures were removed"),
}


def page(body: dict[str, Any], language: str = DEFAULT_LANGUAGE) -> str:
    """The page for a record's body, as ``Record.body`` holds it and the JSON file keeps it."""
    words = _Words(language)
    title = words.say("Biên bản che dữ liệu cá nhân", "Record of redaction of personal data")
    program = f"{body['program']['name']} {body['program']['version']}"
    sections = [
        f"<h1>{title}</h1>",
        f"<p><strong>{words.of(_STATUS, body['status'])}</strong> · {escape(body['time'])} · {escape(program)}</p>",
        f"<p>{escape(sentence_for(body['reason'], {}, language))}</p>" if body.get("reason") else "",
        _table(words.say("Tệp", "Files"), _files(body, words)),
        _table(
            words.say("Đã che", "Hidden"),
            [[words.type(r["type"]), r["class"], str(r["count"])] for r in body.get("hidden", [])],
        ),
        _table(
            words.say("Được giữ", "Kept"),
            [
                [words.type(r["type"]), words.kept(r["why"]), str(r["count"])]
                for r in body.get("decisions", {}).get("kept", [])
            ],
        ),
        _table(
            words.say("Chỗ không đọc được", "Not read"),
            [
                [words.gap(g["reason"]), words.where(g["place"]), words.of(_SETTLED, g["settled"])]
                for g in body.get("gaps", [])
            ],
        ),
        _table(
            words.say("Phần không hiện trên trang", "Parts the page does not show"),
            [
                [part_name(p["part"], language), words.of(_TREATMENTS, p["treatment"]), str(p["count"])]
                for p in body.get("parts", [])
            ],
        ),
        _table(words.say("Ghi chú", "Notes"), [[words.of(NOTES, n)] for n in body.get("notes", [])]),
        _table(
            words.say("Kiểm tra lại bằng bộ đọc khác", "Checked again by another engine"),
            [
                [words.of(CHECKS, c["check"]), words.of(_OUTCOMES, c["outcome"])]
                for c in body.get("verification", [])
            ],
        ),
    ]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(sections)}</body></html>\n"
    )


def _files(body: dict[str, Any], words: _Words) -> list[list[str]]:
    rows = []
    source = body.get("source")
    if source:
        pages = words.say("trang", "pages")
        rows.append([words.say("SHA-256 của tệp gốc", "SHA-256 of the source"), _code(source["sha256"])])
        size = f"{source['format']}, {source['bytes']:,} B, {source['pages']} {pages}"
        rows.append([words.say("Tệp gốc", "Source"), size])
    if body.get("copy"):
        rows.append([words.say("SHA-256 của bản che", "SHA-256 of the copy"), _code(body["copy"]["sha256"])])
    rows.append([words.say("Chính sách", "Policy"), body["policy"]["name"]])
    digest = words.say("SHA-256 của chính sách", "SHA-256 of the policy")
    rows.append([digest, _code(body["policy"]["sha256"])])
    return rows


class _Words:
    """A record's codes in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, vi: str, en: str) -> str:
        return Text(vi, en).in_language(self._language)

    def of(self, table: dict[str, Text], key: str) -> str:
        """The sentence of a code; a code of a later version by itself."""
        known = table.get(key)
        return known.in_language(self._language) if known else key

    def type(self, entity_type: str) -> str:
        info = INFO[EntityType(entity_type)]
        return info.en if self._language == "en" else info.vi

    def kept(self, why: str) -> str:
        return self.of(_WHO_KEPT, why) if why in _WHO_KEPT else keep_sentence(why, self._language)

    def gap(self, reason: str) -> str:
        return GAPS[GapReason(reason)].in_language(self._language)

    def where(self, place: dict[str, Any]) -> str:
        if "page" in place:
            return f"{self.say('trang', 'page')} {place['page']}"
        if "row" in place:
            return f"{self.say('dòng', 'row')} {place['row']}, {self.say('cột', 'column')} {place['column']}"
        return part_name(str(place.get("part", "")), self._language)


def write_page(record: Path, language: str = DEFAULT_LANGUAGE) -> Path:
    """Write the page of a record file beside it, as ``<record>.html``; an older page is replaced.

    Raises:
        SourceMissing, SourceUnreadable, EmptyFile: the record cannot be read.
        UnsupportedFormat, CorruptDocument: it is no record, or not a whole one.
        TargetUnwritable, DiskFull: the page cannot be written.
    """
    check_source(record)
    try:
        text = page(json.loads(record.read_text("utf-8")), language)
    except OSError as error:
        raise source_error(error) from None
    except ValueError:
        raise UnsupportedFormat from None
    except (KeyError, TypeError, AttributeError):
        raise CorruptDocument(format="json") from None
    target = record.with_suffix(".html")
    with staged(target, overwrite=True) as draft:
        try:
            draft.write_text(text, "utf-8")
        except OSError as error:
            raise target_error(error) from None
        publish(draft, target, overwrite=True)
    return target


def _table(heading: str, rows: list[list[str]]) -> str:
    if not rows:
        return ""
    cells = "".join("<tr>" + "".join(f"<td>{_html(c)}</td>" for c in row) + "</tr>" for row in rows)
    return f"<h2>{escape(heading)}</h2><table>{cells}</table>"


def _html(cell: str) -> str:
    return cell if cell.startswith("<code>") else escape(cell)


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"
