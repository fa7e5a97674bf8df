"""What stays behind inside the parts that travel: elements and attributes that are not understood or name people.

``clean`` runs before a part's slots are collected, when reading and when writing, so that slots keep their numbers.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from redactor.formats.xlsx.allowed import Kept
from redactor.formats.xlsx.markup import attributes, local
from redactor.formats.xlsx.package import Relationship

_ALLOWED_CHILDREN: dict[str, frozenset[str]] = {
    "officeDocument": frozenset(
        [
            "fileVersion",
            "workbookPr",
            "workbookProtection",
            "bookViews",
            "sheets",
            "externalReferences",
            "definedNames",
            "calcPr",
            "pivotCaches",
        ]
    ),
    "worksheet": frozenset(
        [
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "scenarios",
            "autoFilter",
            "sortState",
            "mergeCells",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "ignoredErrors",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "picture",
            "tableParts",
            "extLst",
        ]
    ),
    "chartsheet": frozenset(
        [
            "sheetPr",
            "sheetViews",
            "sheetProtection",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "picture",
        ]
    ),
    "styles": frozenset(
        [
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
        ]
    ),
    "comments": frozenset(["authors", "commentList"]),
    "core-properties": frozenset(
        ["title", "subject", "description", "keywords", "category", "created", "modified"]
    ),
}
_EXTENSIONS = frozenset(["conditionalFormattings", "dataValidations", "sparklineGroups"])
"""Sheet extensions (``extLst``) that travel, by their content."""

_ATTRIBUTES: dict[str, frozenset[str]] = {
    "workbookPr": frozenset({"codeName"}),
    "sheetPr": frozenset({"codeName"}),
    "pivotCacheDefinition": frozenset({"refreshedBy", "refreshedDate"}),
    "scenario": frozenset({"user"}),
    "table": frozenset({"tableType", "connectionId"}),
    "tableColumn": frozenset({"queryTableFieldId"}),
    "sp": frozenset({"macro"}),
    "pic": frozenset({"macro"}),
    "graphicFrame": frozenset({"macro"}),
}
_REMOVED: dict[str, frozenset[str]] = {
    "table": frozenset({"xmlColumnPr"}),
    "chart": frozenset({"externalData"}),
    "externalLink": frozenset({"sheetDataSet", "ddeLink", "oleLink", "AlternateContent"}),
    "pivotCacheDefinition": frozenset({"extLst"}),
    "pivotTable": frozenset({"extLst"}),
    "vmlDrawing": frozenset({"FmlaMacro", "FmlaPict", "MapOCX", "signatureline"}),
}
_GRAPHICS = ("/chart", "/diagram", "/chartex", "/picture", "/table", "/chartDrawing")
_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_ATTRIBUTE_ONLY = frozenset({"pageSetup", "blip", "pivotCacheDefinition", "cNvPr", "externalBook"})
"""Elements that stay when a relationship they point to does not."""


NAMES = {
    "AlternateContent": "xlsx.file_path",
    "cellWatches": "xlsx.cell_watch",
    "codeName": "xlsx.code_name",
    "connectionId": "xlsx.connection",
    "control": "xlsx.control",
    "controls": "xlsx.control",
    "creator": "xlsx.author",
    "customPr": "xlsx.custom_properties",
    "customProperties": "xlsx.custom_properties",
    "customSheetViews": "xlsx.custom_view",
    "customWorkbookViews": "xlsx.custom_view",
    "dataConsolidate": "xlsx.consolidation",
    "ddeLink": "xlsx.external_link",
    "externalData": "xlsx.external_link",
    "fileRecoveryPr": "xlsx.recovery",
    "fileSharing": "xlsx.file_sharing",
    "lastModifiedBy": "xlsx.author",
    "macro": "xlsx.macros",
    "oleLink": "xlsx.external_link",
    "oleObject": "xlsx.embedded",
    "oleObjects": "xlsx.embedded",
    "phoneticPr": "xlsx.phonetic",
    "protectedRanges": "xlsx.protected_ranges",
    "queryTableFieldId": "xlsx.connection",
    "records": "xlsx.pivot_records",
    "refreshedBy": "xlsx.author",
    "remark": "xlsx.remark",
    "sheetDataSet": "xlsx.external_link",
    "slicerCaches": "xlsx.slicer",
    "slicerList": "xlsx.slicer",
    "smartTags": "xlsx.smart_tags",
    "smartTagPr": "xlsx.smart_tags",
    "smartTagTypes": "xlsx.smart_tags",
    "tableSlicerCaches": "xlsx.slicer",
    "timelineCacheRefs": "xlsx.slicer",
    "timelineRefs": "xlsx.slicer",
    "anchor": "xlsx.foreign_drawing",
    "user": "xlsx.author",
    "webPublishItems": "xlsx.web_publishing",
    "webPublishing": "xlsx.web_publishing",
    "xmlColumnPr": "xlsx.custom_xml",
}
"""What the record calls the elements and attributes that are taken out; others are extensions."""


def clean(root: etree._Element, kept: Kept) -> list[str]:
    """Take out of a part what does not travel.

    Returns:
        The names of the elements and attributes removed.
    """
    removed: list[str] = []
    allowed = _ALLOWED_CHILDREN.get(kept.kind)
    if allowed is not None:
        for child in list(root):
            name = local(child)
            if name and name not in allowed:
                removed.append(name)
                _remove(child)
    if kept.kind == "worksheet":
        _clean_extensions(root, removed)
    gone = _REMOVED.get(kept.kind, frozenset())
    for element in list(root.iter()):
        name = local(element)
        if name in gone:
            removed.append(name)
            _remove(element)
            continue
        for attribute in _ATTRIBUTES.get(name, ()):
            if element.get(attribute):
                removed.append(attribute)
                if attribute == "macro":
                    element.set(attribute, "")
                else:
                    del element.attrib[attribute]
    if kept.kind == "drawing":
        _clean_anchors(root, removed)
    if kept.kind == "pivotCacheDefinition":
        _clean_cache(root, removed)
    if kept.dropped:
        _clean_relationships(root, kept.dropped, removed)
    return removed


def readable_target(relationship: Relationship) -> str:
    """An external target as a person reads it: without percent signs; of another workbook's path, the file's name."""
    target = unquote(relationship.target)
    if relationship.kind == "hyperlink":
        return target
    return posixpath.basename(target.replace("\\", "/"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clean_extensions(root: etree._Element, removed: list[str]) -> None:
    for extensions in [child for child in root if local(child) == "extLst"]:
        for extension in list(extensions):
            content = next((local(child) for child in extension if local(child)), "")
            if content not in _EXTENSIONS:
                removed.append(content or "ext")
                extensions.remove(extension)
        if len(extensions) == 0:
            root.remove(extensions)


def _clean_anchors(root: etree._Element, removed: list[str]) -> None:
    for anchor in [element for element in root.iter() if local(element) in _ANCHORS]:
        for graphic in anchor.iter():
            if local(graphic) == "graphicData" and not graphic.get("uri", "").endswith(_GRAPHICS):
                parent = anchor.getparent()
                choice = (
                    parent.getparent()
                    if parent is not None and local(parent) in ("Choice", "Fallback")
                    else None
                )
                removed.append("anchor")
                _remove(anchor if choice is None else choice)
                break


def _clean_cache(root: etree._Element, removed: list[str]) -> None:
    """A pivot cache without its records: Excel fills it again from the redacted grid when the copy is opened."""
    for key, _ in attributes(root):
        if key.endswith("}id"):
            removed.append("records")
            del root.attrib[key]
    root.set("saveData", "0")
    root.set("refreshOnLoad", "1")
    if root.get("recordCount") is not None:
        del root.attrib["recordCount"]


def _clean_relationships(root: etree._Element, dropped: set[str], removed: list[str]) -> None:
    for element in list(root.iter()):
        for key, value in attributes(element):
            points = "relationships" in key or key.endswith("}relid")
            if not points or value not in dropped:
                continue
            removed.append(local(element))
            if local(element) in _ATTRIBUTE_ONLY:
                del element.attrib[key]
            else:
                _remove(element)
                break
    for element in list(root):
        if local(element) == "pivotCaches" and len(element) == 0:
            root.remove(element)
