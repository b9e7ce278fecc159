"""Figures of the module on emotional intimacy."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.style import paired_bars


def talking_about_sex() -> Chart:
    """How closely talking about sex goes with satisfaction, by kind of talk."""
    data = read_data("talking-about-sex")
    figure = paired_bars(
        data.column("kind of talk"),
        {
            "with the relationship": data.numbers("satisfaction with the relationship"),
            "with sex": data.numbers("satisfaction with sex"),
        },
        limit=1,
        unit="Correlation r (0 no link, 1 perfect link)",
        height=3.9,
        label="{:.2f}",
    )
    return Chart(
        name="talking-about-sex",
        figure=figure,
        data=data,
        title="How closely talking about sex goes with satisfaction",
        alternative=(
            "Four pairs of bars, all well under half of a perfect link or just above it. How well the talk "
            "goes has the longest bars, 0.43 with satisfaction with the relationship and 0.52 with "
            "satisfaction with sex. How often people talk (0.31 and 0.31) and how much they tell (0.28 "
            "and 0.39) have shorter ones. Overall it is 0.37 and 0.43."
        ),
        caption=(
            "People who talk about sex with their partner tend to be more satisfied, and how well the "
            "talk goes counts for more than how often it happens."
        ),
    )


def tenderness_in_later_life() -> Chart:
    """Physical tenderness and sexual activity among people aged 65 and over."""
    data = read_data("tenderness-in-later-life")
    groups = [
        f"{group.replace(' with', chr(10) + 'with')}\n(n = {people})"
        for group, people in zip(data.column("group"), data.column("people"), strict=True)
    ]
    figure = paired_bars(
        groups,
        {
            "tenderness": data.numbers("physical tenderness"),
            "sexual activity": data.numbers("sexual activity"),
        },
        limit=120,
        unit="Percent, in the past six months",
        height=4.6,
        label="{:.1f}",
    )
    figure.axes[0].set_xticks(range(0, 101, 20))
    return Chart(
        name="tenderness-in-later-life",
        figure=figure,
        data=data,
        title="Tenderness and sexual activity at 65 and over",
        alternative=(
            "Among people with a partner, 83.7 percent of men and 82.9 percent of women had been "
            "physically tender with someone in six months, and 49.5 and 40.4 percent had been sexually "
            "active. Among people without a partner it was 17.1 and 5.2 percent for tenderness and 13.7 "
            "and 1.3 percent for sexual activity."
        ),
        caption=(
            "Most partnered people aged 65 or over in this study were physically tender, while about half of the "
            "men and two in five of the women were sexually active."
        ),
    )
