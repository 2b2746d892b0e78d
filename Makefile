# `make run` starts everything; `make test` proves everything. The steps are small scripts in scripts/.

PORT ?= 8000
export PORT

.DEFAULT_GOAL := help
.PHONY: help run dev seed-all test bench lighthouse screenshots format messages wagtail-messages requirements clean

help:
	@echo "make run           start the portal and the demo villages on http://localhost:$(PORT)"
	@echo "make dev           the same with reloading, for development"
	@echo "make seed-all      give every village of the register a site"
	@echo "make test          every check and test, on SQLite and on PostgreSQL"
	@echo "make bench         every measurement of benchmarks/: speed, growth, weight; tables and JSON"
	@echo "make lighthouse    scores of one page of each type on a phone"
	@echo "make screenshots   pictures of each page type, in docs/screenshots/"
	@echo "make format        format Python code"
	@echo "make messages      collect and compile the strings to translate"
	@echo "make wagtail-messages  the same for what Wagtail lacks in Indonesian"
	@echo "make requirements  compile requirements*.in (UPGRADE=1 takes newer releases)"
	@echo "make clean         remove caches and the virtual environment; data in var/ stays"

# `exec` hands signals to the server itself, so that Ctrl-C stops it cleanly.
run:
	@scripts/environment.sh
	@.venv/bin/python -m scripts.prepare
	@exec .venv/bin/python manage.py serve

dev: export DJANGO_SETTINGS_MODULE = config.settings.dev
dev:
	@scripts/environment.sh dev
	@.venv/bin/python -m scripts.prepare
	@exec .venv/bin/python manage.py runserver $(PORT)

seed-all:
	@scripts/environment.sh
	@.venv/bin/python -m scripts.prepare
	@.venv/bin/python manage.py seed_demo --all-villages

test:
	@exec scripts/test.sh

bench:
	@scripts/environment.sh dev
	@scripts/system_needs.sh
	@scripts/postgres.sh .venv/bin/python -m benchmarks.market
	@scripts/postgres.sh .venv/bin/python -m benchmarks.growth
	@scripts/postgres.sh .venv/bin/python -m benchmarks.explain
	@.venv/bin/python -m benchmarks.weight
	@.venv/bin/python -m benchmarks.pictures
	@.venv/bin/python -m benchmarks.provision
	@.venv/bin/python -m benchmarks.uncached
	@.venv/bin/python -m benchmarks.reload
	@scripts/system_needs.sh wrk nginx
	@.venv/bin/python -m benchmarks.serve

lighthouse:
	@scripts/environment.sh dev
	@scripts/system_needs.sh
	@scripts/system_needs.sh chromium
	@scripts/node_tools.sh lighthouse
	@.venv/bin/pytest -q -s tests/journeys/measure_lighthouse.py

screenshots:
	@scripts/environment.sh dev
	@scripts/system_needs.sh
	@.venv/bin/pytest -q tests/journeys/take_screenshots.py

format:
	@scripts/environment.sh dev
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

messages:
	@scripts/environment.sh dev
	@scripts/messages.sh

wagtail-messages:
	@scripts/environment.sh dev
	@.venv/bin/python -m scripts.wagtail_messages

requirements:
	@scripts/environment.sh dev
	@scripts/requirements.sh $(if $(UPGRADE),--upgrade)

clean:
	rm -rf .venv .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
