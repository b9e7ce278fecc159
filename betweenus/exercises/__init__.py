"""Discussion exercises for groups, one Markdown file each, and forms on paper."""

from betweenus.exercises.exercise import Exercise, Step, exercises_of, read_exercise

__all__ = ["Exercise", "Step", "exercises_of", "read_exercise"]
