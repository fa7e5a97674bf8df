"""Detection as the rest of the program uses it: texts, tables, whole documents → frozen, resolved hits.

``Detector`` asks our recognisers directly (one folded view, no ``RecognizerResult`` per hit) and resolves what
overlaps. With Presidio alone, use ``recognizers.analyzer``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from recognizers import cells, columns, drawn_tables, fixed_lines, nearby
from recognizers.address_edges import with_whole_words
from recognizers.address_ends import with_ends
from recognizers.base import DetectionIncomplete, Found
from recognizers.beside_new_people import beside_new_people
from recognizers.capacity import propose_keep
from recognizers.cells import digits, is_date, is_name, plain, shown
from recognizers.code_siblings import code_siblings
from recognizers.composed import as_written, composed
from recognizers.containers import values_of
from recognizers.custom_rules import CustomRules
from recognizers.documents import DocumentHits, HitPlace, LabelledText, PersonLink, TableData
from recognizers.entities import ASSIGNED_NUMBERS, EntityType
from recognizers.enumerations import beside_people, births_in_rows
from recognizers.flats import flats_beside
from recognizers.folding import Folded, fold, forget
from recognizers.home_witness import homes_beside
from recognizers.known_values import CERTAIN, KnownValues
from recognizers.name_ends import with_exact_ends
from recognizers.name_scripts import names_in_other_scripts
from recognizers.names_over_cells import names_over_cells
from recognizers.number_tails import with_tails
from recognizers.people import Mention, link
from recognizers.pieces import BATCH, JOINT, in_pieces
from recognizers.registry import build_recognizers
from recognizers.resolve import between_marks, resolve
from recognizers.results import Hit, TableHits
from recognizers.second_reading import SecondReading
from recognizers.spreading import merged, spread_in_table
from recognizers.standing import settle
from recognizers.table_officers import settle_columns
from recognizers.table_rereading import newly_named, reread_table
from recognizers.tagger import Tagger, taggers
from recognizers.tiers import Tier
from recognizers.told_of_many import not_counted
from recognizers.told_of_nobody import not_of_nobody, told_of_somebody
from recognizers.told_of_things import not_of_things

__all__ = [
    "DetectionIncomplete",
    "Detector",
    "DocumentHits",
    "LabelledText",
    "PersonLink",
    "TableData",
    "values_of",
]

#: Values of a job beyond this number are not searched one by one: a list of that size is its own dossier.
_MOST_VALUES = 50_000
_E = EntityType
_CONTAINERS = frozenset({_E.VN_ID_QR, _E.VN_MRZ, _E.VN_VIETQR, _E.VN_BHYT, _E.CERT_SUBJECT})
#: Types for which the words around decide about keeping; for numbers their recognisers do.
_KEPT_BY_CAPACITY = frozenset({_E.PERSON, _E.VN_ADDRESS, _E.PLACE_OF_BIRTH, _E.ISSUE_AUTHORITY})
#: Types whose values are searched in the rest of the job.
_SPREAD = ASSIGNED_NUMBERS | {_E.PERSON, _E.EMAIL, _E.VN_ADDRESS}


class Detector:
    """Finds personal data. Build once, use for many documents; not thread-safe.

    Args:
        rules: the user's own.
        readers: the taggers that read what the rules have read; those that are shipped if None. Trainers give none and
            get what the rules alone find.
    """

    def __init__(self, rules: CustomRules | None = None, readers: Sequence[Tagger] | None = None) -> None:
        self._rules = rules
        self._readers = taggers() if readers is None else tuple(readers)
        self._recognizers = build_recognizers()
        self._given: tuple[tuple[str, ...], KnownValues] = ((), KnownValues())

    def find(self, text: str, label: str = "") -> tuple[Hit, ...]:
        """Return the hits in a text; ``label`` is what stands beside it (a header, a form field's title).

        Raises:
            DetectionIncomplete: a user's pattern ran out of time.
        """
        if not text or text.isspace():
            return ()
        prefix = f"{label}: " if label else ""
        hits = in_pieces(prefix + text, self._hits)
        if not prefix:
            return hits
        shift = len(prefix)
        return tuple(
            Hit(max(hit.start - shift, 0), hit.end - shift, hit.entity_type, hit.score, hit.reason, hit.keep)
            for hit in hits
            if hit.end > shift
        )

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
            if size > BATCH:
                self._find_batch(batch, prefix, found)
                batch, size = [], 0
        self._find_batch(batch, prefix, found)
        return [found[text] for text in texts]

    def find_table(self, rows: Sequence[Sequence[object]], header: Sequence[str] | None = None) -> TableHits:
        """Return the hits in a table: whole columns, then single cells."""
        written, rows = rows, composed(rows)
        hits = columns.find_table(rows, header, self.find_many)
        if self._readers:
            read = reread_table(rows, hits, self._readers)
            if named := newly_named(rows, read):  # what stands beside them is told of them
                hits = columns.find_table(rows, header, self.find_many, named)
                read = reread_table(rows, hits, self._readers)
            hits = read
        return hits if rows is written else as_written(hits, written)

    def find_document(
        self,
        texts: Sequence[LabelledText],
        tables: Sequence[TableData] = (),
        known_values: Sequence[str] = (),
        own_values: Sequence[str] = (),
        found: Sequence[tuple[Hit, ...] | None] = (),
    ) -> DocumentHits:
        """Return the hits in everything a document holds; what one place proves is searched in all others.

        Args:
            texts: pages, comments, metadata, file name …
            tables: sheets.
            known_values: values proved by other documents of the job; prepared once for all documents that follow
                with the same ones.
            own_values: values proved by this document where no text stands (codes in pictures).
            found: what ``find_texts`` found before in the first of the texts; None where it did not look.
        """
        known_hits = [*found, *[None] * (len(texts) - len(found))]
        text_hits = [
            self._find_below(item) if hits is None else hits
            for item, hits in zip(texts, known_hits, strict=True)
        ]
        table_hits = [self.find_table(table.rows, table.header) for table in tables]
        known, certain = self._known(
            texts, text_hits, tables, table_hits, self._prepared(tuple(known_values)), own_values
        )
        text_hits = [
            merged(hits, in_pieces(item.text, known.find))
            for item, hits in zip(texts, text_hits, strict=True)
        ]
        table_hits = [
            spread_in_table(table.rows, hits, known) for table, hits in zip(tables, table_hits, strict=True)
        ]
        text_hits = settle([item.text for item in texts], text_hits, _hidden_names(tables, table_hits))
        if not tables:
            text_hits = fixed_lines.in_papers_of_nobody([item.text for item in texts], text_hits)
        hidden = (*_hidden_names(tables, table_hits), *_hidden_in_texts(texts, text_hits))
        table_hits = settle_columns([table.rows for table in tables], table_hits, hidden)
        people = _people(texts, text_hits, tables, table_hits)
        _forget()
        return DocumentHits(tuple(text_hits), tuple(table_hits), people, certain)

    def find_texts(self, texts: Sequence[LabelledText]) -> tuple[tuple[Hit, ...], ...]:
        """Return what each text says by itself: the first step of ``find_document``, for some texts of a document."""
        hits = tuple(self._find_below(item) for item in texts)
        _forget()
        return hits

    def _find_below(self, item: LabelledText) -> tuple[Hit, ...]:
        if not item.above:
            return self.find(item.text, item.label)
        above = f"{item.above}\n"
        shift = len(above)
        return tuple(
            replace(hit, start=hit.start - shift, end=hit.end - shift)
            for hit in self.find(above + item.text, item.label)
            if hit.start >= shift
        )

    def _prepared(self, given: tuple[str, ...]) -> KnownValues:
        if given != self._given[0]:
            known = KnownValues()
            for value, kind in _typed(given):
                known.add(value, kind)
            self._given = (given, known)
        return self._given[1]

    @staticmethod
    def _known(
        texts: Sequence[LabelledText],
        text_hits: Sequence[tuple[Hit, ...]],
        tables: Sequence[TableData],
        table_hits: Sequence[TableHits],
        elsewhere: KnownValues,
        own: Sequence[str],
    ) -> tuple[KnownValues, tuple[str, ...]]:
        """Return the values to look for, and those that other documents of the job should look for too."""
        values: dict[tuple[str, EntityType], None] = dict.fromkeys(_typed(own))
        for item, hits in zip(texts, text_hits, strict=True):
            for hit in hits:
                if hit.score >= CERTAIN and not hit.keep:
                    values[item.text[hit.start : hit.end], hit.entity_type] = None
            values.update(dict.fromkeys(_typed(_payloads(item.text, hits))))
        for table, found in zip(tables, table_hits, strict=True):
            for column_hit in found.columns:
                if (
                    column_hit.score >= CERTAIN
                    and not column_hit.keep
                    and not column_hit.mixed
                    and (column_hit.entity_type in _SPREAD)
                ):
                    for row in table.rows[column_hit.first_row : column_hit.last_row + 1]:
                        if len(values) > _MOST_VALUES:
                            break
                        if column_hit.column < len(row) and row[column_hit.column] not in (None, ""):
                            values[plain(row[column_hit.column]), column_hit.entity_type] = None
            for cell in found.cells:
                if cell.score >= CERTAIN and not cell.keep:
                    values[
                        shown(table.rows[cell.row][cell.column])[cell.start : cell.end], cell.entity_type
                    ] = None
        known = elsewhere.copy()
        certain: list[str] = []
        for value, kind in values:
            known.add(value, kind)
            if kind in _SPREAD:
                certain.append(value)
        return known, tuple(dict.fromkeys(certain))

    def unjudged(self, folded: Folded) -> list[Found]:
        """Return what rules find in a folded text, resolved, before anything is proposed to be kept or read again."""
        told = list(not_counted(folded.key, resolve(self._found(folded), folded.text)))
        return not_of_things(folded, not_of_nobody(folded, told))

    def _hits(self, text: str) -> tuple[Hit, ...]:
        folded = fold(text)
        found = self.unjudged(folded)
        reading = SecondReading(folded, found, self._readers) if self._readers else None
        if reading is not None:
            found = reading.added_to(found)
            found = not_of_things(folded, resolve((*found, *beside_new_people(folded, found)), folded.text))
        found = resolve((*found, *code_siblings(folded, found)), folded.text)
        found = list(with_tails(list(with_whole_words(found, folded.text)), folded.text))
        found = with_ends(list(with_exact_ends(found, folded.text)), folded.text)
        if reading is not None:
            found = [reading.without_ends(item) for item in found]
        items: list[Found] = []
        hits: list[Hit] = []
        plain_hits: list[Hit] = []
        for item in found:
            hit = _hit(folded, item)
            start, end = hit.start, hit.end
            if item.tier is not Tier.RULE and not any(char.isalnum() for char in text[start:end]):
                continue  # leader dots and brackets beside a value
            if item.tier is not Tier.RULE and self._rules is not None and self._rules.keeps(text[start:end]):
                continue
            items.append(item)
            hits.append(hit)
            plain_hits.append(Hit(item.start, item.end, item.entity_type, item.score, item.reason, item.keep))
        officers = {
            n: reading.in_office(item)
            for n, item in enumerate(items)
            if reading is not None and item.entity_type is _E.PERSON
        }
        judged = (
            replace(own, keep=proposed.keep) if own.entity_type in _KEPT_BY_CAPACITY else own
            for own, proposed in zip(hits, propose_keep(folded, plain_hits, officers), strict=True)
        )
        pairs: list[tuple[Found, Hit]] = []
        for item, hit in zip(items, judged, strict=True):
            if reading is not None and hit.keep and reading.is_somebodys(item):
                hit = replace(hit, keep="")
            elif reading is not None and not hit.keep:
                if reading.takes_back(item):
                    continue
                if reading.proposes_to_keep(item):
                    hit = replace(hit, keep="unlikely")
            pairs.append((item, hit))
        if reading is not None:
            nobodys = reading.guessed_of_nobody([item for item, hit in pairs if not hit.keep])
            pairs = [pair for pair in pairs if pair[1].keep or pair[0] not in nobodys]
        names = [item for item, hit in pairs if item.entity_type is _E.PERSON and not hit.keep]
        left = [hit for _, hit in pairs]
        left = [*merged(left, [_hit(folded, item) for item in names_in_other_scripts(folded, names)])]
        if reading is not None:
            left = told_of_somebody(folded, left)
            echoes = not_of_things(folded, reading.echoes(names))
            together = merged(left, [_hit(folded, item) for item in echoes])
            left = [  # of an echo only blanks may be left between the names it repeats, or at an end
                shortened
                for hit in together
                if (shortened := _without_blanks(hit, text) if hit.reason.code == "echoed" else hit)
            ]
        return tuple(fixed_lines.beside_a_person(text, left))

    def _found(self, folded: Folded) -> Iterable[Found]:
        found = [item for recognizer in self._recognizers for item in recognizer.findings(folded)]
        found.extend(beside_people(folded, tuple(found)))
        found.extend(births_in_rows(folded))
        found.extend(names_over_cells(folded, tuple(found)))
        found.extend(flats_beside(folded, tuple(found)))
        found.extend(homes_beside(folded, tuple(found)))
        found = drawn_tables.refined(folded, found, self.find_many)
        if self._rules is not None:
            found.extend(self._rules.find(folded))
        return found

    def _find_batch(self, batch: list[str], prefix: str, found: dict[str, tuple[Hit, ...]]) -> None:
        if not batch:
            return
        starts: list[int] = []
        position = 0
        for text in batch:
            position += len(prefix)
            starts.append(position)
            position += len(text) + len(JOINT)
        parts: list[list[Hit]] = [[] for _ in batch]
        for hit in self._hits(prefix + (JOINT + prefix).join(batch)):
            i = bisect_right(starts, hit.end - 1) - 1
            if i < 0:
                continue
            start, end = max(hit.start, starts[i]) - starts[i], min(hit.end - starts[i], len(batch[i]))
            if end > start:
                parts[i].append(Hit(start, end, hit.entity_type, hit.score, hit.reason, hit.keep))
        for text, hits in zip(batch, parts, strict=True):
            found[text] = tuple(hits)


def _without_blanks(hit: Hit, text: str) -> Hit | None:
    """Return a hit from its first letter or digit to its last, or None if it has none."""
    start, end = between_marks(text, hit.start, hit.end)
    return replace(hit, start=start, end=end) if start < end else None


def _forget() -> None:
    """Drop what is remembered of the texts of a document that is done."""
    forget()
    nearby.forget()
    cells.forget()


def _hit(folded: Folded, item: Found) -> Hit:
    return Hit(*folded.span(item.start, item.end), item.entity_type, item.score, item.reason, item.keep)


def _payloads(text: str, hits: Sequence[Hit]) -> Iterator[str]:
    """Yield the containers of a text; the lines of a machine-readable zone are found one by one and are one."""
    zone: list[Hit] = []
    for hit in hits:
        if zone and (hit.entity_type is not _E.VN_MRZ or text[zone[-1].end : hit.start].strip()):
            yield "\n".join(text[line.start : line.end] for line in zone)
            zone = []
        if hit.score < CERTAIN or hit.keep:
            continue
        if hit.entity_type is _E.VN_MRZ:
            zone.append(hit)
        elif hit.entity_type in _CONTAINERS:
            yield text[hit.start : hit.end]
    if zone:
        yield "\n".join(text[line.start : line.end] for line in zone)


def _typed(values: Iterable[str]) -> Iterator[tuple[str, EntityType]]:
    """Give each value, or each part of a container, with its type; a container's first day is a birth date."""
    for value in values:
        parts = values_of(value)
        day = _E.DATE_OF_BIRTH
        for part in parts or (value,):
            kind = type_of_value(part)
            if kind is not None:
                yield part, kind
            elif parts and is_date(part, part):
                yield part, day
                day = _E.ISSUE_DATE


def type_of_value(value: str) -> EntityType | None:
    """Return what a value that came without a type is, by its form; None if it is too little to search for."""
    number = digits(value)
    if len(number) == 12:
        return EntityType.VN_PERSONAL_ID
    if len(number) == 9:
        return EntityType.VN_CMND
    if len(number) == 10 and number.startswith("0"):
        return EntityType.VN_PHONE if number[1] in "35789" else EntityType.VN_TAX_CODE
    if len(number) >= 6:
        return EntityType.VN_BANK_ACCOUNT
    if "@" in value:
        return EntityType.EMAIL
    if is_date(value, value):
        return None  # a birth date alone is searched by nobody: too many dates are equal
    if is_name(value) and len(value.split()) >= 2:
        return EntityType.PERSON
    if len(value.split()) >= 3 and any(char.isalpha() for char in value):
        return EntityType.VN_ADDRESS
    return EntityType.VN_PASSPORT if len(value) >= 6 and any(char.isdigit() for char in value) else None


def _hidden_names(tables: Sequence[TableData], table_hits: Sequence[TableHits]) -> Iterator[str]:
    """Yield the names that are hidden in tables."""
    for table, found in zip(tables, table_hits, strict=True):
        for column in found.columns:
            if column.entity_type is EntityType.PERSON and not column.keep:
                for row in table.rows[column.first_row : column.last_row + 1]:
                    if column.column < len(row) and isinstance(row[column.column], str):
                        yield str(row[column.column])
        for cell in found.cells:
            if cell.entity_type is EntityType.PERSON and not cell.keep:
                yield shown(table.rows[cell.row][cell.column])[cell.start : cell.end]


def _hidden_in_texts(texts: Sequence[LabelledText], text_hits: Sequence[tuple[Hit, ...]]) -> Iterator[str]:
    """Yield the names that are hidden in texts."""
    for item, hits in zip(texts, text_hits, strict=True):
        for hit in hits:
            if hit.entity_type is EntityType.PERSON and not hit.keep:
                yield item.text[hit.start : hit.end]


def _people(
    texts: Sequence[LabelledText],
    text_hits: Sequence[tuple[Hit, ...]],
    tables: Sequence[TableData],
    table_hits: Sequence[TableHits],
) -> tuple[PersonLink, ...]:
    mentions: list[Mention] = []
    places: list[HitPlace] = []
    for number, (item, hits) in enumerate(zip(texts, text_hits, strict=True)):
        for i, hit in enumerate(hits):
            mentions.append(Mention(number, hit.start, hit.entity_type, item.text[hit.start : hit.end]))
            places.append(("text", number, i))
    base = len(texts)
    for number, (table, found) in enumerate(zip(tables, table_hits, strict=True)):
        for i, cell in enumerate(found.cells):
            value = shown(table.rows[cell.row][cell.column])[cell.start : cell.end]
            mentions.append(Mention(base + cell.row, cell.start or 0, cell.entity_type, value, row=True))
            places.append(("table", number, len(found.columns) + i))
        base += len(table.rows)
    return tuple(
        PersonLink(person.id, person.name, tuple(places[i] for i in person.mentions))
        for person in link(mentions)
    )
