SHELL := /bin/bash
.DEFAULT_GOAL := help

# Imports of targets that are not declared as dependencies are errors.
STRICT := --explicit-target-dependency-import-check error
# Tests that start real servers; the daily loop leaves them out.
REAL_SERVERS := --skip '^(IntegrationTests|MariaStoreTests)\.' --skip $(ASTERISK)
# Tests that only compute, and tests that need an Asterisk, phones, or the lab.
COMPUTING := '^((SimulationTests|RepositoryTests|PairLogicTests|ReplicaLogicTests|HotelLogicTests)\.|NodeServicesTests\.Ringing)'
ASTERISK := '^(AsteriskLinkTests\.|TelephonyTests\.|AsteriskTextTests\.(ColdStartTests|DialplanCallTests|CallRecordLiveTests|FreePBXCallTests|RingingTests|LargeHouseTests|WakeUpCallTests|FeatureLiveTests)|LabTests\.LabTests)'
# Beside many Asterisks callers would press their keys before a menu listens, and the lab would time this machine alone.
MENUS := '^(AsteriskTextTests\.FeatureLiveTests|AsteriskLinkTests\.AGIServerTests)'
LAB := '^LabTests\.LabTests'
define TELEPHONY
swift test --skip-build $(STRICT) --filter $(ASTERISK) --skip $(LAB) --skip $(MENUS)
	swift test --skip-build $(STRICT) --filter $(MENUS)
	swift test --skip-build $(STRICT) --filter $(LAB)
endef
# Only root may make network namespaces, and not in every container.
NAMESPACES := $(shell [ "$$(id -u)" = 0 ] && unshare --net --mount --pid --fork true 2>/dev/null && echo yes)
FORMATTED := Package.swift Sources Tests $(wildcard Benchmarks Demo Lab)

.PHONY: help build release test test-fast test-telephony test-wakeups demo demo-down lab lab-down bench bench-docs format format-check clean build-tools test-tools lab-tools bench-tools

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: build-tools ## Build for debugging
	swift build -c debug $(STRICT)

release: build-tools ## Build for use, into .build/release
	swift build -c release $(STRICT)

# In turn: what only computes would keep the sockets of the others waiting, and whole pairs want their own timing.
test: test-tools $(if $(NAMESPACES),lab-tools) ## Install what tests need, then run all of them; those of test-telephony as root
	swift build --build-tests $(STRICT)
	swift test --skip-build $(STRICT) --filter $(COMPUTING)
	swift test --skip-build $(STRICT) --skip $(COMPUTING) --skip $(ASTERISK) --skip '^IntegrationTests\.'
	swift test --skip-build $(STRICT) --filter '^IntegrationTests\.'
	$(if $(NAMESPACES),$(TELEPHONY),@echo 'NOT RUN, for they need root: the tests with a real Asterisk, phones and the lab (as root: make test-telephony)')

test-telephony: lab-tools ## Run the tests with a real Asterisk, phones and the lab; needs root
	swift build --build-tests $(STRICT)
	$(TELEPHONY)

test-wakeups: lab-tools ## Kill the Secondary twenty times while 512 rooms are woken (KILLS=5, ROOMS=128, SEED=7); needs root
	swift build --build-tests $(STRICT)
	COMXFAILOVER_WAKEUP_KILLS=$(or $(KILLS),20) COMXFAILOVER_WAKEUP_ROOMS=$(or $(ROOMS),512) \
	COMXFAILOVER_WAKEUP_SEED=$(SEED) swift test --skip-build $(STRICT) --filter '^LabTests\.LabTests.WakeUpCrowdTests'

test-fast: build-tools ## Run the tests that need no real servers
	swift build --build-tests $(STRICT)
	swift test --skip-build $(STRICT) $(REAL_SERVERS)

demo: ## Start a pair on this machine and show it at work (CHECK=1: unattended)
	@CHECK="$(CHECK)" FOLDER="$(FOLDER)" Scripts/demo

demo-down: ## Stop the pair that the demo left running, and remove it
	@FOLDER="$(FOLDER)" Scripts/demo down

lab: ## Put up the whole system in network namespaces (TOPOLOGY=premise; DO='cut link': one of its verbs)
	@Scripts/lab $(if $(DO),$(DO),up $(if $(TOPOLOGY),--topology $(TOPOLOGY)))

lab-down: ## Take the lab away, and whatever a killed one left
	@Scripts/lab down

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

# Network namespaces need root; without it the lab's tests say so.
lab-tools: test-tools
	@Scripts/lab tools

bench-tools:
	@Scripts/install-test-tools bench
