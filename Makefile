# Everything from a bare python3 (3.11 or newer): `make demo`, `make test`.
BIN := .venv/bin
EXTRAS ?= pictures,serve
LOCK := requirements.lock

# The first python that really runs (a pyenv shim may not), is new enough and can make an environment.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 /usr/bin/python3; do \
	"$$p" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
INSTALL = $(BIN)/uv pip install --quiet --python $(BIN)/python --constraint $(LOCK) --build-constraint $(LOCK) --editable

export UV_PYTHON_DOWNLOADS := never
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV PIP_USER PIP_TARGET PIP_PREFIX

.PHONY: demo test check lock ontology pictures questions clean
.DELETE_ON_ERROR:

demo: .venv/.demo-$(EXTRAS)
	$(BIN)/kg demo

test: .venv/.test-$(EXTRAS)
	$(BIN)/pytest $(PYTEST)

check: .venv/.check-$(EXTRAS)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

lock: $(BIN)/uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --group dev \
		--no-header --no-annotate --generate-hashes pyproject.toml --output-file $(LOCK)

# What is generated and committed: the OWL, SHACL and JSON-LD, and the pictures of the README.
ontology: .venv/.demo-$(EXTRAS)
	$(BIN)/python -m kg.ontology

pictures: .venv/.test-$(EXTRAS)
	$(BIN)/python docs/pictures/make.py

# docs/questions.md, from the headers of queries/ and the seeds' labelled facts.
questions: .venv/.demo-$(EXTRAS)
	$(BIN)/python docs/make_questions.py

$(BIN)/uv:
	@test -s $(LOCK) || { echo '$(LOCK) is missing: see the README, first lock' >&2; exit 1; }
	@test -n "$(PYTHON)" || { echo 'kg needs Python 3.11 or newer with its venv module (Debian: apt-get install python3-venv)' >&2; exit 1; }
	"$(PYTHON)" -m venv .venv
	@sed -n '/^uv==/,/[^\\]$$/p' $(LOCK) > .venv/installer.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .venv/installer.txt

.venv/.demo-$(EXTRAS): $(BIN)/uv pyproject.toml $(LOCK)
	$(INSTALL) '.[$(EXTRAS)]'
	@touch $@

.venv/.test-$(EXTRAS): .venv/.demo-$(EXTRAS)
	$(INSTALL) '.[$(EXTRAS)]' --group test --group browser
	@touch $@

.venv/.check-$(EXTRAS): .venv/.test-$(EXTRAS)
	$(INSTALL) '.[$(EXTRAS)]' --group dev
	@touch $@

clean:
	rm -rf .venv
