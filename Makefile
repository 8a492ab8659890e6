# make setup: everything installed in .venv; make run: the bot; make test: every check;
# make bench DATA=folder: the bot measured beside others.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PEERS := .venv/.peers
PIP := $(BIN)/python -m pip install --quiet --constraint constraints.txt

.PHONY: setup run test bench

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@echo "== setup: installing into .venv"
	$(PYTHON) -m venv .venv
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable ".[dev]"
	@touch $@

run: setup
	@$(BIN)/sawal run

test: setup
	@echo "== style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "== types"
	@$(BIN)/mypy
	@echo "== imports"
	@$(BIN)/lint-imports
	@echo "== knowledge"
	@$(BIN)/sawal check
	@echo "== tests"
	@$(BIN)/pytest --numprocesses auto

bench:
	$(if $(DATA),,$(error say where the data is: make bench DATA=folder; see CONTRIBUTING.md))
	@$(MAKE) --no-print-directory $(PEERS)
	@$(BIN)/python -m tests.benchmarks "$(DATA)" $(OPTIONS)

$(PEERS): $(READY)
	@echo "== bench: installing the peers into .venv"
	$(PIP) --no-build-isolation --editable ".[dev,bench]"
	@touch $@
