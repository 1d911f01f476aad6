#!/usr/bin/env bash
# Formats all C++ as .clang-format has it. --check changes nothing and fails when something would change.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$root"
formatter=$(command -v clang-format-14) || die 2 "clang-format-14 is missing (package clang-format-14)."
mapfile -t files < <(find core ui app tests \( -name '*.cpp' -o -name '*.h' \) | sort)
if [ "${1:-}" = --check ]; then
    printf '%s\0' "${files[@]}" | xargs -0 "$formatter" --dry-run --Werror || die 1 "Run installer/format.sh."
else
    printf '%s\0' "${files[@]}" | xargs -0 "$formatter" -i
fi
