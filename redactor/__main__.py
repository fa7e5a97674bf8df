"""``python -m redactor``: the command line, or a worker when the first argument says so."""

from __future__ import annotations

import sys


def main() -> None:
    """Start a worker before anything of the command line is imported, else the command line."""
    if sys.argv[1:2] == ["--worker"]:
        from redactor.worker import run

        run(sys.argv[2:])
    else:
        from redactor.cli import main as cli

        cli()


if __name__ == "__main__":
    main()
