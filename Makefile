# Cơ sở Hội. Hai lệnh là đủ: make run (chạy) và make test (kiểm thử); mỗi lệnh tự cài những gì còn thiếu.

SHELL := /bin/bash
GO    ?= go
TAGS  := migrated_fynedo,no_emoji
OUT   := out
DEMO  := $(OUT)/minh-hoa.db

# clang compiles Fyne's C parts several times faster than gcc.
CC := $(shell command -v clang-16 || command -v clang || command -v gcc || echo clang-16)
export CC
# Fyne writes an error into the log when the language is "C".
export LANG := en_US.UTF-8

BUILD_PACKAGES := pkg-config libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev libwayland-dev libxkbcommon-dev
TEST_PACKAGES  := xvfb libgl1-mesa-dri poppler-utils qpdf libreoffice-writer-nogui fonts-liberation2

.PHONY: run build test lint bench soak screenshots pictures clean system test-system headless-test window-test

run: build
	@mkdir -p $(OUT)
	@[ -f $(DEMO) ] || bin/cosohoi --db $(DEMO) demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		bin/cosohoi --db $(DEMO); \
	else \
		echo "Máy này không có màn hình nên không mở cửa sổ; ghi báo cáo mẫu vào $(OUT)/."; \
		bin/cosohoi --db $(DEMO) report kiem-tra --year 2023 --period 6m --out $(OUT)/bao-cao-kiem-tra-6-thang-2023.pdf && \
		bin/cosohoi --db $(DEMO) report trich-ngang --unit 14230 --out $(OUT)/trich-ngang-hai-van.pdf; \
	fi

build: system
	@mkdir -p bin
	$(GO) build -tags $(TAGS) -trimpath -o bin/cosohoi .

# Everything fast: rules, documents and screens without a display, then the real window under Xvfb.
test: test-system headless-test window-test

headless-test: test-system
	CGO_ENABLED=0 $(GO) test -tags ci,$(TAGS) ./...

window-test: build test-system
	COSOHOI=$(CURDIR)/bin/cosohoi $(GO) test -tags window,$(TAGS) -count=1 ./ui/window/

lint: system
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then echo "gofmt: $$unformatted"; exit 1; fi
	CGO_ENABLED=0 $(GO) vet -tags ci,$(TAGS) ./...
	GOOS=windows CGO_ENABLED=0 $(GO) vet -tags ci,$(TAGS) ./...
	CGO_ENABLED=0 $(GO) tool staticcheck -tags ci,$(TAGS) ./...

# Each figure as a ratio to a floor measured in the same run.
bench: build test-system
	$(GO) build -tags $(TAGS) -trimpath -o bin/empty-window ./ui/window/empty
	COSOHOI=$(CURDIR)/bin/cosohoi EMPTY=$(CURDIR)/bin/empty-window $(GO) test -tags window,bench,$(TAGS) -count=1 -run TestBench -v ./ui/window/
	CGO_ENABLED=0 $(GO) test -tags ci,$(TAGS) -run '^$$' -bench . -benchtime 30x ./app
	CGO_ENABLED=0 $(GO) test -tags ci,$(TAGS) -run '^$$' -bench Grid -benchtime 100x ./ui
	CGO_ENABLED=0 $(GO) test -tags ci,$(TAGS) -run '^$$' -bench 'Year|FirstOverview' -benchtime 3x ./ui
	CGO_ENABLED=0 $(GO) test -tags ci,$(TAGS) -run '^$$' -bench . -benchtime 10x ./reports/...

# Slow: races, a province of a million cadres, locked files.
soak: test-system
	CGO_ENABLED=1 $(GO) test -race -tags ci,$(TAGS) ./data/... ./app/... ./ui/...
	CGO_ENABLED=0 $(GO) test -tags soak,ci,$(TAGS) -timeout 60m ./data/... ./app/...
	CGO_ENABLED=0 $(GO) test -tags soak,ci,$(TAGS) -timeout 60m -run '^$$' -bench AtScale -benchtime 3x ./app

# Every screen at 1366×768 from the real window.
screenshots: build test-system
	@mkdir -p $(OUT)/screenshots
	COSOHOI=$(CURDIR)/bin/cosohoi SCREENSHOTS=$(CURDIR)/$(OUT)/screenshots $(GO) test -tags window,$(TAGS) -count=1 -run TestScreenshots -v ./ui/window/

# The pictures of README and of the built-in help, from the screenshots.
pictures: screenshots
	$(call install,imagemagick)
	@for s in tong-quan to-chuc can-bo chi-tieu phong-trao so-lieu kiem-tra van-ban; do convert $(OUT)/screenshots/*-$$s.png -colors 128 PNG8:assets/pictures/$$s.png || exit 1; done

clean:
	rm -rf bin $(OUT) $(RESOURCES)

# Install what is missing. Debian and Ubuntu only; elsewhere the names are said and the build is tried.
define install
	@missing=(); for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing+=($$p); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
		if ! command -v apt-get >/dev/null; then echo "Cần cài: $${missing[*]}"; exit 0; fi; \
		echo "Cài các gói còn thiếu: $${missing[*]}"; \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $${missing[@]} >/dev/null; \
	fi
endef

include assets/installer/package.mk

system:
	$(call install,$(BUILD_PACKAGES))
	@command -v clang-16 clang gcc >/dev/null || { sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get install -y -qq --no-install-recommends clang-16 libc6-dev >/dev/null || $$sudo apt-get install -y -qq --no-install-recommends gcc libc6-dev >/dev/null; }

test-system:
	$(call install,$(TEST_PACKAGES))
