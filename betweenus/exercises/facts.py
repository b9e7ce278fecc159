"""What an exercise's page and its run sheet say first, each fact with its name."""

from betweenus.exercises.exercise import FORMATS, Exercise, module_titles
from betweenus.project import Project

Fact = tuple[str, str]  # its name, and what it says


def facts(project: Project, exercise: Exercise) -> dict[str, Fact]:
    """The facts of an exercise by key, in the order in which they are shown; without those that it lacks."""
    words, front = project.words, exercise.front
    told = {
        "time": (words("Time"), words.count("%(num)s minute", "%(num)s minutes", exercise.minutes)),
        "module": (words("Module"), module_fact(project, exercise)),
        "group": (words("Group"), group_fact(project, exercise)),
        "depth": (words("Depth"), depth_fact(project, exercise)),
        "works": (words("Works"), ", ".join(words(FORMATS[name]) for name in front.formats)),
        "materials": (words("You need"), ", ".join(front.materials) or words("nothing")),
        "knowledge": (words("Aim: knowledge"), front.objectives.knowledge),
        "skill": (words("Aim: skill"), front.objectives.skill),
        "attitude": (words("Aim: attitude"), front.objectives.attitude),
        "not-together-if": (words("Not together if"), front.not_together_if),
        "safety": (words("Watch for"), front.safety),
        "way-out": (words("The way out"), front.way_out),
    }
    return {key: (name, says) for key, (name, says) in told.items() if says}


def module_fact(project: Project, exercise: Exercise) -> str:
    title = module_titles(project)[exercise.front.module]
    if exercise.front.part == "opening":
        return project.words("%(module)s, to open a meeting", module=title)
    if exercise.front.part == "closing":
        return project.words("%(module)s, to close a meeting", module=title)
    return title


def group_fact(project: Project, exercise: Exercise) -> str:
    group = exercise.front.group
    people = project.words("%(fewest)s to %(most)s people", fewest=group.min, most=group.max)
    return f"{people}; {', '.join(exercise.front.shape)}"


def depth_fact(project: Project, exercise: Exercise) -> str:
    depth = exercise.front.depth
    said = {
        1: project.words("1 of 3: nothing personal is asked"),
        2: project.words("2 of 3"),
        3: project.words("3 of 3: goes deep"),
    }
    return said[depth]
