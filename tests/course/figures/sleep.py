"""Figures of the module on sleep."""

from betweenus.figures.bars import single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.intervals import Row, forest
from betweenus.project import Project


def minutes(project: Project) -> Chart:
    """What a training against insomnia changes on average."""
    data = read_data(project, "what-a-training-changes")
    figure = single_bars(
        data.column("what"),
        data.numbers("minutes"),
        limit=40,
        unit=f"Minutes a night\n{data.sample}",
        height=2.6,
        labels=data.column("minutes"),
    )
    return Chart(
        name="what-a-training-changes",
        figure=figure,
        data=data,
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
    columns = (data.column("what"), *(data.numbers(name) for name in ("minutes", "low", "high")))
    figure = forest(
        project.words,
        [Row(*row) for row in zip(*columns, strict=True)],
        limits=(-2, 40),
        unit=f"Minutes a night\n{data.sample}",
        height=2.6,
    )
    return Chart(
        name="what-a-training-changes-and-doubt",
        figure=figure,
        data=data,
        title="What a training against insomnia changes, and how sure that is",
        alternative=(
            "Three dots with their ranges, in minutes: asleep sooner 19.03 (14.12 to 23.93), less awake "
            "26 (15.48 to 36.52), more sleep 7.61 (−0.51 to 15.74)."
        ),
        caption="The range of the last one reaches across zero, so sleep in all may not have changed.",
    )
