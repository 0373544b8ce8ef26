# Everything sets itself up in .venv; nothing is done twice.
PYTHON ?= python3
AS_OF  ?= 2024-10-31
# Entries, by commas, or all; nothing is up to 100,000.
SIZES  ?=
BENCH_DIR ?= .bench
BIN    := .venv/bin
RUN    := .venv/.run-ready
DEV    := .venv/.dev-ready
PEERS  := .venv-bench/.ready
SITE   := .venv-docs/.ready
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help status test test-web check docs audit stress backtest bench bench-rollup eval-draft golden schema clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "需要 Python 3.11 或更新版本：make PYTHON=python3.12 …  / Python 3.11 or later is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || $(PYTHON) -m virtualenv .venv || \
	  { echo "无法建立虚拟环境；Debian/Ubuntu 请先安装 python3-venv  / cannot make a virtual environment; on Debian or Ubuntu install python3-venv first" >&2; exit 1; }
	@touch $@

$(RUN): .venv/.made pyproject.toml constraints/run.txt constraints/dev.txt constraints/build.txt
	@$(PIP) install --requirement constraints/build.txt
	@$(PIP) install --constraint constraints/run.txt --constraint constraints/dev.txt --no-build-isolation \
	  --editable '.[xlsx,ods,docx,charts,workdays,ics]'
	@touch $@

$(DEV): $(RUN) constraints/dev.txt
	@$(PIP) install --constraint constraints/dev.txt --no-build-isolation --editable '.[dev]'
	@touch $@

status: $(RUN) ## the state of this repository's own workspace (AS_OF=2024-09-20 for another day)
	@$(BIN)/tracker status --as-of $(AS_OF)

test: $(DEV) ## all tests
	@$(BIN)/python -m pytest

# Debian's Chromium is installed where it is missing and this may be done.
test-web: $(DEV) ## the page for leaders in a real browser (headless Chromium)
	@command -v chromium > /dev/null || { \
	  root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	  $$root apt-get update -qq > /dev/null && \
	  DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends chromium > /dev/null; } || \
	  { echo "需要 Chromium（Debian：apt-get install chromium）  / Chromium is needed: apt-get install chromium" >&2; exit 1; }
	@$(BIN)/python -m pytest tests/web -n 0

check: $(DEV) ## style, types, layers, and this repository's own workspace
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/tracker check
	@$(BIN)/tracker audit > /dev/null

$(SITE): constraints/docs.txt
	@$(PYTHON) -m venv .venv-docs && \
	  .venv-docs/bin/python -m pip --disable-pip-version-check --quiet install --requirement $<
	@touch $@

# Chinese stands first in the site, English in the repository: X.md with a twin is called X.en.md there.
docs: $(SITE) ## the documentation as a site that needs no network: site/index.html; a broken link fails
	@rm -rf .site-pages && mkdir .site-pages && cp -r README*.md ARCHITECTURE*.md SECURITY*.md CHANGELOG.md docs .site-pages
	@find .site-pages -name '*.zh-CN.md' | while read -r twin; do \
	  mv "$${twin%.zh-CN.md}.md" "$${twin%.zh-CN.md}.en.md"; done
	@NO_MKDOCS_2_WARNING=1 .venv-docs/bin/mkdocs build --strict --quiet
	@rm -rf .site-pages

audit: $(RUN) ## this repository's catalogue against its policy text: words, owners, and every number
	@$(BIN)/tracker audit

stress: $(DEV) ## the long form of the stress tests (many writers, kills, merges, hostile files) and of the laws
	@TRACKER_STRESS=1 $(BIN)/python -m pytest tests/stress tests/properties -n 2

backtest: $(DEV) ## how good the forecasts and early warnings are, on simulated histories (docs/forecast.md)
	@PYTHONPATH=benchmarks $(BIN)/python -m backtest

# A peer that cannot be installed is left out, and the tables say so.
$(PEERS): constraints/bench.txt
	@{ $(PYTHON) -m venv .venv-bench && \
	  .venv-bench/bin/python -m pip --disable-pip-version-check --quiet install --requirement $<; } && touch $@ || \
	  echo "beancount was not installed" >&2

bench: $(DEV) $(PEERS) ## time and memory beside other programs (SIZES=all for a million entries, some minutes)
	@PYTHONPATH=benchmarks $(BIN)/python -m scale --sizes "$(SIZES)" --folder "$(BENCH_DIR)" \
	  --page docs/performance-figures.md --json benchmarks/scale/figures.json

bench-rollup: $(DEV) ## time and memory of roll-ups of made-up districts (docs/rollup-figures.md; some minutes)
	@PYTHONPATH=benchmarks $(BIN)/python -m rollup --folder "$(BENCH_DIR)/rollup" \
	  --page docs/rollup-figures.md --json benchmarks/rollup/figures.json

eval-draft: $(DEV) ## how well drafts agree with annotated texts (docs/draft.md)
	@PYTHONPATH=benchmarks $(BIN)/python -m draft

golden: $(DEV) ## rewrite the outputs in the manual and the golden files; read the diff
	@$(BIN)/python -m pytest --golden

schema: $(DEV) ## write the JSON Schemas of both file formats
	@$(BIN)/tracker schema catalogue -o schema/catalogue.schema.json
	@$(BIN)/tracker schema progress -o schema/progress.schema.json
	@$(BIN)/tracker schema indicators -o schema/indicators.schema.json

clean: ## remove what make made
	@rm -rf .venv .venv-bench .venv-docs .site-pages site .bench .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
