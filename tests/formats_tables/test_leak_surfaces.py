"""Every place where a workbook hides a value: found by the real detection, gone for an independent checker."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
import zipfile

import openpyxl
import pytest

from recognizers.detection import Detector
from redactor.model import Treatment
from redactor.part_names import part_name
from redactor.policy import Policy
from tests.formats_tables import independent, surfaces
from tests.formats_tables.road import road

_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"
"""Commas, quotes, UTF-8."""


@pytest.fixture(scope="module")
def detector():
    return Detector()


@pytest.mark.parametrize("surface", list(surfaces.SURFACES))
def test_nothing_is_left(tmp_path, detector, surface):
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(surfaces.build(surface))
    planted = {value for _, value in independent.leftovers(source.read_bytes(), surfaces.VALUES)}
    assert len(planted) >= 2, "the checker must see what was planted"
    done = road(source, draft, detector, Policy(version=1, gaps="cover"))
    assert not done.failed
    assert independent.leftovers(draft.read_bytes(), surfaces.VALUES) == set()
    assert independent.leftovers(draft.read_bytes(), ("Phòng hành chính",)), "what is nobody's stays"


@pytest.mark.parametrize(
    ("surface", "part", "treatment"),
    [
        ("orphaned_shared_string", "xlsx.orphan_strings", Treatment.LEFT_OUT),
        ("inline_string", "xlsx.formula", None),
        ("formula_literal_and_hyperlink", "xlsx.formula", Treatment.REDACTED),
        ("hidden_sheets", "xlsx.hidden_sheet", Treatment.KEPT),
        ("hidden_rows_and_columns", "xlsx.hidden_rows", Treatment.KEPT),
        ("hidden_rows_and_columns", "xlsx.hidden_columns", Treatment.KEPT),
        ("filtered_rows_and_criteria", "xlsx.filter", Treatment.REDACTED),
        ("custom_views", "xlsx.custom_view", Treatment.LEFT_OUT),
        ("scenarios", "xlsx.scenario", Treatment.REDACTED),
        ("dialog_and_macro_sheets", "xlsx.macros", Treatment.LEFT_OUT),
        ("sheet_name_and_print_titles", "xlsx.sheet_name", Treatment.REDACTED),
        ("defined_names", "xlsx.defined_name", Treatment.REDACTED),
        ("named_style_and_code_names", "xlsx.code_name", Treatment.LEFT_OUT),
        ("number_format_literal", "xlsx.number_format", Treatment.REDACTED),
        ("comments_with_authors", "xlsx.comment", Treatment.REDACTED),
        ("threaded_comments", "xlsx.threaded_comment", Treatment.LEFT_OUT),
        ("threaded_comments", "xlsx.persons", Treatment.LEFT_OUT),
        ("revision_log_and_user_names", "xlsx.revisions", Treatment.LEFT_OUT),
        ("validation_lists_and_prompts", "xlsx.validation", Treatment.REDACTED),
        ("newer_validations_formats_and_sparklines", "xlsx.sparkline", Treatment.KEPT),
        ("conditional_formats", "xlsx.conditional_format", Treatment.REDACTED),
        ("pivot_cache_and_records", "xlsx.pivot_records", Treatment.LEFT_OUT),
        ("slicers_and_timelines", "xlsx.slicer", Treatment.LEFT_OUT),
        ("chart_labels_runs_and_user_shapes", "xlsx.chart", Treatment.REDACTED),
        ("external_link_cache", "xlsx.external_link", Treatment.LEFT_OUT),
        ("connections_queries_and_data_model", "xlsx.connection", Treatment.LEFT_OUT),
        ("connections_queries_and_data_model", "xlsx.data_model", Treatment.LEFT_OUT),
        ("xml_maps_and_single_cells", "xlsx.custom_xml", Treatment.LEFT_OUT),
        ("text_box_in_runs", "xlsx.drawing", Treatment.REDACTED),
        ("embedded_objects", "xlsx.embedded", Treatment.LEFT_OUT),
        ("controls", "xlsx.control", Treatment.LEFT_OUT),
        ("thumbnail", "xlsx.thumbnail", Treatment.LEFT_OUT),
        ("document_properties", "xlsx.author", Treatment.LEFT_OUT),
        ("document_properties", "xlsx.custom_properties", Treatment.LEFT_OUT),
        ("app_properties", "xlsx.app_properties", Treatment.LEFT_OUT),
        ("custom_xml_and_properties", "xlsx.custom_xml", Treatment.LEFT_OUT),
        ("printer_settings", "xlsx.printer_settings", Treatment.LEFT_OUT),
        ("headers_and_footers", "xlsx.header_footer", Treatment.REDACTED),
        ("hyperlinks_and_tooltips", "xlsx.hyperlink", Treatment.REDACTED),
        ("file_paths", "xlsx.file_path", Treatment.LEFT_OUT),
        ("signatures", "xlsx.signature", Treatment.LEFT_OUT),
        ("macros", "xlsx.macros", Treatment.LEFT_OUT),
        ("outside_the_declared_parts", "xlsx.other", Treatment.LEFT_OUT),
        ("duplicate_entries", "xlsx.duplicate_entries", Treatment.LEFT_OUT),
        ("comments_inside_xml", "xlsx.remark", Treatment.LEFT_OUT),
        ("unknown_attributes_and_elements", "xlsx.protected_ranges", Treatment.LEFT_OUT),
    ],
)
def test_the_record_names_what_the_grid_does_not_show(tmp_path, detector, surface, part, treatment):
    source, draft = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(surfaces.build(surface))
    done = road(source, draft, detector, Policy(version=1, gaps="cover"))
    found = {hidden.treatment for hidden in done.applied.parts if hidden.part == part}
    assert treatment in found if treatment else not found
    if treatment is not None:
        assert (
            any(hidden.part == part for hidden in done.scan.hidden_parts) or treatment is Treatment.REDACTED
        )
        assert part_name(part) != part.partition(".")[2].replace("_", " "), "it has a name for people"


def test_references_between_parts_hold(tmp_path, detector):
    """What one part says of another is there: what a spreadsheet program would otherwise offer to repair."""
    for surface in surfaces.SURFACES:
        source, draft = tmp_path / f"{surface}.src.xlsx", tmp_path / f"{surface}.xlsx"
        source.write_bytes(surfaces.build(surface))
        road(source, draft, detector, Policy(version=1, gaps="cover"))
        with zipfile.ZipFile(draft) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        types = parts["[Content_Types].xml"].decode()
        for name, data in parts.items():
            folder, _, file = name.rpartition("/")
            if name.endswith(".rels"):
                owner = posixpath.normpath(posixpath.join(folder, "..", file.removesuffix(".rels")))
                assert file == ".rels" or owner in parts, (surface, name)
                for target in re.findall(r'Target="([^"]*)"(?! TargetMode)', data.decode()):
                    base = posixpath.dirname(folder)
                    found = posixpath.normpath(
                        target.lstrip("/") if target.startswith("/") else f"{base}/{target}"
                    )
                    assert found.lstrip("/") in parts, (surface, name, target)
                continue
            assert f'PartName="/{name}"' in types or name == "[Content_Types].xml", (surface, name)
            rels = parts.get(f"{folder}/_rels/{file}.rels", b"").decode()
            for number in re.findall(rb"""\br:(?:id|embed|link|dm|lo|qs|cs)=["']([^"']+)""", data):
                assert f'Id="{number.decode()}"' in rels, (surface, name, number)
        openpyxl.load_workbook(draft)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_all_copies_open_in_libreoffice(tmp_path, detector):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    copies = tmp_path / "copies"
    copies.mkdir()
    for surface in surfaces.SURFACES:
        source = tmp_path / f"{surface}.xlsx"
        source.write_bytes(surfaces.build(surface))
        road(source, copies / source.name, detector, Policy(version=1, gaps="cover"))
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", _CSV,
         "--outdir", str(tmp_path / "csv"), *map(str, sorted(copies.iterdir()))],
        check=True, capture_output=True, timeout=500,
    )  # fmt: skip
    shown = {path.stem: path.read_text("utf-8", "replace") for path in (tmp_path / "csv").iterdir()}
    assert set(shown) == set(surfaces.SURFACES)
    for surface, text in shown.items():
        assert "Họ và tên" in text, surface
        assert "Phòng hành chính" in text, surface
        assert surfaces.NAME not in text, surface
