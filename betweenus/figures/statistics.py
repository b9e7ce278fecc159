"""The few statistics that the simulation needs, for arrays of studies at once."""

from statistics import NormalDist

import numpy as np


def critical_t(freedom: int, level: float = 0.05) -> float:
    """How far from zero t must lie to be called significant, on two sides.

    Abramowitz and Stegun, Handbook of Mathematical Functions (1964), equation 26.7.5: an expansion
    around the normal distribution, right to three decimals from 8 degrees of freedom on.
    """
    z = NormalDist().inv_cdf(1 - level / 2)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return sum(term / freedom**power for power, term in enumerate(terms))


def standardised_differences(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Cohen's d of each study: the difference of two groups in standard deviations.

    Args:
        first: one row a study, one column a person.
        second: the other group, of the same shape.
    """
    spread = np.sqrt((first.var(axis=1, ddof=1) + second.var(axis=1, ddof=1)) / 2)
    return (first.mean(axis=1) - second.mean(axis=1)) / spread
