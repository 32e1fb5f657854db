# Every target sets up all that it needs; `make run` first, `make check` before a commit.
.PHONY: run test lint check package test-package bench web screenshots golden data lock setup clean
.DELETE_ON_ERROR:

SHARED ?= ../shared
EXAMPLES_DB := out/examples.db
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The locks are whole: nothing is looked up beside them.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
# The system's own interpreter, where it is new enough, makes environments and has its headers: one
# that was compiled by hand is often slower by a sixth. Else the first on the path that is new enough.
NEW := import sys; sys.exit(sys.version_info < (3, 11))
WHOLE := import ensurepip, os, sysconfig, venv; os.stat(sysconfig.get_path("include") + "/Python.h")
PYTHON ?= $(shell p=/usr/bin/python3; $$p -c '$(WHOLE); $(NEW)' 2>/dev/null && echo $$p && exit; \
  for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c '$(NEW)' 2>/dev/null && echo $$p && break; done)

run: web  ## read and link the example reports; print their events and one card
	@mkdir -p out && rm -f $(EXAMPLES_DB) $(EXAMPLES_DB)-*
	@$(BIN)/waqai read examples/*.jsonl examples/*.txt --db $(EXAMPLES_DB)
	@$(BIN)/waqai show --db $(EXAMPLES_DB)
	@$(BIN)/waqai show telafar-5 --db $(EXAMPLES_DB)
	@$(BIN)/waqai link --db $(EXAMPLES_DB)
	@printf '%s\n' '' 'Next: . $(BIN)/activate' \
	  '  waqai read YOUR_FILE    then: waqai show; waqai export --format xlsx --output events.xlsx' \
	  '  waqai explain YOUR_FILE  each value, its words and the rules that made it' \
	  '  waqai serve --db $(EXAMPLES_DB)  the incidents in a browser: http://127.0.0.1:8000/'

test: web  ## all tests, warnings are errors
	$(BIN)/python hatch_build.py --silent test
	$(BIN)/python -m pytest

lint: web  ## format, lint, strict types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python hatch_build.py run --silent lint

check: lint test

PACKAGE := build/package
package: $(PACKAGE)/.ready  ## the package as a wheel installs it, compiled (needs a C compiler)

$(PACKAGE)/.ready: $(shell find src -type f ! -name '*.pyc') compile_core.py compile_core.h hatch_build.py pyproject.toml | web
	rm -rf $(PACKAGE)
	WAQAI_COMPILE=always $(PIP) --no-build-isolation --target $(PACKAGE) .
	@touch $@

# What a wheel leaves out and these tests read: the cases beside the rules.
test-package: package  ## the tests of all that is compiled, on the package
	cd src && tar -cf - $$(find waqai -name 'cases*.tsv' -o -name misses.tsv) | tar -xf - -C ../$(PACKAGE)
	PYTHONPATH=$(CURDIR)/$(PACKAGE):$(CURDIR) $(BIN)/python -m pytest tests/text tests/lexicon tests/annotate \
	  tests/events tests/link tests/golden tests/test_determinism.py tests/test_linear_time.py

bench: $(READY)  ## suites, mentions, events, speed against their floors (needs SHARED)
	$(BIN)/python bench/suites.py --shared $(SHARED)
	$(BIN)/python bench/judged.py --shared $(SHARED)
	$(BIN)/python -m bench.read --shared $(SHARED)
	$(BIN)/python -m bench.mentions --shared $(SHARED)
	$(BIN)/python bench/gold.py --shared $(SHARED)
	$(BIN)/python bench/written.py --shared $(SHARED)
	$(BIN)/python bench/incidents.py --shared $(SHARED)
	$(BIN)/python bench/links.py --shared $(SHARED)
	$(BIN)/python bench/relations.py --shared $(SHARED)
	$(BIN)/python bench/speed.py --shared $(SHARED)

golden: $(READY)  ## write the golden records anew; read the difference
	$(BIN)/python -m tests.golden.regenerate

data: $(READY)  ## what the generators and trainers under tools/ need besides
	$(PIP) --require-hashes -r requirements/data.txt

web: $(READY)  ## the pages, where their sources have changed; brings its own Node.js
	@$(BIN)/python hatch_build.py

screenshots: web  ## each page in both languages and themes, into out/screenshots
	$(BIN)/python -m tests.desk.screenshots

setup: $(READY)

$(READY): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Waqai needs Python 3.11 or newer on the path" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-build-isolation -e .
	$(BIN)/python -m pip check
	@touch $@

# Needs uv; run after a change of the dependencies in pyproject.toml.
LOCK = uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal \
  --python-version 3.11 pyproject.toml
lock:
	$(LOCK) -o requirements/run.txt
	$(LOCK) --group dev -o requirements/dev.txt
	$(LOCK) --group data -o requirements/data.txt

clean:
	rm -rf $(VENV) dist build web/node_modules src/waqai/serve/web .pytest_cache .mypy_cache .ruff_cache .hypothesis
