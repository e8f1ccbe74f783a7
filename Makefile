# The only commands to learn; `make help` lists them.

PREFIX ?= $(HOME)/.local
ARGS ?=
SWIFT ?= swift
BENCH ?=
PYTEST ?=

# System packages by their Debian names: SQLite's headers for the build, zlib's for the client's HTTP library, strace
# for the test that watches what is synced before an answer.
BUILD_PACKAGES := libsqlite3-dev zlib1g-dev
POSTGRES_PACKAGES := libpq-dev pkg-config
TEST_PACKAGES := $(BUILD_PACKAGES) $(POSTGRES_PACKAGES) postgresql strace
BENCH_PACKAGES := $(BUILD_PACKAGES) gcc libc6-dev python3
PEER_PACKAGES := nginx-light libnginx-mod-nchan

# PostgreSQL's store is built in where its library is found, which a target's own prerequisites may have installed.
TRAITS = $(shell scripts/has-libpq && echo --traits PostgreSQL)

# One set of flags for building and running the tests, so that nothing is built twice.
TEST_FLAGS = $(TRAITS) --explicit-target-dependency-import-check error
RELEASE_FLAGS = $(TRAITS) -c release $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
BINARIES := monitor-server monitor-cli

# Swift Testing starts every test at once by default: then each one's waits last as long as all others' work together.
TEST_WIDTH := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=6

# The folder of the binaries that tests run.
DEBUG_BINARIES = MONITOR_BIN_DIR="$$($(SWIFT) build --show-bin-path $(TEST_FLAGS))"

.PHONY: help run run-postgres test test-postgres test-packages postgres-packages test-browser screenshots build check lint bench install uninstall toolchain build-packages clean
.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "  make run ARGS='--bind 127.0.0.1:4000'   passes flags to the server"
	@echo "  make bench BENCH='--only fanout'        passes flags to Benchmarks/run.py; PEERS=1 installs nginx and nchan"
	@echo "  make install PREFIX=/usr/local          installs elsewhere than ~/.local"

run: build ## Install what the system lacks, build for release and start the server
	@$(if $(findstring --bind,$(ARGS)),,echo "Monitor: http://$${MONITOR_BIND:-127.0.0.1:3000}/dashboard (Ctrl-C ends it)")
	@exec bin/monitor-server $(ARGS)

run-postgres: postgres-packages ## The same on PostgreSQL: make run-postgres MONITOR_DB=postgres://USER@HOST/NAME
	@case "$(MONITOR_DB)" in postgres*) ;; *) \
		echo "error: say where: make run-postgres MONITOR_DB=postgres://USER@HOST/NAME" >&2; exit 1 ;; esac
	@MONITOR_DB='$(MONITOR_DB)' $(MAKE) --no-print-directory run

test: toolchain test-packages ## Install what tests need, then run all of them
	$(SWIFT) build --build-tests $(TEST_FLAGS)
	$(DEBUG_BINARIES) $(TEST_WIDTH) $(SWIFT) test --skip-build --disable-xctest $(TEST_FLAGS)
	$(MAKE) --no-print-directory test-postgres
	scripts/check-without-postgres
	$(DEBUG_BINARIES) scripts/test-browser

test-postgres: toolchain test-packages ## Only the tests of the server, with its journal on PostgreSQL
	$(SWIFT) build --build-tests $(TEST_FLAGS)
	MONITOR_TEST_STORE=PostgreSQL $(DEBUG_BINARIES) $(TEST_WIDTH) $(SWIFT) test --skip-build --disable-xctest \
		$(TEST_FLAGS) --filter 'MonitorServerTests|IntegrationTests'

test-packages:
	@scripts/install-packages $(TEST_PACKAGES)

postgres-packages:
	@scripts/install-packages $(POSTGRES_PACKAGES)

test-browser: toolchain build-packages ## Only the tests that drive Chromium, with PYTEST='-k live' only some
	$(SWIFT) build $(TEST_FLAGS) --product monitor-server
	$(DEBUG_BINARIES) scripts/test-browser $(PYTEST)

screenshots: toolchain build-packages ## Take the pictures of README and docs anew, from the demo
	$(SWIFT) build $(TEST_FLAGS) --product monitor-server
	$(DEBUG_BINARIES) scripts/test-browser Tests/Browser/screenshots.py

build: toolchain build-packages ## Build bin/monitor-server and bin/monitor-cli for release
	@for binary in $(BINARIES); do $(SWIFT) build $(RELEASE_FLAGS) --product $$binary || exit 1; done
	@mkdir -p bin; from="$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)"; \
	for binary in $(BINARIES); do \
		if [ ! -e bin/$$binary ] || [ "$$from/$$binary" -nt bin/$$binary ]; then \
			install -m 755 "$$from/$$binary" bin/$$binary.new && strip bin/$$binary.new && \
			mv -f bin/$$binary.new bin/$$binary || exit 1; \
		fi; \
	done

check: export MONITOR_WARNINGS_AS_ERRORS = 1
check: lint test ## Everything that CI asks for: format, documentation, warnings as errors, tests

lint: toolchain ## The checks that need no build
	@command -v python3 >/dev/null || scripts/install-packages python3
	@scripts/self-test
	$(SWIFT) format lint --strict -r -p Sources Tests Benchmarks Package.swift
	scripts/check-lines
	scripts/check-imports
	scripts/check-links
	scripts/check-reference
	scripts/check-openapi
	scripts/check-assets
	@! grep -rln --include='*.swift' 'import XCTest' Tests || { echo "error: tests are written with Swift Testing" >&2; exit 1; }

bench: build ## Measure ingest, fan-out and replay on this machine (Linux)
	@scripts/install-packages $(BENCH_PACKAGES) $(if $(PEERS),$(PEER_PACKAGES))
	Benchmarks/run.py $(BENCH)

install: build ## Install both binaries and the shells' completions into PREFIX
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	@install -m 755 $(BINARIES:%=bin/%) "$(DESTDIR)$(PREFIX)/bin"
	@bin/monitor-cli --generate-completion-script bash \
		>"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/monitor-cli"
	@bin/monitor-cli --generate-completion-script zsh >"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_monitor-cli"
	@bin/monitor-cli --generate-completion-script fish \
		>"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/monitor-cli.fish"
	@echo "Installed monitor-server and monitor-cli in $(DESTDIR)$(PREFIX)/bin"
	@case ":$$PATH:" in *":$(PREFIX)/bin:"*) ;; *) echo "Add $(PREFIX)/bin to your PATH to use them by name" ;; esac

uninstall: ## Remove what `make install` put into PREFIX
	@rm -f $(BINARIES:%="$(DESTDIR)$(PREFIX)/bin/%") \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/monitor-cli" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_monitor-cli" \
		"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/monitor-cli.fish"

clean: ## Remove what was built
	rm -rf .build bin .browser-tests

toolchain:
	@scripts/require-swift

build-packages:
	@scripts/install-packages $(BUILD_PACKAGES)
