# One command for each thing done with Article Atlas; needs only make, a POSIX shell and Python 3.11+.

VENV    := .venv
PY      := $(VENV)/bin/python
PORT    ?= 8501
ADDRESS ?= localhost
CODE    := app.py geodata pages tests
# Streamlit lets pages of its own cloud steer an app that they frame. Elsewhere nobody may.
NOBODY  := --client.allowedOrigins https://nobody.invalid
HOOKS   := pre-commit==4.7.0
QUICK   := tests/model tests/wording tests/checking tests/storage '--ignore-glob=*_properties.py'
NPM     := PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm --silent
SHELL   := /bin/sh

.DEFAULT_GOAL := help
.PHONY: help run serve test check-format check-lint check-types check-browser-code check-tests \
        check-editions check-pythons check-all-else check-browser-side check-core-tests check-browser-tests check-frame-tests \
        geodata bundle contract rooms bench bench-geoparse bench-archive soak coverage format hooks pins languages chromium nginx firefox qgis clean

help: ## List these commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' Makefile

run: $(VENV)/run.stamp ## Install what is needed, start the app, print its address (PORT=, ADDRESS=)
	@exec $(PY) -m streamlit run app.py --server.address "$(ADDRESS)" --server.port "$(PORT)" \
		$(NOBODY)

# Behind a proxy (docs/hosting): no browser is opened, files are not watched.
serve: $(VENV)/run.stamp ## Start the app for a proxy in front of it (PORT=, ADDRESS=, BASE=path)
	@exec $(PY) -m streamlit run app.py --server.address "$(ADDRESS)" --server.port "$(PORT)" \
		--server.baseUrlPath "$(BASE)" --server.headless true --server.fileWatcherType none $(NOBODY)

# -k: a check that fails does not hide what the others find. Two thirds of the browser tests take as
# long as all the rest: both run at once.
test: $(VENV)/test.stamp $(VENV)/languages.stamp node_modules/.stamp chromium nginx firefox qgis ## Install what is needed, then run every check
	@$(MAKE) -k -j2 -Oline --no-print-directory check-all-else check-browser-side

check-all-else: # one after the other
	@$(MAKE) -k -j1 --no-print-directory check-format check-lint check-types check-browser-code \
		check-editions check-core-tests check-frame-tests

check-browser-side: # one after the other
	@$(MAKE) -k -j1 --no-print-directory check-browser-tests check-pythons

check-format: $(VENV)/test.stamp ## Is every Python file formatted?
	$(PY) -m ruff format --check $(CODE)

check-lint: $(VENV)/test.stamp ## Lint
	$(PY) -m ruff check $(CODE)

check-types: $(VENV)/test.stamp ## Types
	$(PY) -m mypy

check-browser-code: node_modules/.stamp ## Browser code: format, types, lint and rooms, bundles, unit tests
	$(NPM) run check-format
	$(NPM) run types
	$(NPM) run lint
	$(NPM) run check-bundle
	$(NPM) test

check-editions: $(VENV)/test.stamp ## Are the editions whole? (python -m geodata check)
	$(PY) -m geodata check

check-tests: $(VENV)/test.stamp ## All tests, or some (ARGS= for pytest)
	$(PY) -m pytest $(ARGS)

# All tests without a browser.
check-core-tests: $(VENV)/test.stamp
	$(PY) -m pytest --deselect tests/browser

# Not a part of `make test`: measuring doubles what these tests take.
coverage: $(VENV)/test.stamp ## How much of the core the tests without a browser run, at least 90 % of its branches
	@mkdir -p .cache
	$(PY) -m coverage run -m pytest --deselect tests/browser
	$(PY) -m coverage report

check-browser-tests: $(VENV)/test.stamp chromium nginx
	$(PY) -m pytest tests/browser $(addprefix --deselect ,$(FRAMES))

# The browser tests of the map's frame, of hosts and of Firefox: so many that both runs take as long.
FRAMES := tests/browser/map tests/browser/hosting tests/browser/firefox
check-frame-tests: $(VENV)/test.stamp chromium nginx firefox
	$(PY) -m pytest $(FRAMES)

# Quick tests with the other Pythons that the app supports, wherever this machine has them.
check-pythons: $(VENV)/test.stamp
	@sh .ci/pythons "$(PY)" "$(VENV)/pythons" $(QUICK)

geodata: $(VENV)/run.stamp ## Build the basemap and the places' geometry again from their sources
	$(PY) -m geodata.basemap $(ARGS)

bundle: node_modules/.stamp ## Build what browsers load (static/atlas/dist) from the browser's modules again
	$(NPM) run bundle

contract: $(VENV)/test.stamp ## Declare page and map data again for the browser code (static/atlas/data.d.ts)
	$(PY) -m tests.contract_types

rooms: $(VENV)/test.stamp ## Draw the rooms of the core again in docs/architecture.md
	$(PY) -m tests.rooms_picture

bench: $(VENV)/test.stamp chromium ## Measure the app beside a plain streamlit-folium app (ARGS=)
	$(PY) -m tests.bench $(ARGS)

bench-geoparse: $(VENV)/test.stamp ## How good and how fast the geoparser is, by the corpora in CORPORA= (ARGS=)
	$(PY) -m tests.geoparse.measure "$(CORPORA)" $(ARGS)

bench-archive: $(VENV)/archive.stamp ## Measure how many articles a second are geoparsed, by one and two workers (ARGS=)
	$(PY) -m tests.archive.bench $(ARGS)

soak: $(VENV)/test.stamp chromium nginx ## Load and fault trials on this machine, a table at the end (ARGS=)
	$(PY) -m tests.soak $(ARGS)

format: $(VENV)/test.stamp node_modules/.stamp ## Format Python and browser code, mend what the linter can
	$(PY) -m ruff check --fix-only $(CODE)
	$(PY) -m ruff format $(CODE)
	$(NPM) run format

hooks: $(VENV)/test.stamp ## Have git run the quick checks before each commit (.pre-commit-config.yaml)
	@$(PY) -m venv $(VENV)/hooks
	@$(VENV)/hooks/bin/python -m pip install --quiet --disable-pip-version-check $(HOOKS)
	$(VENV)/hooks/bin/pre-commit install

pins: $(VENV)/test.stamp ## Pin again, with hashes, what requirements*.in ask for and need in turn
	$(PY) -m tests.pins

languages: $(VENV)/languages.stamp ## Install what reads Russian and French texts

chromium: $(VENV)/test.stamp ## Install a Chromium for the browser tests where none is found
	@sh .ci/chromium "$(PY)"

nginx: $(VENV)/test.stamp ## Install an nginx for the hosting tests where none is found and apt can
	@sh .ci/nginx "$(PY)"

firefox: $(VENV)/test.stamp ## Install a Firefox for its tests where none is found and apt can
	@sh .ci/firefox "$(PY)"

qgis: $(VENV)/test.stamp ## Install a QGIS for its tests where none is found and apt can
	@sh .ci/qgis "$(PY)"

clean: ## Remove what these commands made: .venv, node_modules and caches
	rm -rf $(VENV) node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

$(PY):
	@sh .ci/venv "$(VENV)"

# Stamps: a package is installed again only after its requirements file has changed.
$(VENV)/run.stamp: requirements.txt | $(PY)
	@echo "Installing requirements.txt"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/archive.stamp
	@echo "Installing requirements-dev.txt"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/archive.stamp: requirements-archive.txt $(VENV)/run.stamp
	@echo "Installing requirements-archive.txt"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-archive.txt

$(VENV)/languages.stamp: requirements-languages.txt $(VENV)/run.stamp
	@echo "Installing requirements-languages.txt"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-languages.txt
	@touch $@

# Node itself is a package of requirements-dev.txt; `npm ci` installs exactly what the lock file says.
node_modules/.stamp: package.json package-lock.json .npmrc $(VENV)/test.stamp
	@echo "Installing package-lock.json"
	@$(NPM) ci
	@touch $@
