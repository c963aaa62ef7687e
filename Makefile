# `make demo` shows the main job, `make test` passes the tests, `make check` runs what CI runs.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: help demo test check lint types layers docs bench fidelity fuzz peers clean

help:
	@sed -n 's/^\([a-z]*\):.*## /make \1  — /p' Makefile

$(READY): pyproject.toml requirements.txt requirements-dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(READY) ## draft, redline and print the Albuquerque matter into build/demo/
	$(BIN)/ordain demo --output build/demo --force

test: $(READY) ## run the tests
	$(BIN)/pytest --numprocesses auto --dist loadgroup

lint: $(READY) ## style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY) ## types
	$(BIN)/mypy

layers: $(READY) ## layers and owners of libraries
	$(BIN)/lint-imports

docs: $(READY) ## write anew the pages that the program knows best: commands, checks, force
	$(BIN)/python -m tests.write_docs
	$(BIN)/python -m tests.write_checks
	$(BIN)/python -m tests.force.write_page

bench: $(READY) peers ## what a redline costs, beside the peers, into docs/benchmarks.md
	$(BIN)/python -m benchmarks.compare --write
	$(BIN)/python -m benchmarks.longbill --write
	$(BIN)/python -m benchmarks.prints --write
	$(BIN)/python -m benchmarks.speed --write

fidelity: $(READY) peers ## how faithful redlines are, beside the peers, into docs/benchmarks.md
	$(BIN)/python -m benchmarks.fidelity --write

fuzz: $(READY) ## redline thousands of damaged files of the shared corpus
	$(BIN)/python -m tests.fuzz

peers: $(READY) # the peers that can be installed, each in a venv of its own
	$(BIN)/python -m benchmarks.peers

check: lint types layers ## everything that CI runs: lint, types, layers, tests, coverage of the core
	$(BIN)/pytest --numprocesses auto --dist loadgroup --cov --cov-report=
	$(BIN)/coverage report --fail-under=100

clean: ## remove what was built
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
