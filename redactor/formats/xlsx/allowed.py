"""The allow-list: which parts travel into the copy, found by following the relationships that are understood.

A part that no understood relationship leads to is left out, whatever it is called and whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from redactor.errors import CorruptDocument
from redactor.formats.xlsx.package import Package, Relationship, relationships_part, resolve

_OFFICE = "application/vnd.openxmlformats-officedocument."
_SHEETML = _OFFICE + "spreadsheetml."
_DRAWINGML = _OFFICE + "drawingml."

MAIN_TYPES = {
    _SHEETML + "sheet.main+xml": _SHEETML + "sheet.main+xml",
    _SHEETML + "template.main+xml": _SHEETML + "template.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.ms-excel.template.macroEnabled.main+xml": (
        "application/vnd.ms-excel.template.macroEnabled.main+xml"
    ),
}
"""Content types of the workbook part. A copy keeps its source's: Excel refuses a suffix that does not go with it, and
opens a macro-enabled workbook without macros."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind of part is treated: its name in the record, its content type, and whether its text has slots."""

    part: str
    content_type: str = ""
    slots: bool = True


PARTS: dict[str, Rule] = {
    "officeDocument": Rule("xlsx.workbook"),
    "worksheet": Rule("xlsx.sheet", _SHEETML + "worksheet+xml"),
    "chartsheet": Rule("xlsx.chart", _SHEETML + "chartsheet+xml"),
    "sharedStrings": Rule("xlsx.strings", _SHEETML + "sharedStrings+xml", slots=False),
    "styles": Rule("xlsx.style", _SHEETML + "styles+xml"),
    "theme": Rule("xlsx.style", _OFFICE + "theme+xml"),
    "themeOverride": Rule("xlsx.style", _OFFICE + "themeOverride+xml"),
    "sheetMetadata": Rule("xlsx.metadata", _SHEETML + "sheetMetadata+xml"),
    "FeaturePropertyBag": Rule("xlsx.metadata", "application/vnd.ms-excel.featurepropertybag+xml"),
    "table": Rule("xlsx.table", _SHEETML + "table+xml"),
    "comments": Rule("xlsx.comment", _SHEETML + "comments+xml"),
    "vmlDrawing": Rule("xlsx.drawing", _OFFICE + "vmlDrawing"),
    "drawing": Rule("xlsx.drawing", _OFFICE + "drawing+xml"),
    "chart": Rule("xlsx.chart", _DRAWINGML + "chart+xml"),
    "chartEx": Rule("xlsx.chart", "application/vnd.ms-office.chartex+xml"),
    "chartStyle": Rule("xlsx.chart", "application/vnd.ms-office.chartstyle+xml"),
    "chartColorStyle": Rule("xlsx.chart", "application/vnd.ms-office.chartcolorstyle+xml"),
    "chartUserShapes": Rule("xlsx.drawing", _DRAWINGML + "chartshapes+xml"),
    "diagramData": Rule("xlsx.drawing", _DRAWINGML + "diagramData+xml"),
    "diagramLayout": Rule("xlsx.drawing", _DRAWINGML + "diagramLayout+xml"),
    "diagramQuickStyle": Rule("xlsx.drawing", _DRAWINGML + "diagramStyle+xml"),
    "diagramColors": Rule("xlsx.drawing", _DRAWINGML + "diagramColors+xml"),
    "diagramDrawing": Rule("xlsx.drawing", "application/vnd.ms-office.drawingml.diagramDrawing+xml"),
    "image": Rule("xlsx.picture", slots=False),
    "pivotTable": Rule("xlsx.pivot", _SHEETML + "pivotTable+xml"),
    "pivotCacheDefinition": Rule("xlsx.pivot", _SHEETML + "pivotCacheDefinition+xml"),
    "externalLink": Rule("xlsx.external_link", _SHEETML + "externalLink+xml"),
    "core-properties": Rule("xlsx.properties", "application/vnd.openxmlformats-package.core-properties+xml"),
}
"""By the last piece of the relationship's type. Anything else stays behind."""

FOLLOWING = frozenset({"chart", "chartEx", "pivotCacheDefinition", "pivotTable", "table"})
"""Parts that repeat what the grid says: where they do, they follow it instead of being judged by themselves."""

STUBBED = frozenset({"xlMacrosheet", "xlIntlMacrosheet", "dialogsheet"})
"""Sheets that are not understood: an empty sheet keeps their place, so that the others keep their numbers."""

_LEFT_OUT = {
    "vbaProject": "xlsx.macros",
    "vbaProjectSignature": "xlsx.macros",
    "xlMacrosheet": "xlsx.macros",
    "xlIntlMacrosheet": "xlsx.macros",
    "dialogsheet": "xlsx.macros",
    "attachedToolbars": "xlsx.macros",
    "extensibility": "xlsx.macros",
    "calcChain": "xlsx.calc_chain",
    "customXml": "xlsx.custom_xml",
    "customXmlProps": "xlsx.custom_xml",
    "xmlMaps": "xlsx.custom_xml",
    "tableSingleCells": "xlsx.custom_xml",
    "customProperty": "xlsx.custom_xml",
    "custom-properties": "xlsx.custom_properties",
    "extended-properties": "xlsx.app_properties",
    "thumbnail": "xlsx.thumbnail",
    "printerSettings": "xlsx.printer_settings",
    "pivotCacheRecords": "xlsx.pivot_records",
    "pivotTable": "xlsx.pivot",
    "pivotCacheDefinition": "xlsx.pivot",
    "connections": "xlsx.connection",
    "queryTable": "xlsx.connection",
    "volatileDependencies": "xlsx.connection",
    "customData": "xlsx.data_model",
    "powerPivotData": "xlsx.data_model",
    "slicer": "xlsx.slicer",
    "slicerCache": "xlsx.slicer",
    "timeline": "xlsx.slicer",
    "timelineCache": "xlsx.slicer",
    "threadedComment": "xlsx.threaded_comment",
    "person": "xlsx.persons",
    "oleObject": "xlsx.embedded",
    "package": "xlsx.embedded",
    "control": "xlsx.control",
    "ctrlProp": "xlsx.control",
    "activeXControlBinary": "xlsx.control",
    "revisionHeaders": "xlsx.revisions",
    "usernames": "xlsx.revisions",
    "revisionLog": "xlsx.revisions",
    "origin": "xlsx.signature",
    "signature": "xlsx.signature",
    "webextension": "xlsx.web_extension",
    "webextensiontaskpanes": "xlsx.web_extension",
}

_EXTERNAL_SOURCE = re.compile(
    rb"""<(?:\w+:)?cacheSource\b[^<>]*\s(?:type\s*=\s*["']external["']|connectionId\s*=)"""
)


@dataclass(slots=True)
class Kept:
    """A part that travels."""

    name: str
    kind: str
    rule: Rule
    content_type: str
    relationships: list[Relationship] = field(default_factory=list, repr=False)
    dropped: set[str] = field(default_factory=set, repr=False)
    """Ids of relationships that do not travel."""
    stub: bool = False

    def targets(self, kind: str) -> list[tuple[str, str]]:
        """Id and part of the relationships of one kind."""
        return [
            (r.id, resolve(self.name, r.target))
            for r in self.relationships
            if r.kind == kind and not r.external
        ]


@dataclass(slots=True)
class Contents:
    """What of a package travels, and what does not."""

    workbook: str
    parts: dict[str, Kept]
    left_out: dict[str, int]
    """Number of parts left out, by their key in the record."""
    signed: bool = False
    macros: bool = False


def survey(package: Package) -> Contents:
    """Follow the relationships from the package's root.

    Raises:
        CorruptDocument: no workbook in it.
    """
    parts: dict[str, Kept] = {}
    kinds_seen: dict[str, str] = {}
    root = package.relationships("")
    main = next((r for r in root if r.kind == "officeDocument" and not r.external), None)
    if main is None or resolve("", main.target) not in package:
        raise CorruptDocument(format="xlsx")
    workbook = resolve("", main.target)
    queue = [(main, workbook)]
    for item in root:
        target = resolve("", item.target)
        if item.kind == "core-properties" and target in package:
            queue.append((item, target))
        elif item is not main:
            kinds_seen[target.lower()] = item.kind
    while queue:
        relationship, name = queue.pop()
        kind = relationship.kind
        if name.lower() in parts:
            continue
        stub = kind in STUBBED
        kept = _kept(package, name, kind, stub)
        parts[name.lower()] = kept
        for item in [] if stub else package.relationships(name):
            target = "" if item.external else resolve(name, item.target)
            if item.external:
                if item.kind in ("hyperlink", "externalLinkPath", "xlPathMissing"):
                    kept.relationships.append(item)
                else:
                    kept.dropped.add(item.id)
            elif item.kind.startswith("pivot") and _is_fed_from_outside(package, item.kind, target):
                kept.dropped.add(item.id)
                kinds_seen.setdefault(target.lower(), item.kind)
            elif item.kind in (*PARTS, *STUBBED) and item.kind != "officeDocument" and target in package:
                kept.relationships.append(item)
                queue.append((item, target))
            elif item.kind == "hyperlink" and item.target.startswith("#"):
                kept.relationships.append(item)
            else:
                kept.dropped.add(item.id)
                kinds_seen.setdefault(target.lower(), item.kind)
    return _contents(package, workbook, parts, kinds_seen)


def _is_fed_from_outside(package: Package, kind: str, name: str) -> bool:
    """Whether a pivot table or its cache lives on a connection, which stays behind: it would point to nothing."""
    if name not in package:
        return False
    if kind == "pivotTable":
        return any(
            _is_fed_from_outside(package, item.kind, resolve(name, item.target))
            for item in package.relationships(name)
            if item.kind == "pivotCacheDefinition" and not item.external
        )
    return kind == "pivotCacheDefinition" and _EXTERNAL_SOURCE.search(package.read(name)) is not None


def _kept(package: Package, name: str, kind: str, stub: bool) -> Kept:
    rule = PARTS["worksheet"] if stub else PARTS[kind]
    content_type = rule.content_type
    if kind == "officeDocument":
        given = package.content_type(name)
        if given.startswith("application/vnd.ms-excel.sheet.binary"):
            raise CorruptDocument(format="xlsx")
        content_type = MAIN_TYPES.get(given, _SHEETML + "sheet.main+xml")
    elif kind == "image":
        content_type = package.content_type(name) or "application/octet-stream"
    return Kept(name, kind, rule, content_type, stub=stub)


def _contents(package: Package, workbook: str, parts: dict[str, Kept], kinds: dict[str, str]) -> Contents:
    left_out: dict[str, int] = {}

    def leave(key: str) -> None:
        left_out[key] = left_out.get(key, 0) + 1

    for kept in parts.values():
        if kept.stub:
            leave("xlsx.macros")
    rels = {relationships_part(name) for name in parts} | {relationships_part("")}
    for name in package.names():
        lower = name.lower()
        if lower in parts or lower in rels or name.endswith(".rels"):
            continue
        leave(_key(lower, kinds.get(lower, "")))
    if package.duplicates:
        left_out["xlsx.duplicate_entries"] = package.duplicates
    return Contents(
        workbook, parts, left_out, signed="xlsx.signature" in left_out, macros="xlsx.macros" in left_out
    )


def _key(name: str, kind: str) -> str:
    if kind in _LEFT_OUT:
        return _LEFT_OUT[kind]
    folders: Iterable[tuple[str, str]] = (
        ("_xmlsignatures/", "xlsx.signature"),
        ("customxml/", "xlsx.custom_xml"),
        ("xl/revisions/", "xlsx.revisions"),
        ("xl/embeddings/", "xlsx.embedded"),
        ("xl/activex/", "xlsx.control"),
        ("xl/ctrlprops/", "xlsx.control"),
        ("xl/richdata/", "xlsx.rich_data"),
        ("xl/model/", "xlsx.data_model"),
        ("xl/pivotcache/pivotcacherecords", "xlsx.pivot_records"),
        ("xl/pivot", "xlsx.pivot"),
        ("xl/vba", "xlsx.macros"),
        ("xl/persons/", "xlsx.persons"),
    )
    return next((key for folder, key in folders if name.startswith(folder)), "xlsx.other")
