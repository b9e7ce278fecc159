"""Figures of the page on models of desire."""

from betweenus.figures.bars import paired_bars, single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.project import Project


def which_model_women_chose(project: Project) -> Chart:
    """In which model of desire women saw themselves, in two surveys."""
    data = read_data(project, "which-model-women-chose")
    figure = single_bars(
        data.column("pattern"),
        data.numbers("percent"),
        limit=100,
        unit="Percent of the women in each survey",
        height=5.2,
        labels=data.column("percent"),
        headings={0: "174 women chose one pattern", 4: "157 women, by most of ten occasions"},
    )
    return Chart(
        name="which-model-women-chose",
        figure=figure,
        data=data,
        title="In which picture of desire women saw themselves",
        alternative=(
            "Two groups of four bars. Of 174 women, 40.8 percent chose a mixture, 28.7 a straight line, 19.5 "
            "desire only as an answer, and 10.9 something else. Of 157 women, going by most of ten "
            "occasions, 64.3 percent fitted a straight line, 20.4 both, 14.6 a circle, and 0.7 neither."
        ),
        caption=(
            "No one picture fits most women in both surveys. Asked in another way, the answers come out "
            "otherwise, so the shares say more about the questions than about anyone’s desire."
        ),
    )


def close_enough_to_a_partner(project: Project) -> Chart:
    """Whether people felt too close to a partner, too far, or just right."""
    data = read_data(project, "close-enough-to-a-partner")
    figure = single_bars(
        data.column("how it felt"),
        data.numbers("percent"),
        limit=100,
        unit=f"Percent\n{data.sample}",
        height=2.6,
        labels=data.column("percent"),
    )
    return Chart(
        name="close-enough-to-a-partner",
        figure=figure,
        data=data,
        title="Whether people felt too close to a partner, too far, or just right",
        alternative=(
            "Three bars. Of 732 people with a partner, 57 percent felt too much distance, 37 percent found it "
            "just right, and 5 percent felt too close."
        ),
        caption="Far more people felt too little closeness than too much. Feeling too close does happen.",
    )


def what_a_partner_says_of_a_body(project: Project) -> Chart:
    """How young adults felt after kind and unkind messages about their body."""
    data = read_data(project, "what-a-partner-says-of-a-body")
    figure = paired_bars(
        [f"{row['messages']}:\n{row['what people felt']}" for row in data.rows],
        {"women": data.numbers("women"), "men": data.numbers("men")},
        limit=120,
        unit=f"Percent, by their own account\n{data.sample}",
        height=4.6,
        label="{:.0f}",
    )
    figure.axes[0].set_xticks(range(0, 101, 20))
    return Chart(
        name="what-a-partner-says-of-a-body",
        figure=figure,
        data=data,
        title="What people felt after a partner’s words about their body",
        alternative=(
            "Four pairs of bars. After kind messages 96 percent of women and 89 percent of men felt surer of "
            "their body, and 79 and 74 percent freer in sex. After unkind ones 80 and 66 percent felt shame "
            "or doubt, and 30 and 29 percent were less content with sex."
        ),
        caption=(
            "Young women and men tell of much the same: kind words go with feeling at home in one’s body, "
            "unkind ones with shame."
        ),
    )
