"""Pictures with a format of their own, also inside further filters: ASCII 85 around a JPEG, Flate around a JPEG 2000.

Programs that write nothing but printable bytes wrap them so. Outer filters lose nothing and are taken off, so that the
picture itself is looked at, cleaned and changed as any other.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, StreamDecodeLevel

from redactor.formats.pdf.bilevel import clean_bilevel
from redactor.formats.pdf.content import words
from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.jpeg import without_metadata
from redactor.formats.pdf.jpeg2000 import without_comments
from redactor.formats.pdf.resources import whole_number

_LOSSLESS = words("/FlateDecode /LZWDecode /RunLengthDecode /ASCII85Decode /ASCIIHexDecode")
_OWN = words("/DCTDecode /JPXDecode /CCITTFaxDecode /JBIG2Decode")


_SHORT = {
    "/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/LZW": "/LZWDecode", "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode", "/CCF": "/CCITTFaxDecode", "/DCT": "/DCTDecode",
}  # fmt: skip
"""Names of filters that inline images may have, and that readers understand everywhere."""


def spell_out(picture: Stream) -> None:
    """Call the filters of a picture by their long names, and one in a list alone without the list."""
    if "/Filter" not in picture and isinstance(
        picture.get("/F"), (Name, Array)
    ):  # some readers take these, too
        picture["/Filter"] = picture["/F"]
        if isinstance(picture.get("/DP"), (Dictionary, Array)):
            picture["/DecodeParms"] = picture["/DP"]
    filters = picture.get("/Filter")
    if filters is None:
        return
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]
    plain = [_SHORT.get(name, name) for name in names]
    if plain == names and (len(names) != 1 or not isinstance(filters, Array)):
        return
    picture["/Filter"] = Name(plain[0]) if len(plain) == 1 else Array(map(Name, plain))
    parameters = picture.get("/DecodeParms")
    if len(plain) == 1 and isinstance(parameters, Array):
        if len(parameters) and isinstance(parameters[0], Dictionary):
            picture["/DecodeParms"] = parameters[0]
        else:
            del picture["/DecodeParms"]


def unwrap(picture: Stream) -> None:
    """Take the outer filters off a picture; what cannot be decoded stays as it is."""
    spell_out(picture)
    filters = picture.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else []
    if len(names) < 2 or names[-1] not in _OWN or not set(names[:-1]) <= _LOSSLESS:
        return
    given = picture.get("/DecodeParms")
    parameters = list(given) if isinstance(given, Array) else [given]
    parameters += [None] * (len(names) - len(parameters))
    try:
        with Pdf.new() as aside:
            wrapped = aside.make_stream(picture.read_raw_bytes())
            wrapped["/Filter"] = Array(Name(name) for name in names[:-1])
            wrapped["/DecodeParms"] = Array(_plain(entry) for entry in parameters[: len(names) - 1])
            own = wrapped.read_bytes(StreamDecodeLevel.specialized)
    except ENGINE_ERRORS:
        return
    last = parameters[len(names) - 1]
    picture.write(own, filter=Name(names[-1]))
    if isinstance(last, Dictionary):
        picture["/DecodeParms"] = last


def clean_own_format(picture: Stream) -> bool:
    """Take away what a picture's own format carries besides the picture; False for pictures without one."""
    unwrap(picture)
    if clean_bilevel(picture):
        return True
    filters = picture.get("/Filter")
    own = list(filters) if isinstance(filters, Array) else [filters]
    if own not in ([Name.DCTDecode], [Name.JPXDecode]):
        return False
    raw = picture.read_raw_bytes()
    clean = without_metadata(raw) if own == [Name.DCTDecode] else without_comments(raw)
    if clean != raw:
        parameters = picture.get("/DecodeParms")
        if isinstance(parameters, Array) and len(parameters) == 1:
            parameters = parameters[0]
        picture.write(clean, filter=Name(str(own[0])))
        if isinstance(parameters, Dictionary):
            picture["/DecodeParms"] = parameters
    return True


def _plain(entry: Object | None) -> Object | None:
    """Numbers of a filter's parameters, without the objects of its file."""
    if not isinstance(entry, Dictionary):
        return None
    numbers = {key: whole_number(value, -1) for key, value in entry.items()}
    return Dictionary({key: value for key, value in numbers.items() if value >= 0})


__all__ = ["clean_own_format", "spell_out", "unwrap"]
