"""How soon the simulation has drawn its studies anew when a slider is moved.

python -m bench.simulation
"""

import statistics
import time
from pathlib import Path

from betweenus.figures.course import draw
from betweenus.project import Project

RUNS = 7


def main() -> None:
    simulation = draw(Project.here(Path(__file__).parent), "simulation.what_small_studies_do")
    simulation.people.value = 1000
    taken = [seconds(simulation, studies) for studies in [180, 200] * RUNS]
    print(f"200 studies of 1,000 people: {statistics.median(taken):.3f} s ({min(taken):.3f} to {max(taken):.3f})")


def seconds(simulation, studies: int) -> float:
    begin = time.perf_counter()
    simulation.studies.value = studies
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
