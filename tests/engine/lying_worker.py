"""A document worker whose redactor lies: it reports success and leaves a value in the copy.

The lie is named by the environment variable LIE. Verifying workers started by the same command are honest.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf

from redactor import worker

SECRET = "079203004567"
NAME = "Trần Thị Thu Hương"


def leave_whole(source: Path, draft: Path) -> None:
    shutil.copyfile(source, draft)


def pdf_info(source: Path, draft: Path) -> None:
    with pikepdf.open(draft, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Author"] = NAME
        pdf.save(draft)


def pdf_attachment(source: Path, draft: Path) -> None:
    with pikepdf.open(draft, allow_overwriting_input=True) as pdf:
        pdf.attachments["ghi-chu.txt"] = pikepdf.AttachedFileSpec(pdf, f"so {SECRET}".encode())
        pdf.save(draft)


def pdf_earlier_revision(source: Path, draft: Path) -> None:
    draft.write_bytes(source.read_bytes() + draft.read_bytes())


def pdf_tiny_text(source: Path, draft: Path) -> None:
    with pikepdf.open(draft, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        name = page.add_resource(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            ),
            pikepdf.Name.Font,
        )
        page.contents_add(f"BT {name} 1 Tf 3 Tr 20 20 Td ({SECRET}) Tj ET".encode())
        pdf.save(draft)


def with_openpyxl(change: Callable[[Any], None]) -> Callable[[Path, Path], None]:
    def lie(source: Path, draft: Path) -> None:
        book = openpyxl.load_workbook(draft)
        change(book)
        buffer = io.BytesIO()
        book.save(buffer)
        draft.write_bytes(buffer.getvalue())

    return lie


def hidden_sheet(book: Any) -> None:
    sheet = book.create_sheet("an")
    sheet.sheet_state = "veryHidden"
    sheet["A1"] = SECRET


def number_without_zero(book: Any) -> None:
    book.active["Z90"] = int(SECRET)


def comment(book: Any) -> None:
    from openpyxl.comments import Comment

    book.active["A1"].comment = Comment(NAME, "x")


def creator(book: Any) -> None:
    book.properties.creator = NAME


def extra_part(source: Path, draft: Path) -> None:
    with zipfile.ZipFile(draft, "a") as package:
        package.writestr("customXml/item9.xml", f"<x>{SECRET}</x>")


def csv_line(source: Path, draft: Path) -> None:
    with draft.open("ab") as stream:
        stream.write(f"\n{SECRET}".encode())


LIES: dict[str, Callable[[Path, Path], None]] = {
    "pdf whole": leave_whole,
    "pdf info": pdf_info,
    "pdf attachment": pdf_attachment,
    "pdf earlier revision": pdf_earlier_revision,
    "pdf tiny text": pdf_tiny_text,
    "xlsx whole": leave_whole,
    "xlsx hidden sheet": with_openpyxl(hidden_sheet),
    "xlsx number": with_openpyxl(number_without_zero),
    "xlsx comment": with_openpyxl(comment),
    "xlsx creator": with_openpyxl(creator),
    "xlsx extra part": extra_part,
    "csv whole": leave_whole,
    "csv line": csv_line,
}


def honest_until_applied(document_apply: Callable[..., Any], path: Path) -> Callable[..., Any]:
    def apply(edits: Any, gaps: Any, options: Any, draft: Path, progress: Any, **rest: Any) -> Any:
        applied = document_apply(edits, gaps, options, draft, progress, **rest)
        LIES[os.environ["LIE"]](path, draft)
        return applied

    return apply


class Liar:
    """A document that is the real one but for ``apply``."""

    def __init__(self, document: Any, path: Path) -> None:
        self._document = document
        self.apply = honest_until_applied(document.apply, path)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._document, name)


if __name__ == "__main__":
    honest_open = worker.open_document
    worker.open_document = lambda path, password: Liar(honest_open(path, password), path)  # type: ignore[assignment,return-value]
    worker.run(sys.argv[1:])
