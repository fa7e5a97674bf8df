"""Following one content stream from its first operator to its last, and noting what must change in it.

A small interpreter of the graphics state, the text state, the current path and marked content (ISO 32000-2, 8 and 9).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
from redactor.formats.pdf.geometry import Matrix, bounds, moved, multiply
from redactor.formats.pdf.inline_picture import INLINE_ENTRIES, inline_picture, without_appendix
from redactor.formats.pdf.layers import is_hidden
from redactor.formats.pdf.marked_content import STANDARD_TAGS, Mark, identifier_of
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
from redactor.formats.pdf.paths import CurrentPath
from redactor.formats.pdf.pattern_places import painted
from redactor.formats.pdf.resources import copied, matrix_of, resource
from redactor.formats.pdf.scope import Scope
from redactor.formats.pdf.spoken import WITHIN, Spoken, spoken_in
from redactor.formats.pdf.text_runs import CannotEdit, TextPosition, TextState, edited_text, reach

if TYPE_CHECKING:
    from redactor.formats.pdf.editor import Editor

_PAINT = words("f F f* S s B B* b b*")
INTENTS = words("AbsoluteColorimetric RelativeColorimetric Perceptual Saturation")
_NAMING_OBJECTS = frozenset(("Do", "BI", "gs", "sh"))
_MAX_STATES = 4096
_COUNTED_AT_ONCE = 1024


@dataclass(slots=True)
class _State:
    ctm: Matrix
    text: TextState


@dataclass(slots=True)
class _Window:
    """Letters of a text object through which something else shows: whether some went, and some are left."""

    lost: bool = False
    left: bool = False


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
        self.path = CurrentPath()
        self.window = _Window()
        self.marks: list[Mark] = []
        self.hidden = 0
        self.speaking: Spoken | None = None
        """What the innermost marked content says of itself, while nothing spoke against it."""

    def run(self) -> None:
        comments: list[tuple[int, int]] = []
        stray = has_stray_operands(self.data)
        number = 0
        for number, operation in enumerate(operations(self.data, comments), start=1):
            if not number % _COUNTED_AT_ONCE:
                self.editor.count(_COUNTED_AT_ONCE)
            if self.speaking is not None and operation.name not in WITHIN:
                self.fall_silent()
            handler = _HANDLERS.get(operation.name)
            if handler is not None:
                if stray and (plain := without_words(operation)) is not None:
                    self.drop(operation, plain)
                try:
                    handler(self, operation)
                except (IndexError, TypeError, ValueError, AttributeError):
                    # Too few or wrong operands: readers pass over the operator, and so do we. What is wrong inside of
                    # an object that it names they may draw all the same.
                    if (
                        operation.name in _NAMING_OBJECTS
                        and operation.operands
                        and self.editor.follows_objects
                    ):
                        raise CannotEdit from None
            elif operation.name not in OPERATORS or has_words(operation):
                self.drop(
                    operation
                )  # what is no number and is not called by its name is nothing but text there
        self.editor.count(number % _COUNTED_AT_ONCE)
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
        if isinstance(group, Stream) and self.editor.follows_objects:
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
        self.marks.append(Mark(False))
        if len(operation.operands) != 1 or tag_of(operation) not in STANDARD_TAGS:
            self.drop(operation, b"/Span BMC")

    def op_BDC(self, operation: Operation) -> None:
        tag = tag_of(operation)
        properties = operation.operands[1] if len(operation.operands) == 2 else None
        named = None
        if isinstance(properties, PdfName):
            named = resource(self.scope.resources, "/Properties", properties)
        hidden = tag == "OC" and is_hidden(named, self.editor.hidden_layers)
        kept = self.editor.holder in self.editor.keep_marks
        identifier = identifier_of(properties, named) if kept else None
        self.hidden += hidden
        standard = tag in STANDARD_TAGS
        spoken = None
        if not self.hidden:
            written = self.data[operation.start : operation.end]
            spoken = spoken_in(properties, named, written, operation.start, operation.end)
        mark = Mark(hidden, tag.encode("ascii") if standard else b"Span", identifier, spoken)
        self.marks.append(mark)
        self.speaking = spoken
        if spoken is not None:
            return  # written when it is closed
        if identifier is not None and standard and isinstance(properties, dict) and len(properties) == 1:
            return  # as it would be written
        self.drop(operation, mark.written())

    def close(self, mark: Mark, *, whole: bool = True) -> None:
        """Write the beginning of marked content that says something of itself; not ``whole`` when it never ended."""
        if mark.spoken is not None:
            if not whole:
                mark.spoken.fail()
            self.scope.replace(mark.spoken.start, mark.spoken.end, mark.written())

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
        self.path.extend(operation, self.state.ctm)

    def op_close(self, operation: Operation) -> None:
        self.path.close(operation)

    def op_clip(self, operation: Operation) -> None:
        self.path.clip = operation.name.encode("ascii")

    def op_paint(self, operation: Operation) -> None:
        path, self.path = self.path, CurrentPath()
        letters = path.clips_with_letters
        if path.start < 0 or (operation.name == "n" and not letters):
            return
        gone = bool(self.hidden)
        if not gone and path.parts and self.editor.zones:
            neighbours = self.editor.removal.neighbours
            gone, parts = path.split(self.data, self.state.ctm, self.editor.zones, neighbours)
            if parts:
                self.touch()
            for part in parts:
                self.scope.replace(part.start, part.end)
        if not gone:
            return
        self.touch()
        if letters and not self.hidden:  # what shows through them must not show without them
            self.scope.replace(path.start, operation.end, b"0 0 0 0 re W n")
        elif path.clip:
            self.drop(operation, b"n")
        else:
            self.scope.replace(path.start, operation.end)

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
        looked_at = self.editor.looks_at(bounds(self.state.ctm, 0, 0, 1, 1))
        picture = inline_picture(self.editor.pdf, header, body, self.scope.resources)
        telling = not header.keys() <= INLINE_ENTRIES or without_appendix(picture)
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
        places = painted(self.data, self.base) if len(patterns) else {}
        for name in sorted(patterns.keys()):
            cell = patterns[name]
            if isinstance(cell, Stream):
                shown = places.get(name[1:], ())
                if not shown:
                    continue
                copy = self.editor.for_tiles(cell, self.base, shown).edit_form(
                    cell, resources, self.base, self.depth
                )
                if copy is not None:
                    self.editor.tiled = True
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
