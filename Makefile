# The first target that needs it sets everything up: .venv from requirements.lock, Graphviz, fonts.
PYTHON ?=
GOLD ?= ../shared/gold/zh-train
ARGS ?=

PY := .venv/bin/python
CLAIMS := .venv/bin/claims

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup system demo test check format scores bench soak train lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup: .venv/.ready .venv/.system ## what every other target needs; nothing to do the second time

# The stamp holds the folder it was made in: a copied .venv would run the other folder's code.
ifneq ($(shell cat .venv/.ready 2>/dev/null),$(CURDIR))
.PHONY: .venv/.ready
endif
.venv/.ready: requirements.lock pyproject.toml .ci/setup.sh
	@PYTHON='$(PYTHON)' .ci/setup.sh
	@echo '$(CURDIR)' > $@

# Tried once for each .venv, so that a machine without network is not asked again and again.
.venv/.system: .ci/system.sh | .venv/.ready
	@.ci/system.sh
	@touch $@

# Only the tests look at pages, so only they bring a browser.
.venv/.browser: .ci/system.sh | .venv/.ready
	@.ci/system.sh browser
	@touch $@

system: ## Graphviz, a Chinese font and Chromium, or the command that installs them
	@.ci/system.sh browser

demo: setup ## the article of seeds/: who said what, who disputes whom; page and pictures in out/
	@mkdir -p out
	@$(CLAIMS) extract seeds/ --format jsonl > out/seed.jsonl
	@$(CLAIMS) extract out/seed.jsonl --format table
	@echo
	@$(CLAIMS) report out/seed.jsonl -o out

test: setup .venv/.browser ## the whole suite; ARGS="-k quotes" for a part
	@$(PY) -m pytest -n auto $(ARGS)

check: setup ## lint, format, types, import contracts
	@.ci/check.sh

format: setup ## mend what lint and format can mend by themselves
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

scores: setup ## the figures on the gold sets of ../shared, where there are any
	@$(PY) tests/benchmarks/scores.py $(ARGS)

bench: setup ## timings and memory
	@$(PY) -m pytest -m bench -s tests/benchmarks $(ARGS)

soak: setup .venv/.browser ## the long runs
	@$(PY) -m pytest -m soak $(ARGS)

train: setup ## the taggers from a folder of gold files: make train GOLD=FOLDER
	@$(CLAIMS) train '$(GOLD)' $(ARGS)

lock: setup ## requirements.lock from pyproject.toml; ARGS=--upgrade for newer releases
	@.ci/lock.sh $(ARGS)

clean: ## what the other targets made, but .venv
	@rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find claims tests -name __pycache__ -type d -prune -exec rm -rf {} +
