# Campaign Desk needs Go and make; the rest is installed when it is missing. The two commands: make run, make test.

TAGS        := migrated_fynedo,no_emoji,no_animations
PROGRAM     := build/campaigndesk
STATICCHECK := go run honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Everything but main.go is built and tested without C: it needs neither a display nor a driver.
ROOMS := ./app/... ./assets/... ./data/... ./windows/...
PURE  := CGO_ENABLED=0

# What make bench measures, and the company that it measures on.
MEASURED := ^Benchmark($(shell sed -n 's/^\([A-Z][A-Za-z]*\).*/\1/p' .ci/measures | sort -u | paste -s -d '|'))$$
LARGE    := build/large.campaigndesk
export LARGE_COMPANY := $(abspath $(LARGE))

# A checkout that belongs to somebody else, as in a container, must build too.
export GOFLAGS := $(GOFLAGS) -buildvcs=false

.PHONY: help run build test check smoke bench shots

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-6s %s\n", $$1, $$2}' Makefile

run: build ## build the program and start it; ARGS='…' are its arguments
	$(PROGRAM) $(ARGS)

build: ## build the program as build/campaigndesk
	@.ci/need build
	@test -e $(PROGRAM) || echo "Building; the first time takes some minutes."
	@CGO_ENABLED=1 go build -tags $(TAGS) -o $(PROGRAM) .

test: ## run every check and every test: check, then smoke
	@.ci/need test
	@$(MAKE) --no-print-directory check smoke

check: ## format, vet, staticcheck, and all tests that need no display
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "not formatted by gofmt:" $$unformatted; exit 1; }
	$(PURE) go vet -tags $(TAGS) $(ROOMS)
	$(PURE) $(STATICCHECK) -tags $(TAGS) $(ROOMS)
	$(PURE) go test -tags $(TAGS) -vet off -timeout 20m $(ROOMS)

smoke: build ## vet main.go and operate the real program on a display of its own
	CGO_ENABLED=1 go vet -tags $(TAGS),smoke .
	CGO_ENABLED=1 $(STATICCHECK) -tags $(TAGS),smoke .
	CGO_ENABLED=1 .ci/display go test -tags $(TAGS),smoke -vet off -count 1 -timeout 10m .

bench: build $(LARGE) ## measure on a large company; prints a table of results and aims
	@.ci/need test
	@{ $(PURE) go test -tags $(TAGS) -run '^$$' -bench '$(MEASURED)' -timeout 60m $(ROOMS); \
	CGO_ENABLED=1 .ci/display go test -tags $(TAGS),smoke -run '^$$' -bench '$(MEASURED)' -timeout 60m .; } 2>&1 | .ci/table

$(LARGE): data/schema/*.sql app/demo/large*.go | build
	@rm -f $@*
	$(PROGRAM) -generate-large $@

shots: build ## take pictures of every window into build/shots
	@.ci/need test
	.ci/display $(PROGRAM) -shots build/shots
