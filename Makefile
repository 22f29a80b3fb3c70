# Everything runs in an environment of its own, .venv, made from python3 (3.11 or newer) and kept by constraints.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CITEKIT := $(BIN)/citekit
OUT := demo-output
READY := $(VENV)/.citekit-ready
# The environment as a developer has it, with tools and every optional part.
DEV := $(VENV)/.citekit-dev-ready

.PHONY: demo test bench bib outlets lint types format clean

demo: $(READY)
	@mkdir -p $(OUT)
	@echo
	@echo "$$ citekit extract bib/articles/the-night-ferry.html"
	@$(CITEKIT) extract bib/articles/the-night-ferry.html
	@$(CITEKIT) bib bib/articles -o $(OUT)/refs.bib
	@$(CITEKIT) graph bib/articles -o $(OUT)/graph.gexf
	@$(CITEKIT) read bib/articles/the-night-ferry.html -o $(OUT)/reading.html
	@echo
	@echo "From the sample library (bib/articles, invented articles) citekit wrote:"
	@echo "  $(OUT)/refs.bib       a bibliography of all that they cite"
	@echo "  $(OUT)/graph.gexf     who cites whom; open it in Gephi"
	@echo "  $(OUT)/reading.html   an article with its citations marked and explained; open it in a browser"

test: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist loadgroup $(PYTEST_FLAGS)

bench: $(DEV)
	$(BIN)/python -m tests.bench

bib: $(DEV)
	$(BIN)/python -m tests.golden

outlets: $(DEV)
	$(CITEKIT) outlets format
	$(CITEKIT) outlets check citekit/data/outlets/*.rec

lint: $(DEV)
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "citekit needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(READY): $(BIN)/python pyproject.toml .ci/constraints.txt
	$(BIN)/python -m pip install --quiet --constraint .ci/constraints.txt --editable .
	@touch $@

$(DEV): $(BIN)/python pyproject.toml .ci/constraints.txt
	$(BIN)/python -m pip install --quiet --constraint .ci/constraints.txt --editable '.[all,dev]'
	@touch $@ $(READY)
