"""The course at home in JupyterLab: prompts that are there at once, the exit, and a panel that leads to the rest.

JupyterLab gets `remote.js` as an extension; the server tells it here of which course it is, and which notebooks are
the installed ones. Without either of them notebooks are what they are in any JupyterLab.
"""


def _jupyter_server_extension_points() -> list[dict]:
    return [{"module": "betweenus.lab"}]


def _load_jupyter_server_extension(server) -> None:
    from betweenus.lab.server import add_home

    add_home(server)
