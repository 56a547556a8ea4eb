# Campaign Desk needs Go and make; the rest is installed when it is missing. The two commands: make run, make test.

TAGS        := migrated_fynedo,no_emoji,no_animations
PROGRAM     := build/campaigndesk
STATICCHECK := go run honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Everything but main.go is built and tested without C: it needs neither a display nor a driver.
ROOMS := ./app/... ./assets/... ./data/... ./windows/...
PURE  := CGO_ENABLED=0

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

bench: build ## measure; prints a table
	@.ci/need test
	$(PURE) go test -tags $(TAGS) -run '^$$' -bench . -benchmem -timeout 60m $(ROOMS)
	CGO_ENABLED=1 .ci/display go test -tags $(TAGS),smoke -run '^$$' -bench . -timeout 60m .

shots: build ## take pictures of every window into build/shots
	@.ci/need test
	.ci/display $(PROGRAM) -shots build/shots
