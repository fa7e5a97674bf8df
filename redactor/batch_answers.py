"""A batch's questions in a file that a person or a program fills in, and the answers out of it.

The file holds the values that are asked about. It is written only when somebody asks for it by name, readable by them
alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recognizers.entities import INFO
from redactor.batch_review import Question, Review
from redactor.errors import AnswersInvalid
from redactor.files import source_error, target_error
from redactor.messages import GAPS
from redactor.model import Action

_ANSWERS = {"": None, "hide": Action.HIDE, "keep": Action.KEEP}


def question_name(question: Question, language: str) -> str:
    """What a question is about, in words: a kind of data, or why a place could not be read."""
    if question.gap is not None:
        return GAPS[question.gap].in_language(language)
    assert question.entity_type is not None
    info = INFO[question.entity_type]
    return info.en if language == "en" else info.vi


def question_data(question: Question, language: str) -> dict[str, Any]:
    """A question as data, without its value."""
    return {
        "key": question.key,
        "type": str(question.entity_type or ""),
        "gap": str(question.gap or ""),
        "column": None if question.column is None else question.column + 1,
        "name": question_name(question, language),
        "occurrences": question.occurrences,
        "files": list(question.files),
    }


def write_questions(review: Review, path: Path, language: str) -> None:
    """Write all open questions, the one that settles most first, each with an empty ``answer``.

    Raises:
        TargetUnwritable, DiskFull: as they say.
    """
    questions = [{**question_data(q, language), "value": q.value, "answer": ""} for q in review.questions]
    # Names that are not valid UTF-8 come out escaped, as JSON can.
    text = json.dumps({"questions": questions}, ensure_ascii=False, indent=2) + "\n"
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise target_error(error) from None


def read_answers(path: Path) -> Mapping[str, Action]:
    """The answers of a file of questions, by ``Question.key``; empty ones are left out.

    Raises:
        SourceMissing, SourceUnreadable: as they say.
        AnswersInvalid: it is no such file, or an answer is no answer.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        raise source_error(error) from None
    answers: dict[str, Action] = {}
    number = 0
    try:
        for number, untrusted in enumerate(json.loads(text)["questions"], 1):  # noqa: B007 - told in the error
            action = _ANSWERS[untrusted["answer"].strip().lower()]
            if action is not None:
                answers[str(untrusted["key"])] = action
    except (ValueError, KeyError, TypeError, AttributeError):
        raise AnswersInvalid(question=number) from None
    return answers
