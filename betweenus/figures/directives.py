"""```{chart} communication.a_figure```: a figure with its caption and its numbers."""

from betweenus.figures.course import UnknownFigure, draw
from betweenus.figures.data import sources_of
from betweenus.project.directive import ProjectDirective, part


class ChartDirective(ProjectDirective):
    required_arguments = 1

    def run(self):
        try:
            chart = draw(self.project, self.arguments[0])
        except UnknownFigure as error:
            raise self.error(str(error)) from None
        # They stand in the page's list of studies too, which is what paper has of them.
        return [part(chart.html(is_listed=True), studies=[source.key for source in sources_of(chart.data)])]
