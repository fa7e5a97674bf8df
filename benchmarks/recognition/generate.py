"""Turn templates into gold documents.

Templates are plain text files in ``templates/``, one file per group of papers. ``=== name`` starts a paper,
``=== name table`` a table. ``[[a|b]]`` is a choice, ``{…}`` a slot (see ``fields``). In a table each line is a row:
``title:``, ``header:``, ``last:`` and ``row N:`` (N rows with a new person ``p`` each), cells parted by `` | ``; a cell
may start with ``#int``, ``#date``, ``#serial`` or ``#float`` to hold such a value.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from benchmarks.recognition import noise as noises
from benchmarks.recognition.compose import form_body, prose_body, table_body
from benchmarks.recognition.corpus import GoldDocument, Mark, Role, Span, cell_text
from benchmarks.recognition.fields import Fill
from benchmarks.recognition.noise import DIGIT_KINDS, Noise, Segment, Segments

_TEMPLATES = Path(__file__).parent / "templates"
_CHOICE = re.compile(r"\[\[([^\[\]]*)\]\]")
_SLOT = re.compile(r"\{([^{}\n]+)\}")
_CELL_BORDER = re.compile(r"(?:^| )\|(?= |$)")
_EXCEL_EPOCH = date(1899, 12, 30)


@cache
def _surroundings() -> tuple[str, ...]:
    """Lines without personal data that stand around papers of every kind."""
    return tuple((Path(__file__).parent / "surroundings.txt").read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class Template:
    """One paper or table with slots.

    Attributes:
        name: ``file/name``.
        body: its text.
        table: whether the lines are rows.
    """

    name: str
    body: str
    table: bool

    @property
    def held_out(self) -> bool:
        """A third of the templates, by the hash of the name, is never looked at during development."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 3 == 0


@cache
def templates() -> tuple[Template, ...]:
    """All templates.

    Raises:
        ValueError: two templates have one name.
    """
    found: dict[str, Template] = {}
    for path in sorted(_TEMPLATES.glob("*.txt")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            head, _, body = block.partition("\n")
            words = head.split()
            name = f"{path.stem}/{words[0]}"
            if name in found:
                raise ValueError(f"two templates are called {name}")
            found[name] = Template(name, body.strip("\n") + "\n", "table" in words[1:])
    return (*found.values(), *_composed())


_COMPOSED = 80
_GROUPS = (("composed_forms", form_body), ("composed_tables", table_body), ("composed_prose", prose_body))


def in_development(without: Sequence[str] = ()) -> list[Template]:
    """The templates that are not kept aside, but those whose name starts as told."""
    return [t for t in templates() if not t.held_out and not t.name.startswith(tuple(without))]


def _composed() -> Iterator[Template]:
    for number in range(_COMPOSED):
        for group, compose in _GROUPS:
            empty = Template(f"{group}/{number:03d}", "", group == "composed_tables")
            yield replace(empty, body=compose(number, empty.held_out))


def choose_variants(text: str, rng: random.Random) -> str:
    """The text with every choice made, inner ones first."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), text)
    return text


def segments_of(text: str, fill: Fill) -> Segments:
    """The text with its slots filled."""
    done: Segments = []
    at = 0
    for found in _SLOT.finditer(text):
        if found.start() > at:
            done.append(Segment(text[at : found.start()]))
        value, mark = fill.slot(found[1])
        done.append(Segment(value, mark))
        at = found.end()
    if at < len(text):
        done.append(Segment(text[at:]))
    return _merge(done)


def _merge(segments: Sequence[Segment]) -> Segments:
    merged: Segments = []
    for segment in segments:
        if merged and merged[-1].mark is None and segment.mark is None:
            merged[-1] = Segment(merged[-1].text + segment.text)
        else:
            merged.append(segment)
    return merged


def _spans(segments: Sequence[Segment], row: int = -1, column: int = -1) -> tuple[str, list[Span]]:
    spans, at = [], 0
    for segment in segments:
        if segment.mark is not None and segment.text.strip():
            spans.append(Span(at, at + len(segment.text), segment.mark, row, column))
        at += len(segment.text)
    return "".join(segment.text for segment in segments), spans


_WOMAN = re.compile(r"\b(?:[Bb]à|[Cc]hị|vợ|[Mm]ẹ|[Cc]ô|con gái|Ms\.)(?: tôi)?(?: là)?:? \{(\w+)\.")
_MAN = re.compile(
    r"\b(?:[ÔôO]ng|[Aa]nh|chồng|[Cc]ha|[Bb]ố|[Cc]hú|con trai|Mr\.)(?: tôi)?(?: là)?:? \{(\w+)\."
)


def _fill(body: str, rng: random.Random) -> Fill:
    return Fill(rng, frozenset(_WOMAN.findall(body)), frozenset(_MAN.findall(body)))


def _paper(template: Template, rng: random.Random, messy: bool, vary: Noise | None = None) -> GoldDocument:
    names = noises.choose(rng) if messy else ()
    head, foot = (
        rng.sample(_surroundings(), k=rng.randint(1, 3)),
        rng.sample(_surroundings(), k=rng.randint(1, 3)),
    )
    body = "\n".join([*head, template.body.rstrip("\n"), *foot]) + "\n"
    segments = segments_of(choose_variants(body, rng), _fill(body, rng))
    if vary is not None:
        segments = vary(segments, rng)
    text, spans = _spans(noises.apply(names, segments, rng))
    return GoldDocument(template.name, template.held_out, names, text=text, spans=tuple(spans))


def _typed(value: str, kind: str) -> object:
    if kind == "int":
        plain = re.sub(r"\D", "", value)
        return int(plain) if plain else value
    if kind == "float":
        return float(re.sub(r"\D", "", value) or "0")
    if kind in {"date", "serial"}:
        day = datetime.strptime(value, "%d/%m/%Y")  # noqa: DTZ007 - a day has no zone
        return day if kind == "date" else (day.date() - _EXCEL_EPOCH).days
    return value


def _table(template: Template, rng: random.Random, messy: bool) -> GoldDocument:
    fill = _fill(template.body, rng)
    chosen = noises.choose_for_table(rng) if messy else ()
    text_noise = [name for name in chosen if name in noises.TEXT_NOISES]
    rows: list[tuple[object, ...]] = []
    spans: list[Span] = []

    def add(line: str) -> None:
        values: list[object] = []
        for column, cell in enumerate(_CELL_BORDER.split(line)):
            kind, cell = "", cell.strip()
            if (found := re.match(r"#(int|date|serial|float) ", cell)) is not None:
                kind, cell = found[1], cell[found.end() :]
            segments = [_without_header(segment, chosen) for segment in segments_of(cell, fill)]
            if kind:
                value = _typed("".join(segment.text for segment in segments), kind)
                marks = [segment.mark for segment in segments if segment.mark is not None]
                if kind == "serial" and "no header" in chosen:
                    marks = [Mark(Role.NEUTRAL, mark.kind) for mark in marks]
                written = cell_text(value)
                spans.extend(Span(0, len(written), mark, len(rows), column) for mark in marks[:1])
                values.append(value)
                continue
            if len(segments) == 1 and (lost := _as_number(segments[0], chosen)) is not None:
                mark = segments[0].mark
                assert mark is not None
                spans.append(Span(0, len(cell_text(lost)), mark, len(rows), column))
                values.append(lost)
                continue
            text, found_spans = _spans(noises.apply(text_noise, segments, rng), len(rows), column)
            spans.extend(found_spans)
            values.append(text or None)
        rows.append(tuple(values))

    for line in choose_variants(template.body, rng).splitlines():
        if not line.strip():
            rows.append(())
            continue
        head, _, content = line.partition(":")
        content = content.strip()
        if head in {"title", "last"}:
            add(content)
        elif head == "header":
            if "no header" not in chosen:
                add(content)
        elif head.startswith("row"):
            for number in range(int(head.split()[1])):
                fill.forget("p")
                fill.forget("c1")
                add(content.replace("{#}", str(number + 1)))
        else:
            raise ValueError(f"{template.name}: unknown kind of row {head!r}")
    width = max(len(row) for row in rows)
    square = tuple(row + (None,) * (width - len(row)) for row in rows)
    return GoldDocument(template.name, template.held_out, chosen, rows=square, spans=tuple(spans))


# Bare numbers and words of which nobody can tell without a header what they are.
_NEED_HEADER = frozenset(
    {"INCOME", "DEBT", "GRADES", "AGE", "MEDICAL_RECORD_NO", "STUDENT_ID", "EMPLOYEE_ID", "VN_LAND_PARCEL"}
)


def _without_header(segment: Segment, chosen: Sequence[str]) -> Segment:
    if "no header" in chosen and segment.gold_kind in _NEED_HEADER:
        return Segment(segment.text, Mark(Role.NEUTRAL, segment.gold_kind))
    return segment


def _as_number(segment: Segment, chosen: Sequence[str]) -> object | None:
    """The value as a spreadsheet keeps it when it took the digits for a number, or None."""
    digits = re.sub(r"[ .\-]", "", segment.text)
    if segment.gold_kind not in DIGIT_KINDS or not digits.isdigit():
        return None
    if "lost zeros" in chosen:
        return int(digits)
    if (
        "scientific" in chosen
        and segment.gold_kind in {"VN_PERSONAL_ID", "VN_BANK_ACCOUNT"}
        and len(digits) > 9
    ):
        return f"{float(digits):.5E}"
    return None


def generate(
    seed: int = 1, fills: int = 4, chosen: Sequence[Template] | None = None, vary: Noise | None = None
) -> Iterator[GoldDocument]:
    """All documents of the corpus: ``fills`` per template, every second one messy.

    The same seed gives the same document for a template whatever other templates exist. ``vary`` changes papers (not
    tables) before they get messy.
    """
    for template in chosen if chosen is not None else templates():
        for number in range(fills):
            rng = random.Random(f"{seed}/{template.name}/{number}")
            messy = number % 2 == 1
            yield (_table(template, rng, messy) if template.table else _paper(template, rng, messy, vary))


def without_marks(document: GoldDocument) -> GoldDocument:
    """The same document with nothing known about it."""
    return replace(document, spans=())


__all__ = ["Role", "Template", "choose_variants", "generate", "segments_of", "templates", "without_marks"]
