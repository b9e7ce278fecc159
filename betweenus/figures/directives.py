"""```{chart} emotional_intimacy.talking_about_sex```: a figure with its caption and its numbers."""

from importlib import import_module

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from betweenus.figures.chart import Chart


class ChartDirective(SphinxDirective):
    required_arguments = 1

    def run(self):
        module, _, name = self.arguments[0].rpartition(".")
        try:
            draw = getattr(import_module(f"betweenus.figures.{module}"), name)
        except (ImportError, AttributeError):
            raise self.error(
                f"There is no figure {self.arguments[0]!r}. Write module.function, as in "
                "emotional_intimacy.talking_about_sex; the modules are in betweenus/figures/."
            ) from None
        chart: Chart = draw()
        return [nodes.raw("", chart.html(), format="html")]
