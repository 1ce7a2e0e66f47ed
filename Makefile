# Two commands for a newcomer: `make run` and `make test`. Both set up what they need and reuse what is unchanged.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= out
SURFACE := tests/cli/ tests/web/ tests/e2e/
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test test-core test-surface lint fmt types bench clean lock hooks setup setup-dev
.DEFAULT_GOAL := run

run: setup
	@$(BIN)/zhidian demo --out $(OUT) --live || test $$? -eq 3 # 3: a client's work is kept here, serve it without a demo
	@$(BIN)/zhidian serve

test: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/deptry .
	@$(BIN)/pyright
	@$(BIN)/zhidian check
	@$(MAKE) --no-print-directory -j2 test-core test-surface

# Two halves of about equal length, side by side: what is computed, stored and printed, and what people and programs touch.
test-core: setup-dev
	@$(BIN)/pytest -q --cov --cov-report=term:skip-covered $(filter-out $(SURFACE) tests/__pycache__/,$(wildcard tests/*/ tests/test_*.py))

test-surface: setup-dev
	@$(BIN)/pytest -q $(SURFACE)

setup: $(VENV)/.run
setup-dev: $(VENV)/.dev

$(VENV)/.run: requirements.lock pyproject.toml web/machine.py
	@$(PYTHON) web/machine.py run
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "zhidian: installing the locked Python packages (about a minute the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml web/machine.py
	@$(PYTHON) web/machine.py test
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "zhidian: installing the locked Python packages and the development tools"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lint: setup-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports && $(BIN)/deptry .

fmt: setup-dev
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

types: setup-dev
	$(BIN)/pyright

bench: setup-dev
	$(BIN)/zhidian bench all

hooks: setup-dev
	$(BIN)/pre-commit install

# The locks record hashes and no addresses, so that set-up works against any mirror.
lock: setup-dev
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --group build --group dev pyproject.toml -o requirements-dev.lock -q
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --group build -c requirements-dev.lock pyproject.toml -o requirements.lock -q

clean:
	rm -rf $(VENV) .web .cache $(OUT) build dist *.egg-info .pytest_cache .ruff_cache .hypothesis .coverage .import_linter_cache .states
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
