"""What dictionaries that draw may hold: allowed keys, and behind each only what a reader would make something of.

A number's place may hold a string, a list of numbers a dictionary, and no reader minds: it takes what it takes for
nothing there. ISO 32000-2 says what stands where.
"""

from __future__ import annotations

from pikepdf import Array, Object

from redactor.formats.pdf.content import words

_NUMBERS = words(
    "/AIS /AntiAlias /Ascent /AvgWidth /BBox /BC /Background /BitsPerComponent /BitsPerCoordinate /BitsPerFlag "
    "/BitsPerSample /BlackIs1 /BlackPoint /Bounds /C0 /C1 /CA /CapHeight /ColorTransform /Colors /Columns /Coords /D "
    "/DW /DW2 /DamagedRowsBeforeError /Decode /Descent /Domain /EarlyChange /Encode /EncodedByteAlign /EndOfBlock "
    "/EndOfLine /Extend /FL /FirstChar /Flags /FontBBox /FontMatrix /FontWeight /FormType /FunctionType /Gamma /Height "
    "/I /ImageMask /Interpolate /ItalicAngle /K /LC /LJ /LW /LastChar /Leading /Length1 /Length2 /Length3 /ML /Matrix "
    "/Matte /MaxWidth /MissingWidth /N /OP /OPM /Order /PaintType /PatternType /Predictor /Range /Rotate /Rows /SA /SM "
    "/SMaskInData /ShadingType /Size /StemH /StemV /TK /TilingType /UserUnit /VerticesPerRow /W /W2 /WMode /WhitePoint "
    "/Width /Widths /XHeight /XStep /YStep /ca /op /ArtBox /BleedBox /CropBox /TrimBox"
)
"""Keys behind which numbers, truth values and lists of them stand."""

_INTENTS = words("/AbsoluteColorimetric /RelativeColorimetric /Saturation /Perceptual")
_NAMES = {
    "/Type": words(
        "/Page /XObject /Font /FontDescriptor /ExtGState /Group /Mask /Pattern /CMap /OCG /OCMD /Encoding"
    ),
    "/Subtype": words(
        "/Image /Form /Type0 /Type1 /MMType1 /Type3 /TrueType /CIDFontType0 /CIDFontType2 /Type1C /CIDFontType0C "
        "/OpenType /DeviceN /NChannel"
    ),
    "/S": words("/Transparency /Alpha /Luminosity"),
    "/RI": _INTENTS,
    "/Intent": _INTENTS,
    "/FontStretch": words(
        "/UltraCondensed /ExtraCondensed /Condensed /SemiCondensed /Normal /SemiExpanded /Expanded /ExtraExpanded "
        "/UltraExpanded"
    ),
}
"""Keys behind which one of a few names stands."""

_OTHER = b"(</"
"""What strings, dictionaries and names begin with, as they are written."""


_MAX_DEPTH = 2
"""Lists within lists: widths of characters from a code on, dashes."""


def keep(item: Object, allowed: frozenset[str]) -> None:
    """Leave only the allowed keys of a dictionary (and the way up to its parent), and nothing odd behind them.

    Other values go with their keys, or become nought in a list of numbers.
    """
    for key in list(item.keys()):
        if key not in allowed:
            if key != "/Parent":
                del item[key]
        elif key in _NAMES:
            if str(item[key]) not in _NAMES[key]:
                del item[key]
        elif key in _NUMBERS and not is_numbers(item[key]):
            value = item[key]
            if isinstance(value, Array):
                item[key] = _numbers(value)
            else:
                del item[key]


def is_numbers(value: object, depth: int = 0) -> bool:
    """Whether something is a number, a truth value, or a list of such."""
    if not isinstance(value, Object):
        return True
    if not isinstance(value, Array) or depth > _MAX_DEPTH:
        return False
    written = value.unparse(resolved=True)
    if any(sign in written for sign in _OTHER):
        return False
    return b"R" not in written or all(is_numbers(each, depth + 1) for each in value)


def _numbers(value: Array, depth: int = 0) -> Array:
    """A list with noughts in the place of what is none and no list: what follows keeps its place."""
    return Array(
        [
            _numbers(each, depth + 1)
            if isinstance(each, Array) and depth <= _MAX_DEPTH
            else each
            if not isinstance(each, Object)
            else 0
            for each in value
        ]
    )


__all__ = ["is_numbers", "keep"]
