"""The statistics are those of textbooks."""

import pytest

from betweenus.figures.statistics import critical_t


@pytest.mark.parametrize(("freedom", "printed"), [(8, 2.306), (18, 2.101), (38, 2.024), (198, 1.972), (1998, 1.961)])
def test_the_limit_of_significance_is_the_one_in_printed_tables(freedom, printed):
    assert critical_t(freedom) == pytest.approx(printed, abs=0.0006)
