"""Figures of the module on sleep."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, ForestPanel, ForestPlot, bars, intervals
from betweenus.project import Project


def minutes(project: Project) -> Chart:
    """What a training against insomnia changes on average."""
    data = read_data(project, "what-a-training-changes")
    axis = Axis(f"Minutes a night\n{data.sample}", 0, 40)
    return Chart(
        data,
        BarChart(bars(data, "minutes", data.column("what")), axis),
        title="What a training against insomnia changes",
        alternative=(
            "Three bars. People fell asleep 19.03 minutes sooner, lay awake for 26 minutes less and slept "
            "7.61 minutes more."
        ),
        caption="With the training people lay awake less. They slept hardly more in all.",
    )


def minutes_and_doubt(project: Project) -> Chart:
    """The same, with how sure one can be of each number."""
    data = read_data(project, "what-a-training-changes")
    rows = intervals(data, "minutes", data.column("what"))
    axis = Axis(f"Minutes a night\n{data.sample}", -2, 40)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)]),
        title="What a training against insomnia changes, and how sure that is",
        alternative=(
            "Three dots with their ranges, in minutes: asleep sooner 19.03 (14.12 to 23.93), less awake "
            "26 (15.48 to 36.52), more sleep 7.61 (−0.51 to 15.74)."
        ),
        caption="The range of the last one reaches across zero, so sleep in all may not have changed.",
        name="what-a-training-changes-and-doubt",
    )
