"""```{rubric-card} name```: how the course stands against an instrument, every item with its mark and what earns it."""

from betweenus.project import Project
from betweenus.project.directive import ProjectDirective, part
from betweenus.rubrics.counting import RULES
from betweenus.rubrics.instrument import Instrument, instruments_of
from betweenus.rubrics.marks import raters_of
from betweenus.rubrics.standing import agreement, scores_of, standings_of


class RubricCardDirective(ProjectDirective):
    required_arguments = 1

    def run(self):
        name = self.arguments[0]
        instruments = instruments_of(self.project)
        if name not in instruments:
            raise self.error(f"There is no instrument {name!r}. Write one of: {', '.join(instruments)}.")
        standings = standings_of(self.project)[name]
        for standing in standings:
            self.env.note_dependency(str(standing.unit.path))
        addresses = {standing.unit.name: self.address_of(standing.unit.path) for standing in standings}
        return [part(card(self.project, instruments[name], standings, addresses))]

    def address_of(self, path) -> str:
        return self.address(self.env.path2doc(str(path)))


def card(project: Project, instrument: Instrument, standings: list, addresses: dict[str, str]) -> str:
    return project.words.render(
        "rubrics/card.html",
        instrument=instrument,
        standings=standings,
        addresses=addresses,
        raters=raters_of(project) if instrument.by_hand else [],
        agreement=agreement(project, instrument),
        rules=[(item, RULES[item.counted.rule].says, item.counted) for item in instrument.items if item.counted],
        scores=lambda marking: scores_of(instrument, marking),
        score_of=lambda value: score_of(project, instrument, value),
    )


def score_of(project: Project, instrument: Instrument, value: float | None) -> str:
    """A score as it is shown."""
    if value is None:
        return project.words("does not apply")
    if instrument.score == "share":
        return project.words("%(share)s%%", share=f"{value:.0f}")
    mean = project.words("%(mean)s of %(most)s", mean=f"{value:.1f}", most=max(instrument.marks))
    return project.words.decimals(mean)
