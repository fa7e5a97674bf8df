"""How alike two rows of gray levels are, whatever their brightness and contrast."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def correlation(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float:
    """Pearson's, from -1 to 1; 0 where one of the two is of one level."""
    one, other = one - one.mean(), other - other.mean()
    strength = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return float((one * other).sum()) / strength if strength else 0.0


__all__ = ["correlation"]
