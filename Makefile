# One line per target over the command `followup`: what a target does is in the command, not here.
#   make reports PERIOD=2024-04 COMMITTEE="DNHS DNKS" DATA=data/example OUTPUT=output
PERIOD ?=
COMMITTEE ?=
DATA ?= data/example
OUTPUT ?= output
PYTHON ?= $(shell command -v python3.11 || command -v python3)

BIN := .venv/bin
WHICH = $(if $(PERIOD),--period $(PERIOD)) $(foreach code,$(COMMITTEE),--committee $(code)) --data $(DATA)

.DEFAULT_GOAL := help
.PHONY: help reports list check-data example lab test check approve bench lock clean

help: ## Show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

reports: .venv/installed ## Build the reports that are due: PERIOD=2024-04 COMMITTEE=DNHS DATA=… OUTPUT=…
	$(BIN)/followup build $(WHICH) --output $(OUTPUT)

check-data: .venv/installed ## Check the workbooks without building anything
	$(BIN)/followup check $(WHICH)

list: .venv/installed ## Show periods, committees and what has been built
	$(BIN)/followup list --data $(DATA) --output $(OUTPUT)

example: .venv/installed ## Write the example data again: always the same bytes
	$(BIN)/followup example --data $(DATA)

lab: .venv/installed ## Open JupyterLab on the notebooks
	$(BIN)/jupyter lab notebooks

test: .venv/installed-dev ## Run all tests
	$(BIN)/pytest -n 2

check: .venv/installed-dev ## Format, lint and the fast tests
	$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/pytest -n 2 tests/unit tests/notebooks tests/repository

approve: .venv/installed-dev ## Accept the golden fragments as they are now
	FOLLOWUP_APPROVE=1 $(BIN)/pytest tests/formats tests/reports

bench: .venv/installed-dev ## Build the period our way and the plain way, and compare
	$(BIN)/python bench/compare.py $(WHICH)

lock: .venv/bin/python ## Choose the newest versions of everything and pin them in requirements.lock
	$(BIN)/pip install --quiet uv && $(BIN)/uv pip compile --quiet --upgrade --universal --all-extras --python-version 3.11 --no-header --no-annotate pyproject.toml -o requirements.lock

clean: ## Remove what was built, and the caches
	rm -rf $(filter-out %/README.md,$(wildcard $(OUTPUT)/* $(OUTPUT)/.building-* $(OUTPUT)/.lock)) .cache bench/results .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml requirements.lock | .venv/bin/python
	$(BIN)/pip install --quiet --constraint requirements.lock --editable . && touch $@

.venv/installed-dev: pyproject.toml requirements.lock | .venv/bin/python
	$(BIN)/pip install --quiet --constraint requirements.lock --editable ".[dev,cluster]" && touch $@ .venv/installed
