# Everything from a fresh clone. README.md says how to do the same without make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# The scripts of npm find node there.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check

.PHONY: serve build lab check test test-all test-rest words fonts pictures lock audit

serve build lab: $(READY)
	@$(BIN)/betweenus $@

# JupyterLab shows the pages beside the notebooks, once they are there.
lab: _build/html/index.html
_build/html/index.html: | $(READY)
	@$(BIN)/betweenus build

# Quick, and says what is wrong with the code and the course before any test runs.
check: $(READY)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/lint-imports --no-logo
	@$(NPM) --silent run --if-present lint:js
	@$(NPM) --silent run --if-present lint:css
	@$(BIN)/betweenus check

test: check
	@$(BIN)/pytest

test-all: test test-rest

# What `make test-all` has beyond `make test`. What a screen reader says hangs on its haste, so nothing runs beside it.
SPOKEN := tests/journeys/test_spoken.py
test-rest: $(READY)
	@$(BIN)/pytest -m thorough --ignore=$(SPOKEN)
	@$(BIN)/pytest -m thorough -n0 $(SPOKEN)

$(READY): requirements.txt pyproject.toml hatch_build.py package.json package-lock.json
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Between Us needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@echo "Installing into .venv; this takes a minute or two."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements.txt
	@$(BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

# Every word that the engine shows, as messages to translate; then the languages that there are take over what is new.
WORDS := --keyword=N_ --keyword=words --keyword=count:1,2 --keyword=forms:1,2 --no-location --sort-output --omit-header
words: $(READY)
	@$(BIN)/pybabel --quiet extract -F betweenus/locale/babel.cfg $(WORDS) -o betweenus/locale/betweenus.pot betweenus
	@for language in betweenus/locale/*/; do [ ! -d "$$language" ] || $(BIN)/pybabel --quiet update -D betweenus -i betweenus/locale/betweenus.pot -d betweenus/locale -l "$$(basename $$language)"; done

# What one needs only to keep the packages up to date lies apart, so that nobody else installs it.
MAINTAIN := .venv/maintain
$(MAINTAIN)/.ready: requirements-maintain.txt $(READY)
	@$(PYTHON) -m venv $(MAINTAIN)
	@$(MAINTAIN)/bin/python $(PIP_INSTALL) --require-hashes -r requirements-maintain.txt
	@touch $@

# The fonts, from what npm has; only for whoever changes what is in them.
fonts: $(MAINTAIN)/.ready
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(MAINTAIN)/bin/python betweenus/fonts/subset.py

# What README.md shows, from the book as it is now.
pictures: build
	@$(BIN)/python -m docs.pictures

# The locks, from what pyproject.toml asks for. What is pinned stays; `make lock UPGRADE=--upgrade` takes what is newest.
LOCK := $(MAINTAIN)/bin/uv pip compile --quiet --universal --python-version 3.11 --no-annotate --custom-compile-command "make lock" \
	--generate-hashes --only-binary :all: --emit-build-options $(UPGRADE)
TO_BUILD := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")
lock: $(MAINTAIN)/.ready
	@$(BIN)/python -c '$(TO_BUILD)' | $(LOCK) pyproject.toml --extra test - -o requirements.txt
	@$(LOCK) --group maintain -o requirements-maintain.txt
	@$(LOCK) --group hosts -o requirements-hosts.txt

# Asks PyPI and npm which of these versions have known weaknesses; without an answer nothing is known, and it fails.
audit: $(MAINTAIN)/.ready
	@for lock in requirements.txt requirements-maintain.txt requirements-hosts.txt; do $(MAINTAIN)/bin/pip-audit --strict --disable-pip --require-hashes -r $$lock || failed=1; done; \
	$(NPM) audit || failed=1; \
	[ -z "$$failed" ] || { echo "Either a version above has a known weakness, or a service could not be asked; then nothing is known of it." >&2; exit 1; }
