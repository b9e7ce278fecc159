"""```{chart} communication.a_figure```: a figure with its caption and its numbers."""

from betweenus.figures.course import UnknownFigure, draw
from betweenus.project.directive import ProjectDirective, part


class ChartDirective(ProjectDirective):
    required_arguments = 1

    def run(self):
        try:
            return [part(draw(self.project, self.arguments[0]).html())]
        except UnknownFigure as error:
            raise self.error(str(error)) from None
