"""Following one content stream from its first operator to its last, and noting what must change in it.

A small interpreter of the graphics state, the text state, the current path and marked content (ISO 32000-2, 8 and 9).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Stream

from redactor.formats.pdf.content import (
    Operand,
    Operation,
    PdfName,
    operations,
    words,
    write_number,
)
from redactor.formats.pdf.curves import tight_box
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.fonts import FontMetrics
from redactor.formats.pdf.geometry import Matrix, bounds, moved, multiply
from redactor.formats.pdf.images import union
from redactor.formats.pdf.inline_picture import INLINE_ENTRIES, inline_picture
from redactor.formats.pdf.layers import is_hidden
from redactor.formats.pdf.meshes import drawn_by
from redactor.formats.pdf.names import has_stray_operands
from redactor.formats.pdf.operands import (
    OPERATORS,
    has_spare_strings,
    has_words,
    name_of,
    number,
    shown,
    shows_anything,
    six,
    tag_of,
    without_words,
)
from redactor.formats.pdf.resources import Added, copied, matrix_of, resource
from redactor.formats.pdf.spoken import WITHIN, Spoken, spoken_in
from redactor.formats.pdf.text_runs import CannotEdit, TextPosition, TextState, edited_text, reach

if TYPE_CHECKING:
    from redactor.formats.pdf.editor import Editor

_PAINT = words("f F f* S s B B* b b*")
STANDARD_TAGS = words(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 "
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot "
    "Ruby Warichu Figure Formula Form Artifact OC Tx Em Strong Title"
)
INTENTS = words("AbsoluteColorimetric RelativeColorimetric Perceptual Saturation")
_MAX_STATES = 4096
_MAX_MARK = 1_000_000


@dataclass(slots=True)
class Scope:
    """One content stream being followed, and what is to change in it."""

    resources: Object | None
    added: Added = field(default_factory=dict)
    splices: list[tuple[int, int, bytes]] = field(default_factory=list)
    fonts: dict[str, FontMetrics | None] = field(default_factory=dict)
    """Those that were chosen so far, by name: some programs choose a font for every word."""

    def replace(self, start: int, end: int, text: bytes = b"") -> None:
        """Put ``text`` in the place of some bytes."""
        self.splices.append((start, end, text))

    def spliced(self, data: bytes) -> bytes:
        """The stream with its changes."""
        out: list[bytes] = []
        at = 0
        for start, end, text in sorted(self.splices):
            if start < at:
                continue
            out += (data[at:start], b" ", text, b" ") if text else (data[at:start], b" ")
            at = end
        out.append(data[at:])
        return b"".join(out)


@dataclass(slots=True)
class _State:
    ctm: Matrix
    text: TextState


@dataclass(slots=True)
class _Subpath:
    """A part of the current path: its bytes, and left, top, right, bottom in display coordinates."""

    start: int
    end: int
    box: list[float]
    curved: bool = False


def _box(part: _Subpath) -> Box:
    x0, y0, x1, y1 = part.box
    return (x0, y0, x1, y1)


@dataclass(slots=True)
class _Window:
    """Letters of a text object through which something else shows: whether some went, and some are left."""

    lost: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """Marked content that is open: whether it hides what stands in it, its identifier, what it says of itself."""

    hidden: bool
    tag: bytes = b"Span"
    identifier: int | None = None
    spoken: Spoken | None = None

    def written(self) -> bytes:
        """The operator that begins it."""
        entries = [] if self.identifier is None else [b"/MCID %d" % self.identifier]
        if self.spoken is not None and self.spoken.stays:
            entries.append(self.spoken.written())
        return b"/%s %s" % (self.tag, b"<<%s>> BDC" % b" ".join(entries) if entries else b"BMC")


def follow(editor: Editor, scope: Scope, data: bytes, display: Matrix, depth: int) -> None:
    """Follow ``data`` and note in ``scope`` what must change.

    Args:
        editor: what is to go, and the page's other needs.
        scope: the stream.
        data: its decoded bytes.
        display: from its coordinates to display coordinates.
        depth: nesting of form objects; 0 is the page itself.

    Raises:
        CannotEdit: it cannot be followed.
    """
    _Run(editor, scope, data, display, depth).run()


class _Run:
    def __init__(self, editor: Editor, scope: Scope, data: bytes, display: Matrix, depth: int) -> None:
        self.editor = editor
        self.scope = scope
        self.data = data
        self.depth = depth
        self.base = display
        self.state = _State(display, TextState())
        self.stack: list[_State] = []
        self.position = TextPosition()
        self.path: list[_Subpath] = []
        self.path_start = -1
        self.clip = b""
        self.window = _Window()
        self.marks: list[_Mark] = []
        self.hidden = 0
        self.speaking: Spoken | None = None
        """What the innermost marked content says of itself, while nothing spoke against it."""

    def run(self) -> None:
        comments: list[tuple[int, int]] = []
        stray = has_stray_operands(self.data)
        for operation in operations(self.data, comments):
            self.editor.count()
            if self.speaking is not None and operation.name not in WITHIN:
                self.fall_silent()
            handler = _HANDLERS.get(operation.name)
            if handler is not None:
                if stray and (plain := without_words(operation)) is not None:
                    self.drop(operation, plain)
                try:
                    handler(self, operation)
                except (IndexError, TypeError, ValueError, AttributeError):
                    continue  # too few or wrong operands: readers pass over the operator, and so do we
            elif operation.name not in OPERATORS or has_words(operation):
                self.drop(
                    operation
                )  # what is no number and is not called by its name is nothing but text there
        while self.marks:
            self.close(self.marks.pop(), whole=False)
        for start, end in comments:
            self.scope.replace(start, end)
        if self.editor.zones:
            self.patterns()

    def drop(self, operation: Operation, text: bytes = b"") -> None:
        self.scope.replace(operation.start, operation.end, text)

    def touch(self) -> None:
        """Something that stands here was removed."""
        holder = self.editor.holder
        if holder is not None:
            self.editor.touched.update((holder, m.identifier) for m in self.marks if m.identifier is not None)
        self.fall_silent()

    def fall_silent(self) -> None:
        """What the innermost marked content says of itself no longer holds."""
        if self.speaking is not None:
            self.speaking.fail()
            self.speaking = None

    def add(self, kind: str, item: Object) -> bytes:
        name = self.editor.new_name()
        self.scope.added.setdefault(kind, {})[name] = item
        return name.encode("ascii")

    # --- graphics state ---------------------------------------------------------------------------------------------

    def op_q(self, _operation: Operation) -> None:
        if len(self.stack) < _MAX_STATES:
            self.stack.append(_State(self.state.ctm, self.state.text.copy()))

    def op_Q(self, _operation: Operation) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def op_cm(self, operation: Operation) -> None:
        self.state.ctm = multiply(six(operation.operands), self.state.ctm)

    def op_gs(self, operation: Operation) -> None:
        state = resource(self.scope.resources, "/ExtGState", name_of(operation.operands[0]))
        if not isinstance(state, Dictionary):
            return
        font = state.get("/Font")
        if isinstance(font, Array) and len(font) > 1:
            self.state.text.font = self.editor.metrics(font[0])
            self.state.text.size = float(font[1])
        mask = state.get("/SMask")
        group = mask.get("/G") if isinstance(mask, Dictionary) else None
        if isinstance(group, Stream) and self.editor.zones:
            copy = self.editor.edit_form(group, self.scope.resources, self.state.ctm, self.depth)
            if copy is not None:
                new_mask = copied(mask)
                new_mask["/G"] = copy
                new_state = copied(state)
                new_state["/SMask"] = new_mask
                self.drop(operation, self.add("/ExtGState", new_state) + b" gs")
                self.touch()

    def op_ri(self, operation: Operation) -> None:
        if name_of(operation.operands[0]) not in INTENTS:
            self.drop(operation)

    # --- marked content ---------------------------------------------------------------------------------------------

    def op_BMC(self, operation: Operation) -> None:
        self.marks.append(_Mark(False))
        if len(operation.operands) != 1 or tag_of(operation) not in STANDARD_TAGS:
            self.drop(operation, b"/Span BMC")

    def op_BDC(self, operation: Operation) -> None:
        tag = tag_of(operation)
        properties = operation.operands[1] if len(operation.operands) == 2 else None
        named = None
        if isinstance(properties, PdfName):
            named = resource(self.scope.resources, "/Properties", properties)
        hidden = tag == "OC" and is_hidden(named, self.editor.hidden_layers)
        identifier = self.identifier(properties, named)
        self.hidden += hidden
        standard = tag in STANDARD_TAGS
        spoken = None
        if not self.hidden:
            written = self.data[operation.start : operation.end]
            spoken = spoken_in(properties, named, written, operation.start, operation.end)
        mark = _Mark(hidden, tag.encode("ascii") if standard else b"Span", identifier, spoken)
        self.marks.append(mark)
        self.speaking = spoken
        if spoken is not None:
            return  # written when it is closed
        if identifier is not None and standard and isinstance(properties, dict) and len(properties) == 1:
            return  # as it would be written
        self.drop(operation, mark.written())

    def close(self, mark: _Mark, *, whole: bool = True) -> None:
        """Write the beginning of marked content that says something of itself; not ``whole`` when it never ended."""
        if mark.spoken is not None:
            if not whole:
                mark.spoken.fail()
            self.scope.replace(mark.spoken.start, mark.spoken.end, mark.written())

    def identifier(self, properties: Operand, named: Object | None) -> int | None:
        """The identifier that ties content to the structure tree, where there is one and it is kept."""
        if self.editor.holder not in self.editor.keep_marks:
            return None
        value = properties.get("MCID") if isinstance(properties, dict) else None
        if isinstance(named, Dictionary):
            value = float(named.get("/MCID", -1))
        if isinstance(value, float) and value.is_integer() and 0 <= value <= _MAX_MARK:
            return int(value)
        return None

    def op_EMC(self, _operation: Operation) -> None:
        if self.marks:
            mark = self.marks.pop()
            self.hidden -= mark.hidden
            self.close(mark)
            self.speaking = None

    def op_point(self, operation: Operation) -> None:
        self.drop(operation)

    # --- paths ------------------------------------------------------------------------------------------------------

    def op_path(self, operation: Operation) -> None:
        if self.path_start < 0:
            self.path_start = operation.start
            self.path = []
        numbers = [n for n in operation.operands if isinstance(n, float)]
        if operation.name == "re":
            x, y, w, h = numbers[:4]
            numbers = [x, y, x + w, y, x, y + h, x + w, y + h]
        a, b, c, d, e, f = self.state.ctm
        if not self.path or operation.name in ("m", "re"):
            x, y = numbers[0], numbers[1]
            px, py = a * x + c * y + e, b * x + d * y + f
            self.path.append(_Subpath(operation.start, operation.end, [px, py, px, py]))
        part = self.path[-1]
        part.end = operation.end
        part.curved = part.curved or operation.name in ("c", "v", "y")
        box = part.box
        for i in range(0, len(numbers) - 1, 2):
            x, y = numbers[i], numbers[i + 1]
            px, py = a * x + c * y + e, b * x + d * y + f
            if px < box[0]:
                box[0] = px
            elif px > box[2]:
                box[2] = px
            if py < box[1]:
                box[1] = py
            elif py > box[3]:
                box[3] = py

    def op_close(self, operation: Operation) -> None:
        if self.path:
            self.path[-1].end = operation.end

    def op_clip(self, operation: Operation) -> None:
        self.clip = operation.name.encode("ascii")

    def op_paint(self, operation: Operation) -> None:
        letters = bool(self.clip) and any(part.curved for part in self.path)
        if self.path_start >= 0 and (operation.name != "n" or letters):
            gone = bool(self.hidden)
            if not gone and self.path and self.editor.zones:
                gone = self.remove_drawn()
            if gone:
                self.touch()
                if letters and not self.hidden:  # what shows through them must not show without them
                    self.scope.replace(self.path_start, operation.end, b"0 0 0 0 re W n")
                elif self.clip:
                    self.drop(operation, b"n")
                else:
                    self.scope.replace(self.path_start, operation.end)
        self.path_start = -1
        self.clip = b""

    def remove_drawn(self) -> bool:
        """Take the parts of the current path out that lie in zones; True if all of it has to go.

        Letters as outlines are one path for a word or a line: each of their contours is a part by itself.
        """
        zones = self.editor.zones
        boxes = [self.reach(part) for part in self.path]
        whole = union(boxes)
        if zones.cover(whole):
            return True
        if not zones.meeting(whole):
            if zones.is_beside(whole):
                self.editor.removal.neighbours.append(whole)
            return False
        inside = [
            zones.cover(box) or zones.hold_drawing(box, curved=part.curved)
            for box, part in zip(boxes, self.path, strict=True)
        ]
        if all(inside):
            return True
        self.editor.removal.neighbours.extend(
            box for box, gone in zip(boxes, inside, strict=True) if not gone and zones.is_beside(box)
        )
        if any(inside):
            self.touch()
            for part, gone in zip(self.path, inside, strict=True):
                if gone:
                    self.scope.replace(part.start, part.end)
        return False

    def reach(self, part: _Subpath) -> Box:
        """The box around a part of the current path; a curve near a zone is looked at closely."""
        box = _box(part)
        if part.curved and self.editor.zones.meeting(box):
            with contextlib.suppress(ValueError):
                return tight_box(self.data[part.start : part.end], self.state.ctm)
        return box

    def op_sh(self, operation: Operation) -> None:
        if self.hidden:
            self.drop(operation)
            self.touch()
        elif self.editor.zones:
            shading = resource(self.scope.resources, "/Shading", name_of(operation.operands[0]))
            self.stay_clear_of(shading, self.state.ctm)

    def stay_clear_of(self, shading: Object | None, matrix: Matrix) -> None:
        """Raise ``CannotEdit`` when a part of a shading is to go that may draw letters."""
        box = drawn_by(shading, matrix)
        if box is not None and self.editor.zones.meeting(box):
            raise CannotEdit

    # --- text -------------------------------------------------------------------------------------------------------

    def op_BT(self, _operation: Operation) -> None:
        self.position.begin()
        self.window = _Window()

    def op_ET(self, operation: Operation) -> None:
        if (
            self.window.lost and not self.window.left
        ):  # what showed through its letters must not show without them
            self.scope.replace(operation.end, operation.end, b"0 0 0 0 re W n")
        self.window = _Window()

    def op_Tr(self, operation: Operation) -> None:
        self.state.text.clips = number(operation.operands[0]) >= 4

    def op_Tf(self, operation: Operation) -> None:
        name, fonts = name_of(operation.operands[0]), self.scope.fonts
        if name not in fonts:
            fonts[name] = self.editor.font(self.scope.resources, name)
        self.state.text.font = fonts[name]
        self.state.text.size = number(operation.operands[1])

    def op_Tc(self, operation: Operation) -> None:
        self.state.text.char_space = number(operation.operands[0])

    def op_Tw(self, operation: Operation) -> None:
        self.state.text.word_space = number(operation.operands[0])

    def op_Tz(self, operation: Operation) -> None:
        self.state.text.scale = number(operation.operands[0]) / 100

    def op_TL(self, operation: Operation) -> None:
        self.state.text.leading = number(operation.operands[0])

    def op_Ts(self, operation: Operation) -> None:
        self.state.text.rise = number(operation.operands[0])

    def op_Td(self, operation: Operation) -> None:
        x, y = number(operation.operands[0]), number(operation.operands[1])
        if operation.name == "TD":
            self.state.text.leading = -y
        self.position.next_line(x, y)

    def op_Tm(self, operation: Operation) -> None:
        self.position.begin(six(operation.operands))

    def op_Tstar(self, _operation: Operation) -> None:
        self.position.next_line(0.0, -self.state.text.leading)

    def op_show(self, operation: Operation) -> None:
        before = b""
        operands = operation.operands
        text = self.state.text
        if operation.name in ("'", '"'):
            if operation.name == '"':
                text.word_space = number(operands[0])
                text.char_space = number(operands[1])
                before = write_number(text.word_space) + b" Tw " + write_number(text.char_space) + b" Tc "
            self.position.next_line(0.0, -text.leading)
            before += b"T* "
        items = operands[-1] if operation.name == "TJ" else [operands[-1]]
        if self.speaking is not None:
            self.say(items)
        if not isinstance(items, list):
            return
        if not (self.editor.zones or self.hidden):
            if has_spare_strings(operation):
                self.drop(operation, before + shown(items))
            return
        changed = edited_text(
            items,
            text,
            self.position,
            self.state.ctm,
            self.editor.zones,
            self.editor.removal,
            hidden=bool(self.hidden),
        )
        if changed is not None:
            self.drop(operation, before + changed)
            self.touch()
        elif has_spare_strings(operation):
            self.drop(operation, before + shown(items))
        if text.clips:
            self.window.lost = self.window.lost or changed is not None
            self.window.left = self.window.left or changed is None or shows_anything(changed)

    def say(self, items: Operand) -> None:
        """Compare shown text with what is said of it, unless a zone touches it."""
        text = self.state.text
        if self.speaking is None or not isinstance(items, list) or text.font is None:
            self.fall_silent()
            return
        self.speaking.show(items, text.font)
        if self.editor.zones:
            left, right = reach(items, text)
            matrix = multiply(moved(0.0, text.rise, self.position.exact), self.state.ctm)
            inset = 0.05 * text.size  # a value's box reaches up to its neighbours
            if self.editor.zones.meeting(bounds(matrix, left + inset, 0.0, right - inset, 0.6 * text.size)):
                self.fall_silent()

    # --- objects ----------------------------------------------------------------------------------------------------

    def op_Do(self, operation: Operation) -> None:
        item = resource(self.scope.resources, "/XObject", name_of(operation.operands[0]))
        if not isinstance(item, Stream):
            return
        if self.hidden or is_hidden(item.get("/OC"), self.editor.hidden_layers):
            self.drop(operation)
            self.touch()
            return
        if not self.editor.follows_objects:
            return  # forms are cleaned by themselves, each once
        if item.get("/Subtype") == Name.Image:
            changed = self.editor.redact_image(item, self.state.ctm)
        else:
            changed = self.editor.edit_form(item, self.scope.resources, self.state.ctm, self.depth)
        if changed is not None:
            self.drop(operation, self.add("/XObject", changed) + b" Do")
            self.touch()

    def op_BI(self, operation: Operation) -> None:
        if self.hidden:
            self.drop(operation)
            self.touch()
            return
        header, body = operation.operands
        if not isinstance(header, dict) or not isinstance(body, bytes):
            raise CannotEdit
        telling = not header.keys() <= INLINE_ENTRIES
        looked_at = self.editor.looks_at(bounds(self.state.ctm, 0, 0, 1, 1))
        if not looked_at and not telling:
            return
        picture = inline_picture(self.editor.pdf, header, body, self.scope.resources)
        changed = self.editor.redact_image(picture, self.state.ctm) if looked_at else None
        if changed is not None or telling:
            self.drop(operation, self.add("/XObject", picture if changed is None else changed) + b" Do")
        if changed is not None:
            self.touch()

    def patterns(self) -> None:
        """Cells of tiling patterns: edited in place of the resource, whatever paints with them."""
        resources = self.scope.resources
        patterns = resources.get("/Pattern") if isinstance(resources, Dictionary) else None
        if not isinstance(patterns, Dictionary):
            return
        for name in list(patterns.keys()):
            cell = patterns[name]
            if isinstance(cell, Stream):
                copy = self.editor.for_tiles(cell, self.base).edit_form(
                    cell, resources, self.base, self.depth
                )
                if copy is not None:
                    self.scope.added.setdefault("/Pattern", {})[name] = copy
                    self.scope.replace(len(self.data), len(self.data))
            elif isinstance(cell, Dictionary):
                self.stay_clear_of(cell.get("/Shading"), multiply(matrix_of(cell), self.base))


_HANDLERS: dict[str, Callable[[_Run, Operation], None]] = {
    "q": _Run.op_q,
    "Q": _Run.op_Q,
    "cm": _Run.op_cm,
    "gs": _Run.op_gs,
    "BMC": _Run.op_BMC,
    "BDC": _Run.op_BDC,
    "EMC": _Run.op_EMC,
    "MP": _Run.op_point,
    "DP": _Run.op_point,
    "ri": _Run.op_ri,
    "BX": _Run.op_point,
    "EX": _Run.op_point,
    **dict.fromkeys(("m", "l", "c", "v", "y", "re"), _Run.op_path),
    "h": _Run.op_close,
    **dict.fromkeys(("W", "W*"), _Run.op_clip),
    **dict.fromkeys([*_PAINT, "n"], _Run.op_paint),
    "sh": _Run.op_sh,
    "BT": _Run.op_BT,
    "ET": _Run.op_ET,
    "Tr": _Run.op_Tr,
    "Tf": _Run.op_Tf,
    "Tc": _Run.op_Tc,
    "Tw": _Run.op_Tw,
    "Tz": _Run.op_Tz,
    "TL": _Run.op_TL,
    "Ts": _Run.op_Ts,
    "Td": _Run.op_Td,
    "TD": _Run.op_Td,
    "Tm": _Run.op_Tm,
    "T*": _Run.op_Tstar,
    **dict.fromkeys(("Tj", "TJ", "'", '"'), _Run.op_show),
    "Do": _Run.op_Do,
    "BI": _Run.op_BI,
}
