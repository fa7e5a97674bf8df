"""macOS: a Quick Action per line of the menu, as Automator workflows in the user's ``Library/Services``.

Written after Apple's documentation and workflows that Automator saves; not run on a Mac.
"""

from __future__ import annotations

import plistlib
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from redactor.shell import MENU, VERBS, Entry, Program, Verb
from redactor.shell.pieces import FilePiece

FILE_TYPES: tuple[str, ...] = (
    "com.adobe.pdf",
    "org.openxmlformats.spreadsheetml.sheet",
    "com.microsoft.excel.xls",
    "org.oasis-open.opendocument.spreadsheet",
    "public.comma-separated-values-text",
    "public.tab-separated-values-text",
    "public.plain-text",
    "public.png",
    "public.jpeg",
    "public.tiff",
    "public.folder",
)


def entries(program: Program, home: Path | None = None) -> Sequence[Entry]:
    """The two files of each workflow."""
    services = (home or Path.home()) / "Library" / "Services"
    pieces: list[Entry] = []
    for verb in VERBS:
        contents = services / f"{MENU} - {verb.text}.workflow" / "Contents"
        pieces.append(
            FilePiece("Finder", contents / "Info.plist", _plist(service_info(verb)), services.parent)
        )
        pieces.append(
            FilePiece("Finder", contents / "document.wflow", _plist(workflow(program, verb)), services.parent)
        )
    return pieces


def service_info(verb: Verb) -> dict[str, Any]:
    """What the menu shows and for which files."""
    return {
        "NSServices": [
            {
                "NSMenuItem": {"default": f"{MENU}: {verb.text}"},
                "NSMessage": "runWorkflowAsService",
                "NSRequiredContext": {"NSApplicationIdentifier": "com.apple.finder"},
                "NSSendFileTypes": list(FILE_TYPES),
            }
        ]
    }


def workflow(program: Program, verb: Verb) -> dict[str, Any]:
    """One action: run a shell script, files as its arguments."""
    script = f'{shlex.join(program.with_mode(verb))} "$@" >/dev/null 2>&1 &\n'
    return {
        "AMApplicationVersion": "2.10",
        "AMDocumentVersion": "2",
        "actions": [
            {
                "action": {
                    "ActionBundlePath": "/System/Library/Automator/Run Shell Script.action",
                    "ActionName": "Run Shell Script",
                    "ActionParameters": {
                        "COMMAND_STRING": script,
                        "CheckedForUserDefaultShell": True,
                        "inputMethod": 1,
                        "shell": "/bin/sh",
                        "source": "",
                    },
                    "BundleIdentifier": "com.apple.RunShellScript",
                    "AMAccepts": {"Container": "List", "Optional": True, "Types": ["com.apple.cocoa.path"]},
                    "AMProvides": {"Container": "List", "Types": ["com.apple.cocoa.string"]},
                    "Class Name": "RunShellScriptAction",
                }
            }
        ],
        "connectors": {},
        "workflowMetaData": {
            "serviceInputTypeIdentifier": "com.apple.Automator.fileSystemObject",
            "serviceApplicationBundleID": "com.apple.finder",
            "serviceOutputTypeIdentifier": "com.apple.Automator.nothing",
            "serviceProcessesInput": 0,
            "workflowTypeIdentifier": "com.apple.Automator.servicesMenu",
        },
    }


def _plist(content: dict[str, Any]) -> bytes:
    return plistlib.dumps(content, sort_keys=True)
