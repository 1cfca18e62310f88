# SPDX-License-Identifier: Apache-2.0
# A thin front for meson and ninja; `make help` lists what there is.
# BUILD names the build folder: make BUILD=build-mine test

BUILD ?= build
FUZZ_SECONDS ?= 60
unexport MAKEFLAGS

all: ## build the program (build/lunward), the library and the tests
	@tools/compile $(BUILD)

run: ready ## install what is missing, build, and show on a simulated SCST what lunward does
	@TARGET=demo tools/compile $(BUILD)
	@LUNWARD=$(BUILD)/lunward SIMULATOR=$(BUILD)/tests/sim/scst-sim sh examples/run.sh

test: test-build ## install what is missing, build, and run every test
	@tools/run-tests $(BUILD)

test-long: test-build ## the same tests, sweeping much further
	@tools/run-tests $(BUILD) --setup=long

test-build: ready
	@tools/compile $(BUILD)

# The folder may have been configured before the libraries of the tests came: meson looks again, once.
ready:
	@tools/deps test
	@TARGET=lunward tools/compile $(BUILD) -Dtests=enabled
	@test -e $(BUILD)/.tests-enabled || { \
		meson setup --reconfigure -Dtests=enabled $(BUILD) >$(BUILD)/setup.log 2>&1 || \
		{ cat $(BUILD)/setup.log; exit 1; }; }
	@touch $(BUILD)/.tests-enabled

bench: ## build optimized (build-bench) and run the benchmarks
	@tools/deps bench
	@tools/run-bench build-bench

fuzz: ## fuzz each parser for FUZZ_SECONDS (60) from its corpus; findings go to build-fuzz/findings
	@tools/deps ci
	@tools/run-fuzz build-fuzz $(FUZZ_SECONDS)

# The prefix is said every time: the folder remembers that of the last installation.
install: all ## install below PREFIX (/usr/local); DESTDIR is respected
	@meson configure $(BUILD) --prefix='$(abspath $(or $(PREFIX),/usr/local))' >/dev/null
	@tools/compile $(BUILD)
	@meson install -C $(BUILD) --no-rebuild --quiet

check-style: ## clang-format and the limits for files, functions and lines
	@tools/deps ci
	@tools/check-style

format: ## rewrite the sources given by FILES (all without it) as clang-format wants them
	@tools/deps ci
	@clang-format -i $(or $(FILES),$$(find src include tests -name '*.[ch]'))

clean: ## remove the build folders
	rm -rf build build-*

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

.PHONY: all run test test-long test-build ready bench fuzz install check-style format clean help
