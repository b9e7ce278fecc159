"""Figures of the module on communication."""

from betweenus.figures.bars import range_bars, single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data

CORRELATION = "Correlation r (0 no link, 1 perfect link)"


def sexual_communication_and_function() -> Chart:
    """How closely talking about sex goes with areas of sexual life."""
    data = read_data("sexual-communication-and-function")
    figure = single_bars(
        data.column("area"),
        data.numbers("correlation"),
        limit=1,
        unit=f"{CORRELATION}\n{data.sample}",
        height=3.9,
        labels=data.column("correlation"),
    )
    return Chart(
        name="sexual-communication-and-function",
        figure=figure,
        data=data,
        title="How closely talking about sex goes with areas of sexual life",
        alternative=(
            "Seven bars on an axis from 0, no link, to 1, a perfect link. Overall it is 0.35. Each single area is "
            "lower: orgasm 0.23, arousal 0.21, erection 0.19, lubrication 0.17, desire 0.16, and less pain 0.12."
        ),
        caption=(
            "People who talk about sex with their partner tend to report fewer difficulties, but in each single area "
            "the link is small."
        ),
    )


def sexual_communication_by_sample() -> Chart:
    """How much that link differs from one group of studies to another."""
    data = read_data("sexual-communication-by-sample")
    figure = single_bars(
        data.column("studies of"),
        data.numbers("correlation"),
        limit=1,
        unit=f"{CORRELATION}\n{data.sample}",
        height=4.1,
        labels=data.column("correlation"),
        headings={0: "Who was asked", 3: "Where they live"},
    )
    return Chart(
        name="sexual-communication-by-sample",
        figure=figure,
        data=data,
        title="Talking about sex and sexual life as a whole: the link is not the same everywhere",
        alternative=(
            "Five bars on an axis from 0 to 1. Among married people the link is 0.47, in mixed groups 0.31, among "
            "dating people 0.11. In studies from outside the US it is 0.39, in studies from the US 0.12."
        ),
        caption=(
            "The link between talking about sex and sexual life differs a lot from one group of studies to another, "
            "so no one number fits everybody."
        ),
    )


def guessing_a_partners_feelings() -> Chart:
    """How closely guessing a partner's feelings right goes with satisfaction."""
    data = read_data("guessing-a-partners-feelings")
    figure = single_bars(
        data.column("feelings"),
        data.numbers("correlation"),
        limit=1,
        unit=f"{CORRELATION}\n{data.sample}",
        height=2.6,
        labels=[*data.column("correlation")[:2], f"{data.column('correlation')[2]}, could be chance"],
    )
    return Chart(
        name="guessing-a-partners-feelings",
        figure=figure,
        data=data,
        title="How closely guessing a partner’s feelings goes with satisfaction",
        alternative=(
            "Three short bars on an axis from 0, no link, to 1, a perfect link: 0.134 for all feelings, 0.171 for "
            "unpleasant feelings, and 0.068 for pleasant feelings, which could be chance."
        ),
        caption=(
            "People who guess their partner’s feelings right tend to be only a little more satisfied. Nobody needs "
            "to be a mind reader."
        ),
    )


def caring_with_and_without_forgetting_oneself() -> Chart:
    """How closely caring for another goes with well-being, by whose well-being it is."""
    data = read_data("caring-and-forgetting-oneself")
    ranges = [
        (low, high) if link == "yes" else None
        for link, low, high in zip(
            data.column("link"), data.numbers("lowest"), data.numbers("highest"), strict=True
        )
    ]
    figure = range_bars(
        data.column(data.columns[0]),
        ranges,
        limit=1,
        unit=f"{CORRELATION}\n{data.sample}",
        height=4.3,
        none="no link found",
    )
    return Chart(
        name="caring-and-forgetting-oneself",
        figure=figure,
        data=data,
        title="Caring for another person, with and without forgetting oneself",
        alternative=(
            "Bars that reach from the lowest to the highest link found, on an axis from 0 to 1. For the person who "
            "cares, the link with how the relationship feels is 0.11 to 0.44; for the other person 0.11 to 0.15. With "
            "the life of the one who cares it is 0.12 to 0.16 if own needs stay in view. If own needs are "
            "forgotten, no link was found."
        ),
        caption=(
            "Caring for somebody goes with better relationships. It goes with the carer’s own well-being only where "
            "the carer’s needs count too."
        ),
    )
