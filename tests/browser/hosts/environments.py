"""Other hosts, each in an environment of its own below `.venv`, made once from its lock and used again."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from filelock import FileLock

from tests.conftest import ROOT

HOME = Path(sys.prefix) / "hosts"
PYTHON_LOCK = ROOT / "requirements-hosts.txt"
MYST = Path(__file__).with_name("myst")
MYST_LOCK = MYST / "package-lock.json"


class HostMissing(RuntimeError):
    """A host could not be installed, so nothing is known of it; the message says which."""


def python_hosts() -> Path:
    """The folder of an environment with marimo and JupyterLite, in which the project and its packages are too."""
    return environment(PYTHON_LOCK, install_python)


def myst() -> Path:
    """The folder of an environment with mystmd, and with what its theme shows widgets with."""
    return environment(MYST_LOCK, install_myst)


def environment(lock: Path, install) -> Path:
    """Install once for all processes; another lock makes another environment."""
    folder = HOME / hashlib.sha256(lock.read_bytes()).hexdigest()[:12]
    HOME.mkdir(exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not (folder / ".ready").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            install(folder)
            (folder / ".ready").touch()
    return folder


def install_python(folder: Path) -> None:
    run([sys.executable, "-m", "venv", folder], PYTHON_LOCK)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "-r", PYTHON_LOCK], PYTHON_LOCK)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (site / "project.pth").write_text(f"{sysconfig.get_path('purelib')}\n{ROOT}\n", encoding="utf-8")
    # What shows widgets in JupyterLab, JupyterLite takes from its own environment.
    extensions = Path("share", "jupyter", "labextensions")
    for name in ("@jupyter-widgets", "anywidget"):
        shutil.copytree(Path(sys.prefix) / extensions / name, folder / extensions / name)


def install_myst(folder: Path) -> None:
    folder.mkdir()
    for name in ("package.json", MYST_LOCK.name):
        shutil.copy(MYST / name, folder)
    run([npm(), "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], MYST_LOCK, cwd=folder)


def npm() -> str:
    return str(Path(sys.executable).with_name("npm"))


def run(command: list, lock: Path, **options) -> None:
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [*map(str, command)], env=os.environ | {"PATH": paths}, capture_output=True, text=True, **options
    )
    if done.returncode:
        raise HostMissing(f"What {lock.name} names could not be installed, so it is not tried.\n{done.stderr[-2000:]}")
