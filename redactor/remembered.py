"""What a worker hands out after one scan of a file, to be given in again before the next of a batch.

Readings of pictures and findings in texts, each as bytes that only a worker unpacks.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from redactor.texts_found import TextsFound

if TYPE_CHECKING:
    from redactor.formats.pdf.pictures_read import PicturesRead

_LENGTH = struct.Struct(">I")


@dataclass(slots=True)
class Remembered:
    """What an earlier scan told, and what this one tells.

    Attributes:
        texts: what was found in texts.
        pictures: what was read in pictures, once ``read_pictures`` was asked for it.
    """

    texts: TextsFound
    pictures: PicturesRead | None = None
    _of_texts: bytes = field(default=b"", repr=False)
    _of_pictures: bytes = field(default=b"", repr=False)

    @classmethod
    def from_bytes(cls, given: bytes) -> Remembered:
        """What ``to_bytes`` made, or nothing yet."""
        if not given:
            return cls(TextsFound.from_bytes(b""))
        middle = _LENGTH.size + _LENGTH.unpack_from(given)[0]
        texts, pictures = given[_LENGTH.size : middle], given[middle:]
        return cls(TextsFound.from_bytes(texts), None, texts, pictures)

    def read_pictures(self) -> PicturesRead:
        """What was read in pictures; only formats with pictures need what unpacks it."""
        from redactor.formats.pdf.pictures_read import PicturesRead

        self.pictures = PicturesRead.from_bytes(self._of_pictures)
        return self.pictures

    def to_bytes(self) -> bytes | None:
        """All that is worth being kept; None when nothing is new."""
        texts = self.texts.to_bytes()
        pictures = self.pictures.to_bytes() if self.pictures is not None else None
        if texts is None and pictures is None:
            return None
        texts = self._of_texts if texts is None else texts
        return _LENGTH.pack(len(texts)) + texts + (self._of_pictures if pictures is None else pictures)
