"""OCR for verification: what could still be read in a picture that was touched.

The recognition engine is the one that reading uses (there is only one offline), but it sees pixels that another
library drew, without boxes, lines or places from the redactor.
"""

from __future__ import annotations

from PIL import Image


def read_image(picture: Image.Image) -> str:
    """All words in a picture, as text. Slow: about two seconds for a page at 200 dpi."""
    # The OCR engine is a heavy import and most drafts have no picture that was touched.
    from redactor.formats.pdf import ocr_text

    rgb = picture.convert("RGB")
    return ocr_text.text_of(rgb.width, rgb.height, rgb.tobytes())
