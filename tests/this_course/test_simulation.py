"""The simulation shows what it says: small studies and a file drawer make an effect look large."""

import xml.etree.ElementTree as ET

import ipywidgets
import numpy as np
import pytest

from betweenus.figures.colours import ON_A_PAGE
from figures.simulation import WARNING, Studies, frames, what_small_studies_do
from tests.figures.test_colours import colours, second_as_a_plain_fill

SEEDS = range(20)


def mean_published(**settings) -> float:
    """What readers would take for the effect, on average over a few runs."""
    means = [Studies(**settings, studies=200, seed=seed).published_mean for seed in SEEDS]
    return float(np.mean([mean for mean in means if mean is not None]))


def test_with_everything_published_the_mean_is_about_true():
    assert mean_published(effect=0.2, people=20, only_significant=False) == pytest.approx(0.2, abs=0.03)


@pytest.mark.parametrize("people", [10, 20, 30, 50])
def test_with_only_the_significant_published_small_studies_exaggerate(people):
    assert mean_published(effect=0.2, people=people, only_significant=True) > 0.35


def test_the_smaller_the_studies_the_larger_the_exaggeration():
    means = [mean_published(effect=0.3, people=people, only_significant=True) for people in (20, 50, 200, 1000)]
    assert means == sorted(means, reverse=True)


def test_large_studies_do_not_exaggerate():
    assert mean_published(effect=0.2, people=1000, only_significant=True) == pytest.approx(0.2, abs=0.01)


def test_without_an_effect_one_study_in_twenty_is_significant():
    shares = [Studies(0.0, 20, 200, only_significant=True, seed=seed).published.mean() for seed in SEEDS]
    assert np.mean(shares) == pytest.approx(0.05, abs=0.01)


def test_the_same_settings_give_the_same_studies():
    one, other = (Studies(0.2, 20, 100, only_significant=True) for _ in range(2))
    assert np.array_equal(one.found, other.found)


def test_with_nothing_published_it_says_so():
    nothing = next(studies for seed in range(500) if not (studies := Studies(0.0, 10, 20, True, seed)).published.any())
    assert nothing.published_mean is None
    assert "readers learn nothing" in nothing.words


def test_a_page_needs_no_kernel():
    html = what_small_studies_do()._repr_mimebundle_()["text/html"]
    assert html.count("<svg") == len(frames()) == html.count(f">{WARNING}</text>")
    assert "<script" not in html and "style=" not in html
    assert all(frame.studies.words in html and frame.caption in html for frame in frames())


def test_ids_on_the_page_are_used_once():
    names = [frame.name for frame in frames()]
    assert len(set(names)) == len(names)


def test_its_drawings_keep_to_the_palette_and_can_be_told_apart_in_grey():
    for svg in [ET.fromstring(frame.svg()) for frame in frames()]:
        assert colours(svg) <= set(ON_A_PAGE.values())
        assert second_as_a_plain_fill(svg) == []


def test_what_a_notebook_keeps_is_the_same_each_time():
    one, other = (what_small_studies_do()._repr_mimebundle_() for _ in range(2))
    assert one["text/plain"] == other["text/plain"] == "Simulation: a simulation, not data."
    assert one["text/html"] == other["text/html"]


@pytest.fixture
def simulation():
    return what_small_studies_do()


def test_in_jupyterlab_it_is_a_widget(simulation):
    assert isinstance(simulation, ipywidgets.DOMWidget)
    assert "application/vnd.jupyter.widget-view+json" in simulation._repr_mimebundle_()


@pytest.mark.parametrize(
    ("control", "value"), [("effect", 0.7), ("people", 500), ("studies", 40), ("only_significant", True)]
)
def test_each_control_draws_anew(simulation, control, value):
    before = simulation.drawing.value
    getattr(simulation, control).value = value
    assert simulation.drawing.value != before
    assert WARNING in simulation.drawing.value
    assert simulation.settings.words in simulation.drawing.value
