from __future__ import annotations

import plistlib
from pathlib import Path

from redactor.shell import Program
from redactor.shell.macos import entries


def test_workflows_come_go_and_start_the_program(tmp_path: Path) -> None:
    (tmp_path / "Library").mkdir()
    found = entries(Program(("/Applications/Che Dữ Liệu.app/Contents/MacOS/redactor-ui",)), tmp_path)
    for _ in range(2):
        for entry in found:
            entry.install()
    assert {e.state() for e in found} == {"installed"}
    workflows = sorted((tmp_path / "Library" / "Services").iterdir())
    assert len(workflows) == 3
    info = plistlib.loads((workflows[0] / "Contents" / "Info.plist").read_bytes())
    assert "com.adobe.pdf" in info["NSServices"][0]["NSSendFileTypes"]
    flow = plistlib.loads((workflows[0] / "Contents" / "document.wflow").read_bytes())
    script = flow["actions"][0]["action"]["ActionParameters"]["COMMAND_STRING"]
    assert script.startswith("'/Applications/Che Dữ Liệu.app/Contents/MacOS/redactor-ui' --mode ")
    assert '"$@"' in script
    for entry in found:
        entry.remove()
    assert list((tmp_path / "Library").iterdir()) == []
