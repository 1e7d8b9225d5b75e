# The front door. Each target does its own set-up: the virtual environment, pinned packages, missing Debian libraries.
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; done; echo python3)
endif
BIN := .venv/bin
VIRTUAL := xvfb-run -a -s "-screen 0 1600x1000x24 -nolisten tcp"
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname)))
ARGS ?=
ONLY ?=

.DEFAULT_GOAL := help
.PHONY: help setup setup-screen run test soak tour bench bench-sync load bundle lint server

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup-screen:
	@$(PYTHON) tools/setup.py screen

setup: ## Only the set-up: .venv, pinned packages, Debian libraries
	@$(PYTHON) tools/setup.py tests

ifneq ($(SCREEN),)
run: setup-screen ## The program on the demo municipality with a live centre; with no screen, the tour on a virtual one
	@exec $(BIN)/python -m tools.demo
else
run: tour
endif

test: setup ## All tests, as many side by side as there are cores (ARGS="-n 0": one by one); ARGS="..." goes to pytest
	@exec $(BIN)/python -m pytest -n logical --maxprocesses 4 --dist worksteal $(ARGS)

soak: MINUTES ?= 10
soak: OUT ?= output/soak
soak: setup ## The post for MINUTES=10 under all faults, on from the last run's end or SEED=; soak.json in OUT=output/soak
	@exec $(BIN)/python -m tests.convergence.soak --minutes "$(MINUTES)" --out "$(OUT)" $(if $(SEED),--seed "$(SEED)")

tour: OUT ?= output/tour
tour: setup ## Two desks and a centre through a working day; pictures, papers and tour.json in OUT=output/tour
	@exec $(VIRTUAL) $(BIN)/python -m tests.acceptance.tour --out "$(OUT)"

bench: OUT ?= output/bench
bench: setup ## Figures against limits and peers, bench.json in OUT=output/bench; ONLY=room for one room
	@exec $(VIRTUAL) $(BIN)/python -m tests.bench --out "$(OUT)" $(if $(ONLY),--only "$(ONLY)")

bench-sync: OUT ?= output/bench-sync
bench-sync: setup ## The post beside its peers, bench-sync.json in OUT=output/bench-sync; SNAPSHOT=1000000 letters, too
	@exec $(BIN)/python -m tests.bench.sync --out "$(OUT)" $(if $(ONLY),--only "$(ONLY)") --snapshot "$(or $(SNAPSHOT),0)"

load: OUT ?= output/load
load: setup ## 500 desks of 50 offices on one centre, with a storm of reconnecting; load.json in OUT=output/load
	@exec $(BIN)/python -m tests.bench.load --out "$(OUT)" $(ARGS)

bundle: setup ## One-folder program in dist/, then a smoke test of it
	@exec $(BIN)/python build/bundle.py

lint: setup ## Import contracts, ruff, mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy

server: setup-screen ## The centre; settings: .venv/bin/python -m sync.server --help, ARGS="..."
	@exec $(BIN)/python -m sync.server $(ARGS)
