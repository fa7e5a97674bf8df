"""This project's detector as a subject of the scorer."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.recognition.corpus import GoldDocument, cell_text
from benchmarks.recognition.score import Covered
from recognizers.detection import Detector, LabelledText, TableData
from recognizers.results import Hit, TableHits


class ProjectDetector:
    """Asks one ``Detector`` as the program does: a whole document at a time."""

    def __init__(self) -> None:
        self._detector = Detector()

    def cover(self, document: GoldDocument) -> Sequence[Covered]:
        """What would be hidden: all findings that are not proposed to be kept."""
        if document.rows:
            answer = self._detector.find_document([], [TableData("", document.rows, None)])
            return _of_table(document, answer.tables[0])
        return _of_text(self._detector.find_document([LabelledText(document.text, "")]).texts[0])


def _of_text(hits: Sequence[Hit]) -> list[Covered]:
    return [Covered(hit.start, hit.end, str(hit.entity_type)) for hit in hits if not hit.keep]


def _of_table(document: GoldDocument, hits: TableHits) -> list[Covered]:
    found: list[Covered] = []
    for column in hits.columns:
        if column.keep:
            continue
        for row in range(column.first_row, min(column.last_row + 1, len(document.rows))):
            text = cell_text(document.rows[row][column.column])
            if text:
                found.append(Covered(0, len(text), str(column.entity_type), (row, column.column)))
    for cell in hits.cells:
        if not cell.keep:
            text = cell_text(document.rows[cell.row][cell.column])
            value = document.rows[cell.row][cell.column]
            # A number or a date has no places inside: whatever is found in it hides the cell.
            whole = cell.start is None or cell.end is None or not isinstance(value, str)
            start, end = (0, len(text)) if whole else (cell.start or 0, cell.end or 0)
            found.append(Covered(start, end, str(cell.entity_type), (cell.row, cell.column)))
    return found
