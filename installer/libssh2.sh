#!/usr/bin/env bash
# Sees that libssh2 1.11.1 or later is there: the system's, or one built from Debian's source package into build/deps/libssh2.
# 1.10 cannot use an RSA key against today's servers. Run twice, it does nothing the second time.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

needed=1.11.1
patches=$root/installer/patches
prefix=$root/build/deps/libssh2
work=$root/build/deps/work

system=$(pkg-config --modversion libssh2 2>/dev/null || echo 0)
if dpkg --compare-versions "$system" ge "$needed"; then
    say "libssh2 $system of the system is recent enough."
    exit 0
fi
built=$(cat "$prefix/.complete" 2>/dev/null || true)
ours=$(cat "$patches"/libssh2-*.patch | sha256sum | cut -c 1-8)
if [ "${built##* }" = "$ours" ]; then
    say "libssh2 ${built%% *} is already built."
    exit 0
fi

# The mirror that this machine uses for Debian itself; security and updates archives do not carry the source.
mirror=${MOORING_DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 2>/dev/null | head -n 1)}
[ -n "$mirror" ] || die 1 "No Debian mirror is known to apt here. Name one: MOORING_DEBIAN_MIRROR=… $0"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -e "$keyring" ] || die 1 "$keyring is missing (package debian-archive-keyring): the source could not be verified."

rm -rf "$work" # what is built already stays until there is something better
mkdir -p "$work"/{lists/partial,archives/partial,source}
printf 'deb-src [signed-by=%s] %s trixie main\n' "$keyring" "$mirror" > "$work/sources.list"

# An apt of its own: nothing of the machine's lists, pins or sources is read or changed. apt verifies every signature.
isolated_apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- -o Dir::Etc::preferencesparts=- \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work" -o Dir::Cache::archives="$work/archives" \
        -o Acquire::Languages=none -o APT::Sandbox::User=root "$@" >&2
}
say "Fetching Debian's source of libssh2 from $mirror …"
isolated_apt update
(cd "$work/source" && isolated_apt source --download-only libssh2)
(cd "$work/source" && dpkg-source --no-check -x ./libssh2_*.dsc libssh2 >&2) # apt has checked it; the patches are applied here
for change in "$patches"/libssh2-*.patch; do
    patch --quiet --strip 1 --directory "$work/source/libssh2" < "$change" >&2 || die 1 "$change does not fit this source of libssh2."
done
version=$(sed -n 's/^Version: *//p' "$work"/source/libssh2_*.dsc | head -n 1)
dpkg --compare-versions "$version" ge "$needed" || die 1 "The source package has libssh2 $version, which is older than $needed."

say "Building libssh2 $version …"
cmake -S "$work/source/libssh2" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
    -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DBUILD_STATIC_LIBS=ON \
    -DBUILD_EXAMPLES=OFF -DBUILD_TESTING=OFF -DCRYPTO_BACKEND=OpenSSL -DENABLE_ZLIB_COMPRESSION=ON \
    -DCMAKE_C_FLAGS="-fstack-protector-strong -D_FORTIFY_SOURCE=2" > "$work/configure.log" 2>&1 ||
    { tail -n 30 "$work/configure.log" >&2; die 1 "libssh2 could not be configured."; }
rm -rf "$prefix"
cmake --build "$work/build" -j "$(build_jobs)" --target install > "$work/build.log" 2>&1 ||
    { tail -n 30 "$work/build.log" >&2; die 1 "libssh2 could not be built."; }
printf '%s %s\n' "$version" "$ours" > "$prefix/.complete"
rm -rf "$work"
say "libssh2 $version is in $prefix."
