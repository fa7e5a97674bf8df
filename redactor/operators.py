"""What is written in place of a value: operators of presidio-anonymizer, one class each.

All but ``Pseudonym``, ``KeyedHash`` and ``Mask`` write nothing that comes from the value. None can be undone without
the job's key, and the key is not kept unless someone asks for it: Law 91/2025/QH15 Article 12(1) counts encrypted data
as personal data still, and twelve digits under a bare hash fall to a dictionary in seconds.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable
from typing import Any

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.operators import Operator, OperatorType

from recognizers.entities import INFO, EntityType
from redactor.errors import UsageError
from redactor.model import BLOCKS, OperatorChoice

_DIGITS = "0123456789"


_NONE: dict[Any, Any] = {}


class _VnOperator(Operator):
    """Common half of our operators: they all anonymise, and take ``entity_type`` and ``key`` as parameters."""

    def operator_type(self) -> OperatorType:
        return OperatorType.Anonymize

    def validate(self, params: dict[str, Any] | None = None) -> None:
        if not params or "entity_type" not in params:
            raise UsageError(argument=self.operator_name())

    def _key(self, params: dict[str, Any]) -> bytes:
        return bytes.fromhex(str(params["key"]))

    def _info_label(self, params: dict[str, Any]) -> str:
        return INFO[EntityType(params["entity_type"])].label


class Cover(_VnOperator):
    """A black box on a page, five blocks in a cell."""

    def operator_name(self) -> str:
        return "cover"

    def operate(self, text: str, params: dict[Any, Any] = _NONE) -> str:
        return str(params.get("blank", BLOCKS))


class Remove(_VnOperator):
    """Nothing at all.

    A column of a table is emptied, not deleted: its header, its place and all other columns stay where they are, so
    that formulas which refer to it or past it still find their cells. Its width and format stay too.
    """

    def operator_name(self) -> str:
        return "remove"

    def operate(self, text: str, params: dict[Any, Any] = _NONE) -> str:
        return ""


class Label(_VnOperator):
    """The type's name in brackets, numbered if ``number`` is given: ``[HỌ TÊN 1]``."""

    def operator_name(self) -> str:
        return "label"

    def operate(self, text: str, params: dict[Any, Any] = _NONE) -> str:
        number = params.get("number")
        return f"[{self._info_label(params)}{f' {number}' if number else ''}]"


class Mask(_VnOperator):
    """All but the last ``keep_last`` (default 3) letters and digits; never more than a third of the value is kept."""

    def operator_name(self) -> str:
        return "mask"

    def operate(self, text: str, params: dict[Any, Any] = _NONE) -> str:
        shown = min(int(params.get("keep_last", 3)), sum(c.isalnum() for c in text) // 3)
        out: list[str] = []
        for char in reversed(text):
            if not char.isalnum():
                out.append(char)
            elif shown > 0:
                out.append(char)
                shown -= 1
            else:
                out.append("*")
        return "".join(reversed(out))


class KeyedHash(_VnOperator):
    """HMAC-SHA-256 under the job's key, 16 hexadecimal digits. A bare hash is never offered."""

    def operator_name(self) -> str:
        return "keyed_hash"

    def operate(self, text: str, params: dict[Any, Any] = _NONE) -> str:
        return _hmac(self._key(params), text).hex()[:16]


class Generalise(_VnOperator):
    """The year of a date, the province of an address, the decade of an age; a label where nothing coarser exists."""

    def operator_name(self) -> str:
        return "generalise"

    def operate(self, text: str, params: dict[Any, Any] = _NONE) -> str:
        entity = EntityType(params["entity_type"])
        if entity in (EntityType.DATE_OF_BIRTH, EntityType.ISSUE_DATE):
            year = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
            if year:
                return year.group()
        if entity is EntityType.AGE:
            age = re.search(r"(?<!\d)\d{1,3}(?!\d)", text)
            if age:
                decade = int(age.group()) // 10 * 10
                return f"{decade}–{decade + 9}"
        if entity in (EntityType.VN_ADDRESS, EntityType.PLACE_OF_BIRTH):
            from recognizers.coarsen import province_of

            province = province_of(text)
            if province:
                return province
        return f"[{self._info_label(params)}]"


class Pseudonym(_VnOperator):
    """An invented value of the same type and length that can belong to nobody, the same for equal values of a job.

    Digits are drawn by HMAC from the value. Personal numbers start with ``999``, phones with ``0000``: prefixes that
    are not issued. Names are numbered people ("Người 7K2"), since an invented real-looking name may be someone's.
    """

    def operator_name(self) -> str:
        return "pseudonym"

    def operate(self, text: str, params: dict[Any, Any] = _NONE) -> str:
        entity = EntityType(params["entity_type"])
        digest = _hmac(self._key(params), f"{entity}\0{_canonical(text)}")
        if entity is EntityType.PERSON:
            return f"Người {_letters(digest, 4)}"
        if entity is EntityType.EMAIL:
            return f"{_letters(digest, 8).lower()}@example.invalid"
        if sum(c.isdigit() for c in text) < 4:
            return f"[{self._info_label(params)} {_letters(digest, 4)}]"
        prefix = {EntityType.VN_PHONE: "0000", EntityType.E_WALLET: "0000"}.get(entity, "999")
        return _same_shape(text, prefix, digest)


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode("utf-8"), hashlib.sha256).digest()


def _canonical(text: str) -> str:
    """Equal values in different spellings get one pseudonym."""
    from redactor.verify.needles import squeeze

    chars = squeeze(text)
    return chars.lstrip("0") if chars.isdigit() else chars


def _letters(digest: bytes, count: int) -> str:
    alphabet = "ABCDEFGHKLMNPQRSTUVXY23456789"
    return "".join(alphabet[b % len(alphabet)] for b in digest[:count])


def _same_shape(text: str, prefix: str, digest: bytes) -> str:
    """Digits replaced one by one, separators and length kept, the first digits forced to an unissued prefix."""
    pool = int.from_bytes(digest, "big")
    out: list[str] = []
    seen = 0
    for char in text:
        if not char.isdigit():
            out.append("X" if char.isalpha() else char)
            continue
        pool, digit = divmod(pool, 10)
        out.append(prefix[seen] if seen < len(prefix) else _DIGITS[digit])
        seen += 1
    return "".join(out)


ALL: tuple[type[_VnOperator], ...] = (Cover, Remove, Label, Mask, KeyedHash, Generalise, Pseudonym)


_BY_NAME: dict[str, _VnOperator] = {operator().operator_name(): operator() for operator in ALL}


def build_anonymizer() -> AnonymizerEngine:
    """Presidio's anonymizer with these operators added, for integrators who use it on text themselves."""
    engine: AnonymizerEngine = AnonymizerEngine()  # type: ignore[no-untyped-call]
    for operator in ALL:
        engine.add_anonymizer(operator)
    return engine


class Replacer:
    """Turns operator choices into functions from value to replacement, for one job.

    The operators are called directly: Presidio's engine adds 50 µs to each of a column's 100,000 distinct values.
    """

    def __init__(self, key: bytes, *, paged: bool) -> None:
        """``paged`` formats draw a box for a cover, so it writes no text there."""
        self._key = key.hex()
        self._blank = "" if paged else BLOCKS

    def function(
        self, entity_type: EntityType, choice: OperatorChoice, number: int = 0
    ) -> Callable[[str], str]:
        """The function for one finding. ``number`` tells people apart in labels; 0 for none."""
        params: dict[str, Any] = {**choice.params, "entity_type": str(entity_type), "key": self._key}
        params.setdefault("blank", self._blank)
        if number:
            params.setdefault("number", number)
        operator = _BY_NAME[choice.name]
        operator.validate(params)

        def replace(value: str) -> str:
            return operator.operate(value, params) if value else value

        return replace
