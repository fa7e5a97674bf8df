"""Taking glyphs, pixels and drawings out of content streams, leaving every other byte as it is.

A small interpreter follows the transformation matrix, the text state and the current path. A glyph goes when its
middle lies in a zone; what stood after it stays exactly where it was, because the glyph's advance is written in its
place. MuPDF's own redaction is not used: version 1.28 moves the rest of the line by one glyph, and rewrites the whole
page. What cannot be followed (predefined CJK encodings, vertical writing) raises ``CannotEdit``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.formats.pdf.content import (
    Operand,
    Operation,
    PdfName,
    operations,
    words,
    write_number,
    write_string,
)
from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.fonts import FontMetrics, metrics

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

NEIGHBOURHOOD = 24.0
"""Points to the left and right of a zone in which neighbours are noted."""

MAX_DEPTH = 24
MAX_OPERATIONS = 3_000_000

OPERATORS = words(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q "
    "Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
)
_PAINT = words("f F f* S s B B* b b*")
_STANDARD_TAGS = words(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 "
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot "
    "Ruby Warichu Figure Formula Form Artifact OC Tx Em Strong Title"
)


class CannotEdit(Exception):
    """The content cannot be followed closely enough to remove something from it."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle to empty, in display coordinates.

    Attributes:
        box: the rectangle.
        greedy: whether a glyph goes when any part of it lies inside (marks drawn by a person), not only its middle.
    """

    box: Box
    greedy: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """Level text whose glyphs have their middle in ``area`` (display coordinates) moves right by ``move`` points."""

    area: Box
    move: float


ImageRedactor = Callable[[Stream, Matrix, Sequence[Box]], Stream | None]
"""(picture, unit square -> display, boxes) -> the picture without what lies in the boxes, or None if nothing did."""


@dataclass(slots=True)
class _State:
    ctm: Matrix
    font: FontMetrics | None = None
    font_known: bool = True
    size: float = 1.0
    char_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Scope:
    """One content stream being followed."""

    resources: Object | None
    added: dict[str, dict[str, Object]] = field(default_factory=dict)
    splices: list[tuple[int, int, bytes]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Edited:
    """New content, and resources (by kind and name) that it needs besides its own."""

    data: bytes
    added: dict[str, dict[str, Object]]


class Editor:
    """Edits the content of one page and of everything it draws. One object per page."""

    def __init__(
        self,
        pdf: Pdf,
        zones: Sequence[Zone],
        hidden_layers: frozenset[tuple[int, int]] = frozenset(),
        redact_image: ImageRedactor | None = None,
        fonts: dict[tuple[int, int], FontMetrics | None] | None = None,
        *,
        every_picture: bool = False,
        shifts: Sequence[Shift] = (),
    ) -> None:
        """With ``every_picture``, ``redact_image`` is asked about pictures outside of all zones too."""
        self._pdf = pdf
        self._zones = [(z.box[0] - 0.05, z.box[1], z.box[2] + 0.05, z.box[3], z.greedy) for z in zones]
        self._areas = [z.box for z in zones]
        self._around = [(b[0] - NEIGHBOURHOOD, b[1], b[2] + NEIGHBOURHOOD, b[3]) for b in self._areas]
        self._hidden = hidden_layers
        self._redact_image = redact_image
        self._every_picture = every_picture
        self._shifts = shifts
        self._fonts = {} if fonts is None else fonts
        self._names = 0
        self._operations = 0
        self.removed_glyphs = 0
        self.guessed = False
        """Whether glyphs were removed whose widths do not stand in the file."""
        self.neighbours: list[Box] = []
        """What stays beside the zones, so that a box can be widened up to it."""

    def edit(self, data: bytes, resources: Object | None, display: Matrix, depth: int = 0) -> Edited | None:
        """The content without what lies in the zones, or None when nothing had to change.

        Args:
            data: a decoded content stream.
            resources: its resource dictionary.
            display: from the stream's coordinates to display coordinates.
            depth: nesting of form objects.

        Raises:
            CannotEdit: when it cannot be followed.
        """
        if depth > MAX_DEPTH:
            raise CannotEdit
        scope = _Scope(resources)
        _Run(self, scope, data, display, depth).run()
        if not scope.splices:
            return None
        out: list[bytes] = []
        at = 0
        for start, end, text in sorted(scope.splices):
            if start < at:
                continue
            out += (data[at:start], b" ", text, b" ") if text else (data[at:start], b" ")
            at = end
        out.append(data[at:])
        return Edited(b"".join(out), scope.added)

    # --- what runs need ---------------------------------------------------------------------------------------------

    def count(self) -> None:
        """Count one operator; raises ``CannotEdit`` when there are too many."""
        self._operations += 1
        if self._operations > MAX_OPERATIONS:
            raise CannotEdit

    @property
    def has_zones(self) -> bool:
        """Whether anything is to be removed; if not, the editor only cleans."""
        return bool(self._zones)

    @property
    def follows_objects(self) -> bool:
        """Whether form objects and pictures must be looked into where they are drawn."""
        return bool(self._zones) or self._every_picture

    def is_hidden_layer(self, item: Object | None) -> bool:
        """Whether an optional-content group, or a membership of groups, is switched off."""
        if not self._hidden or not isinstance(item, Dictionary):
            return False
        if item.is_indirect and item.objgen in self._hidden:
            return True
        if isinstance(expression := item.get("/VE"), Array):
            return not self._is_visible(expression)
        groups = item.get("/OCGs")
        if groups is None:
            return False
        members = list(groups) if isinstance(groups, Array) else [groups]
        states = [g.objgen not in self._hidden for g in members if isinstance(g, Dictionary)]
        if not states:
            return False
        policy = str(item.get("/P", "/AnyOn"))
        visible = {
            "/AllOn": all(states),
            "/AnyOff": not all(states),
            "/AllOff": not any(states),
        }.get(policy, any(states))
        return not visible

    def _is_visible(self, expression: Object, depth: int = 0) -> bool:
        """A visibility expression: And, Or, Not over groups (ISO 32000-2, table 97)."""
        if isinstance(expression, Dictionary):
            return not (expression.is_indirect and expression.objgen in self._hidden)
        if not isinstance(expression, Array) or not len(expression) or depth > MAX_DEPTH:
            return True
        operator, *operands = list(expression)
        values = [self._is_visible(operand, depth + 1) for operand in operands]
        if operator == Name.Not:
            return not all(values)
        return any(values) if operator == Name.Or else all(values)

    def font(self, resources: Object | None, name: str) -> FontMetrics | None:
        """The metrics of a named font, looked up once per document."""
        font = _resource(resources, "/Font", name)
        if font is None:
            return None
        if not font.is_indirect:
            return metrics(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = metrics(font)
        return self._fonts[font.objgen]

    def glyph_goes(self, samples: Sequence[tuple[float, float]]) -> bool:
        """``samples`` are points of the glyph in display coordinates, its middle first."""
        x, y = samples[0]
        for x0, y0, x1, y1, greedy in self._zones:
            if x0 <= x <= x1 and y0 <= y <= y1:
                return True
            if greedy and any(x0 <= px <= x1 and y0 <= py <= y1 for px, py in samples[1:]):
                return True
        return False

    def is_near(self, box: Box) -> bool:
        """Whether something lies in a zone or beside one."""
        x0, y0, x1, y1 = box
        return any(a <= x1 and c >= x0 and b <= y1 and d >= y0 for a, b, c, d in self._around) or any(
            s.area[0] <= x1 and s.area[2] >= x0 and s.area[1] <= y1 and s.area[3] >= y0 for s in self._shifts
        )

    def shift_at(self, x: float, y: float) -> float | None:
        """By how many points the glyph with its middle there moves right; None where nothing is laid out anew."""
        for shift in self._shifts:
            x0, y0, x1, y1 = shift.area
            if x0 <= x <= x1 and y0 <= y <= y1:
                return shift.move
        return None

    def note_neighbour(self, box: Box) -> None:
        """Remember something that stays, unless it is the ground on which a zone lies."""
        x0, y0, x1, y1 = box
        for a, b, c, d in self._around:
            if a <= x1 and c >= x0 and b <= y1 and d >= y0:
                inner0, inner1 = a + NEIGHBOURHOOD, c - NEIGHBOURHOOD
                if not (x0 < inner0 + 1 and x1 > inner1 - 1):
                    self.neighbours.append(box)
                    return

    def areas_meeting(self, box: Box) -> list[Box]:
        """The zones that overlap a box."""
        x0, y0, x1, y1 = box
        return [a for a in self._areas if a[0] < x1 and a[2] > x0 and a[1] < y1 and a[3] > y0]

    def looks_at(self, box: Box) -> bool:
        """Whether a picture in this box is to be looked at."""
        return self._every_picture or bool(self.areas_meeting(box))

    def covers(self, box: Box) -> bool:
        """Whether one zone holds all of a drawing, give or take half a point."""
        x0, y0, x1, y1 = box
        return any(
            a - 0.5 <= x0 and b - 0.5 <= y0 and x1 <= c + 0.5 and y1 <= d + 0.5 for a, b, c, d in self._areas
        )

    def redact_image(self, picture: Stream, matrix: Matrix) -> Stream | None:
        """A picture without what lies in the zones, or None if nothing does."""
        if self._redact_image is None:
            return None
        boxes = self.areas_meeting(bounds(matrix, 0, 0, 1, 1))
        return self._redact_image(picture, matrix, boxes) if boxes or self._every_picture else None

    def new_name(self) -> str:
        """A resource name that no file uses by chance."""
        self._names += 1
        return f"/Che{self._names}"

    def edit_form(self, form: Stream, outer: Object | None, ctm: Matrix, depth: int) -> Stream | None:
        """A copy of a form object (or pattern cell) without what lies in the zones, or None if nothing does."""
        matrix = form.get("/Matrix")
        inner = multiply(_matrix(matrix), ctm)
        resources = form.get("/Resources", outer)
        edited = self.edit(form.read_bytes(), resources, inner, depth + 1)
        if edited is None:
            return None
        copy = self._pdf.make_stream(edited.data)
        for key in form.keys():  # noqa: SIM118 - pikepdf dictionaries iterate differently
            if key not in ("/Length", "/Filter", "/DecodeParms"):
                copy[key] = form[key]
        copy["/Resources"] = with_added(self._pdf, resources, edited.added)
        return copy

    def for_tiles(self, cell: Stream, base: Matrix) -> Editor:
        """An editor for a pattern's cell: zones are moved from the tiles they lie on to the cell that is repeated."""
        matrix = multiply(_matrix(cell.get("/Matrix")), base)
        a, b, c, d, e, f = matrix
        determinant = a * d - b * c
        step_x, step_y = float(cell.get("/XStep", 0)), float(cell.get("/YStep", 0))
        if abs(determinant) < 1e-9 or not step_x or not step_y:
            raise CannotEdit
        moved: list[Zone] = []
        for x0, y0, x1, y1, greedy in self._zones:
            x, y = (x0 + x1) / 2 - e, (y0 + y1) / 2 - f
            column = math.floor((d * x - c * y) / determinant / step_x)
            row = math.floor((a * y - b * x) / determinant / step_y)
            for i in (column - 1, column, column + 1):
                for j in (row - 1, row, row + 1):
                    dx = i * step_x * a + j * step_y * c
                    dy = i * step_x * b + j * step_y * d
                    moved.append(Zone((x0 - dx, y0 - dy, x1 - dx, y1 - dy), greedy))
        tiles = Editor(self._pdf, moved, self._hidden, self._redact_image, self._fonts)
        tiles._names = self._names + 1000
        return tiles


class _Run:
    """Follows one content stream from its first operator to its last."""

    def __init__(self, editor: Editor, scope: _Scope, data: bytes, display: Matrix, depth: int) -> None:
        self.editor = editor
        self.scope = scope
        self.data = data
        self.depth = depth
        self.base = display
        self.state = _State(display)
        self.stack: list[_State] = []
        self.matrix = IDENTITY
        self.line = IDENTITY
        self.path: list[float] = []  # left, top, right, bottom in display coordinates
        self.path_start = -1
        self.path_end = -1
        self.clip = b""
        self.marked: list[bool] = []
        self.hidden = 0

    def run(self) -> None:
        comments: list[tuple[int, int]] = []
        for operation in operations(self.data, comments):
            self.editor.count()
            handler = _HANDLERS.get(operation.name)
            if handler is not None:
                try:
                    handler(self, operation)
                except (IndexError, TypeError, AttributeError):
                    continue  # too few or wrong operands: readers pass over the operator, and so do we
            elif operation.name not in OPERATORS:
                self.drop(operation)
        for start, end in comments:
            self.scope.splices.append((start, end, b""))
        if self.editor.has_zones:
            self.patterns()

    def drop(self, operation: Operation, text: bytes = b"") -> None:
        self.scope.splices.append((operation.start, operation.end, text))

    # --- graphics state ---------------------------------------------------------------------------------------------

    def op_q(self, _operation: Operation) -> None:
        if len(self.stack) < 4096:
            self.stack.append(replace(self.state))

    def op_Q(self, _operation: Operation) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def op_cm(self, operation: Operation) -> None:
        self.state.ctm = multiply(_six(operation.operands), self.state.ctm)

    def op_gs(self, operation: Operation) -> None:
        state = _resource(self.scope.resources, "/ExtGState", _text(operation.operands[0]))
        if not isinstance(state, Dictionary):
            return
        font = state.get("/Font")
        if isinstance(font, Array) and len(font) > 1:
            self.state.font = metrics(font[0])
            self.state.size = float(font[1])
        mask = state.get("/SMask")
        group = mask.get("/G") if isinstance(mask, Dictionary) else None
        if isinstance(group, Stream) and self.editor.has_zones:
            copy = self.editor.edit_form(group, self.scope.resources, self.state.ctm, self.depth)
            if copy is not None:
                new_mask = _copy(mask)
                new_mask["/G"] = copy
                new_state = _copy(state)
                new_state["/SMask"] = new_mask
                name = self.add("/ExtGState", new_state)
                self.drop(operation, name + b" gs")

    def add(self, kind: str, item: Object) -> bytes:
        name = self.editor.new_name()
        self.scope.added.setdefault(kind, {})[name] = item
        return name.encode("ascii")

    # --- marked content ---------------------------------------------------------------------------------------------

    def op_BMC(self, operation: Operation) -> None:
        self.marked.append(False)
        tag = _text(operation.operands[0])
        if tag not in _STANDARD_TAGS:
            self.drop(operation, b"/Span BMC")

    def op_BDC(self, operation: Operation) -> None:
        tag = _text(operation.operands[0])
        properties = operation.operands[1]
        hidden = False
        if tag == "OC" and isinstance(properties, PdfName):
            layer = _resource(self.scope.resources, "/Properties", properties)
            hidden = self.editor.is_hidden_layer(layer)
        self.marked.append(hidden)
        self.hidden += hidden
        # Structure and layers do not travel, so nothing refers to a property list any more.
        self.drop(operation, b"/" + (tag if tag in _STANDARD_TAGS else "Span").encode("ascii") + b" BMC")

    def op_EMC(self, _operation: Operation) -> None:
        if self.marked and self.marked.pop():
            self.hidden -= 1

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
        path = self.path
        for i in range(0, len(numbers) - 1, 2):
            x, y = numbers[i], numbers[i + 1]
            px, py = a * x + c * y + e, b * x + d * y + f
            if not path:
                path[:] = [px, py, px, py]
            else:
                if px < path[0]:
                    path[0] = px
                elif px > path[2]:
                    path[2] = px
                if py < path[1]:
                    path[1] = py
                elif py > path[3]:
                    path[3] = py

    def op_clip(self, operation: Operation) -> None:
        self.clip = operation.name.encode("ascii")

    def op_paint(self, operation: Operation) -> None:
        if self.path_start >= 0 and operation.name != "n":
            gone = bool(self.hidden)
            if not gone and self.path and self.editor.has_zones:
                x0, y0, x1, y1 = self.path
                gone = self.editor.covers((x0, y0, x1, y1))
                if not gone:
                    self.editor.note_neighbour((x0, y0, x1, y1))
            if gone:
                if self.clip:
                    self.drop(operation, b"n")
                else:
                    self.scope.splices.append((self.path_start, operation.end, b""))
        self.path_start = -1
        self.clip = b""

    def op_sh(self, operation: Operation) -> None:
        if self.hidden:
            self.drop(operation)

    # --- text -------------------------------------------------------------------------------------------------------

    def op_BT(self, _operation: Operation) -> None:
        self.matrix = self.line = IDENTITY

    def op_Tf(self, operation: Operation) -> None:
        self.state.font = self.editor.font(self.scope.resources, _text(operation.operands[0]))
        self.state.size = _number(operation.operands[1])

    def op_Tc(self, operation: Operation) -> None:
        self.state.char_space = _number(operation.operands[0])

    def op_Tw(self, operation: Operation) -> None:
        self.state.word_space = _number(operation.operands[0])

    def op_Tz(self, operation: Operation) -> None:
        self.state.scale = _number(operation.operands[0]) / 100

    def op_TL(self, operation: Operation) -> None:
        self.state.leading = _number(operation.operands[0])

    def op_Ts(self, operation: Operation) -> None:
        self.state.rise = _number(operation.operands[0])

    def op_Td(self, operation: Operation) -> None:
        x, y = _number(operation.operands[0]), _number(operation.operands[1])
        if operation.name == "TD":
            self.state.leading = -y
        self.next_line(x, y)

    def op_Tm(self, operation: Operation) -> None:
        self.matrix = self.line = _six(operation.operands)

    def op_Tstar(self, _operation: Operation) -> None:
        self.next_line(0.0, -self.state.leading)

    def next_line(self, x: float, y: float) -> None:
        self.line = multiply((1.0, 0.0, 0.0, 1.0, x, y), self.line)
        self.matrix = self.line

    def op_show(self, operation: Operation) -> None:
        before = b""
        operands = operation.operands
        if operation.name in ("'", '"'):
            if operation.name == '"':
                self.state.word_space = _number(operands[0])
                self.state.char_space = _number(operands[1])
                before = (
                    write_number(self.state.word_space)
                    + b" Tw "
                    + write_number(self.state.char_space)
                    + b" Tc "
                )
            self.next_line(0.0, -self.state.leading)
            before += b"T* "
        items = operands[-1] if operation.name == "TJ" else [operands[-1]]
        if not isinstance(items, list):
            return
        changed = self.show(items)
        if changed is not None:
            self.drop(operation, before + changed)

    def show(self, items: list[Operand]) -> bytes | None:
        """Advance over a shown text; its replacement if glyphs of it go, else None."""
        state = self.state
        if state.font is None:
            if not (self.editor.has_zones or self.hidden):
                return None
            if any(isinstance(item, bytes) and item for item in items):
                raise CannotEdit
            return None
        size = state.size
        unit = size * state.scale
        local = 0.0  # how far the text has come along its line, in unscaled text space
        glyphs: list[tuple[bytes, float, float, float]] = []  # code, start, width of the glyph, whole advance
        kerns: dict[int, float] = {}
        for item in items:
            if isinstance(item, float):
                local -= item / 1000 * unit
                kerns[len(glyphs)] = kerns.get(len(glyphs), 0.0) + item
            elif isinstance(item, bytes):
                for code, width in state.font.glyphs(item):
                    advance = width * size + state.char_space
                    if code == b" ":
                        advance += state.word_space
                    advance *= state.scale
                    glyphs.append((code, local, width * unit, advance))
                    local += advance
        start = self.matrix
        self.matrix = multiply((1.0, 0.0, 0.0, 1.0, local, 0.0), start)
        moves: list[float | None] = []
        gone = [True] * len(glyphs) if self.hidden else self.targets(start, glyphs, moves)
        if not any(gone) and not any(moves):
            return None
        self.editor.removed_glyphs += sum(gone)
        self.editor.guessed = self.editor.guessed or state.font.guessed
        return _rewritten(glyphs, gone, kerns, unit, moves)

    def targets(
        self, start: Matrix, glyphs: list[tuple[bytes, float, float, float]], moves: list[float | None]
    ) -> list[bool]:
        """Which glyphs lie in a zone; and, added to ``moves``, by how much the others move in text space."""
        if not glyphs or not self.editor.has_zones:
            return [False]
        size, rise = self.state.size, self.state.rise
        a, b, c, d, e, f = multiply(multiply((1.0, 0.0, 0.0, 1.0, 0.0, rise), start), self.state.ctm)
        last = glyphs[-1]
        far = last[1] + last[2]
        reach = bounds((a, b, c, d, e, f), min(0.0, far), -0.3 * size, max(0.0, far), size)
        if not self.editor.is_near(reach):
            return [False]
        result = []
        for code, at, width, _advance in glyphs:
            samples = [
                (a * x + c * y + e, b * x + d * y + f)
                for x, y in (
                    (at + width / 2, 0.28 * size),
                    (at + width * 0.2, 0.1 * size),
                    (at + width * 0.8, 0.1 * size),
                    (at + width * 0.2, 0.5 * size),
                    (at + width * 0.8, 0.5 * size),
                    (at + width / 2, 0.0),
                    (at + width / 2, 0.6 * size),
                )
            ]
            goes = self.editor.glyph_goes(samples)
            result.append(goes)
            move = None if goes or code == b" " else self.editor.shift_at(*samples[0])
            if move and (a <= 0 or abs(b) > 0.01 * a):
                raise CannotEdit
            moves.append(move / a if move else move)
            if not goes and width and code != b" ":
                corners = [(at, 0.0), (at + width, 0.0), (at, 0.6 * size), (at + width, 0.6 * size)]
                xs = [a * x + c * y + e for x, y in corners]
                ys = [b * x + d * y + f for x, y in corners]
                self.editor.note_neighbour((min(xs), min(ys), max(xs), max(ys)))
        return result

    # --- objects ----------------------------------------------------------------------------------------------------

    def op_Do(self, operation: Operation) -> None:
        item = _resource(self.scope.resources, "/XObject", _text(operation.operands[0]))
        if not isinstance(item, Stream):
            return
        if self.hidden or self.editor.is_hidden_layer(item.get("/OC")):
            self.drop(operation)
            return
        if not self.editor.follows_objects:
            return  # forms are cleaned by themselves, each once
        if item.get("/Subtype") == Name.Image:
            changed = self.editor.redact_image(item, self.state.ctm)
        else:
            changed = self.editor.edit_form(item, self.scope.resources, self.state.ctm, self.depth)
        if changed is not None:
            self.drop(operation, self.add("/XObject", changed) + b" Do")

    def op_BI(self, operation: Operation) -> None:
        if self.hidden:
            self.drop(operation)
            return
        if not self.editor.looks_at(bounds(self.state.ctm, 0, 0, 1, 1)):
            return
        header, body = operation.operands
        if not isinstance(header, dict) or not isinstance(body, bytes):
            raise CannotEdit
        picture = inline_picture(self.editor._pdf, header, body, self.scope.resources)
        changed = self.editor.redact_image(picture, self.state.ctm)
        if changed is not None:
            self.drop(operation, self.add("/XObject", changed) + b" Do")

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
                    self.scope.splices.append((len(self.data), len(self.data), b""))


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
    "BX": _Run.op_point,
    "EX": _Run.op_point,
    **dict.fromkeys(("m", "l", "c", "v", "y", "re"), _Run.op_path),
    **dict.fromkeys(("W", "W*"), _Run.op_clip),
    **dict.fromkeys([*_PAINT, "n"], _Run.op_paint),
    "sh": _Run.op_sh,
    "BT": _Run.op_BT,
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


def _rewritten(
    glyphs: list[tuple[bytes, float, float, float]],
    gone: list[bool],
    kerns: dict[int, float],
    unit: float,
    moves: Sequence[float | None] = (),
) -> bytes:
    """A TJ operator that shows what stays, moved by ``moves``, and passes over what goes."""
    out: list[bytes] = []
    text = b""
    move = moved = 0.0
    for index in range(len(glyphs) + 1):
        kern = kerns.get(index, 0.0)
        if kern:
            move += kern
        wanted = moves[index] if index < len(moves) else None
        if index == len(glyphs):
            wanted = 0.0  # what other operators show does not move with this
        if wanted is not None and wanted != moved and unit:
            move -= (wanted - moved) / unit * 1000
            moved = wanted
        if index == len(glyphs):
            break
        code, _at, _width, advance = glyphs[index]
        if gone[index]:
            if unit:
                move -= advance / unit * 1000
            continue
        if move:
            if text:
                out.append(write_string(text))
                text = b""
            out.append(write_number(move))
            move = 0.0
        text += code
    if text:
        out.append(write_string(text))
    if move:
        out.append(write_number(move))
    return b"[" + b" ".join(out) + b"] TJ"


def with_added(pdf: Pdf, resources: Object | None, added: dict[str, dict[str, Object]]) -> Object:
    """A copy of a resource dictionary with more entries; the original may be shared with other pages."""
    copy = _copy(resources)
    for kind, items in added.items():
        old = copy.get(kind)
        entries = _copy(old)
        for name, item in items.items():
            entries[name] = item if isinstance(item, Stream) else pdf.make_indirect(item)
        copy[kind] = entries
    return copy


def _copy(item: Object | None) -> Dictionary:
    """A dictionary with the same entries, or an empty one."""
    if not isinstance(item, Dictionary):
        return Dictionary()
    return Dictionary({key: item[key] for key in item.keys()})  # noqa: SIM118 - pikepdf iterates differently


_INLINE_KEYS = {
    "BPC": "BitsPerComponent", "CS": "ColorSpace", "D": "Decode", "DP": "DecodeParms", "F": "Filter",
    "H": "Height", "IM": "ImageMask", "I": "Interpolate", "W": "Width",
}  # fmt: skip
_INLINE_VALUES = {
    "G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed", "AHx": "ASCIIHexDecode",
    "A85": "ASCII85Decode", "LZW": "LZWDecode", "Fl": "FlateDecode", "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
}  # fmt: skip


def inline_picture(pdf: Pdf, header: dict[str, Operand], body: bytes, resources: Object | None) -> Stream:
    """An inline image as a picture object of its own."""
    stream = pdf.make_stream(b"")
    stream["/Type"] = Name.XObject
    stream["/Subtype"] = Name.Image
    filters = parms = None
    for short, value in header.items():
        key = "/" + _INLINE_KEYS.get(short, short)
        item = _object(value)
        if key == "/ColorSpace" and isinstance(value, PdfName) and value not in _INLINE_VALUES:
            item = _resource(resources, "/ColorSpace", value) or item
        if key == "/Filter":
            filters = item
        elif key == "/DecodeParms":
            parms = item
        elif key in ("/Width", "/Height", "/BitsPerComponent"):
            stream[key] = round(_number(value))
        elif key in ("/ImageMask", "/Interpolate"):
            stream[key] = bool(value)
        elif key in ("/ColorSpace", "/Decode"):
            stream[key] = item
    stream.write(body, filter=filters, decode_parms=parms)
    return stream


def _object(value: Operand) -> Any:
    if isinstance(value, PdfName):
        return Name("/" + _INLINE_VALUES.get(value, value))
    if isinstance(value, list):
        return Array([_object(v) for v in value])
    if isinstance(value, dict):
        return Dictionary({"/" + k: _object(v) for k, v in value.items()})
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def multiply(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def bounds(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The box around a rectangle that went through a matrix."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return (min(xs), min(ys), max(xs), max(ys))


def _matrix(array: Object | None) -> Matrix:
    if not isinstance(array, Array) or len(array) != 6:
        return IDENTITY
    a, b, c, d, e, f = (float(n) for n in array)
    return (a, b, c, d, e, f)


def _six(operands: Sequence[Operand]) -> Matrix:
    a, b, c, d, e, f = (_number(n) for n in operands[-6:])
    return (a, b, c, d, e, f)


def _number(value: Operand) -> float:
    if isinstance(value, float):
        return value
    raise TypeError


def _text(value: Operand) -> str:
    if isinstance(value, PdfName):
        return value
    raise TypeError


def _resource(resources: Object | None, kind: str, name: str) -> Object | None:
    if not isinstance(resources, Dictionary):
        return None
    entries = resources.get(kind)
    if not isinstance(entries, Dictionary):
        return None
    try:
        item: Object | None = entries.get("/" + name)
    except (ValueError, UnicodeError):
        return None
    return item
