# make setup: everything installed in .venv; make run: the bot; make test: every check.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PIP := $(BIN)/python -m pip install --quiet --constraint constraints.txt

.PHONY: setup run test

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
