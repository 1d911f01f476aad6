#!/usr/bin/env bash
# Installs what is missing, builds Mooring and starts it. Run again, it only builds what changed.
#   installer/run.sh               build and start; without a display, run the sample and show its log
#   installer/run.sh --build-only  build; the last line of stdout is the path of the binary
#   installer/run.sh -- ARG…       build and start with these arguments
# MOORING_YES=1 asks nothing. Exit codes: 0 done, 1 failed, 2 something is missing or the usage is wrong.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

build_only=no
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
        --build-only) build_only=yes ;;
        -h | --help) sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        --) shift; arguments=("$@"); break ;;
        *) die 2 "Unknown option $1. Known: --build-only, --help, and -- before arguments of mooring." ;;
    esac
    shift
done

need_packages build.txt run.txt
"$root/installer/libssh2.sh"
build_preset release mooring
binary=$root/build/release/mooring

if [ "$build_only" = yes ]; then
    realpath --relative-to="$PWD" "$binary"
    exit 0
fi
if [ ${#arguments[@]} -gt 0 ]; then
    exec "$binary" "${arguments[@]}"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$binary"
fi
say "There is no display here: the sample runs on this computer instead of a window."
sample=$("$binary" init --sample --json | sed -n 's/.*"sample":"\([^"]*\)".*/\1/p')
[ -n "$sample" ] || die 1 "The sample project could not be made."
exec "$binary" run train.py --source "$sample" --follow
