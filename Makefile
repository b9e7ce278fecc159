# Everything from a fresh clone. README.md says how to do the same without make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: serve build lab test test-all

serve build lab: $(READY)
	@$(BIN)/betweenus $@

test: $(READY)
	@$(BIN)/pytest

test-all: $(READY)
	@$(BIN)/pytest -m ""

$(READY): requirements.txt pyproject.toml package.json package-lock.json
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Between Us needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@echo "Installing into .venv; this takes a minute or two."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@
