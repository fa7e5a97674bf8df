"""This project's detector as a subject of the scorer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.recognition.corpus import GoldDocument, cell_text
from benchmarks.recognition.score import Covered
from recognizers.detection import Detector, LabelledText, TableData
from recognizers.results import Hit, TableHits
from recognizers.tagger import Tagger, load


def measured_taggers() -> tuple[Tagger, ...]:
    """Return taggers that have not read what is kept aside; those that are shipped have read everything."""
    return load(Path(__file__).parent / "weights")


class ProjectDetector:
    """Asks one ``Detector`` as the program does: a whole document at a time.

    Args:
        readers: the taggers that read after the rules; none for the rules alone.
    """

    def __init__(self, readers: Sequence[Tagger]) -> None:
        self._detector = Detector(readers=readers)

    def cover(self, document: GoldDocument) -> Sequence[Covered]:
        """All findings, with the reason of those that are proposed to be kept."""
        if document.rows:
            answer = self._detector.find_document([], [TableData("", document.rows, None)])
            return _of_table(document, answer.tables[0])
        return _of_text(self._detector.find_document([LabelledText(document.text, "")]).texts[0])


def _of_text(hits: Sequence[Hit]) -> list[Covered]:
    return [Covered(hit.start, hit.end, str(hit.entity_type), keep=hit.keep) for hit in hits]


def _of_table(document: GoldDocument, hits: TableHits) -> list[Covered]:
    found: list[Covered] = []
    for column in hits.columns:
        for row in range(column.first_row, min(column.last_row + 1, len(document.rows))):
            text = cell_text(document.rows[row][column.column])
            if text:
                place = (row, column.column)
                found.append(Covered(0, len(text), str(column.entity_type), place, column.keep))
    for cell in hits.cells:
        value = document.rows[cell.row][cell.column]
        text = cell_text(value)
        # A number or a date has no places inside: whatever is found in it hides the cell.
        whole = cell.start is None or cell.end is None or not isinstance(value, str)
        start, end = (0, len(text)) if whole else (cell.start or 0, cell.end or 0)
        found.append(Covered(start, end, str(cell.entity_type), (cell.row, cell.column), cell.keep))
    return found
