"""ODS (OASIS OpenDocument 1.3): changed inside the package, and written as ODS again.

Kept are the content, the styles and the pictures. Metadata, settings, scripts, forms, tracked changes, embedded
objects, thumbnails and signatures stay behind. Runs inside a cell whose text changes become plain text.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from redactor.errors import (
    CorruptDocument,
    EmptyFile,
    LimitExceeded,
    PasswordRequired,
    SourceUnreadable,
    UnsupportedFormat,
    WrongPassword,
)
from redactor.formats.base import Edit, OpenDocument, OutputOptions, Progress, Reading, RenderedPage
from redactor.formats.changes import Changes, plan
from redactor.formats.grid import GridTable, PartText
from redactor.formats.ods_cells import NAMESPACE, TABLE, Grid, change_cells, empty
from redactor.formats.ods_clean import clean
from redactor.formats.ods_encryption import (
    UnknownEncryptionError,
    WrongPasswordError,
    decrypted,
    is_encrypted,
)
from redactor.formats.ods_texts import (
    PICTURE,
    XLINK,
    OdsText,
    follow_names,
    new_text,
    texts_outside,
    unlike_titles,
)
from redactor.formats.xlsx import markup
from redactor.formats.xlsx.formulas import LOOKUPS
from redactor.formats.xlsx.markup import local
from redactor.formats.xlsx.names import identifier, unlike
from redactor.formats.xlsx.pictures import Pictures
from redactor.model import Applied, Gap, HiddenPart, SourceInfo, Treatment

MIME = "application/vnd.oasis.opendocument.spreadsheet"
MAX_TOTAL = 1 << 30
_EPOCH = (1980, 1, 1, 0, 0, 0)

_MANIFEST = f"{NAMESPACE}manifest:1.0"

_MAX_NAME = 255


class OdsFormat:
    """The door for ODS."""

    name = "ods"

    def sniff(self, head: bytes, suffix: str) -> int:
        """A zip whose first entry says what it is, as the standard asks; or one with the suffix."""
        if not head.startswith(b"PK\x03\x04"):
            return 0
        if MIME.encode() in head[:200]:
            return 100
        return 60 if suffix.lower() == ".ods" and b"xl/" not in head else 0

    def open(self, path: Path, password: str) -> OpenDocument:
        """Open a spreadsheet.

        Raises:
            EmptyFile, CorruptDocument, LimitExceeded: as they say.
            PasswordRequired: it is encrypted, and no password was given.
            WrongPassword: another one opens it.
            UnsupportedFormat: it is encrypted in a way that is not known here.
        """
        try:
            size = path.stat().st_size
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            raise SourceUnreadable() from None
        if not size:
            raise EmptyFile()
        try:
            archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise CorruptDocument(format=self.name) from None
        try:
            if is_encrypted(archive):
                locked, archive = archive, _opened(archive, password)
                locked.close()
            return OdsDocument(archive, digest, size)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
            archive.close()
            raise CorruptDocument(format=self.name) from None
        except BaseException:
            archive.close()
            raise


def _opened(archive: zipfile.ZipFile, password: str) -> zipfile.ZipFile:
    if not password:
        raise PasswordRequired()
    if sum(info.file_size for info in archive.infolist()) > MAX_TOTAL:
        raise LimitExceeded(what="bytes", limit=MAX_TOTAL)
    try:
        return zipfile.ZipFile(decrypted(archive, password))
    except WrongPasswordError:
        raise WrongPassword() from None
    except UnknownEncryptionError:
        raise UnsupportedFormat(looks_like=OdsFormat.name) from None


class OdsDocument:
    """An open spreadsheet."""

    def __init__(self, archive: zipfile.ZipFile, digest: str, size: int) -> None:
        self._zip = archive
        if sum(info.file_size for info in archive.infolist()) > MAX_TOTAL:
            raise LimitExceeded(what="bytes", limit=MAX_TOTAL)
        self._content = markup.parse(self._read("content.xml"))
        self._styles = markup.parse(self._read("styles.xml")) if "styles.xml" in archive.namelist() else None
        body = next((e for e in self._content.iter() if local(e) == "spreadsheet"), None)
        if body is None:
            raise CorruptDocument(format=OdsFormat.name)
        self._cleaned = clean(self._content)
        if self._styles is not None:
            self._cleaned.add(clean(self._styles))
        self._grids = [Grid(element) for element in body if element.tag == f"{TABLE}table"]
        pictures = [name for name in archive.namelist() if re.fullmatch(r"Pictures/[^/]+", name)]
        self._pictures = Pictures(self._read, pictures)
        self._picture_names = _plain_names(pictures)
        self._call_pictures()
        self._part_texts: dict[str, str] = {}
        self._reading: Reading | None = None
        titles = tuple(grid.title for grid in self._grids)
        self._info = SourceInfo(digest, size, OdsFormat.name, max(1, len(titles)), sheets=titles)

    @property
    def info(self) -> SourceInfo:
        """What was opened."""
        return self._info

    def render(self, page: int, scale: float) -> RenderedPage:
        """Tables have no pages."""
        raise UnsupportedFormat(looks_like=OdsFormat.name)

    def close(self) -> None:
        """Let go of the file and of what was read."""
        self._zip.close()
        self._grids.clear()
        self._reading = None

    def read(self, progress: Progress) -> Reading:
        """Read every table, and every text that the grid does not show."""
        if self._reading is None:
            progress(0, 1)
            units = [PartText(t.key, t.text, t.kind, t.key) for t in self._texts()]
            picture_units, gaps, proved = self._pictures.read(partial(progress, 0, 1))
            units.extend(picture_units)
            self._part_texts = {unit.key: unit.text for unit in units}
            tables = tuple(GridTable(f"sheet{i}", g.title, g.rows) for i, g in enumerate(self._grids))
            self._reading = Reading(
                tuple(units), tables, gaps, self._hidden_parts(set()), known_values=proved
            )
            progress(1, 1)
        return self._reading

    def apply(
        self,
        edits: Sequence[Edit],
        covered_gaps: Sequence[Gap],
        options: OutputOptions,
        draft: Path,
        progress: Progress,
    ) -> Applied:
        """Write the copy as ODS. The document cannot be written a second time: its tree is changed."""
        self.read(progress)
        formulas = "".join(
            e.get(f"{TABLE}formula", "").upper() for e in self._content.iter(f"{TABLE}table-cell")
        )
        joined = any(f"{name}(" in formulas for name in LOOKUPS)
        tables = {grid.title: grid.rows for grid in self._grids}
        changes = plan(edits, tables, self._part_texts, {}, lambda sheet, column: joined)
        redacted = self._change_texts(changes)
        dropped = False
        for number, grid in enumerate(self._grids):
            progress(number, len(self._grids))
            sheet = changes.sheet(grid.title)
            if sheet.columns or sheet.cells:
                change_cells(grid.element, sheet)
        if changes.sheets:
            dropped = self._drop_results()
        covered = {gap.id for gap in covered_gaps}
        self._write(draft, changes, covered, redacted)
        notes = ("results_dropped",) if dropped else ()
        return Applied(
            hidden=changes.hidden,
            parts=self._hidden_parts(redacted),
            needles=tuple(changes.needles),
            notes=notes,
        )

    def _call_pictures(self) -> None:
        """Frames and styles point to pictures by the names that these have in the copy."""
        for root in (self._content, self._styles):
            for element in root.iter() if root is not None else ():
                target = self._picture_names.get(unquote(element.get(f"{XLINK}href", "")))
                if target is not None:
                    element.set(f"{XLINK}href", target)

    # --- texts outside the tables -----------------------------------------------------------------------------------

    def _texts(self) -> Iterator[OdsText]:
        yield from texts_outside(self._content, "content")
        if self._styles is not None:
            yield from texts_outside(self._styles, "styles")

    def _change_texts(self, changes: Changes) -> set[str]:
        redacted: set[str] = set()
        titles: dict[str, str] = {}
        styles: dict[str, str] = {}
        names: dict[str, str] = {}
        for text in list(self._texts()):
            old, new = text.text, new_text(text, changes)
            if new == old:
                continue
            if text.kind == "ods.sheet_name":
                new = unlike_titles(
                    re.sub(r"[\[\]:*?/\\'$.]", " ", new).strip() or "Sheet", titles, self._info.sheets
                )
                titles[old] = new
            elif text.is_style:
                styles[old] = new
            elif text.is_defined_name:
                new = unlike(identifier(new), set(names.values()), _MAX_NAME, "_")
                names[old.replace(" ", "_")] = new
            text.put(new)
            redacted.add(text.kind)
        for root in (self._content, self._styles):
            if root is not None and (titles or styles or names):
                follow_names(root, titles, {**titles, **styles}, names)
        return redacted

    def _drop_results(self) -> bool:
        """Results of formulas go when any cell changed; the program that opens the copy computes them again."""
        dropped = False
        for cell in self._content.iter(f"{TABLE}table-cell"):
            if cell.get(f"{TABLE}formula"):
                empty(cell)
                dropped = True
        return dropped

    # --- the package ------------------------------------------------------------------------------------------------

    def _hidden_parts(self, redacted: set[str]) -> tuple[HiddenPart, ...]:
        counts: dict[str, int] = {}
        for key in self._part_texts:
            kind = key.partition(":")[0]
            if kind.startswith("ods.") and kind != "ods.sheet_name":
                counts[kind] = counts.get(kind, 0) + 1
        for kind in redacted:
            counts.setdefault(kind, 1)
        found = [
            HiddenPart(kind, count, Treatment.REDACTED if kind in redacted else Treatment.KEPT)
            for kind, count in sorted(counts.items())
        ]
        found.extend(
            HiddenPart("xlsx.hidden_rows", grid.hidden_rows, Treatment.KEPT, grid.title)
            for grid in self._grids
            if grid.hidden_rows
        )
        left = [n for n in self._zip.namelist() if not n.endswith("/") and n not in self._kept_names()]
        if left:
            found.append(HiddenPart("ods.other", len(left), Treatment.LEFT_OUT))
        if self._cleaned.unknown:
            found.append(HiddenPart("ods.extension", self._cleaned.unknown, Treatment.LEFT_OUT))
        if self._cleaned.authors:
            found.append(HiddenPart("xlsx.author", self._cleaned.authors, Treatment.LEFT_OUT))
        return tuple(found)

    def _kept_names(self) -> set[str]:
        return {"mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml", *self._picture_names}

    def _write(self, draft: Path, changes: Changes, covered: set[str], redacted: set[str]) -> None:
        entries = [("content.xml", "text/xml", markup.serialise(self._content))]
        if self._styles is not None:
            entries.append(("styles.xml", "text/xml", markup.serialise(self._styles)))
        for name, target in self._picture_names.items():
            data, content_type, changed = self._pictures.written(name, changes.parts, covered)
            if changed:
                redacted.add("xlsx.picture")
            entries.append((target, content_type, data))
        nsmap: Any = {"manifest": _MANIFEST}
        manifest = etree.Element(f"{{{_MANIFEST}}}manifest", {f"{{{_MANIFEST}}}version": "1.3"}, nsmap=nsmap)
        for path, content_type, _ in [("/", MIME, b""), *entries]:
            attributes = {f"{{{_MANIFEST}}}full-path": path, f"{{{_MANIFEST}}}media-type": content_type}
            etree.SubElement(manifest, f"{{{_MANIFEST}}}file-entry", attributes)
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("mimetype", _EPOCH), MIME, zipfile.ZIP_STORED)
            for name, _, data in [*entries, ("META-INF/manifest.xml", "", markup.serialise(manifest))]:
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)

    def _read(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except (KeyError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
            raise CorruptDocument(format=OdsFormat.name) from None


def _plain_names(pictures: Sequence[str]) -> dict[str, str]:
    """What each picture is called in the copy."""
    names: dict[str, str] = {}
    for number, name in enumerate(pictures, start=1):
        suffix = re.search(r"\.[A-Za-z]{2,5}$", name)
        plain = f"Pictures/image{number}{suffix.group().lower() if suffix else ''}"
        names[name] = name if PICTURE.fullmatch(name) and "image" not in name else plain
    return names
