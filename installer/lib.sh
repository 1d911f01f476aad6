# shellcheck shell=bash
# Shared by the scripts of this folder; sourced, never run. Talk goes to stderr: stdout belongs to results.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
die() { # exit code, text …
    local code=$1
    shift
    say "$*"
    exit "$code"
}

# The packages of the named lists that are not installed.
missing_packages() {
    local list name one known
    for list in "$@"; do
        while read -r name; do
            known=''
            for one in ${name//|/ }; do # any of them will do
                [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$one" 2>/dev/null | cut -c2)" = i ] && continue 2
                [ -n "$known" ] || [ -z "$(apt-cache policy "$one" 2>/dev/null)" ] || known=$one
            done
            printf '%s\n' "${known:-${name%%|*}}"
        done < <(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$root/installer/packages/$list")
    done | sort -u
}

# How to become root: nothing for root, sudo for the others, after a yes.
become_root() { # what for
    privilege=()
    [ "$(id -u)" -eq 0 ] && return
    if [ "${MOORING_YES:-}" = 1 ]; then
        privilege=(sudo -n)
        sudo -n true 2>/dev/null || die 2 "$1 needs root, and sudo wants a password. Run this as root, or in a terminal."
        return
    fi
    [ -t 0 ] || die 2 "$1 needs root. Run this in a terminal, as root, or with MOORING_YES=1 and a sudo without password."
    command -v sudo >/dev/null || die 2 "$1 needs root, and there is no sudo. Run this as root."
    local answer
    read -r -p "$1. Use sudo for this? [Y/n] " answer >&2
    case $answer in '' | [yY]*) privilege=(sudo) ;; *) die 2 "Nothing was installed." ;; esac
}

# Installs what is missing of the named lists.
need_packages() {
    command -v dpkg-query >/dev/null || {
        say "This is no Debian: see that the packages of installer/packages/ have their counterparts here."
        return
    }
    local packages
    mapfile -t packages < <(missing_packages "$@")
    [ ${#packages[@]} -eq 0 ] && return
    say "Missing packages: ${packages[*]}"
    become_root "Installing ${#packages[@]} packages with apt-get"
    ${privilege[@]+"${privilege[@]}"} apt-get update -qq >&2 || say "apt-get update failed; the lists that are there are used."
    ${privilege[@]+"${privilege[@]}"} env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2 || die 1 "The packages could not be installed."
}

# Compilers at once: one for each core, but no more than the memory carries (1.5 GB each).
build_jobs() {
    local cores memory
    cores=$(nproc 2>/dev/null || echo 1)
    memory=$(awk '/^MemTotal:/ { print int($2 / 1500000) }' /proc/meminfo 2>/dev/null || echo "$cores")
    [ "${memory:-0}" -ge 1 ] || memory=1
    echo $((cores < memory ? cores : memory))
}

# Configures a preset and builds a target ("all" for everything).
build_preset() { # preset, target, further cmake arguments …
    local preset=$1 target=$2
    shift 2
    (cd "$root" && cmake --preset "$preset" "$@" && cmake --build --preset "$preset" -j "$(build_jobs)" --target "$target") >&2
}
