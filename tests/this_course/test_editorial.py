"""The course keeps the rules that it has set itself."""

from betweenus.editorial import editorial_problems
from betweenus.project.project import Project


def test_the_course_keeps_its_own_editorial_rules(root):
    assert [str(problem) for problem in editorial_problems(Project(root))] == []
