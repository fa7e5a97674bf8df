"""The record as a page to print and to file: the JSON record in words, Vietnamese or English, one HTML file.

Like the record it holds no value, no name and no path. It needs no network: styles are inside.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from recognizers.entities import INFO, EntityType
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

    def say(vi: str, en: str) -> str:
        return Text(vi, en).in_language(language)

    status = _STATUS[body["status"]].in_language(language)
    rows: list[str] = [
        f"<h1>{say('Biên bản che dữ liệu cá nhân', 'Record of redaction')}</h1>",
        f"<p><strong>{escape(status)}</strong> · {escape(body['time'])} · "
        f"{escape(body['program']['name'])} {escape(body['program']['version'])}</p>",
    ]
    if body.get("reason"):
        rows.append(f"<p>{escape(sentence_for(body['reason'], {}, language))}</p>")
    source = body.get("source")
    files = [
        [say("Chính sách", "Policy"), body["policy"]["name"]],
        [say("SHA-256 của chính sách", "SHA-256 of the policy"), _code(body["policy"]["sha256"])],
    ]
    if source:
        files.insert(0, [say("SHA-256 của tệp gốc", "SHA-256 of the source"), _code(source["sha256"])])
        size = f"{source['format']}, {source['bytes']:,} B, {source['pages']} {say('trang', 'pages')}"
        files.insert(1, [say("Tệp gốc", "Source"), size])
    if body.get("copy"):
        files.insert(2, [say("SHA-256 của bản che", "SHA-256 of the copy"), _code(body["copy"]["sha256"])])
    rows.append(_table(say("Tệp", "Files"), files))
    hidden = [[_name(r["type"], language), r["class"], str(r["count"])] for r in body.get("hidden", [])]
    rows.append(_table(say("Đã che", "Hidden"), hidden))
    kept = body.get("decisions", {}).get("kept", [])
    rows.append(
        _table(
            say("Được giữ", "Kept"), [[_name(r["type"], language), r["why"], str(r["count"])] for r in kept]
        )
    )
    gaps = [
        [GAPS[GapReason(g["reason"])].in_language(language), _where(g["place"], say), g["settled"] or "–"]
        for g in body.get("gaps", [])
    ]
    rows.append(_table(say("Chỗ không đọc được", "Not read"), gaps))
    parts = [[part_name(p["part"], language), p["treatment"], str(p["count"])] for p in body.get("parts", [])]
    rows.append(_table(say("Phần không hiện trên trang", "Parts the page does not show"), parts))
    notes = [NOTES[n].in_language(language) if n in NOTES else n for n in body.get("notes", [])]
    rows.append(_table(say("Ghi chú", "Notes"), [[note] for note in notes]))
    checks = []
    for check in body.get("verification", []):
        name = CHECKS.get(check["check"])
        checks.append([name.in_language(language) if name else check["check"], check["outcome"]])
    rows.append(_table(say("Kiểm tra lại bằng bộ đọc khác", "Checked again by another engine"), checks))
    title = say("Biên bản che dữ liệu", "Record of redaction")
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(rows)}</body></html>\n"
    )


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


def _name(entity_type: str, language: str) -> str:
    info = INFO[EntityType(entity_type)]
    return info.en if language == "en" else info.vi


def _where(place: dict[str, Any], say: Any) -> str:
    if "page" in place:
        return f"{say('trang', 'page')} {place['page']}"
    if "row" in place:
        return f"{say('dòng', 'row')} {place['row']}, {say('cột', 'column')} {place['column']}"
    return part_name(str(place.get("part", "")))
