"""```{settings}```: what a publisher can set, as the engine itself reads it."""

import json

from docutils import nodes

from betweenus.project.directive import ProjectDirective
from betweenus.project.settings import PREFIX, Settings


class SettingsDirective(ProjectDirective):
    def run(self):
        listed = nodes.definition_list()
        for name, field in Settings.model_fields.items():
            default = json.dumps(field.default, ensure_ascii=False)
            term = nodes.term("", "", nodes.literal("", PREFIX + name), nodes.Text(f": {default}"))
            words = nodes.paragraph("", "", *with_code(field.description))
            listed += nodes.definition_list_item("", term, nodes.definition("", words))
        return [listed]


def with_code(text: str) -> list[nodes.Node]:
    """Text in which what stands between backticks is code."""
    parts = enumerate(text.split("`"))
    return [nodes.literal("", part) if index % 2 else nodes.Text(part) for index, part in parts]
