"""Papers of nothing but numbers, as the tagger's trainer reads them."""

import numpy as np

from benchmarks.recognition.tagger_papers import Encoded


def made_paper(seed: int, entries: int) -> Encoded:
    """Return a paper of so many entries, five a line; with an odd seed a table of three columns."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 4, entries)
    return Encoded(
        rng.integers(0, 20, int(sizes.sum())),
        sizes,
        rng.integers(0, 12, entries),
        rng.integers(0, 3, entries),
        rng.integers(0, 4, entries),
        (rng.random(entries) < 0.9).astype(np.float32),
        np.arange(entries) // 5,
        rng.integers(-1, 3, entries) if seed % 2 else np.full(entries, -1),
    )
