"""Letters that only removed text was written with: fonts forget them.

Programs embed of each font what a document shows, often in the order in which it shows it. A font used for a name or a
number alone spells it, whole or without its repeated letters, long after the text is gone. So what a page lost and
nobody sees any more loses its character, its width, its name and its outline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.formats.pdf.engine import ENGINE_ERRORS
from redactor.formats.pdf.font_texts import read_map, write_map
from redactor.formats.pdf.fonts import FontMetrics
from redactor.formats.pdf.outlines import PROGRAM_ERRORS, Cff, TrueType
from redactor.formats.pdf.resources import whole_number

FontId = tuple[int, int]
"""Number and generation of a font's object."""

MAX_USED = 300
"""Widths beyond which a font is no choice of the letters that a document shows: a Vietnamese one has some 180."""

_SYMBOLS = 0xF000
"""Where maps of symbolic fonts begin."""


def forget(pdf: Pdf, fonts: Mapping[FontId, FontMetrics | None], see_the_rest: Callable[[], bool]) -> None:
    """Make fonts forget the codes that were taken out of content and stand nowhere else.

    Args:
        pdf: the copy, its content edited.
        fonts: what was lost, and what was seen to stay, by font.
        see_the_rest: lets ``fonts`` see the content that was not edited; False when that cannot be followed.
    """
    if not any(_only_lost(font) for font in fonts.values()) or not see_the_rest():
        return
    codes = {key: lost for key, font in fonts.items() if font is not None and (lost := _only_lost(font))}
    if not codes:
        return
    shared = _programs(pdf)
    inside = _inside_glyphs(pdf)
    for key, lost in codes.items():
        if key in inside:
            continue
        font, known = pdf.get_object(key), fonts[key]
        if known is not None:
            _forget(pdf, font, known, lost, shared)


def _only_lost(font: FontMetrics | None) -> frozenset[bytes]:
    if font is None or not font.lost or len(font.widths) > MAX_USED:
        return frozenset()
    left = set(font.lost)
    for text in font.shown:
        left.difference_update(code for code, _ in font.glyphs(text))
        if not left:
            break
    return frozenset(left)


def _programs(pdf: Pdf) -> Counter[FontId]:
    """How many fonts use each font program."""
    users: Counter[FontId] = Counter()
    for item in pdf.objects:
        if isinstance(item, Dictionary) and (program := _program(item)) is not None:
            users[program.objgen] += 1
    return users


def _inside_glyphs(pdf: Pdf) -> set[FontId]:
    """Fonts with which the glyphs of other fonts are drawn: what those show is not followed."""
    found: set[FontId] = set()
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Subtype") == Name.Type3:
            resources = item.get("/Resources")
            fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
            if isinstance(fonts, Dictionary):
                found.update(font.objgen for _, font in fonts.items())
    return found


def _program(font: Object) -> Stream | None:
    descriptor = font.get("/FontDescriptor")
    if not isinstance(descriptor, Dictionary):
        return None
    files = (descriptor.get(key) for key in ("/FontFile2", "/FontFile3"))
    return next((file for file in files if isinstance(file, Stream)), None)


def _forget(
    pdf: Pdf, font: Object, known: FontMetrics, lost: frozenset[bytes], users: Counter[FontId]
) -> None:
    """Every part is made anew: other fonts may share the old one."""
    mapping = font.get("/ToUnicode")
    characters: dict[bytes, str] = {}
    if isinstance(mapping, Stream):
        try:
            spaces, characters = read_map(mapping.read_bytes())
        except ENGINE_ERRORS:
            return
        left = {code: text for code, text in characters.items() if code not in lost}
        font["/ToUnicode"] = pdf.make_stream(write_map(spaces, left))
    descendants = font.get("/DescendantFonts")
    numbers = {known.number(code) for code in lost}
    if isinstance(descendants, Array) and len(descendants):
        inner = descendants[0]
        kept = {cid: width for cid, width in known.widths.items() if cid not in numbers}
        if "/W" in inner:
            inner["/W"] = _widths(kept)
        _blank(inner, numbers, users, {})
        return
    widths, first = font.get("/Widths"), whole_number(font.get("/FirstChar"))
    if isinstance(widths, Array):
        font["/Widths"] = Array([0 if first + n in numbers else w for n, w in enumerate(widths)])
    encoding = font.get("/Encoding")
    if isinstance(encoding, Dictionary) and isinstance(names := encoding.get("/Differences"), Array):
        named = {key: value for key, value in encoding.items() if key != "/Differences"}
        font["/Encoding"] = Dictionary({**named, "/Differences": _names(names, numbers)})
    if font.get("/Subtype") == Name.Type3:
        drop_glyphs(font)
    else:
        own = {known.number(code): text for code, text in characters.items()} if encoding is not None else {}
        _blank(font, numbers, users, own)


def _widths(widths: Mapping[int, float]) -> Array:
    """The widths of a composite font, runs of neighbours together."""
    items: list[object] = []
    run: list[float] = []
    previous = -2
    for cid in sorted(widths):
        if cid != previous + 1:
            run = []
            items += [cid, run]
        run.append(round(widths[cid] * 1000, 4))
        previous = cid
    return Array([Array(item) if isinstance(item, list) else item for item in items])


def _names(names: Array, numbers: set[int]) -> Array:
    items: list[object] = []
    code = 0
    for item in names:
        if isinstance(item, Name):
            items.append(Name("/.notdef") if code in numbers else item)
            code += 1
        else:
            code = whole_number(item)
            items.append(code)
    return Array(items)


def drop_glyphs(font: Object) -> None:
    """Leave of a Type 3 font the glyphs that some code still shows: what draws one may be a text itself."""
    encoding, drawn = font.get("/Encoding"), font.get("/CharProcs")
    names = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    if isinstance(names, Array) and isinstance(drawn, Dictionary):
        used = {str(name) for name in names if isinstance(name, Name)}
        font["/CharProcs"] = Dictionary({name: glyph for name, glyph in drawn.items() if name in used})


def _blank(font: Object, numbers: set[int], users: Counter[FontId], characters: Mapping[int, str]) -> None:
    """Blank the glyphs of some codes (or characters of a composite font) in the font's program."""
    program = _program(font)
    if program is None or users[program.objgen] != 1:
        return
    try:
        data = program.read_bytes()
        if data[:1] == b"\x01" and data[:4] != b"\0\1\0\0":
            if font.get("/Subtype") == Name.CIDFontType0:
                program.write(Cff.of(data).blanked(numbers))
            return
        face = TrueType.of(data)
        if b"glyf" not in face.tables:
            return
        if font.get("/Subtype") == Name.CIDFontType2:
            glyphs = _mapped_glyphs(font.get("/CIDToGIDMap"), numbers)
        else:
            glyphs = _own_glyphs(face, numbers, characters)
        if glyphs:
            program.write(face.blanked(glyphs))
    except (*PROGRAM_ERRORS, *ENGINE_ERRORS):
        return  # a program that cannot be read: what it draws is compared by the verifier


def _mapped_glyphs(mapping: Object | None, cids: set[int]) -> set[int]:
    if not isinstance(mapping, Stream):
        return cids
    table = mapping.read_bytes()
    glyphs = {cid: int.from_bytes(table[2 * cid : 2 * cid + 2]) for cid in range(len(table) // 2)}
    kept = {glyph for cid, glyph in glyphs.items() if cid not in cids}
    return {glyphs[cid] for cid in cids if cid in glyphs} - kept - {0}


def _own_glyphs(face: TrueType, codes: set[int], characters: Mapping[int, str]) -> set[int]:
    """The glyphs of codes that no other code of a simple font may show; ``characters`` where an encoding is named."""
    keys = {
        code: {_SYMBOLS + code, *map(ord, characters.get(code, "")[:1])} | (set() if characters else {code})
        for code in range(256)
    }
    glyphs = face.glyphs_of(frozenset().union(*keys.values()))
    shown = {code: set[int]().union(*(glyphs.get(key, set()) for key in keys[code])) for code in keys}
    others = set[int]().union(*(shown[code] for code in keys if code not in codes))
    return set[int]().union(*(shown[code] for code in codes if code in shown)) - others - {0}


__all__ = ["drop_glyphs", "forget"]
