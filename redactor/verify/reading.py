"""OCR for verification: what could still be read in a picture that was touched.

The recognition engine is the one that reading uses (there is only one offline), but it sees pixels that another
library drew, without boxes, lines or places from the redactor.
"""

from __future__ import annotations

import numpy as np
from PIL import Image


def read_image(picture: Image.Image) -> str:
    """All words in a picture, as text: in its colours, and as they show on white and black where it is transparent."""
    # The OCR engine is a heavy import and most drafts have no picture that was touched.
    from redactor.formats.pdf import ocr_text

    picture = in_eight_bits(picture)
    looks = [picture if picture.mode == "L" else picture.convert("RGB")]
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] != 255:
        for ground in ("white", "black"):
            looks.append(Image.new("RGB", picture.size, ground))
            looks[-1].paste(picture, mask=picture.getchannel("A"))
    return "\n".join(map(ocr_text.text_of, looks))


def in_eight_bits(frame: Image.Image) -> Image.Image:
    """A picture in gray, RGB or RGBA, whatever its depth."""
    if frame.mode[0] in "IF":
        # Numbers that are none show as nothing.
        levels = np.nan_to_num(np.asarray(frame, dtype=np.float64), nan=0.0, posinf=0.0, neginf=0.0)
        highest = min(
            (2**bits - 1 for bits in (8, 10, 12, 14, 16) if levels.max() <= 2**bits - 1), default=levels.max()
        )
        if frame.mode == "F" and levels.min() >= 0 and levels.max() <= 1:
            highest = 1.0
        lowest = min(levels.min(), 0.0)
        frame = Image.fromarray(np.uint8(np.rint(255 * (levels - lowest) / (highest - lowest))))
    if frame.mode == "L" and not frame.has_transparency_data:
        return frame
    return frame.convert("RGBA" if frame.has_transparency_data else "RGB")
