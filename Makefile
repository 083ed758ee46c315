# Every target works from a bare clone: each sets up what it needs. `make help` lists them.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8050
STORE ?= case
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test lint check data bench bench-locate bench-zones docs clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/installed ## make .venv with the pinned dependencies

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Leadline needs Python 3.11 or newer; say which: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

.venv/installed-data: .venv/installed
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[data]'
	@touch $@

run: .venv/installed ## serve the dashboard (HOST=, PORT=, STORE=)
	@$(BIN)/leadline serve "$(STORE)" --host "$(HOST)" --port "$(PORT)"

test: .venv/installed-dev ## the tests
	@$(BIN)/pytest -q

lint: .venv/installed-dev ## format, style, types, direction of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

check: lint ## what CI runs: lint, then the tests with the coverage floor
	@$(BIN)/pytest -q --cov --cov-report=term:skip-covered --cov-fail-under=85

data: .venv/installed-data ## derive the geodata and the built-in case anew from open packages
	@$(BIN)/python -m geo.derive
	@$(BIN)/python -m records.case.derive

bench: bench-locate bench-zones ## the benchmarks

bench-locate: .venv/installed ## accuracy and calibration of places, on outside reports
	@$(BIN)/leadline bench locate

bench-zones: .venv/installed ## whose waters and how far the shore, on outside positions
	@$(BIN)/leadline bench zones

docs: .venv/installed-dev ## write the generated parts of the docs
	@$(BIN)/python tests/project/docs_written.py
	@$(BIN)/python tests/project/case_table.py

clean: ## take away what was made here
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
