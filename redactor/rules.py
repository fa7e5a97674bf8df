"""A user's own rules file, read at the edge: problems become ``RulesInvalid`` with line and fix."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from redactor.errors import RulesInvalid, SourceMissing
from redactor.files import source_error

if TYPE_CHECKING:
    from recognizers.custom_rules_file import RulesFile


def read_rules_file(path: Path) -> RulesFile:
    """What a file says, checked; loads neither Presidio nor a parser of documents, so the parent process may ask.

    Raises:
        RulesInvalid: with the line (1-based), the problem, the offending word and the fix.
        SourceMissing, SourceUnreadable: the file.
    """
    from recognizers.custom_rules_file import CustomRulesError, read_rules

    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SourceMissing from None
    except UnicodeDecodeError:
        raise RulesInvalid(line=1, problem="not_utf8", value="", fix="") from None
    except OSError as error:
        raise source_error(error) from None
    try:
        return read_rules(text)
    except CustomRulesError as error:
        raise RulesInvalid(line=error.line, problem=error.problem, value=error.value, fix=error.fix) from None
