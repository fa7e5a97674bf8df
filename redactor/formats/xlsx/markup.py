"""XML of untrusted workbooks: parsed without entities, DTD, network or unbounded depth; and text as OOXML writes it."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from redactor.errors import CorruptDocument

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REMARK = re.compile(r"<!--|<\?(?!xml[\s?])")
_REFERENCE = re.compile("&(#?[0-9A-Za-z]{1,8});")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Characters(dict[str, str]):
    """What character references stand for (XML 1.0, 4.1 and 4.6); unknown ones stay as they are written."""

    def __missing__(self, name: str) -> str:
        found = f"&{name};"
        try:
            if name[:2] == "#x":
                found = chr(int(name[2:], 16))
            elif name[:1] == "#":
                found = chr(int(name[1:]))
        except (ValueError, OverflowError):
            return found
        self[name] = found
        return found


_CHARACTERS = _Characters(amp="&", lt="<", gt=">", quot='"', apos="'")


def parse(data: bytes, recover: bool = False) -> etree._Element:
    """Parse a part.

    Raises:
        CorruptDocument: not well-formed, or with a document type declaration, which OOXML forbids
            (ISO/IEC 29500-2, 8.1.4) and which XML bombs need.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise CorruptDocument(format="xlsx") from None
    if root is None or has_doctype(root):
        raise CorruptDocument(format="xlsx")
    return root


def has_remarks(data: bytes) -> bool:
    """Whether a part holds comments or processing instructions: they mean nothing here, and can say anything."""
    codec = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    return _REMARK.search(data.decode(codec, "replace")) is not None


def has_doctype(root: etree._Element) -> bool:
    """Whether the document of a root has a document type declaration."""
    info: Any = root.getroottree().docinfo
    return bool(info.doctype)


def attributes(element: etree._Element) -> list[tuple[str, str]]:
    """An element's attributes, with namespaces in braces."""
    return [(str(key), str(value)) for key, value in element.attrib.items()]


def serialise(root: etree._Element) -> bytes:
    """A part as bytes, with the declaration that Excel writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def decode_escapes(text: str) -> str:
    """Turn ``_x0031_`` into ``1``.

    That is how ST_Xstring writes characters that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19).
    """
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)


def encode_escapes(text: str) -> str:
    """Write text so that ``decode_escapes`` gives it back, and XML can hold it."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: "_x005F" + match.group(), text)
    return _FORBIDDEN.sub(lambda match: f"_x{ord(match.group()):04X}_", text)


def text_of(data: bytes) -> str:
    """Character data as it stands in a part, as text."""
    text = data.decode("utf-8", "replace")
    return _REFERENCE.sub(lambda match: _CHARACTERS[match.group(1)], text) if "&" in text else text


def escape(text: str) -> str:
    """Text as character data of a part."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def escape_attribute(value: str) -> str:
    """Text as an attribute's value, without its quotes."""
    return escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def encode_inner(container: etree._Element) -> str:
    """The children of a rich string in the plain spelling: without prefixes, phonetics and unknown elements."""
    out: list[str] = []
    for child in container:
        name = local(child)
        if name == "t":
            space = ' xml:space="preserve"' if child.get(XML_SPACE) == "preserve" else ""
            out.append(f"<t{space}>{escape(child.text or '')}</t>")
        elif name in ("r", "rPr"):
            body = encode_inner(child)
            out.append(f"<{name}>{body}</{name}>" if body else f"<{name}/>")
        elif name and name not in ("rPh", "phoneticPr"):
            given = "".join(f' {key}="{escape_attribute(value)}"' for key, value in attributes(child))
            out.append(f"<{name}{given}/>")
    return "".join(out)
