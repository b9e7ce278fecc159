"""What is promised of every figure holds for those of the shipped course."""

from tests.figures.test_colours import test_it_keeps_to_the_palette, test_the_second_colour_is_never_a_plain_fill  # noqa: F401
from tests.figures.test_figures import *  # noqa: F403
from tests.figures.test_on_a_page import *  # noqa: F403
