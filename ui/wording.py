"""Things of the engine in words for people: types, places, reasons, states."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from recognizers.entities import INFO, EntityType
from recognizers.explanations import keep_sentence, sentence
from redactor.errors import RedactorError
from redactor.messages import GAPS, STAGES, error_sentence
from redactor.messages_batch import reason_sentence
from redactor.model import CellPlace, ColumnPlace, Finding, GapReason, PageArea, Place, Stage
from redactor.part_names import part_name as engine_part_name
from ui import texts
from ui.language import Text, language
from ui.review import FileReview, Look

_COMMAND_LINE_HINT = re.compile(r"\s*\([^()]*--[^()]*\)")
"""Sentences are shared with the command line; its options mean nothing here, where a button stands beside them."""

CERTAIN, FAIRLY = 0.75, 0.5
"""Where the words for confidence begin; see ``recognizers.results.Hit.score``."""


def type_name(kind: EntityType) -> str:
    """An entity type as a clerk calls it."""
    info = INFO[kind]
    return info.en if language.code == "en" else info.vi


def type_label(kind: EntityType) -> str:
    """An entity type as it is written into a box."""
    return f"[{INFO[kind].label}]"


def confidence_word(score: float) -> str:
    """Confidence in words."""
    if score >= CERTAIN:
        return texts.SURE()
    return texts.FAIRLY_SURE() if score >= FAIRLY else texts.TO_CHECK()


_LOOKS: dict[Look, Text] = {
    Look.SURE: texts.LOOK_SURE,
    Look.CHECK: texts.LOOK_CHECK,
    Look.HIDE: texts.LOOK_HIDE,
    Look.KEEP: texts.LOOK_KEEP,
    Look.LISTED: texts.LOOK_LISTED,
    Look.MUST: texts.LOOK_MUST,
    Look.MANUAL: texts.LOOK_MANUAL,
    Look.UNREAD: texts.LOOK_UNREAD,
}


def look_word(look: Look) -> str:
    """A state in words."""
    return _LOOKS[look]()


def reason_words(finding: Finding) -> str:
    """Why it was found, and why keeping it is proposed if it is."""
    why = sentence(finding.reason, language.code)
    if finding.keep:
        why = f"{why}. {keep_sentence(finding.keep, language.code)}"
    return why


def column_letters(column: int) -> str:
    """A column's name, 0-based: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def part_name(part: str) -> str:
    """A kind of hidden part, as the engine calls it."""
    return engine_part_name(part, language.code)


@lru_cache(maxsize=4096)
def _page(page: int, _language: str) -> str:
    """Asked for once per finding when lists are built."""
    return texts.PAGE(page=page)


def place_words(place: Place, file: FileReview | None, *, broad: bool = False) -> str:
    """Where something is; with the file's name if ``file`` is given; ``broad`` leaves out the cell."""
    if isinstance(place, PageArea):
        where = _page(place.page, language.code)
    elif isinstance(place, CellPlace):
        where = place.sheet or texts.TABLE()
        if not broad:
            where = f"{where} {column_letters(place.column)}{place.row + 1}"
    elif isinstance(place, ColumnPlace):
        where = place.sheet or texts.TABLE()
        if not broad:
            where = texts.COLUMN_OF(sheet=where, column=column_letters(place.column), header=place.header)
    else:
        where = part_name(place.part)
    return f"{file.path.name} · {where}" if file is not None else where


def gap_words(reason: GapReason) -> str:
    """Why something could not be read."""
    words = GAPS[reason].in_language(language.code)
    return words[:1].upper() + words[1:]


def stage_words(stage: Stage, done: int, total: int) -> str:
    """What is being done to a file."""
    words = STAGES[stage].in_language(language.code)
    words = words[:1].upper() + words[1:]
    return f"{words} {done}/{total}" if total > 1 else f"{words}…"


def file_reason(reason: str, params: Mapping[str, str | int | float]) -> str:
    """Why a file of a folder has no copy; ``reason`` as in ``redactor.batch_summary.FileResult``."""
    words = _COMMAND_LINE_HINT.sub("", reason_sentence(reason, params, language.code))
    return words[:1].upper() + words[1:]


def error_words(error: RedactorError) -> str:
    """What happened, what it means, what to do."""
    return _COMMAND_LINE_HINT.sub("", error_sentence(error, language.code))
