"""A user's own recogniser file, read at the edge: problems become ``PolicyInvalid`` with line and fix."""

from __future__ import annotations

from pathlib import Path

from recognizers.custom_rules import CustomRules, CustomRulesError, parse_rules
from redactor.errors import PolicyInvalid, SourceMissing
from redactor.files import source_error


def load_rules(path: Path) -> CustomRules:
    """The rules in a file.

    Raises:
        PolicyInvalid: with the line (1-based), the problem, the offending word and the fix.
        SourceMissing, SourceUnreadable: the file.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SourceMissing from None
    except UnicodeDecodeError:
        raise PolicyInvalid(line=1, problem="not_utf8", value="", fix="UTF-8") from None
    except OSError as error:
        raise source_error(error) from None
    try:
        return parse_rules(text)
    except CustomRulesError as error:
        raise PolicyInvalid(line=error.line, problem=error.problem, value="", fix=error.fix) from None
