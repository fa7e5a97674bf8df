"""A batch's questions at the terminal: one after the other, the one that settles most first."""

from __future__ import annotations

from collections.abc import Mapping

import click

from redactor import messages_batch
from redactor.batch_answers import question_name
from redactor.batch_review import Question, Review
from redactor.cli_folder import Teller
from redactor.model import Action

_FILES_SHOWN = 3


def ask(teller: Teller, review: Review) -> Mapping[str, Action]:
    """Ask a person everything that is open, until they stop. Answers by ``Question.key``."""
    answers: dict[str, Action] = {}
    for number, question in enumerate(review.questions, 1):
        _show(teller, question, number, len(review.questions))
        typed = _typed(teller, question)
        if typed == "quit":
            break
        if typed != "skip":
            answers[question.key] = Action(typed)
    return answers


def _show(teller: Teller, question: Question, number: int, total: int) -> None:
    name = question_name(question, teller.language)
    told = messages_batch.QUESTION.in_language(teller.language).format(
        count=question.occurrences, files=len(question.files), name=name
    )
    teller.line(f"\n{number}/{total}  {told}")
    if question.column is not None:
        column = messages_batch.COLUMN.in_language(teller.language)
        teller.line("    " + column.format(number=question.column + 1, header=question.value))
    elif question.value:
        teller.line(f"    {question.value}")
    more = " …" if len(question.files) > _FILES_SHOWN else ""
    teller.line(f"    {', '.join(question.files[:_FILES_SHOWN])}{more}")


def _typed(teller: Teller, question: Question) -> str:
    """One of the words of ``ANSWER_KEYS``. The end of the input says "quit"."""
    choices = messages_batch.ASK if question.gap is None else messages_batch.ASK_GAP
    while True:
        try:
            letter = click.prompt(choices.in_language(teller.language), prompt_suffix=": ").strip().lower()
        except click.Abort:
            return "quit"
        for word, letters in messages_batch.ANSWER_KEYS.items():
            if letter[:1] in letters:
                return word
