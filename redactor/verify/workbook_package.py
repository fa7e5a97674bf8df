"""Which parts of a copied workbook's package must not be there."""

from __future__ import annotations

import re

from redactor.verify.workbook_reading import Book, tree

_ALLOWED_TYPES = re.compile(
    r"application/(?:xml"
    r"|vnd\.openxmlformats-package\.(?:relationships|core-properties)\+xml"
    r"|vnd\.openxmlformats-officedocument\.(?:theme|themeOverride|drawing)\+xml"
    r"|vnd\.openxmlformats-officedocument\.vmlDrawing"
    r"|vnd\.openxmlformats-officedocument\.spreadsheetml\.(?:sheet\.main|template\.main|worksheet|chartsheet|styles"
    r"|sharedStrings|sheetMetadata|table|comments|pivotTable|pivotCacheDefinition|externalLink)\+xml"
    r"|vnd\.openxmlformats-officedocument\.drawingml\.(?:chart|chartshapes|diagram\w+)\+xml"
    r"|vnd\.ms-office\.(?:chartex|chartstyle|chartcolorstyle|drawingml\.diagramDrawing)\+xml"
    r"|vnd\.ms-excel\.(?:featurepropertybag|(?:sheet|template)\.macroEnabled\.main)\+xml"
    r")|image/[\w.+-]+",
    re.IGNORECASE,
)
_ODS_PARTS = re.compile(
    r"mimetype|META-INF/manifest\.xml|content\.xml|styles\.xml|meta\.xml|settings\.xml|Pictures/[^/]+"
)


def undeclared_parts(draft: Book) -> list[str | None]:
    """Parts that are of no allowed type, not declared or not reachable, by name; None for what is around them.

    Allowed are the types that the copy's writer knows (ECMA-376 part 1, OPC), in ODS the names of its parts.
    """
    strange: list[str | None] = []
    if draft.comment or len(draft.names) != len({name.lower() for name in draft.names}):
        strange.append(None)
    strange.extend(None for info in draft.infos if info.comment or (info.extra and not _is_zip64(info.extra)))
    if "mimetype" in draft.names:
        return strange + [name for name in draft.names if not _ODS_PARTS.fullmatch(name)]
    types = tree(draft.read("[Content_Types].xml"))
    overrides = {
        e.get("PartName", "").lstrip("/").lower(): e.get("ContentType", "") for e in types.iter("{*}Override")
    }
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in types.iter("{*}Default")}
    targets = {
        item.get("Target", "").rpartition("/")[2].lower()
        for name in draft.names
        if name.endswith(".rels")
        for item in tree(draft.read(name))
        if item.get("TargetMode") != "External"
    }
    for name in draft.names:
        if name == "[Content_Types].xml" or name.endswith(".rels"):
            continue
        given = overrides.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower(), "")
        if not _ALLOWED_TYPES.fullmatch(given) or name.rpartition("/")[2].lower() not in targets:
            strange.append(name)
    return strange


def _is_zip64(extra: bytes) -> bool:
    """Whether a zip entry's extra field holds sizes only (APPNOTE 4.5.3)."""
    return extra[:2] == b"\x01\x00" and len(extra) == 4 + int.from_bytes(extra[2:4], "little")
