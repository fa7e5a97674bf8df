"""An independent checker: finds values in a file without any of the program's code.

It looks at the zip's own structure, and at every part as bytes, as text, without tags, with entities and escapes
decoded, as UTF-16, as hexadecimal text, without accents, digits without what is between them, and numbers by value.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from urllib.parse import unquote

_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w])")


def plain(text: str) -> str:
    """Without accents, in small letters."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def leftovers(data: bytes, values: tuple[str, ...]) -> set[tuple[str, str]]:
    """Pairs of (part, value) where a value is left; "" stands for the file around the parts."""
    found: set[tuple[str, str]] = set()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            around = archive.comment + b"".join(i.comment + b"\0" + i.extra + b"\0" for i in infos)
            last = max((i.header_offset for i in infos), default=0)
            found |= _in(b"\n".join([around, *(i.filename.encode() for i in infos), data[last:]]), "", values)
            for info in infos:
                part = archive.read(info)
                found |= (
                    {(f"{info.filename}/{name}", v) for name, v in leftovers(part, values)}
                    if part.startswith(b"PK")
                    else set()
                )
                found |= _in(part, info.filename, values)
    else:
        found |= _in(data, "", values)
    return found


def _in(data: bytes, name: str, values: tuple[str, ...]) -> set[tuple[str, str]]:
    texts = [data.decode(codec, "replace") for codec in ("utf-8", "utf-16-le", "utf-16-be")]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        texts.append(data.decode("utf-16", "replace"))
    texts.append(data[1:].decode("utf-16-le", "replace"))
    texts.append(
        bytes.fromhex("".join(re.findall(r"(?:[0-9A-Fa-f]{2}){6,}", texts[0]))).decode("utf-8", "replace")
    )
    spellings = []
    for text in texts:
        text = re.sub(
            r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), html.unescape(html.unescape(text))
        )
        spellings += [text, unquote(text), re.sub(r"<[^>]*>", "", text)]
    folded = [plain(text) for text in spellings]
    together = [re.sub(r"(?<=\d)[\s.\-\u00a0]+(?=\d)", "", text) for text in folded]
    numbers = {float(n) for n in _NUMBER.findall(re.sub(r"<[^>]*>", " ", texts[0]))}
    found = set()
    for value in values:
        wanted = plain(value)
        gone = not any(wanted in text or re.sub(r"\s+", " ", text).find(wanted) >= 0 for text in folded)
        if value.isdigit():
            short = value.lstrip("0")
            gone = gone and not any(short in text for text in together) and float(short) not in numbers
        if not gone:
            found.add((name, value))
    return found
