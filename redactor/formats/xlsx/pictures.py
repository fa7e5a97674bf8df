"""Pictures inside workbooks: what cannot be read is a gap, what travels loses its metadata."""

from __future__ import annotations

from collections.abc import Collection

from redactor.formats.grid import PartText
from redactor.formats.xlsx.allowed import Contents
from redactor.formats.xlsx.package import Package
from redactor.model import Gap, GapReason, PartPlace


class Pictures:
    """The pictures of one workbook."""

    def __init__(self, package: Package, contents: Contents) -> None:
        self._package = package
        self._names = sorted(kept.name for kept in contents.parts.values() if kept.kind == "image")

    def read(self) -> tuple[list[PartText], tuple[Gap, ...]]:
        """Texts in pictures, and the pictures that could not be read."""
        gaps = [
            Gap(f"picture:{name}", GapReason.IMAGE_UNREADABLE, PartPlace("xlsx.picture", name))
            for name in self._names
        ]
        return [], tuple(gaps)

    def written(self, name: str, covered: Collection[str]) -> bytes:
        """A picture's bytes for the copy."""
        return self._package.read(name)
