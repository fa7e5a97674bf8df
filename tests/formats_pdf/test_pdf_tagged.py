"""Tagged documents stay tagged: the tree leads to the same content, and says nothing that was removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from redactor.formats.base import OutputOptions
from redactor.model import Outcome, Treatment
from tests.formats_pdf.pdf_builders import VALUE, everything_in, finish, holds, page_with
from tests.formats_pdf.test_pdf_leaks import redact, verified

LINES = (
    ("H1", "Title1", "HOP DONG", {}),
    ("P", "Body", f"So {VALUE} het", {"ActualText": String(f"So {VALUE} het")}),
    ("Span", "Name", "An", {"ActualText": String("A"), "Lang": String(f"vi-{VALUE[:6]}-{VALUE[6:]}")}),
    (
        "P",
        "P",
        "Dieu khoan chung",
        {"Alt": String("Dieu khoan"), "T": String("Muc mot"), "Lang": String("vi-VN")},
    ),
    ("Figure", "Figure", "hinh", {"Alt": String(f"The cua {VALUE}")}),
)


def tagged(path: Path, *, named: bool = False) -> Path:
    """One page, a line for each kind of thing; the tree's own type names are mapped to standard ones."""
    with Pdf.new() as pdf:
        content = []
        properties = Dictionary()
        for number, (kind, own, text, _) in enumerate(LINES):
            mark = f"/Pr{number}" if named else f"<</MCID {number} /Lang (vi)>>"
            properties[f"/Pr{number}"] = Dictionary(MCID=number)
            content.append(
                f"/{own if kind != 'P' else 'P'} {mark} BDC BT /F0 12 Tf 50 {700 - 40 * number} Td ({text}) Tj ET EMC"
            )
        content.append("/Artifact <</Type /Pagination>> BDC BT /F0 9 Tf 50 40 Td (Trang 1) Tj ET EMC")
        page = page_with(pdf, "\n".join(content), **({"Properties": properties} if named else {}))
        page["/StructParents"] = 0
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        kids: list[Object] = []
        for number, (_, own, _, keys) in enumerate(LINES):
            item = Dictionary(Type=Name.StructElem, S=Name("/" + own), P=document, Pg=page, K=number, **keys)
            kids.append(pdf.make_indirect(item))
        cell = Dictionary(
            Type=Name.StructElem, S=Name.TD, A=Dictionary(O=Name.Table, ColSpan=2, Summary=String(VALUE))
        )
        kids.append(pdf.make_indirect(cell))
        document["/K"] = Array(kids)
        root["/K"] = document
        root["/RoleMap"] = Dictionary(Title1=Name.H1, Body=Name.Name, Name=Name.Span)
        root["/RoleMap"]["/Body"] = Name.P
        root["/IDTree"] = Dictionary(Names=Array([String(VALUE), kids[0]]))
        root["/ParentTree"] = Dictionary(Nums=Array([0, Array(kids[: len(LINES)])]))
        pdf.Root["/StructTreeRoot"] = root
        pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
        path.write_bytes(finish(pdf))
    return path


def elements(item: object) -> Iterator[Object]:
    """Every element below one, that one first."""
    if isinstance(item, Array):
        for kid in item:
            yield from elements(kid)
    elif isinstance(item, Dictionary):
        yield item
        yield from elements(item.get("/K"))


@pytest.mark.parametrize("named", [False, True])
def test_the_tree_stays_without_what_was_removed(named: bool, tmp_path: Path) -> None:
    source, draft = tagged(tmp_path / "source.pdf", named=named), tmp_path / "draft.pdf"
    info, findings, applied = redact(source, draft, [VALUE])
    assert not holds(everything_in(draft), VALUE)
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []
    with Pdf.open(draft) as pdf:
        root = pdf.Root["/StructTreeRoot"]
        assert pdf.Root["/MarkInfo"]["/Marked"]
        found = list(elements(root["/K"]))
        assert [str(e["/S"]) for e in found] == ["/Document", "/H1", "/P", "/Span", "/P", "/Figure", "/TD"]
        by_mark = {int(e["/K"][0]): e for e in found if "/K" in e and isinstance(e["/K"][0], int)}
        assert sorted(by_mark) == list(range(len(LINES)))
        assert "/ActualText" not in by_mark[1], "it stood for words that went"
        assert str(by_mark[2]["/ActualText"]) == "A"
        assert "/Lang" not in by_mark[2], "a value can be spelt as a language"
        assert str(by_mark[3]["/Alt"]) == "Dieu khoan"
        assert str(by_mark[3]["/Lang"]) == "vi-VN"
        assert VALUE not in str(by_mark[4].get("/Alt", ""))
        assert int(found[-1]["/A"]["/ColSpan"]) == 2
        page = pdf.pages[0].obj
        numbers = list(root["/ParentTree"]["/Nums"])
        parents = numbers[numbers.index(int(page["/StructParents"])) + 1]
        for mark, element in by_mark.items():
            assert parents[mark].objgen == element.objgen
        content = b"\n".join(s.read_bytes() for s in page["/Contents"])
        assert all(b"/MCID %d" % n in content for n in range(len(LINES)))
        assert b"Pagination" not in content
        assert b"/Artifact BMC" in content
    assert [p.treatment for p in applied.parts if p.part == "pdf.structure"] == [Treatment.REDACTED]


def with_links(path: Path, *addresses: str) -> Path:
    """The same page with links, each in an element of its own."""
    with Pdf.open(tagged(path), allow_overwriting_input=True) as pdf:
        page, root = pdf.pages[0].obj, pdf.Root["/StructTreeRoot"]
        page["/Annots"] = Array()
        for number, address in enumerate(addresses):
            action = Dictionary(S=Name.URI, URI=String(address))
            link = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([50, 500, 90, 520]),
                    A=action,
                    StructParent=9,
                )
            )
            page["/Annots"].append(link)
            kid = Dictionary(Type=Name.OBJR, Obj=link, Pg=page)
            if not number:
                root["/K"]["/K"][2]["/K"] = Array([2, kid])
            else:
                root["/K"]["/K"].append(
                    pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, P=root["/K"], K=kid))
                )
        pdf.save()
    return path


def test_links_stay_tied_to_their_elements(tmp_path: Path) -> None:
    addresses = ("https://luat.vn/a", f"https://x.vn/?cccd={VALUE}", "https://luat.vn/b")
    source, draft = with_links(tmp_path / "source.pdf", *addresses), tmp_path / "draft.pdf"
    info, findings, applied = redact(source, draft, [VALUE])
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []
    with Pdf.open(draft) as pdf:
        root, links = pdf.Root["/StructTreeRoot"], list(pdf.pages[0].obj["/Annots"])
        assert [str(link["/A"]["/URI"]) for link in links] == ["https://luat.vn/a", "https://luat.vn/b"]
        numbers = list(root["/ParentTree"]["/Nums"])
        for link, kind in zip(links, ("/Span", "/Link"), strict=True):
            element = numbers[numbers.index(int(link["/StructParent"])) + 1]
            assert str(element["/S"]) == kind
            assert any(isinstance(k, Dictionary) and k["/Obj"].objgen == link.objgen for k in element["/K"])
        assert int(root["/ParentTreeNextKey"]) == 3
    assert not holds(everything_in(draft), VALUE)


def two_up(path: Path, *, shared: bool = False) -> Path:
    """A sheet with two pages of a tagged document as form objects, as programs that draw two on one write it.

    With ``shared``, the first of them is drawn on a second sheet too.
    """
    with Pdf.open(with_links(tagged(path), "https://luat.vn/a"), allow_overwriting_input=True) as pdf:
        page, root = pdf.pages[0].obj, pdf.Root["/StructTreeRoot"]
        forms, lines = [], list(root["/K"]["/K"])[: len(LINES)]
        for number in range(2):
            form = pdf.make_stream(
                page["/Contents"].read_bytes()
                if not number
                else b"/P <</MCID 0>> BDC BT /F0 12 Tf 50 700 Td (Trang hai) Tj ET EMC"
            )
            form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
            form["/BBox"], form["/StructParents"] = Array([0, 0, 595, 842]), 40 + number
            form["/Resources"] = page["/Resources"]
            forms.append(pdf.make_indirect(form))
        for number, item in enumerate(lines):
            beside = list(item["/K"])[1:] if isinstance(item["/K"], Array) else []
            item["/K"] = Array([Dictionary(Type=Name.MCR, Stm=forms[0], Pg=page, MCID=number), *beside])
        second = Dictionary(Type=Name.MCR, Stm=forms[1], MCID=0)
        root["/K"]["/K"].append(
            Dictionary(
                Type=Name.StructElem,
                S=Name.P,
                P=root["/K"],
                Pg=page,
                K=second,
                ActualText=String("Trang hai"),
            )
        )
        page["/Resources"] = Dictionary(XObject=Dictionary(A=forms[0], B=forms[1]))
        page["/Contents"] = pdf.make_stream(b"q .7 0 0 .7 0 400 cm /A Do Q q .7 0 0 .7 0 0 cm /B Do Q")
        if shared:
            other = pdf.add_blank_page(page_size=(595, 842)).obj
            other["/Resources"] = page["/Resources"]
            other["/Contents"] = pdf.make_stream(b"q 0 .7 -.7 0 500 0 cm /A Do Q")
        pdf.save()
    return path


def _hidden_and_verified(source: Path, draft: Path) -> None:
    """Write a copy without the value, and let it be checked."""
    info, findings, applied = redact(source, draft, [VALUE])
    assert findings
    assert not holds(everything_in(draft), VALUE)
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []


def test_tags_of_pages_drawn_on_a_sheet_stay(tmp_path: Path) -> None:
    source, draft = two_up(tmp_path / "source.pdf"), tmp_path / "draft.pdf"
    _hidden_and_verified(source, draft)
    with Pdf.open(draft) as pdf:
        root = pdf.Root["/StructTreeRoot"]
        numbers = list(root["/ParentTree"]["/Nums"])
        assert numbers[::2] == sorted(numbers[::2])
        references = [
            (element, kid)
            for element in elements(root["/K"])
            for kid in element.get("/K", [])
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR
        ]
        assert len(references) == len(LINES) + 1
        for element, kid in references:
            form, mark = kid["/Stm"], int(kid["/MCID"])
            assert kid["/Pg"].objgen == pdf.pages[0].obj.objgen
            assert b"/MCID %d" % mark in form.read_bytes()
            assert numbers[numbers.index(int(form["/StructParents"])) + 1][mark].objgen == element.objgen
        by_text = {e.get("/ActualText") and str(e["/ActualText"]) for e, _ in references}
        assert {"A", "Trang hai"} <= by_text
        assert "/ActualText" not in references[1][0], "it stood for words that went"
        link = pdf.pages[0].obj["/Annots"][0]
        assert str(numbers[numbers.index(int(link["/StructParent"])) + 1]["/S"]) == "/Span"


def test_a_form_that_became_two_loses_its_tags_and_nothing_else(tmp_path: Path) -> None:
    source, draft = two_up(tmp_path / "source.pdf", shared=True), tmp_path / "draft.pdf"
    _hidden_and_verified(source, draft)
    with Pdf.open(draft) as pdf:
        kinds = [e for e in elements(pdf.Root["/StructTreeRoot"]["/K"]) if e.get("/ActualText")]
        assert [str(e["/ActualText"]) for e in kinds] == ["Trang hai"]


def test_images_of_pages_have_no_tags(tmp_path: Path) -> None:
    source, draft = tagged(tmp_path / "source.pdf"), tmp_path / "draft.pdf"
    info, findings, applied = redact(source, draft, [VALUE], OutputOptions(image_pages=True))
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []
    with pikepdf.open(draft) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
    assert [p.treatment for p in applied.parts if p.part == "pdf.structure"] == [Treatment.LEFT_OUT]


def test_a_tree_that_leads_in_circles_ends(tmp_path: Path) -> None:
    source, draft = tagged(tmp_path / "source.pdf"), tmp_path / "draft.pdf"
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        top = pdf.Root["/StructTreeRoot"]["/K"]
        top["/K"].append(top)
        pdf.Root["/StructTreeRoot"]["/RoleMap"]["/Title1"] = Name("/Title1")
        pdf.save()
    info, findings, applied = redact(source, draft, [VALUE])
    assert [
        c.name for c in verified(source, draft, info, findings, applied) if c.outcome is not Outcome.PASSED
    ] == []


@pytest.mark.parametrize("named", [False, True], ids=["inline", "named"])
def test_letters_that_a_replacement_hid_are_not_lost_with_it(named: bool, tmp_path: Path) -> None:
    """pdfium tells the replacement of the source, and of the copy, which has none, the glyphs below it."""
    source, draft = tmp_path / "source.pdf", tmp_path / "draft.pdf"
    spoken = Dictionary(ActualText=String(f"Nguyen Van Khuyen {VALUE}"))
    mark = "/P0" if named else f"<</ActualText (Nguyen Van Khuyen {VALUE})>>"
    with Pdf.new() as pdf:
        page_with(
            pdf,
            f"/Span {mark} BDC BT /F0 12 Tf 50 700 Td (hop thu) Tj ET EMC BT /F0 12 Tf 50 600 Td ({VALUE}) Tj ET",
            Properties=Dictionary({"/P0": spoken}),
        )
        source.write_bytes(finish(pdf))
    info, findings, applied = redact(source, draft, (VALUE,))
    assert all(check.outcome is Outcome.PASSED for check in verified(source, draft, info, findings, applied))
    assert not holds(everything_in(draft), VALUE)
