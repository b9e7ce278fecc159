# Everything from a fresh clone. README.md says how to do the same without make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# The scripts of npm find node there.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm --silent

.PHONY: serve build lab check test test-all test-rest words

serve build lab: $(READY)
	@$(BIN)/betweenus $@

# Quick, and says what is wrong with the code and the course before any test runs.
check: $(READY)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/lint-imports --no-logo
	@$(NPM) run --if-present lint:js
	@$(NPM) run --if-present lint:css
	@$(BIN)/betweenus check

test: check
	@$(BIN)/pytest

test-all: check
	@$(BIN)/pytest -m ""

# What `make test-all` has beyond `make test`.
test-rest: $(READY)
	@$(BIN)/pytest -m thorough

$(READY): requirements.txt pyproject.toml package.json package-lock.json
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Between Us needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@echo "Installing into .venv; this takes a minute or two."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

# Every word that the engine shows, as messages to translate; then the languages that there are take over what is new.
WORDS := --keyword=N_ --keyword=words --keyword=count:1,2 --keyword=forms:1,2 --no-location --sort-output --omit-header
words: $(READY)
	@$(BIN)/pybabel --quiet extract -F betweenus/locale/babel.cfg $(WORDS) -o betweenus/locale/betweenus.pot betweenus
	@for language in betweenus/locale/*/; do [ ! -d "$$language" ] || $(BIN)/pybabel --quiet update -D betweenus -i betweenus/locale/betweenus.pot -d betweenus/locale -l "$$(basename $$language)"; done
