import traitlets as t

from betweenus.project import Project
from betweenus.reflections.reflection import Reflection


class FigureExplorer(Reflection):
    """Steps through figures, each with its own caption, caveat, numbers and words.

    The figures are drawn when the notebook runs and stand in the markup, so they need no kernel later.
    Nothing is answered and nothing is kept.

    Args:
        id: see `Reflection`.
        prompt: what to look for while stepping through.
        frames: 2 to 12 charts, each made by `figure("file.function")`, in their order.

    Example:
        FigureExplorer(id="talk-and-touch", prompt="What do these two studies measure, and what not?",
                       frames=[figure("sleep.hours"), figure("sleep.naps")])
    """

    # The class is named in words, since matplotlib is slow to import and most notebooks need no figure.
    frames = t.List(t.Instance("betweenus.figures.chart.Chart")).tag(content=True)

    @classmethod
    def example_names(cls) -> dict:
        """The example's figures are not those of the course at hand, so its first ones stand in for them."""
        from betweenus.figures.course import charts_of

        project = Project.here()
        charts = (draw(project) for draw in charts_of(project).values())
        return {"figure": lambda name: next(charts)}

    def check(self) -> None:
        super().check()
        if not 2 <= len(self.frames) <= 12:
            raise self.error(f"`frames` has {len(self.frames)} of them; 2 to 12 can be stepped through")
        titles = [chart.title for chart in self.frames]
        repeated = [title for title in titles if titles.count(title) > 1]
        if repeated:
            raise self.error(f"`frames` has the title {repeated[0]!r} twice; give each step its own, or leave one out")

    def context(self) -> dict:
        return {"charts": [(chart, f"{self.id}-{step}-") for step, chart in enumerate(self.frames, 1)]}
