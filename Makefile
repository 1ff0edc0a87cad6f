SHELL := /bin/bash
.DEFAULT_GOAL := help

# Imports of targets that are not declared as dependencies are errors.
STRICT := --explicit-target-dependency-import-check error
# Tests that start real servers; the daily loop leaves them out.
COMPUTING := '^(SimulationTests|RepositoryTests|PairLogicTests|ReplicaLogicTests)\.'
REAL_SERVERS := --skip '^IntegrationTests\.' --skip '^MariaStoreTests\.'
FORMATTED := Package.swift Sources Tests $(wildcard Benchmarks Demo)

.PHONY: help build release test test-fast demo demo-down bench bench-docs format format-check clean build-tools test-tools bench-tools

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: build-tools ## Build for debugging
	swift build -c debug $(STRICT)

release: build-tools ## Build for use, into .build/release
	swift build -c release $(STRICT)

# In turn: what only computes would keep the sockets of the others waiting, and whole pairs want their own timing.
test: test-tools ## Install what tests need, then run all of them
	swift build --build-tests $(STRICT)
	swift test --skip-build $(STRICT) --filter $(COMPUTING)
	swift test --skip-build $(STRICT) --skip $(COMPUTING) --skip '^IntegrationTests\.'
	swift test --skip-build $(STRICT) --filter '^IntegrationTests\.'

test-fast: build-tools ## Run the tests that need no real servers
	swift build --build-tests $(STRICT)
	swift test --skip-build $(STRICT) $(REAL_SERVERS)

demo: ## Start a pair on this machine and show it at work (CHECK=1: unattended)
	@CHECK="$(CHECK)" FOLDER="$(FOLDER)" Scripts/demo

demo-down: ## Stop the pair that the demo left running, and remove it
	@FOLDER="$(FOLDER)" Scripts/demo down

bench: bench-tools ## Measure, each number beside its rival's (BENCH='capture --runs 9': one of them)
	swift build -c release $(STRICT) --product comxfailover
	swift run -c release $(STRICT) comxfailover-bench $(BENCH)

bench-docs: bench-tools ## Measure everything and write the table into Docs/BENCHMARKS.md
	swift build -c release $(STRICT) --product comxfailover
	swift run -c release $(STRICT) comxfailover-bench all --into Docs/BENCHMARKS.md

format: ## Put the source into the house's format
	swift format format --in-place --recursive --parallel $(FORMATTED)

format-check: ## Name what is not in the house's format
	swift format lint --strict --recursive --parallel $(FORMATTED)

clean: ## Remove what was built
	swift package clean

build-tools:
	@Scripts/install-test-tools build

test-tools:
	@Scripts/install-test-tools test

bench-tools:
	@Scripts/install-test-tools bench
