"""Every place where XLS, XLSB, ODS and CSV hide a value: gone from the copy for an independent checker."""

from __future__ import annotations

import io
import zipfile

import olefile
import pytest

from recognizers.detection import Detector
from redactor.errors import CorruptDocument
from redactor.model import Treatment
from redactor.policy import Policy
from tests.formats_tables import independent
from tests.formats_tables import surfaces_other as surfaces
from tests.formats_tables.road import road

_COPIES = {"xls": "xlsx", "xlsb": "xlsx", "ods": "ods", "csv": "csv"}
_REFUSED = {"csv_mixed_encodings_utf16", "csv_mixed_encodings_utf16_far_down"}


@pytest.fixture(scope="module")
def detector():
    return Detector()


def _files(tmp_path, name):
    suffix = name.partition("_")[0]
    source, draft = tmp_path / f"a.{suffix}", tmp_path / f"b.{_COPIES[suffix]}"
    source.write_bytes(surfaces.build(name))
    return source, draft


def _times(data):
    """How often the first person's name, number or telephone stands in a file, byte for byte."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            around = "".join(archive.namelist()).encode() + archive.comment
            parts = [around, *(archive.read(name) for name in archive.namelist())]
    else:
        parts = [data]
    words = [word.encode(codec) for word in surfaces.VALUES for codec in ("utf-8", "utf-16-le", "utf-16-be")]
    words += [*surfaces.SPELLINGS, str(int(surfaces.NUMBER)).encode()]
    return sum(part.count(word) for part in parts for word in words)


@pytest.mark.parametrize("surface", [name for name in surfaces.SURFACES if name not in _REFUSED])
def test_nothing_is_left(tmp_path, detector, surface):
    source, draft = _files(tmp_path, surface)
    planted = {value for _, value in independent.leftovers(source.read_bytes(), surfaces.VALUES)}
    assert len(planted) >= 3, "the checker must see what was planted"
    done = road(source, draft, detector, Policy(version=1, gaps="cover"))
    assert not done.failed
    assert independent.leftovers(draft.read_bytes(), surfaces.VALUES) == set()
    assert not any(spelling in draft.read_bytes() for spelling in surfaces.SPELLINGS)
    assert independent.leftovers(draft.read_bytes(), (surfaces.KEPT,)), "what is nobody's stays"


@pytest.mark.parametrize("surface", list(surfaces.SURFACES))
def test_each_file_holds_more_than_its_grid(surface):
    suffix = surface.partition("_")[0]
    more = _times(surfaces.build(surface)) - _times(surfaces.build(suffix))
    assert more > 0 or "number_without" in surface or "characters_written_out" in surface


@pytest.mark.parametrize("surface", sorted(_REFUSED))
def test_utf16_behind_utf8_is_refused(tmp_path, detector, surface):
    """What no reader of one encoding can see whole is not copied at all, however far down it stands."""
    source, draft = _files(tmp_path, surface)
    with pytest.raises(CorruptDocument):
        road(source, draft, detector, Policy(version=1, gaps="cover"))
    assert not draft.exists()


@pytest.mark.parametrize(
    ("surface", "part", "treatment"),
    [
        ("xls_note", "xlsx.comment", Treatment.REDACTED),
        ("xls_text_box", "xls.old_drawing", Treatment.LEFT_OUT),
        ("xls_summary_streams", "xlsx.properties", Treatment.LEFT_OUT),
        ("xls_macros_and_embedded_objects", "xlsx.macros", Treatment.LEFT_OUT),
        ("xls_macros_and_embedded_objects", "xlsx.embedded", Treatment.LEFT_OUT),
        ("xls_pivot_cache_and_revisions", "xlsx.pivot_records", Treatment.LEFT_OUT),
        ("xls_pivot_cache_and_revisions", "xlsx.revisions", Treatment.LEFT_OUT),
        ("xls_user_names_and_paths", "xlsx.author", Treatment.LEFT_OUT),
        ("xls_formula_literal_and_result", "xls.formulas", Treatment.LEFT_OUT),
        ("xls_headers_names_and_rules", "xlsx.header_footer", Treatment.LEFT_OUT),
        ("xls_headers_names_and_rules", "xlsx.validation", Treatment.LEFT_OUT),
        ("xls_hyperlink", "xlsx.hyperlink", Treatment.REDACTED),
        ("xls_sheet_name_and_hidden_sheets", "xlsx.hidden_sheet", Treatment.KEPT),
        ("xlsb_other_parts", "xls.formulas", Treatment.LEFT_OUT),
        ("ods_meta", "ods.other", Treatment.LEFT_OUT),
        ("ods_settings", "ods.other", Treatment.LEFT_OUT),
        ("ods_tracked_changes", "ods.extension", Treatment.LEFT_OUT),
        ("ods_hidden_rows_columns_and_sheets", "xlsx.hidden_rows", Treatment.KEPT),
        ("ods_comments", "ods.comment", Treatment.REDACTED),
        ("ods_comments", "xlsx.author", Treatment.LEFT_OUT),
        ("ods_headers_links_and_styles", "ods.header_footer", Treatment.REDACTED),
        ("ods_headers_links_and_styles", "xlsx.author", Treatment.LEFT_OUT),
        ("ods_names_ranges_and_pivots", "ods.defined_name", Treatment.REDACTED),
        ("ods_names_ranges_and_pivots", "ods.pivot", Treatment.REDACTED),
        ("ods_formula_literals", "ods.formula", Treatment.REDACTED),
        ("ods_comments_instructions_and_unknown_xml", "ods.extension", Treatment.LEFT_OUT),
    ],
)
def test_the_record_names_what_the_grid_does_not_show(tmp_path, detector, surface, part, treatment):
    source, draft = _files(tmp_path, surface)
    done = road(source, draft, detector, Policy(version=1, gaps="cover"))
    assert treatment in {hidden.treatment for hidden in done.applied.parts if hidden.part == part}


def test_names_of_ranges_pictures_and_sheets_are_followed(tmp_path, detector):
    policy = Policy(version=1, gaps="cover")
    source, draft = _files(tmp_path, "ods_names_ranges_and_pivots")
    road(source, draft, detector, policy)
    with zipfile.ZipFile(draft) as archive:
        content = archive.read("content.xml").decode()
    assert 'named-expression table:name="_x"' in content
    assert 'table:formula="of:=_x&amp;1"' in content
    source, draft = _files(tmp_path, "ods_pictures")
    road(source, draft, detector, policy)
    with zipfile.ZipFile(draft) as archive:
        names, content = archive.namelist(), archive.read("content.xml").decode()
    for name in ("Pictures/image1.jpg", "Pictures/image2.jpg"):
        assert name in names
        assert f'xlink:href="{name}"' in content


def test_the_old_container_is_one():
    """The files are OLE files to another reader, with every stream in its place."""
    with olefile.OleFileIO(io.BytesIO(surfaces.build("xls_macros_and_embedded_objects"))) as container:
        assert container.exists("_VBA_PROJECT_CUR/VBA/ThisWorkbook")
        assert surfaces.LINE.encode() in container.openstream(f"MBD0001A2B3/{surfaces.NAME}").read()
        assert not container.parsing_issues
