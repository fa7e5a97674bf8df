"""Detection as the rest of the program uses it: texts, tables, whole documents → frozen, resolved hits.

``Detector`` asks our recognisers directly (one folded view, no ``RecognizerResult`` per hit) and resolves what overlaps.
With Presidio alone, use ``recognizers.analyzer``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from recognizers import columns
from recognizers.base import DetectionIncomplete, Found
from recognizers.containers import values_of
from recognizers.custom_rules import CustomRules
from recognizers.documents import DocumentHits, LabelledText, PersonLink, TableData
from recognizers.folding import BORDER, Folded, fold, forget
from recognizers.registry import build_recognizers
from recognizers.resolve import resolve
from recognizers.results import Hit, TableHits

__all__ = [
    "DetectionIncomplete", "Detector", "DocumentHits", "LabelledText", "PersonLink", "TableData", "values_of",
]

#: Joins short texts so that they are read in one go and never as one.
_JOINT = f"\n{BORDER}\n"
_BATCH = 60_000


class Detector:
    """Finds personal data. Build once, use for many documents; not thread-safe."""

    def __init__(self, rules: CustomRules | None = None) -> None:
        self._rules = rules
        self._recognizers = build_recognizers()

    def find(self, text: str, label: str = "") -> tuple[Hit, ...]:
        """Return the hits in a text; ``label`` is what stands beside it (a header, a form field's title).

        Raises:
            DetectionIncomplete: a user's pattern ran out of time.
        """
        if not text or text.isspace():
            return ()
        prefix = f"{label}: " if label else ""
        hits = self._hits(prefix + text)
        if not prefix:
            return hits
        shift = len(prefix)
        return tuple(
            Hit(max(hit.start - shift, 0), hit.end - shift, hit.entity_type, hit.score, hit.reason, hit.keep)
            for hit in hits if hit.end > shift)

    def find_many(self, texts: Sequence[str], label: str = "") -> list[tuple[Hit, ...]]:
        """Return the hits of many short texts: as ``find`` on each, several hundred times faster than one by one."""
        found: dict[str, tuple[Hit, ...]] = {}
        prefix = f"{label}: " if label else ""
        batch: list[str] = []
        size = 0
        for text in dict.fromkeys(texts):
            if not text or text.isspace():
                found[text] = ()
                continue
            batch.append(text)
            size += len(text)
            if size > _BATCH:
                self._find_batch(batch, prefix, found)
                batch, size = [], 0
        self._find_batch(batch, prefix, found)
        return [found[text] for text in texts]

    def find_table(self, rows: Sequence[Sequence[object]], header: Sequence[str] | None = None) -> TableHits:
        """Return the hits in a table: whole columns, then single cells."""
        return columns.find_table(rows, header, self.find_many)

    def find_document(self, texts: Sequence[LabelledText], tables: Sequence[TableData] = (),
                      known_values: Sequence[str] = ()) -> DocumentHits:
        """Return the hits in everything a document holds; what one place proves is searched in all others.

        Args:
            texts: pages, comments, metadata, file name …
            tables: sheets.
            known_values: values proved elsewhere in the job (codes, other documents).
        """
        text_hits = [self.find(item.text, item.label) for item in texts]
        table_hits = [self.find_table(table.rows, table.header) for table in tables]
        forget()
        return DocumentHits(tuple(text_hits), tuple(table_hits))

    def _hits(self, text: str) -> tuple[Hit, ...]:
        folded = fold(text)
        found = resolve(self._found(folded), folded.text)
        hits = []
        for item in found:
            start, end = folded.span(item.start, item.end)
            keep = item.keep
            if self._rules is not None and self._rules.keeps(text[start:end]):
                keep = "always_keep"
            hits.append(Hit(start, end, item.entity_type, item.score, item.reason, keep))
        return tuple(hits)

    def _found(self, folded: Folded) -> Iterable[Found]:
        for recognizer in self._recognizers:
            yield from recognizer.findings(folded)
        if self._rules is not None:
            yield from self._rules.find(folded)

    def _find_batch(self, batch: list[str], prefix: str, found: dict[str, tuple[Hit, ...]]) -> None:
        if not batch:
            return
        starts: list[int] = []
        position = 0
        for text in batch:
            position += len(prefix)
            starts.append(position)
            position += len(text) + len(_JOINT)
        parts: list[list[Hit]] = [[] for _ in batch]
        for hit in self._hits(prefix + (_JOINT + prefix).join(batch)):
            i = bisect_right(starts, hit.end - 1) - 1
            if i < 0:
                continue
            start, end = max(hit.start, starts[i]) - starts[i], min(hit.end - starts[i], len(batch[i]))
            if end > start:
                parts[i].append(Hit(start, end, hit.entity_type, hit.score, hit.reason, hit.keep))
        for text, hits in zip(batch, parts, strict=True):
            found[text] = tuple(hits)


FindMany = Callable[[Sequence[str], str], list[tuple[Hit, ...]]]
