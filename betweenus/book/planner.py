"""What the page of an evening gives its planner, so that its plans and packs are like those made elsewhere."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from betweenus.exercises.exercise import Exercise, exercises_of
from betweenus.handouts.packs import as_data, files_of, pieces_of, pieces_of_evening
from betweenus.plans.plan import (
    BREAK,
    DEEP,
    LABELS,
    LONGEST_WITHOUT_BREAK,
    MIXED,
    Plan,
    PlanError,
    Wishes,
    make_plan,
)
from betweenus.project import Project
from betweenus.project.course import Course
from betweenus.project.words import Words
from betweenus.stage.slides import exercise_slides, pause_slides

MINUTES = (60, 75, 90, 120, 150, 180)  # that can be asked for
LARGEST = 60  # people


def planner_content(project: Project, folder: Path) -> dict[str, Any]:
    """What can be put into a plan, the plans that stand ready, and what is printed for each, ready for JSON.

    Args:
        project: whose exercises they are.
        folder: where its handouts are.
    """
    exercises, words = exercises_of(project), project.words
    return {
        "exercises": {exercise.name: part_of(exercise, words) for exercise in exercises},
        "break": pause("break", BREAK, words),
        "spare": pause("spare", 1, words),
        "ready": {about: plans(exercises, about) for about in abouts(exercises, project.course)},
        "pieces": as_data(pieces_of_evening(project)),
        "files": files_of(project, folder),
        "deep": DEEP,
        "longest": LONGEST_WITHOUT_BREAK,
    }


def abouts(exercises: Iterable[Exercise], course: Course) -> list[str]:
    """What an evening can be about: each module that has exercises, in the course's order, and all of them."""
    has_some = {each.front.module for each in exercises if each.front.part == "main"}
    modules = [name for name in course.titles if name in has_some]
    return [*modules, *([MIXED] if len(modules) > 1 else [])]


def part_of(exercise: Exercise, words: Words) -> dict[str, Any]:
    front = exercise.front
    return {
        "kind": front.part,
        "title": front.title,
        "about": front.objectives.skill,
        "minutes": exercise.minutes,
        "depth": front.depth,
        "group": (front.group.min, front.group.max),
        "materials": front.materials,
        "slides": exercise_slides(exercise),
        "pieces": as_data(pieces_of(exercise, words)),
    }


def pause(kind: str, minutes: int, words: Words) -> dict[str, Any]:
    return {"kind": kind, "title": words(LABELS[kind]), "minutes": minutes, "slides": pause_slides(kind, minutes)}


def plans(exercises: list[Exercise], about: str) -> dict[int, list[tuple[int, int, list[str]]]]:
    """The plans of each length: for how many people at least and at most, and the names of their parts."""
    return {minutes: list(by_people(exercises, about, minutes)) for minutes in MINUTES}


def by_people(exercises: list[Exercise], about: str, minutes: int) -> Iterable[tuple[int, int, list[str]]]:
    made = [(people, names(exercises, Wishes(minutes, people, about))) for people in range(1, LARGEST + 1)]
    for found, same in groupby(made, key=lambda each: each[1]):
        people = [number for number, _ in same]
        if found:
            yield people[0], people[-1], found


def names(exercises: list[Exercise], wishes: Wishes) -> list[str]:
    """The parts of a plan by name; none when nothing fits."""
    try:
        plan: Plan = make_plan(exercises, wishes)
    except PlanError:
        return []
    named = {"break": lambda item: "break", "spare": lambda item: f"spare-{item.minutes}"}
    return [item.exercise.name if item.exercise else named[item.kind](item) for item in plan.items]
