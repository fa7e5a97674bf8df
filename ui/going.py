"""Going places: the next open decision, a gap, a search hit, what the checklist names."""

from __future__ import annotations

from PySide6.QtCore import QObject

from redactor.model import Action, PageArea, Place
from ui import texts
from ui.controller import Controller
from ui.review import Ref
from ui.workspace import Workspace


class Going(QObject):
    """The commands that bring something into view."""

    def __init__(self, controller: Controller, desk: Workspace) -> None:
        super().__init__(desk)
        self._controller = controller
        self._desk = desk
        desk.thumbnails.chosen.connect(self.go_to_page)
        desk.gaps.shown.connect(self._show_gap)
        desk.search.shown.connect(self._show_hit)

    def go_to_open(self, direction: int) -> None:
        """The next finding that needs a decision, in this file, then in the others."""
        file = self._desk.file
        if file is None:
            return
        numbers = list(self._desk.session.files)
        at = numbers.index(file.number)
        turned = numbers[at:] + numbers[:at] if direction > 0 else numbers[at::-1] + numbers[:at:-1]
        for number in turned:
            other = self._desk.session.files[number]
            order = [f.id for f in other.in_order()]
            if other is file:
                ref = self._desk.current_ref()
                here = order.index(ref.finding) if ref is not None and ref.finding in order else -1
                if direction > 0:
                    order = order[here + 1 :] + order[: here + 1]
                else:
                    order = (
                        (order[:here] + order[here:])[::-1]
                        if here < 0
                        else order[:here][::-1] + order[here:][::-1]
                    )
            elif direction < 0:
                order = order[::-1]
            target = next((i for i in order if other.action(i) is Action.ASK), None)
            if target is not None:
                if other is not file:
                    self._desk.files.choose(number)
                self._desk.pick(Ref(number, target))
                return
        gap = next((g for g in file.gaps if g.id not in file.gap_choices), None)
        if gap is not None:
            self._desk.right.setCurrentWidget(self._desk.gaps)
            self._show_gap(gap.id)
        else:
            self._desk.bar.show_notice(texts.ALL_DECIDED())

    def next_box(self, direction: int) -> None:
        """The next box of the page in view."""
        identity = self._desk.canvas.next_box(direction)
        if identity:
            self._desk.canvas.pick(identity)
            self._desk.picked_on_page(identity)

    def go_to_page(self, page: int) -> None:
        """A page to the top of the view."""
        self._desk.canvas.go_to_page(page)

    def _show_gap(self, gap_id: str) -> None:
        file = self._desk.file
        gap = next((g for g in file.gaps if g.id == gap_id), None) if file is not None else None
        if gap is not None and isinstance(gap.place, PageArea):
            self._desk.canvas.point_out(gap.place.page, gap.place.rects)

    def _show_hit(self, file: int, place: Place) -> None:
        self._desk.files.choose(file)
        if isinstance(place, PageArea):
            self._desk.canvas.point_out(place.page, place.rects)
        else:
            self._desk.sheets.go_to(place)

    def go_to_check(self, what: str) -> None:
        """What a line of the checklist names: ``open``, ``gaps`` or ``seen``."""
        if what == "open":
            self.go_to_open(1)
        elif what == "gaps":
            self._desk.right.setCurrentWidget(self._desk.gaps)
        elif what == "seen":
            file = self._desk.file
            if file is not None:
                self.go_to_page(next((p for p in range(1, file.pages + 1) if p not in file.seen), 1))
