# Two commands do all the set-up themselves:
#   make report   builds the publication of CPT 57511 into build/ and prints where it is
#   make test     runs the tests
# .ci/setup makes .venv from the lock file and installs what WeasyPrint and the tests need.

.PHONY: report test pytest long lint snapshots docs sabotage faults mutation judgement conformance wheels vscode bench benchmarks lock clean

VENV := .venv
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.ready-test
# Tests wait for processes of their own a third of the time.
PYTEST := $(VENV)/bin/pytest -n $(shell expr $$(nproc) \* 3 / 2) --dist worksteal

report: $(READY)
	@$(VENV)/bin/reportkit build 57511

# Tests wait for processes and browsers; the linters run meanwhile.
test: $(TEST_READY)
	@$(MAKE) --no-print-directory -j2 lint pytest

pytest: $(TEST_READY)
	@$(PYTEST)

# The tests that take long and `make test` leaves out: publications of every kind on two papers,
# clusters, kills. docs/tests.md says which and why; TESTS=tests/inputs takes only those below it.
long: $(TEST_READY)
	@$(PYTEST) -m long $(TESTS)

lint: $(TEST_READY)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/deptry src

# Accepts what the rules find now as what they are to find: read the difference before it is committed.
snapshots: $(TEST_READY)
	@$(VENV)/bin/pytest tests/rules --update-snapshots

# Writes the pages that are made from the code: of every rule, every command, and every key of a file.
docs: $(TEST_READY)
	@$(VENV)/bin/reportkit rules --write-docs docs/rules
	@$(VENV)/bin/reportkit dev commands > docs/commands.md
	@$(VENV)/bin/reportkit dev keys --write docs/files
	@$(VENV)/bin/reportkit dev topics docs

# Breaks on purpose what all rules say, in six ways: the tests of each rule have to notice.
sabotage: $(TEST_READY)
	@$(PYTEST) tests/rules
	@.ci/sabotage

# Lets every step of every command that writes fail, find a full disk, or be the last: minutes.
faults: $(TEST_READY)
	@REPORTKIT_ALL_FAULTS=1 $(VENV)/bin/pytest -rP tests/files tests/cli/test_nothing_lost.py tests/cli/test_killed.py

# Changes the code of rules in three hundred places, and lists what no test notices: minutes.
# ARGS="--sample 0" takes all places, ARGS=src/reportkit/rules/small_cell.py one file.
mutation: $(TEST_READY)
	@.ci/mutation $(ARGS)

# The tests that need npm and java; `make test` skips them, but in CI. See docs/conformance.md.
conformance: $(TEST_READY)
	@.ci/conformance

# Feeds all ways in with what Hypothesis makes up: a few minutes. ARGS="--examples 100000 verify" for a
# night; docs/security.md says how long.
fuzz: $(TEST_READY)
	@$(VENV)/bin/python tests/fuzz.py $(ARGS)

# Installs the wheel alone into Python 3.11, 3.12 and 3.13, where they are, builds the example and follows the tutorial: minutes.
# PYTHONS="/opt/python3.12 /opt/python3.13" names others.
wheels: $(TEST_READY)
	@.ci/wheels

# Packs the extension for VS Code into build/reportkit.vsix; it needs npm.
vscode:
	@cd editors/vscode && npm ci --silent --no-audit --no-fund --ignore-scripts && npm run -s package

# Measures reportkit beside other tools in one run, and writes benchmarks/results/: minutes.
bench: $(TEST_READY)
	@$(VENV)/bin/python benchmarks/run.py

benchmarks: $(TEST_READY)
	@for script in $(filter-out benchmarks/run.py benchmarks/catalogue.py,$(wildcard benchmarks/*.py)); do echo "== $$script"; $(VENV)/bin/python $$script || exit 1; done

$(READY): requirements.lock pyproject.toml .ci/setup
	@.ci/setup build

$(TEST_READY): requirements.lock requirements-test.lock pyproject.toml .ci/setup
	@.ci/setup test

# How much of the labelled set tests/judgement/ is found, and what is not. See its README.
judgement: $(TEST_READY)
	@$(VENV)/bin/python tests/judgement/measure.py

lock: $(TEST_READY)
	@.ci/lock

clean:
	rm -rf $(VENV) build/*
