# `make packs` and `make test` are all a newcomer needs; both make what they need in .venv first.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# As pip does for what it installs: where Python may not write it, each start would compile all of it again.
COMPILED := $(BIN)/python -m compileall -q pipeline && \
  $(BIN)/python -c "from pipeline.extract.grammar import keep_ready; keep_ready()"

.PHONY: fuzz kill mutants gallery look packs test lint evaluate bench lock audit release clean help

help:
	@echo "make packs     build the sample session and say where the packs are"
	@echo "make test      everything that must hold: style, types, house rules, tests"
	@echo "make fuzz      spoil sound files at random for SECONDS (600) and read them; findings go to output/fuzz"
	@echo "make kill      end builds, and fail their disk, at fifty moments (KILLS=50); check what they leave"
	@echo "make mutants   change the consent code in small ways (or ROOMS=) and list what no test notices"
	@echo "make evaluate  how well demands are found and described, into benchmarks/extraction.md"
	@echo "make bench     how fast it is beside Typst, WeasyPrint, pandoc, LibreOffice; into benchmarks/"
	@echo "make lock      renew requirements.lock from pyproject.toml"
	@echo "make audit     ask the advisory database about every locked version"
	@echo "make release   wheel, source archive, SBOM and checksums, into dist/"
	@echo "make look      keep the pages anew that the visual tests compare with"
	@echo "make gallery   draw the pages of docs/gallery.md anew"
	@echo "make clean     remove the environment and what was built"

$(READY): requirements.lock pyproject.toml tools/environment
	@PYTHON="$(PYTHON)" sh tools/environment
	@touch $(READY)

packs: $(READY)
	@$(COMPILED)
	@$(BIN)/presession build inputs/upr30

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# What Python compiles of the tests is kept, wherever it is told to keep nothing: each process would do it again.
test: lint
	@sh tools/test-programs
	@$(COMPILED)
	@PYTHONDONTWRITEBYTECODE= $(BIN)/pytest

fuzz: $(READY)
	@$(BIN)/python -m tests.hostile.fuzz --seconds $(or $(SECONDS),600) --seed $(or $(SEED),1)

kill: $(READY)
	@PRESESSION_KILLS=$(or $(KILLS),50) $(BIN)/pytest tests/cli/test_killed.py tests/cli/test_failing_disk.py

mutants: $(READY)
	@PYTHON="$(PYTHON)" sh tools/mutants $(ROOMS)

evaluate: $(READY)
	@$(BIN)/python -m benchmarks.extraction

bench: $(READY)
	@test -x .venv/bench/bin/python || $(PYTHON) -m venv .venv/bench
	@.venv/bench/bin/python -m pip install --quiet --disable-pip-version-check typst weasyprint docxtpl \
	  pypandoc_binary docx2python mammoth pdfminer.six
	@$(COMPILED)
	@$(BIN)/python -m benchmarks.bench

lock: $(READY)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet --upgrade -o requirements.lock

audit: $(READY)
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	@.venv/audit/bin/pip-audit --disable-pip --require-hashes --strict -r requirements.lock

release:
	@PYTHON="$(PYTHON)" sh tools/release

look: $(READY)
	@$(BIN)/python tools/look keep

gallery: $(READY)
	@$(BIN)/python tools/look gallery

clean:
	rm -rf .venv output
