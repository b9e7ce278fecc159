"""Figures of the page on illness and treatment."""

from betweenus.figures.bars import paired_bars, single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.project import Project


def after_a_cancer_diagnosis(project: Project) -> Chart:
    """How many are sexually active, and how many dissatisfied, with and without a cancer diagnosis."""
    data = read_data(project, "after-a-cancer-diagnosis")
    figure = paired_bars(
        data.column("what"),
        {"with cancer": data.numbers("cancer"), "without": data.numbers("no cancer")},
        limit=100,
        unit=f"Percent\n{data.sample}",
        height=4.6,
        label="{:.1f}",
    )
    return Chart(
        name="after-a-cancer-diagnosis",
        figure=figure,
        data=data,
        title="Sexually active, and dissatisfied, with and without a cancer diagnosis",
        alternative=(
            "Four pairs of bars. Sexually active were 76.0 percent of the men with a cancer diagnosis and 78.5 "
            "percent of those without, 58.2 percent of the women with one and 55.5 percent of those without. "
            "Dissatisfied with their sex life were 30.9 percent of the men with a diagnosis and 19.8 percent of "
            "those without, 18.2 percent of the women with one and 11.8 percent of those without."
        ),
        caption=(
            "Among people of 50 and over in England, about as many were sexually active after a cancer diagnosis "
            "as without one. More of them were dissatisfied with their sex life."
        ),
    )


def spoken_to_about_sex(project: Project) -> Chart:
    """How many people with a heart attack or cancer said that sex had been spoken of."""
    data = read_data(project, "spoken-to-about-sex")
    figure = paired_bars(
        data.column("what"),
        {"women": data.numbers("women"), "men": data.numbers("men")},
        limit=100,
        unit="Percent who said that it was spoken of\nTwo different questions, in different studies",
        height=3.4,
        label="{:.0f}",
    )
    return Chart(
        name="spoken-to-about-sex",
        figure=figure,
        data=data,
        title="Who said that anybody had spoken with them about sex",
        alternative=(
            "Two pairs of bars. In the first month after a heart attack 12 percent of the women and 19 percent of "
            "the men had spoken about sex with a doctor. With cancer, 28 percent of the women and 60 percent of the "
            "men said that someone had spoken of what treatment might do to their sexual life."
        ),
        caption=(
            "Many people with a heart attack or cancer are never spoken to about sex, women even less than men. "
            "Silence is no sign that something isn’t safe or can’t be treated."
        ),
    )


def sex_again_after_a_heart_attack(project: Project) -> Chart:
    """How many people had sex again within a month and a year of a heart attack."""
    data = read_data(project, "sex-again-after-a-heart-attack")
    figure = paired_bars(
        data.column("when"),
        {"women": data.numbers("women"), "men": data.numbers("men")},
        limit=110,
        unit="Percent of those sexually active before\n2,802 people of 18 to 55, US and Spain",
        height=3.2,
        label="{:.1f}",
    )
    return Chart(
        name="sex-again-after-a-heart-attack",
        figure=figure,
        data=data,
        title="Sexually active again after a heart attack",
        alternative=(
            "Two pairs of bars, of people who had been sexually active before. Within one month 54.5 percent of the "
            "women and 63.9 percent of the men were again, within one year 91.3 percent of the women and 94.4 "
            "percent of the men."
        ),
        caption=(
            "Of people under 56 who had been sexually active before a heart attack, more than half were again within "
            "a month, and most within a year. This is no timetable."
        ),
    )


def what_men_were_told(project: Project) -> Chart:
    """How many men had difficulty with erections, by what they had been told of their tablet."""
    data = read_data(project, "what-men-were-told")
    figure = single_bars(
        data.column("told"),
        data.numbers("percent"),
        limit=100,
        unit="Percent with difficulty after 60 days\n114 men, all with the same tablet",
        height=3.0,
        labels=data.column("percent"),
        headings={0: "What they had been told"},
    )
    return Chart(
        name="what-men-were-told",
        figure=figure,
        data=data,
        title="One tablet for blood pressure, and what men had been told of it",
        alternative=(
            "Three bars. Of the men told that the tablet may affect erections, 32 percent had difficulty after 60 "
            "days; of those who knew only its name, 13 percent; of those told neither, 8 percent."
        ),
        caption=(
            "Expecting a side effect can bring it about in part. The men were put into groups by lot, so here what "
            "they were told made the difference. The difficulty is real all the same."
        ),
    )
