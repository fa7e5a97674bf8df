"""A folder through Dask: for archives that outgrow one machine. Needs the extra ``distributed``.

    python examples/dask_folder.py SOURCE_FOLDER TARGET_FOLDER [SCHEDULER_ADDRESS]

``redactor.redact_file`` is a plain function of paths and data, so any engine with ``concurrent.futures``' interface can
run it; this one uses Dask's. Without an address two processes of this machine do the work. Every machine needs the
program and sees the folders under the same paths.

Each file stands alone here: what one file proves is not searched in the others, and equal values of two files get
different pseudonyms. Where that matters, use ``redactor batch``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, as_completed
from pathlib import Path

from redactor import redact_file
from redactor.batch_walk import list_folder
from redactor.policy import load
from redactor.record import Record


def redact_folder(
    folder: Path, target: Path, executor: Executor, policy_name: str | None = None
) -> Iterator[Record]:
    """Redact every supported file on an executor; records come as files are done.

    Args:
        folder: the sources.
        target: for the copies, which are numbered in the order of the listing: names and folders of sources may tell
            what the copies hide.
        executor: anything with ``submit``.
        policy_name: as in ``redactor.policy.load``.
    """
    policy = load(policy_name)
    suffix = policy.output.suffix
    futures = []
    for number, entry in enumerate(list_folder(folder, target, suffix=suffix).entries, 1):
        copy = target / f"{number:06}{suffix}{entry.path.suffix.lower()}"
        futures.append(executor.submit(redact_file, entry.path, copy, policy))
    for future in as_completed(futures):
        yield future.result()


def main(arguments: list[str]) -> int:
    """Redact a folder on a cluster; exit code 12 if a file has no copy."""
    from distributed import Client, LocalCluster

    folder, target, *address = arguments
    cluster = None if address else LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    failed = 0
    with Client(address[0] if address else cluster) as client:
        processes = set(client.run(os.getpid).values())
        sys.stdout.write(f"{len(processes)} worker processes\n")
        for record in redact_folder(Path(folder), Path(target), client.get_executor()):
            failed += record.status != "verified"
            sys.stdout.write(f"{record.status}  {record.source}  {record.reason}\n")
    if cluster is not None:
        cluster.close()
    return 12 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
