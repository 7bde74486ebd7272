# What a newcomer runs. `make demo` and `make test` set up all they need in .venv; nothing else is touched.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test lint check sample pictures lock clean

demo: $(READY)  ## build the sample articles into output/ and show what the graph knows
	$(BIN)/kg build examples -o output
	@for question in who-met-whom agreements money-pledged disagreements planned denied; do \
		echo; echo "== kg query --name $$question"; $(BIN)/kg query --name $$question; done
	@echo; echo "The interactive page: $(CURDIR)/output/graph.html"

test: $(READY)  ## run all tests
	$(BIN)/python -m pytest -n auto

lint: $(READY)  ## style, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## all that a change must pass

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $(READY)

sample: $(READY)  ## write output/sample/, which a test keeps equal to what the sample articles give
	$(BIN)/python -m kg build examples -o .sample --quiet
	mkdir -p output/sample && cp .sample/graph.ttl .sample/graph.html output/sample/
	rm -rf .sample

pictures: sample  ## take the README's picture and those that tests compare the page with; needs chromium
	$(BIN)/python -m tests.browser.pictures

lock: $(READY)  ## write the versions that are installed here to constraints.txt
	$(BIN)/python -m pip freeze --exclude-editable \
		| sed -E 's/^(spacy|thinc|blis)==.*/&; python_version < "3.14"/' > constraints.txt

clean:  ## take away what make and the tools wrote
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
