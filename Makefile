.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard dondoc/locale/*/LC_MESSAGES/*.po))
KEYWORDS := -k _ -k N_ -k Refused -k BadInput -k Forbidden -k Absent -k Damaged

.PHONY: help setup demo test lint format types contracts migrations messages lock bench soak ci

help: ## print this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/.installed $(CATALOGUES) ## make .venv from the lock, install the project in it, compile catalogues and code
	@$(BIN)/python -m compileall -q dondoc flows models notifications # else a start may do so each time

.venv/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Dondoc needs Python 3.11 or newer: make setup PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $@

%.mo: %.po .venv/.installed
	@$(BIN)/pybabel --quiet compile -i $< -o $@

demo: setup ## a whole story in a folder of its own, under 90 seconds
	$(BIN)/dondoc demo

test: setup ## the whole test suite, on every core
	$(BIN)/python -m pytest -n logical

lint: setup ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup ## let ruff write the format
	$(BIN)/ruff format .

types: setup ## mypy --strict
	$(BIN)/mypy

contracts: setup ## imports point one way
	$(BIN)/lint-imports

migrations: setup ## from empty to the newest, and no drift from the models
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export DONDOC_DIR="$$folder" \
	  && $(BIN)/alembic upgrade head && $(BIN)/alembic check

messages: setup ## bring the catalogues up to date with the code
	@pot=$$(mktemp) && trap 'rm -f "$$pot"' EXIT \
	  && $(BIN)/pybabel --quiet extract -F pyproject.toml $(KEYWORDS) --no-location --omit-header -o "$$pot" . \
	  && $(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap -D dondoc -i "$$pot" -d dondoc/locale
	@$(MAKE) --no-print-directory setup

lock: setup ## resolve the dependencies anew, with hashes and without addresses
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes --upgrade \
	  --no-strip-extras --no-emit-index-url --no-annotate --no-header -o requirements.lock pyproject.toml

bench: setup ## the measurements, one JSON object a line; SIZE=2000 for a quick look
	@for case in bench/*.py; do PYTHONPATH=tests:bench $(BIN)/python "$$case" $(SIZE) || exit 1; done

soak: setup ## the long tests at full count, on every core
	SOAK=full $(BIN)/python -m pytest -n logical -m soak

ci: ## what the machine that guards main runs
	bash .ci/run
