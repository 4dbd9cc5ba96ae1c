# Programs for the offices: CoSoHoi.exe and its installer, a Debian package and an archive for Linux.

VERSION := $(shell sed -n 's/^var version = "\(.*\)"/\1/p' assets/version.go)
# The same commit gives the same bytes: nothing takes the time of the build.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

EXE       := $(OUT)/windows/CoSoHoi.exe
RESOURCES := rsrc_windows_amd64.syso
SETUP     := $(OUT)/CoSoHoi-Setup-$(VERSION).exe
DEB       := $(OUT)/cosohoi_$(VERSION)_amd64.deb
ARCHIVE   := $(OUT)/cosohoi-$(VERSION)-linux-amd64.tar.xz

# clang compiles Fyne's C parts eight times faster than mingw's gcc, which links.
WINDOWS_CC := $(if $(findstring clang,$(CC)),$(CC) --target=x86_64-w64-mingw32,x86_64-w64-mingw32-gcc)

WINDOWS_PACKAGES      := gcc-mingw-w64-x86-64-win32 librsvg2-bin icoutils netpbm nsis osslsigncode
WINDOWS_TEST_PACKAGES := wine wine64 openssl
LINUX_PACKAGES        := xz-utils

# linux-tree is no file, so that both packages are always made of the program as it is.
.PHONY: windows installer linux linux-tree sums windows-system windows-test-system linux-system test-windows

windows: $(EXE)

# Go takes every .syso file beside main.go into the program.
$(RESOURCES): assets/installer/CoSoHoi.rc assets/installer/CoSoHoi.manifest assets/pictures/icon.svg assets/version.go | windows-system
	@mkdir -p $(OUT)/windows
	for size in 16 24 32 48 64 256; do rsvg-convert -w $$size -h $$size assets/pictures/icon.svg -o $(OUT)/windows/icon-$$size.png || exit 1; done
	icotool -c -o $(OUT)/windows/CoSoHoi.ico $$(for size in 16 24 32 48 64; do echo $(OUT)/windows/icon-$$size.png; done) -r $(OUT)/windows/icon-256.png
	printf '#define VERSION_TEXT "%s"\n#define VERSION_NUMBERS %s,0\n' $(VERSION) $(subst .,$(comma),$(VERSION)) > $(OUT)/windows/version.h
	x86_64-w64-mingw32-windres -c 65001 -I $(OUT)/windows -I assets/installer assets/installer/CoSoHoi.rc -O coff -o $@

comma := ,

# Always built: Go itself knows whether anything has changed.
$(EXE): $(RESOURCES) FORCE | windows-system
	CC="$(WINDOWS_CC)" CGO_ENABLED=1 GOOS=windows GOARCH=amd64 $(GO) build -tags $(TAGS) -trimpath \
		-ldflags '-H=windowsgui -s -w -extld=x86_64-w64-mingw32-gcc "-extldflags=-static -Wl,--no-insert-timestamp"' -o $@ .
	@$(SIGN) $@
	@ls -l $@ | awk '{printf "%s: %.1f MB\n", $$9, $$5/1048576}'

FORCE:

# sign.sh says which variables name the certificate; without one the programs stay unsigned.
SIGN := $(CURDIR)/assets/installer/sign.sh

installer: $(SETUP)

# Makes the target an installer of the program as it is.
MAKENSIS = makensis -V2 -WX -INPUTCHARSET UTF8 -DEXE=$(abspath $(EXE)) -DICON=$(abspath $(OUT))/windows/CoSoHoi.ico -DSIDE=$(abspath $(SIDE)) -DOUT=$(abspath $@) \
	$(if $(SIGN_PFX),'-DSIGN=$(SIGN)')

SIDE := $(OUT)/windows/side.bmp

$(SIDE): assets/installer/side.svg | windows-system
	@mkdir -p $(@D)
	rsvg-convert $< | pngtopnm | ppmtobmp -bpp 24 > $@

$(SETUP): $(EXE) $(SIDE) assets/installer/setup.nsi assets/installer/sign.sh
	$(MAKENSIS) -DVERSION=$(VERSION) assets/installer/setup.nsi
	@$(SIGN) $@
	@ls -l $@ | awk '{printf "%s: %.1f MB\n", $$9, $$5/1048576}'

# An older installer to upgrade from.
SETUP_BEFORE := $(OUT)/windows/before-setup.exe

$(SETUP_BEFORE): $(EXE) $(SIDE) assets/installer/setup.nsi
	$(MAKENSIS) -DQUICK -DVERSION=0.0.1 assets/installer/setup.nsi

# Under Wine: installed, used, upgraded, removed.
test-windows: windows-test-system $(SETUP) $(SETUP_BEFORE) build
	COSOHOI=$(CURDIR)/bin/cosohoi SETUP=$(abspath $(SETUP)) SETUP_BEFORE=$(abspath $(SETUP_BEFORE)) VERSION=$(VERSION) \
		$(GO) test -tags window,wine,$(TAGS) -count=1 -timeout 15m -run TestWindows -v ./ui/window/

linux: $(DEB) $(ARCHIVE)

# The same tree for both: the program, its entry in the menu and its icon.
LINUX_TREE := $(OUT)/linux/cosohoi-$(VERSION)

linux-tree: build
	rm -rf $(OUT)/linux
	@mkdir -p $(OUT)/linux
	$(GO) build -tags $(TAGS) -trimpath -ldflags '-s -w' -o $(OUT)/linux/cosohoi .
	install -D -m 755 $(OUT)/linux/cosohoi $(LINUX_TREE)/usr/bin/cosohoi
	install -D -m 644 assets/installer/cosohoi.desktop $(LINUX_TREE)/usr/share/applications/cosohoi.desktop
	install -D -m 644 assets/pictures/icon.svg $(LINUX_TREE)/usr/share/icons/hicolor/scalable/apps/cosohoi.svg
	install -D -m 644 LICENSE $(LINUX_TREE)/usr/share/doc/cosohoi/copyright

$(ARCHIVE): linux-tree | linux-system
	tar -C $(OUT)/linux --sort=name --owner=0 --group=0 --numeric-owner --mtime=@$$SOURCE_DATE_EPOCH -cf - cosohoi-$(VERSION)/usr | xz -6 > $@
	@ls -l $@ | awk '{printf "%s: %.1f MB\n", $$9, $$5/1048576}'

$(DEB): linux-tree | linux-system
	rm -rf $(OUT)/linux/deb && cp -r $(LINUX_TREE) $(OUT)/linux/deb && mkdir $(OUT)/linux/deb/DEBIAN
	sed -e 's/@VERSION@/$(VERSION)/' -e "s/@SIZE@/$$(du -sk $(LINUX_TREE) | cut -f1)/" assets/installer/control > $(OUT)/linux/deb/DEBIAN/control
	dpkg-deb --root-owner-group -Zxz --build $(OUT)/linux/deb $@ >/dev/null
	@ls -l $@ | awk '{printf "%s: %.1f MB\n", $$9, $$5/1048576}'

# Checksums of what there is to hand out.
sums:
	cd $(OUT) && sha256sum $(notdir $(wildcard $(SETUP) $(DEB) $(ARCHIVE))) > SHA256SUMS && cat SHA256SUMS

windows-system: system
	$(call install,$(WINDOWS_PACKAGES))

windows-test-system: windows-system test-system
	$(call install,$(WINDOWS_TEST_PACKAGES))

linux-system: system
	$(call install,$(LINUX_PACKAGES))
