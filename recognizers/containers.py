"""Payloads that hold a whole record: card QR, health-card QR, VietQR, certificate subjects, exported records.

Layouts: citizen card QR, seven or more fields between pipes (public since Circular 06/2021/TT-BCA, extended by
Circular 16/2024); health card QR, pipes with the name and the address as hex of UTF-8; VietQR, EMVCo
tag-length-value with Napas' A000000727; certificate subjects with ``UID=CCCD:…`` (object identifier
0.9.2342.19200300.100.1.1).

Each is one finding, covered whole. ``values_of`` reads the fields of a payload out: what a container proves is
searched in the whole dossier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote_plus

from recognizers import mrz
from recognizers.base import Found, Tier, VnRecognizer
from recognizers.entities import EntityType
from recognizers.folding import Folded, key_of
from recognizers.headers import heads_columns
from recognizers.nearby import matches_near
from recognizers.results import Reason

_CARD = re.compile(
    r"(?<!\d)\d{12}\|(?:\d{9}|\d{12})?\|[^|\n\x1e]{2,60}\|\d{8}\|(?:Nam|Nữ|nam|nữ|NAM|NỮ|Nu|Male"
    r"|Female)\|[^|\n\x1e]{3,200}\|\d{8}(?:\|[^|\n\x1e]{0,80}){0,6}"
)
_HEALTH = re.compile(
    r"(?<!\w)(?:[A-Z]{2}\d{13}"
    r"|\d{10})\|(?:[0-9A-Fa-f]{2}){4,80}\|\d{1,2}/?\d{1,2}/?\d{4}\|[12]\|(?:[0-9A-Fa-f]{2}){0,160}"
    r"(?:\|[^|\n\x1e]{0,80}){0,14}"
)
_HEX = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9A-F]{2}){8,160}(?![0-9A-Za-z])|(?<![0-9A-Za-z])(?:[0-9a-f]{2}){8,160}(?![0-9A-Za-z])"
)
_HEX_RUN = re.compile(r"[0-9A-Fa-f]{16}")
_VIETQR_START = re.compile(r"(?<!\d)000201")
_VIETQR_END = re.compile(r"6304[0-9A-Fa-f]{4}")
_VIETQR_LINK = re.compile(
    r"(?:https?://)?(?:img\.vietqr\.io/image|api\.vietqr\.io/image|qr\.sepay\.vn/img\?)[^\s\x1e]{6,200}"
)
_SUBJECT = re.compile(
    r"(?<![\w.])(?:UID|OID\.0\.9\.2342\.19200300\.100\.1\.1"
    r"|0\.9\.2342\.19200300\.100\.1\.1)\s{0,2}=\s{0,2}(?P<kind>CCCD|CMND|CMT|HC|MST|BHXH|PID|PPID|MNS|GPKD|CC|DDCN)"
    r"\s{0,2}[:.]\s{0,2}(?P<value>[A-Z0-9\-]{6,20})",
    re.IGNORECASE,
)
_SERIAL = re.compile(
    r"(?<![\w.])(?:SERIALNUMBER|2\.5\.4\.5)\s{0,2}=\s{0,2}(?:CCCD|CMND|MST)\s{0,2}[:.\-]\s{0,2}(?P<value>\d{9,14})",
    re.IGNORECASE,
)
#: Line breaks between the name of such a field and its value, at most.
_APART = 8
_LINE = re.compile(r"[^\n\x1e]+")
_JSON_LINE = re.compile(r"\{[^{}\n\x1e]{10,600}\}")
_FIELD_DATE = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])[/\-]?(?:0[1-9]|1[0-2])[/\-]?(?:19|20)\d\d\Z|(?:19|20)\d\d-\d\d-\d\d\Z|(?:19|20)\d\d\Z"
)
_FIELD_SEX = frozenset({"nam", "nu", "male", "female"})


class ContainerRecognizer(VnRecognizer):
    """Machine payloads pasted into text, each covered as one unit."""

    ENTITIES = (EntityType.VN_ID_QR, EntityType.VN_VIETQR, EntityType.VN_BHYT, EntityType.CERT_SUBJECT)

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield payloads."""
        text = folded.text
        for match in matches_near(_CARD, text, ("|nam|", "|nu|", "|male|", "|female|"), folded.key):
            yield _whole(match.start(), match.end(), EntityType.VN_ID_QR, 0.98, "qr_card")
        for match in matches_near(_HEALTH, text, ("|1|", "|2|")):
            yield _whole(match.start(), match.end(), EntityType.VN_BHYT, 0.97, "qr_health")
        yield from _records(text)
        for match in _HEX.finditer(text) if _HEX_RUN.search(text) else ():
            if _vietnamese_hex(match.group()):
                yield _whole(match.start(), match.end(), EntityType.VN_BHYT, 0.8, "hex_text")
        for match in _VIETQR_START.finditer(text):
            end = _vietqr_end(text, match.start())
            if end:
                yield _whole(match.start(), end, EntityType.VN_VIETQR, 0.97, "vietqr")
        for match in _VIETQR_LINK.finditer(text) if "qr." in text else ():
            yield _whole(match.start(), match.end(), EntityType.VN_VIETQR, 0.95, "vietqr")
        for match in matches_near(_SUBJECT, text, ("uid", "0.9.2342."), folded.key, below=_APART):
            keep = (
                "organisation_data"
                if match.group("kind").upper() in ("MST", "GPKD")
                and len(match.group("value").replace("-", "")) != 12
                else ""
            )
            yield Found(
                match.start(),
                match.end(),
                EntityType.CERT_SUBJECT,
                0.95,
                Reason("cert_subject"),
                keep,
                Tier.CONTAINER,
            )
        for match in matches_near(_SERIAL, text, ("serialnumber", "2.5.4.5"), folded.key, below=_APART):
            yield _whole(match.start(), match.end(), EntityType.CERT_SUBJECT, 0.9, "cert_subject")


def _whole(start: int, end: int, entity_type: EntityType, score: float, code: str) -> Found:
    return Found(start, end, entity_type, score, Reason(code), tier=Tier.CONTAINER)


def _vietqr_end(text: str, start: int) -> int:
    """Return where an EMVCo payload with Napas' identifier ends; 0 if it is none. A cut payload ends with its line."""
    stop = len(text)
    for sign in "\n\x1e":
        at = text.find(sign, start, start + 520)
        stop = at if 0 <= at < stop else stop
    stop = min(stop, start + 512)
    if "A000000727" not in text[start:stop]:
        return 0
    match = _VIETQR_END.search(text, start, stop)
    if match is not None:
        return match.end()
    while stop > start and not text[stop - 1].isalnum():
        stop -= 1
    return stop


def _records(text: str) -> Iterator[Found]:
    """Yield lines of machine-separated fields with a number and a name, a date or a sex: the record rule."""
    if text.count("|") >= 2 or text.count(";") >= 2:
        headed: set[tuple[str, int]] = set()
        for match in _LINE.finditer(text):
            line = match.group()
            if len(line) > 600 or (line.count("|") < 2 and line.count(";") < 2):
                continue
            separator = "|" if line.count("|") >= 2 else ";"
            shape = separator, line.count(separator)
            if f"{separator} " not in line and (shape in headed or heads_columns(line.split(separator))):
                headed.add(shape)
                continue  # the rows of a table
            if f" {separator} " in line or sum(": " in part for part in line.split(separator)) > 1:
                continue  # a table typed by a person, not a record written by a machine
            if _is_record([part.strip() for part in line.split(separator)]):
                first = line.split(separator, 1)[0]
                skipped = first.rfind(": ") + 2 if ": " in first else len(line) - len(line.lstrip())
                start = match.start() + skipped
                yield _whole(
                    start, match.start() + len(line.rstrip()), EntityType.VN_ID_QR, 0.9, "record_line"
                )
    if "{" in text:
        for match in _JSON_LINE.finditer(text):
            parts = [part.split(":", 1)[-1].strip(" \"'") for part in match.group().strip("{}").split(",")]
            if _is_record(parts):
                yield _whole(match.start(), match.end(), EntityType.VN_ID_QR, 0.9, "record_line")


def _is_record(parts: list[str]) -> bool:
    if len(parts) < 4:
        return False
    values = [part.split(":", 1)[-1].strip() for part in parts]
    number = any(re.fullmatch(r"\d{12}|\d{9}|0?\d{10,11}", value) for value in values)
    dated = any(_FIELD_DATE.match(value) and len(value) >= 8 for value in values)
    sexed = any(key_of(value) in _FIELD_SEX for value in values)
    named = any(_looks_like_name(value) for value in values)
    return number and named and (dated or sexed)


def _looks_like_name(value: str) -> bool:
    words = value.split()
    return 2 <= len(words) <= 6 and all(
        word[:1].isupper() and word.replace("'", "").isalpha() for word in words
    )


def _vietnamese_hex(run: str) -> bool:
    try:
        decoded = bytes.fromhex(run).decode("utf-8")
    except (ValueError, UnicodeDecodeError):
        return False
    return (
        len(decoded) >= 4
        and all(char.isalpha() or char in " ,.-/'0123456789" for char in decoded)
        and any(char.isalpha() for char in decoded)
        and not run.isdigit()
    )


# --- what a payload proves ------------------------------------------------------------------------------------------


def values_of(payload: str) -> tuple[str, ...]:
    """Return the personal values inside a payload (QR text, MRZ lines, certificate subject): numbers, names, addresses.

    Dates are given as ``dd/mm/yyyy``, the birth date first. What is no known payload gives nothing.
    """
    text = payload.strip()
    values: list[str] = []
    if text.startswith("000201"):
        values.extend(_vietqr_values(text))
    elif "|" in text and (_CARD.match(text) or _HEALTH.match(text) or _is_record(text.split("|"))):
        fields = text.split("|")
        # behind the address a health card tells where and how long it is valid: days that thousands share
        values.extend(_pipe_values(fields[:5] if _HEALTH.match(text) else fields))
    for match in _SUBJECT.finditer(text):
        values.append(match.group("value"))
    zone = mrz.parse(text)
    if zone is not None:
        family, _, given = zone.name.partition(" ")
        values.extend(
            (zone.personal_number, zone.number, zone.name, f"{given} {family}", mrz.day(zone.birth))
        )
    values.extend(_card_values(text))
    values.extend(_link_values(text))
    common_name = re.search(r"(?<![\w.])CN\s{0,2}=\s{0,2}([^,+/\n]{3,60})", text)
    if common_name is not None and _SUBJECT.search(text):
        values.append(common_name.group(1).strip())
    return tuple(dict.fromkeys(value for value in values if len(value) >= 4))


_VISITING_CARD = re.compile(
    r"(?im)^(?:item\d\.)?(?P<key>N|FN|TEL|EMAIL|ADR|BDAY)(?:;[^:\n]{0,60})?:(?P<value>[^\n]{3,160})$"
)
_MECARD = re.compile(
    r"(?:^MECARD:|;)(?P<key>N|TEL|EMAIL|ADR|BDAY):(?P<value>(?:[^;\\]|\\.){3,160})", re.IGNORECASE
)
_LINKED_ACCOUNT = re.compile(r"/image/[A-Za-z0-9]{2,12}-(?P<account>[A-Za-z0-9]{6,19})")
_LINKED_VALUE = re.compile(r"[?&](?:accountName|acc|name|holder)=(?P<value>[^&#\s]{4,80})")


def _card_values(text: str) -> Iterator[str]:
    """Yield what a visiting card (vCard, MECARD) says of its holder."""
    head = text[:12].upper()
    if head.startswith("BEGIN:VCARD"):
        found = _VISITING_CARD.finditer(text)
    elif head.startswith("MECARD:"):
        found = _MECARD.finditer(text)
    else:
        return
    for match in found:
        value = match["value"].strip().replace("\\,", ",").replace("\\;", ";")
        key = match["key"].upper()
        if key == "BDAY":
            day = re.fullmatch(r"(\d{4})-?(\d\d)-?(\d\d)", value)
            if day is not None:
                yield f"{day[3]}/{day[2]}/{day[1]}"
        elif key == "N":
            yield " ".join(part.strip() for part in re.split("[;,]", value) if part.strip())
        elif key == "ADR":
            yield ", ".join(part.strip() for part in value.split(";") if part.strip())
        else:
            yield value


def _link_values(text: str) -> Iterator[str]:
    """Yield account and holder of a link to a VietQR picture."""
    if not _VIETQR_LINK.match(text):
        return
    account = _LINKED_ACCOUNT.search(text)
    if account is not None:
        yield account["account"]
    for match in _LINKED_VALUE.finditer(text):
        yield unquote_plus(match["value"])


def _pipe_values(fields: list[str]) -> Iterator[str]:
    for raw in fields:
        value = raw.strip()
        if re.fullmatch(r"\d{8}", value) and 1 <= int(value[:2]) <= 31 and 1 <= int(value[2:4]) <= 12:
            yield f"{value[:2]}/{value[2:4]}/{value[4:]}"
        elif (
            re.fullmatch(r"(?:[0-9A-Fa-f]{2}){4,}", value) and not value.isdigit() and _vietnamese_hex(value)
        ):
            yield bytes.fromhex(value).decode("utf-8")
        elif key_of(value) not in _FIELD_SEX:
            yield value


def _vietqr_values(payload: str) -> Iterator[str]:
    for tag, value in _tlv(payload):
        if tag == "38":
            for inner_tag, inner in _tlv(value):
                if inner_tag == "01":
                    for leaf_tag, leaf in _tlv(inner):
                        if leaf_tag == "01":
                            yield leaf
        elif tag == "59":
            yield value


def _tlv(payload: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position + 4 <= len(payload):
        tag, length = payload[position : position + 2], payload[position + 2 : position + 4]
        if not length.isdigit():
            return
        yield tag, payload[position + 4 : position + 4 + int(length)]
        position += 4 + int(length)
