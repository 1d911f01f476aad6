#!/usr/bin/env bash
# Installs into an empty folder and looks at what is there with the tools that distributions use.
#   check-install.sh BUILD_FOLDER with-window|without-window
# Exit 77: skipped, a tool is missing (in CI that is a failure).
set -u
build=$1
window=$2
for tool in desktop-file-validate appstreamcli man; do
    command -v "$tool" > /dev/null && continue
    echo "$tool is missing"
    [ "${CI:-}" = true ] && exit 1
    exit 77
done

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
id=org.mooring_workbench.Mooring
failures=0
must() { # what, command …
    local what=$1
    shift
    "$@" > "$place/.out" 2>&1 && return
    echo "failed: $what"
    cat "$place/.out"
    failures=1
}
silent() { # what, command … : passes only when it prints nothing
    local what=$1
    shift
    local said
    said=$("$@" 2>&1 > /dev/null) && [ -z "$said" ] && return
    echo "failed: $what"
    echo "$said"
    failures=1
}

DESTDIR=$place cmake --install "$build" --prefix /usr > "$place/.log" 2>&1 || { cat "$place/.log"; exit 1; }
cd "$place/usr" || exit 1
must 'the program starts' "./bin/mooring" --version
must 'the licence is there' test -s share/doc/Mooring/LICENSE -o -s share/doc/mooring/LICENSE
# A machine that has the packages of run.txt and no compiler can run it.
if command -v dpkg-query > /dev/null && command -v readelf > /dev/null; then
    names=$(sed -e 's/#.*//' -e 's/[[:space:]]//g' "$(dirname "$0")/../../installer/packages/run.txt" | tr '|' '\n')
    for library in $(readelf -d ./bin/mooring | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'); do
        file=$(ldconfig -p 2> /dev/null | awk -v name="$library" '$1 == name { print $NF; exit }')
        package=$(dpkg-query -S "$(readlink -f "$file")" "$file" 2> /dev/null | sed -n '1s/:.*//p')
        case $package in
            '' | libc6 | libgcc-s1 | libstdc++6) continue ;; # not of a package, or there on every Debian
            libasan* | libubsan* | libtsan*) continue ;; # of a build with sanitizers, which nobody installs
        esac
        must "$package, with $library, is in installer/packages/run.txt" grep -qxF "$package" <<< "$names"
    done
fi
silent 'the man page has no warnings' env LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z share/man/man1/mooring.1
must 'the completion is bash' bash -n share/bash-completion/completions/mooring
if [ "$window" = with-window ]; then
    silent 'the desktop entry is valid' desktop-file-validate "share/applications/$id.desktop"
    must 'the metainfo is valid' appstreamcli validate --no-net "share/metainfo/$id.metainfo.xml"
    for icon in scalable/apps/$id.svg symbolic/apps/$id-symbolic.svg; do
        must "the icon $icon is there" test -s "share/icons/hicolor/$icon"
    done
fi
# What the completion and the man page call a command must be one.
for command in $(sed -n "s/^ *local commands='\(.*\)'/\1/p" share/bash-completion/completions/mooring); do
    must "mooring $command exists" ./bin/mooring "$command" --help
done
# And what is a command must be in both.
commands=$(./bin/mooring --help | sed -n '/^Subcommands:/,$s/^  \([a-z][a-z-]*\) .*/\1/p')
must 'mooring --help lists commands' test -n "$commands"
plain=$(sed 's/^\.[BIR]* //; s/\\f.//g; s/\\-/-/g; s/"//g; s/ *, */, /g' share/man/man1/mooring.1)
for command in $commands; do
    must "the completion knows mooring $command" grep -qE "^ *local commands='(.* )?$command( .*)?'" share/bash-completion/completions/mooring
    must "the man page knows mooring $command" grep -qE "(^|, )$command( |,|\$)" <<< "$plain"
done
[ "$failures" -eq 0 ] && echo 'The installed files are in order.'
exit "$failures"
