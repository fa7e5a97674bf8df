"""Taking glyphs, pixels and drawings out of content streams, leaving every other byte as it is.

``Editor`` holds what one page needs; ``following`` walks through its content with it. MuPDF's own redaction is not
used: version 1.28 moves the rest of the line by one glyph, and rewrites the whole page. What cannot be followed
(predefined CJK encodings, vertical writing) raises ``CannotEdit``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from pikepdf import Object, Pdf, Stream

from redactor.formats.pdf.engine import Box
from redactor.formats.pdf.following import follow
from redactor.formats.pdf.fonts import FontMetrics, metrics
from redactor.formats.pdf.geometry import Matrix, bounds, multiply
from redactor.formats.pdf.layers import LayerIds
from redactor.formats.pdf.pattern_places import box_of, holding_letters
from redactor.formats.pdf.resources import Added, matrix_of, resource, with_added
from redactor.formats.pdf.scope import Scope
from redactor.formats.pdf.structure import PAGE
from redactor.formats.pdf.text_runs import CannotEdit, Removal
from redactor.formats.pdf.zones import Shift, Zone, Zones

MAX_DEPTH = 24
MAX_OPERATIONS = 3_000_000

ImageRedactor = Callable[[Stream, Matrix, Sequence[Box]], Stream | None]
"""(picture, unit square -> display, boxes) -> the picture without what lies in the boxes, or None if nothing did."""


@dataclass(frozen=True, slots=True)
class Edited:
    """New content, and resources (by kind and name) that it needs besides its own."""

    data: bytes = field(repr=False)
    added: Added


class Editor:
    """Edits the content of one page and of everything it draws. One object per page.

    Attributes:
        zones: what is to be emptied.
        removal: what came of it.
        holder: whose content is followed right now, the page (``PAGE``) or a form object (its number).
        touched: holders and identifiers of marked content that lost something.
        tiled: whether something went from the cell of a pattern, and so from all places that it fills.
    """

    def __init__(
        self,
        pdf: Pdf,
        zones: Sequence[Zone],
        hidden_layers: LayerIds = frozenset(),
        redact_image: ImageRedactor | None = None,
        fonts: dict[tuple[int, int], FontMetrics | None] | None = None,
        *,
        every_picture: bool = False,
        shifts: Sequence[Shift] = (),
        keep_marks: frozenset[int] = frozenset(),
        names: Iterator[int] | None = None,
    ) -> None:
        """With ``every_picture``, ``redact_image`` is asked about pictures outside of all zones too.

        The marked content of the holders in ``keep_marks`` keeps its identifiers for a structure tree. New resources
        are numbered by ``names``, those of several editors of one content apart.
        """
        self.pdf = pdf
        self.zones = Zones(zones, shifts)
        self.hidden_layers = hidden_layers
        self.keep_marks = keep_marks
        self.removal = Removal(0, False, [])
        self.holder: int | None = PAGE
        self.touched: set[tuple[int, int]] = set()
        self.tiled = False
        self._redact_image = redact_image
        self._every_picture = every_picture
        self._fonts = {} if fonts is None else fonts
        self._names = count(1) if names is None else names
        self._inside: list[tuple[int, int]] = []
        self._operations = 0

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
        scope = Scope(resources)
        follow(self, scope, data, display, depth)
        return Edited(scope.spliced(data), scope.added) if scope.splices else None

    # --- what following needs ----------------------------------------------------------------------------------------

    def count(self, operators: int) -> None:
        """Count operators; raises ``CannotEdit`` when there are too many."""
        self._operations += operators
        if self._operations > MAX_OPERATIONS:
            raise CannotEdit

    @property
    def follows_objects(self) -> bool:
        """Whether form objects and pictures must be looked into where they are drawn."""
        return bool(self.zones) or self._every_picture

    def font(self, resources: Object | None, name: str) -> FontMetrics | None:
        """The metrics of a named font."""
        font = resource(resources, "/Font", name)
        return None if font is None else self.metrics(font)

    def metrics(self, font: Object) -> FontMetrics | None:
        """The metrics of a font, worked out once per document."""
        if not font.is_indirect:
            return metrics(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = metrics(font)
        return self._fonts[font.objgen]

    def looks_at(self, box: Box) -> bool:
        """Whether a picture in this box is to be looked at."""
        return self._every_picture or bool(self.zones.meeting(box))

    def redact_image(self, picture: Stream, matrix: Matrix) -> Stream | None:
        """A picture without what lies in the zones, or None if nothing does."""
        if self._redact_image is None:
            return None
        boxes = self.zones.meeting(bounds(matrix, 0, 0, 1, 1))
        return self._redact_image(picture, matrix, boxes) if boxes or self._every_picture else None

    def new_name(self) -> str:
        """A resource name that no file uses by chance."""
        return f"/Che{next(self._names)}"

    def edit_form(self, form: Stream, outer: Object | None, ctm: Matrix, depth: int) -> Stream | None:
        """A copy of a form object (or pattern cell) without what lies in the zones, or None if nothing does."""
        if form.objgen in self._inside:
            return None  # it draws itself, which no reader does
        inner = multiply(matrix_of(form), ctm)
        resources = form.get("/Resources", outer)
        number: object = form.get("/StructParents")
        outside, self.holder = self.holder, number if isinstance(number, int) else None
        self._inside.append(form.objgen)
        try:
            edited = self.edit(form.read_bytes(), resources, inner, depth + 1)
        finally:
            self._inside.pop()
            self.holder = outside
        if edited is None:
            return None
        copy = self.pdf.make_stream(edited.data)
        for key in form.keys():  # noqa: SIM118 - pikepdf dictionaries iterate differently
            if key not in ("/Length", "/Filter", "/DecodeParms"):
                copy[key] = form[key]
        copy["/Resources"] = with_added(self.pdf, resources, edited.added)
        return copy

    def for_tiles(self, cell: Stream, base: Matrix, painted: Sequence[Box]) -> Editor:
        """An editor for a pattern's cell: zones are moved from the tiles they lie on to the cell that is repeated.

        ``painted`` is where it paints: on other tiles nothing shows.
        """
        matrix = multiply(matrix_of(cell), base)
        a, b, c, d, _, _ = matrix
        step_x, step_y = float(cell.get("/XStep", 0)), float(cell.get("/YStep", 0))
        if abs(a * d - b * c) < 1e-9 or not step_x or not step_y:
            raise CannotEdit
        box = box_of(cell)
        zones = self.zones if box is None else self.zones.on_tiles(matrix, box, step_x, step_y, painted)
        moved = holding_letters(zones.on_tile(matrix, step_x, step_y), cell, matrix)
        return Editor(self.pdf, moved, self.hidden_layers, self._redact_image, self._fonts, names=self._names)


__all__ = ["CannotEdit", "Edited", "Editor", "ImageRedactor"]
