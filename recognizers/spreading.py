"""What one place proves is hidden in all others: known values in texts and cells, beside what was found there by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recognizers.cells import shown
from recognizers.known_values import CERTAIN, KnownValues
from recognizers.pieces import BATCH, JOINT
from recognizers.results import CellHit, Hit, TableHits, hit_in_cell


def merged(hits: Sequence[Hit], further: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return hits and, outside of them, further ones; nothing overlaps. Both are ordered by position."""
    if not further:
        return tuple(hits)
    hits = _raised(hits, further)
    starts = [hit.start for hit in hits]
    result = list(hits)
    last = 0
    for extra in sorted(further, key=lambda hit: (hit.start, -hit.end)):
        position = max(extra.start, last)
        i = max(bisect_right(starts, position) - 1, 0)
        while position < extra.end:
            while i < len(hits) and hits[i].end <= position:
                i += 1
            stop = min(extra.end, hits[i].start) if i < len(hits) else extra.end
            if stop > position and (stop - position >= 2 or stop - position == extra.end - extra.start):
                result.append(replace(extra, start=position, end=stop))
                last = stop
            if i >= len(hits) or hits[i].start >= extra.end:
                break
            position = hits[i].end
    return tuple(sorted(result, key=lambda hit: hit.start))


def _raised(hits: Sequence[Hit], further: Sequence[Hit]) -> list[Hit]:
    """Return the hits, doubtful ones with the score and reason of a known value that covers the same place."""
    known = sorted(further, key=lambda hit: hit.start)
    starts = [hit.start for hit in known]
    result = []
    for hit in hits:
        i = bisect_right(starts, hit.start) - 1
        if hit.score < CERTAIN and i >= 0 and known[i].end >= hit.end and known[i].score > hit.score:
            hit = replace(hit, entity_type=known[i].entity_type, score=known[i].score, reason=known[i].reason)
        result.append(hit)
    return result


def spread_in_table(rows: Sequence[Sequence[object]], hits: TableHits, known: KnownValues) -> TableHits:
    """Search known values in the text cells that no column and no whole-cell hit covers."""
    if not len(known):
        return hits
    covered: dict[int, list[tuple[int, int]]] = {}
    for column in hits.columns:
        covered.setdefault(column.column, []).append((column.first_row, column.last_row))
    partial: dict[tuple[int, int], list[Hit]] = {}
    for cell in hits.cells:
        whole = len(shown(rows[cell.row][cell.column]))
        partial.setdefault((cell.row, cell.column), []).append(
            Hit(
                cell.start or 0,
                whole if cell.end is None else cell.end,
                cell.entity_type,
                cell.score,
                cell.reason,
                cell.keep,
            )
        )
    # Two walks: a place is kept only for a text that holds something, not for each of a million cells.
    texts = list(dict.fromkeys(text for _, _, text in _open_cells(rows, covered)))
    holding = {text: found for text, found in zip(texts, _find_known(texts, known), strict=True) if found}
    if not holding:
        return hits
    changed: dict[tuple[int, int], list[CellHit]] = {}
    for number, index, text in _open_cells(rows, covered):
        if text in holding:
            place = (number, index)
            own = sorted(partial.get(place, ()), key=lambda hit: hit.start)
            changed[place] = [hit_in_cell(*place, hit, text) for hit in merged(own, holding[text])]
    cells = [cell for cell in hits.cells if (cell.row, cell.column) not in changed]
    cells.extend(cell for found_cells in changed.values() for cell in found_cells)
    cells.sort(key=lambda hit: (hit.row, hit.column, hit.start or 0))
    return replace(hits, cells=tuple(cells))


def _open_cells(
    rows: Sequence[Sequence[object]], covered: dict[int, list[tuple[int, int]]]
) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of the cells in which a value can stand and that no column covers."""
    for number, row in enumerate(rows):
        for index, value in enumerate(row):
            if value is None or value == "" or isinstance(value, bool):
                continue
            if index in covered and any(first <= number <= last for first, last in covered[index]):
                continue
            if not isinstance(value, str) and (
                (isinstance(value, float) and not value.is_integer()) or len(str(value)) < 8
            ):
                continue
            yield number, index, shown(value)


def _find_known(texts: Sequence[str], known: KnownValues) -> list[tuple[Hit, ...]]:
    """Return the known values in many short texts, read in one go."""
    parts: list[list[Hit]] = [[] for _ in texts]
    first = 0
    while first < len(texts):
        starts: list[int] = []
        position = 0
        last = first
        while last < len(texts) and position < BATCH:
            starts.append(position)
            position += len(texts[last]) + len(JOINT)
            last += 1
        for hit in known.find(JOINT.join(texts[first:last])):
            i = bisect_right(starts, hit.start) - 1
            end = min(hit.end - starts[i], len(texts[first + i]))
            if end > hit.start - starts[i]:
                parts[first + i].append(replace(hit, start=hit.start - starts[i], end=end))
        first = last
    return [tuple(part) for part in parts]
