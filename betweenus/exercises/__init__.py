"""Discussion exercises for groups: one Markdown file each, in `exercises/`."""

from betweenus.exercises.exercise import Exercise, Step, read_exercise, read_exercises

__all__ = ["Exercise", "Step", "read_exercise", "read_exercises"]
