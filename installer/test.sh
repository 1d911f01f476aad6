#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests.
#   installer/test.sh [--core-only] [--preset NAME] [ARGUMENTS OF CTEST …]
# --core-only: without the window and without any of Qt's Gui. MOORING_WERROR=ON makes warnings errors. MOORING_YES=1 asks nothing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

preset=dev
while [ $# -gt 0 ]; do
    case $1 in
        --core-only) preset=core-only ;;
        --preset) preset=${2:?--preset needs a name}; shift ;;
        -h | --help) sed -n '2,4s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) break ;;
    esac
    shift
done

need_packages build.txt run.txt test.txt
"$root/installer/libssh2.sh"
build_preset "$preset" all -DMOORING_WERROR="${MOORING_WERROR:-OFF}"
cd "$root"
exec ctest --preset "$preset" --no-tests=error "$@"
