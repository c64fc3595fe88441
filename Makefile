# One line per target over the command `followup`: what a target does is in the command, not here.
#   make reports PERIOD=2024-04 COMMITTEE="DNHS DNKS" DATA=data/example OUTPUT=output
PERIOD ?=
COMMITTEE ?=
DATA ?= data/example
OUTPUT ?= output
SECONDS ?= 180
VENV ?= .venv
PYTHON ?= $(shell command -v python3.11 || command -v python3)

BIN := $(VENV)/bin
ONE = $(if $(PERIOD),--period $(PERIOD))
NEWEST = $(if $(UPGRADE),--upgrade)
WHICH = $(ONE) $(foreach code,$(COMMITTEE),--committee $(code)) --data "$(DATA)"

# A misspelt variable would be passed over in silence, and something else than what was meant be built.
KNOWN := PERIOD COMMITTEE DATA OUTPUT SECONDS VENV PYTHON UPGRADE SHELL
GIVEN := $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name)))
UNKNOWN := $(filter-out $(KNOWN) MAKEFLAGS MAKEOVERRIDES -*-command-variables-*-,$(GIVEN))
ifneq ($(UNKNOWN),)
NEAREST := $(shell $(PYTHON) -c 'import difflib, sys; print(*difflib.get_close_matches(sys.argv[1].upper(), sys.argv[2:], n=1))' '$(firstword $(UNKNOWN))' $(KNOWN))
$(error Variabeln $(firstword $(UNKNOWN)) finns inte. $(if $(NEAREST),Den närmaste är $(NEAREST),De som finns är $(KNOWN)))
endif
EMPTY := $(strip $(foreach name,$(filter-out UPGRADE,$(KNOWN)),$(if $(filter command environment,$(firstword $(origin $(name)))),$(if $(strip $($(name))),,$(name)))))
ifneq ($(EMPTY),)
$(error Variabeln $(firstword $(EMPTY)) är tom. Ge den ett värde, eller ta bort den)
endif

.DEFAULT_GOAL := help
.PHONY: help reports all-reports list check-data example lab test nightly check facit docs fuzz bench lock clean

help: ## Visa kommandona
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

reports: $(VENV)/installed ## Bygg periodens rapporter: PERIOD=2024-04 COMMITTEE=DNHS DATA=… OUTPUT=…
	$(BIN)/followup build $(WHICH) --output "$(OUTPUT)"

all-reports: $(VENV)/installed ## Bygg alla perioder i kalendern som har underlag, också planerna
	$(BIN)/followup build --all --data "$(DATA)" --output "$(OUTPUT)"

check-data: $(VENV)/installed ## Kontrollera arbetsböckerna och skriv granskning.html, utan att bygga något
	$(BIN)/followup check $(WHICH) --output "$(OUTPUT)" --marked

list: $(VENV)/installed ## Visa perioder, nämnder och vad som är byggt
	$(BIN)/followup list $(ONE) --data "$(DATA)" --output "$(OUTPUT)"

example: $(VENV)/installed ## Skriv exempeldata på nytt: alltid samma filer
	$(BIN)/followup example --data "$(DATA)"

lab: $(VENV)/installed ## Öppna JupyterLab i mappen notebooks
	$(BIN)/jupyter lab notebooks

test: $(VENV)/installed-dev ## Kör alla tester
	$(BIN)/pytest -n 2 --dist worksteal

nightly: $(VENV)/installed-dev ## Bygg och pröva kalenderns alla rapporter, inte bara ett urval
	FOLLOWUP_EVERY_REPORT=1 FOLLOWUP_EXAMPLES=500 $(BIN)/pytest -n 2 --dist worksteal tests/reports tests/claims tests/disclosure/test_made_up_organisations.py

check: $(VENV)/installed-dev ## Kör formatkontroll, lint, typkontroll och de snabba testerna
	$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/pytest -m "not slow" tests/unit tests/notebooks tests/claims tests/gallery tests/repository

facit: $(VENV)/installed-dev ## Godkänn facit för rapporternas texter som de är nu
	FOLLOWUP_APPROVE=1 $(BIN)/pytest tests/formats tests/reports

docs: $(VENV)/installed-dev ## Skriv docs/kontroller.md, planerna.md, galleri.md och meningar.md på nytt ur regler, planer, diagram och rapporter
	$(BIN)/python -m followup.checks.catalogue > docs/kontroller.md && $(BIN)/python -m followup.command.plan_catalogue > docs/planerna.md && $(BIN)/python -m tests.gallery.catalogue && $(BIN)/python -m tests.claims.catalogue > docs/meningar.md

fuzz: $(VENV)/installed-dev ## Läs skadade arbetsböcker i SECONDS sekunder: inget får falla, inget tal ändras i tysthet
	$(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS)

bench: $(VENV)/installed-dev ## Bygg perioden på vårt sätt och på det vanliga, och jämför
	$(BIN)/python bench/compare.py $(WHICH)

lock: $(VENV)/bin/python ## Lås nya paket i requirements.lock; UPGRADE=1 väljer de nyaste versionerna av alla
	$(BIN)/pip install --quiet uv && $(BIN)/uv pip compile --quiet $(NEWEST) --universal --all-extras --python-version 3.11 --no-header --no-annotate pyproject.toml -o requirements.lock

clean: ## Ta bort alla byggda rapporter och mellanlager
	{ test ! -d "$(OUTPUT)" || find "$(OUTPUT)" -mindepth 1 -maxdepth 1 ! -name README.md \( ! -name '.*' -o -name '.building-*' -o -name .lock \) -exec rm -rf {} +; } && rm -rf .cache bench/results .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml requirements.lock | $(VENV)/bin/python
	@echo "Installerar paketen i $(VENV). Det tar ett par minuter första gången."
	@$(BIN)/pip install --quiet --constraint requirements.lock --editable . && touch $@

$(VENV)/installed-dev: pyproject.toml requirements.lock | $(VENV)/bin/python
	@echo "Installerar paketen och testverktygen i $(VENV). Det tar ett par minuter första gången."
	@$(BIN)/pip install --quiet --constraint requirements.lock --editable ".[dev,cluster]" && touch $@ $(VENV)/installed
