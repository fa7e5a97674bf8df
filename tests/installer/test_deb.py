"""The .deb's tree and control file, with a stand-in for the frozen program."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from installer.build_deb import build
from installer.licences import direct, needed, texts_of

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")


@pytest.fixture(scope="module")
def payload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("payload")
    (folder / "_internal").mkdir()
    (folder / "_internal" / "data.txt").write_text("x")
    for name in ("redactor", "redactor-ui"):
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    return folder


@needs_dpkg
def test_package_holds_program_links_menus_and_licences(payload: Path, tmp_path: Path) -> None:
    package = build(payload, tmp_path, fast=True)
    listed = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout
    for path in (
        "./opt/che-du-lieu/_internal/data.txt",
        "./usr/bin/redactor -> /opt/che-du-lieu/redactor",
        "./usr/share/applications/che-du-lieu.desktop",
        "./usr/share/nemo/actions/che-du-lieu-1-redact.nemo_action",
        "./usr/share/kio/servicemenus/che-du-lieu.desktop",
        "./usr/share/icons/hicolor/scalable/apps/che-du-lieu.svg",
        "./usr/share/doc/che-du-lieu/licences/pikepdf/",
    ):
        assert path in listed
    owners = {line.split()[1] for line in listed.splitlines()}
    assert owners == {"root/root"}
    assert "-rwxr-xr-x root/root" in next(
        x for x in listed.splitlines() if x.endswith("./opt/che-du-lieu/redactor")
    )
    field = subprocess.run(["dpkg-deb", "-f", package, "Package"], capture_output=True, text=True, check=True)
    assert field.stdout.strip() == "che-du-lieu"


def test_every_dependency_has_a_licence_text() -> None:
    names: set[str] = set()
    for name in direct():
        needed(name, names)
    assert "presidio-analyzer" in names
    assert [name for name in sorted(names) if not texts_of(name)] == []
