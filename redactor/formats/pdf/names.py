"""The names by which content calls its resources: which of them it uses, and plain ones for those that tell something.

Programs name resources after what they show now and then ("/AnhCCCD001…"): a name is text that nobody sees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

from pikepdf import Dictionary, Object

from redactor.formats.pdf.content import operations, words
from redactor.formats.pdf.marked_content import STANDARD_TAGS

_NAME = re.compile(rb"/[^\x00\t\n\x0c\r \[\]()<>{}/%]*")
_CALL = re.compile(
    rb"(/[^\x00\t\n\x0c\r \[\]()<>{}/%]+)[\x00\t\n\x0c\r ]+(?:[-+.\d]+[\x00\t\n\x0c\r ]+)?"
    rb"(Do|gs|Tf|cs|CS|scn|SCN|sh)(?![^\x00\t\n\x0c\r \[\]()<>{}/%])"
)
_INLINE_SPACE = re.compile(rb"/(?:CS|ColorSpace)[\x00\t\n\x0c\r ]*(/[^\x00\t\n\x0c\r \[\]()<>{}/%]+)")
_KINDS = {
    b"Do": "/XObject", b"gs": "/ExtGState", b"Tf": "/Font", b"cs": "/ColorSpace", b"CS": "/ColorSpace",
    b"scn": "/Pattern", b"SCN": "/Pattern", b"sh": "/Shading",
}  # fmt: skip
_TELLING = re.compile(
    rb"/(?=[!-~]{12}|[!-~]*(?:[#\x80-\xff]|\d{5}))[^\x00\t\n\x0c\r \[\]()<>{}/%]{6,}", re.ASCII
)
"""A name too long, or spelled too unusually, to be one that a program counts its resources with."""

_STRAY = re.compile(
    rb"[)>](?:(?<!\\[)>])[\x00\s]*+(?![\x00\s()\[\]<>\d.+-]|T[jJ]|['\"]|BDC|DP)"
    rb"|[\x00\s\d.+-]*+(?:[(<][^()<>\[\]]*+[)>][\x00\s]*+(?:Tj|')|\[))"
)
"""The end of a string behind which no operator stands that takes one, or another string of its own.

All of it begins with the bracket: looking for that alone is several times as quick as trying three beginnings.
"""

_CALLED = re.compile(
    rb"(?:[\x00\s]+[-+.\d]+)?[\x00\s]*+(?:(?:cs|CS|scn|SCN|sh|gs|Do|Tf|ri|BMC|BDC|MP|DP|ID)(?![!-~])|/|\[|\]|<<)"
)
"""What may follow a name: whoever calls it, the next entry of a dictionary."""

_ESCAPED = re.compile(rb"[^!-~]|[()<>\[\]{}/%]")
_OPERATORS = words("Do gs Tf cs CS scn SCN sh BI")


def has_stray_operands(content: bytes) -> bool:
    """Whether there may be strings that nothing shows, or telling names that nothing calls."""
    if _STRAY.search(content):
        return True
    return any(not _CALLED.match(content, found.end()) for found in _TELLING.finditer(content))


_HARMLESS = re.compile(
    rb"/(?:%b)\s*(?:<<\s*/MCID \d+\s*>>\s*BDC|BMC)\b" % "|".join(sorted(STANDARD_TAGS)).encode("ascii")
)
_SUSPECTS = (b"%", b"BDC", b"BMC", b"DP", b"MP", b"BX", b"BI", b"ri")
_SUSPECT = re.compile(rb"%|\b(?:BDC|BMC|DP|MP|BX|BI|ri)\b")


def needs_cleaning(content: bytes) -> bool:
    """Whether content holds comments, property lists, tags, stray operands or pictures that could carry text."""
    if any(mark in content for mark in _SUSPECTS) and _SUSPECT.search(_HARMLESS.sub(b"", content)):
        return True
    return has_stray_operands(content)


class UsedNames:
    """Which resources some content uses."""

    def __init__(self, content: bytes) -> None:
        self._everywhere = set(
            map(plain_name, set(_NAME.findall(content)))
        )  # a page names its fonts at each word
        self._called: defaultdict[str, set[str]] = defaultdict(set)
        for name, operator in set(_CALL.findall(content)):
            self._called[plain_name(name)].add(_KINDS[operator])
        for name in _INLINE_SPACE.findall(content):
            self._called[plain_name(name)].add("/ColorSpace")

    def needs(self, kind: str, name: str) -> bool:
        """Whether content may use a resource: it names it, and not only as one of another kind."""
        return name in self._everywhere and (name not in self._called or kind in self._called[name])


class PlainNames:
    """Plain names for the telling ones of a whole document: the same name always gets the same."""

    def __init__(self) -> None:
        self._plain: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name as content calls it now."""
        return self._plain.get(name, name)

    def are_needed(self, content: bytes) -> bool:
        """Whether there may be telling names in some content."""
        return _TELLING.search(content) is not None

    def given(self, content: bytes, resources: Object | None, kinds: Collection[str]) -> bytes:
        """Content that calls its resources by names which say nothing, also those that it does not have.

        Raises:
            CorruptDocument: brackets in it never close.
        """
        every, spaces = self._telling(resources, kinds), self._telling(resources, ("/ColorSpace",))
        out: list[bytes] = []
        at = 0
        for operation in operations(content):
            if operation.name not in _OPERATORS:
                continue
            if operation.name == "BI":  # its dictionary may name a colour space; its data is left alone
                end = content.index(b"ID", operation.start)
                changed = _renamed(content[operation.start : end], spaces)
            else:
                end = operation.end
                changed = self._without_others(_renamed(content[operation.start : end], every))
            out += (content[at : operation.start], changed)
            at = end
        return b"".join([*out, content[at:]])

    def _without_others(self, call: bytes) -> bytes:
        """A call whose name tells nothing: what is left of those that do, calls nothing."""
        return _TELLING.sub(lambda name: self._given(plain_name(name.group())), call)

    def _given(self, name: str) -> bytes:
        return self._plain.setdefault(name, f"/Ten{len(self._plain)}").encode("ascii")

    def _telling(self, resources: Object | None, kinds: Collection[str]) -> dict[str, bytes]:
        """The telling names among resources, each with a plain one."""
        found: dict[str, bytes] = {}
        for kind in kinds:
            entries = resources.get(kind) if isinstance(resources, Dictionary) else None
            for key in sorted(entries.keys()) if isinstance(entries, Dictionary) else ():
                if _TELLING.fullmatch(_spelled(key)):
                    found[key] = self._given(key)
        return found


def _renamed(text: bytes, names: Mapping[str, bytes]) -> bytes:
    return _NAME.sub(lambda match: names.get(plain_name(match.group()), match.group()), text)


def _spelled(key: str) -> bytes:
    """A key as a file spells it, as far as it matters here: what must be escaped is unusual."""
    return b"/" + _ESCAPED.sub(b"#", key[1:].encode("utf-8", "surrogateescape"))


def plain_name(raw: bytes) -> str:
    """A name with its slash as pikepdf spells keys: ``#41`` is A."""
    if b"#" in raw:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), raw)
    return raw.decode("utf-8", "surrogateescape")
