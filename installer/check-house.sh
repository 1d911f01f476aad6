#!/usr/bin/env bash
# The rules of the house that a compiler does not see. Prints every breach with its place; exit 1 when there is one.
#   installer/check-house.sh [ROOT OF THE TREE]
set -uo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}" || exit 2
breaches=0
# The probe of the window's gaps sleeps on a thread of its own; what is read in the background is awaited after the last window.
exceptions='^ui/(latency/guiprobe\.cpp:[0-9]+:.*sleep_for|shell/window\.cpp:[0-9]+:.*waitForDone)'

sources() { find "$@" -type f \( -name '*.cpp' -o -name '*.h' \) 2>/dev/null | sort; }
forbid() { # rule, extended expression, files …
    local rule=$1 expression=$2 found
    shift 2
    [ $# -gt 0 ] || return 0
    found=$(grep -nHE "$expression" "$@" | grep -vE "$exceptions") || return 0
    printf '%s:\n%s\n\n' "$rule" "$found"
    breaches=1
}

# What a folder of core may include beside itself. Arrows point one way; a new folder gets its line here.
allowed() {
    case $1 in
        base) echo 'base' ;;
        jobs | credentials | logs) echo 'base' ;;
        environments) echo 'base jobs' ;;
        transport) echo 'base jobs credentials' ;;
        runs) echo 'base jobs credentials logs environments transport' ;;
        hosts) echo 'base jobs credentials logs environments transport runs' ;;
        targets | inference) echo 'base jobs credentials logs environments transport runs hosts' ;;
        workspace) echo 'base jobs credentials logs environments transport runs hosts targets inference' ;;
        azure) echo 'base jobs credentials logs environments transport runs hosts targets inference workspace' ;;
        *) echo 'base jobs credentials logs environments transport runs hosts targets inference workspace azure' ;;
    esac
}

for folder in core/*/; do
    name=$(basename "$folder")
    mapfile -t files < <(sources "$folder")
    [ ${#files[@]} -gt 0 ] || continue
    may=" $(allowed "$name") $name "
    while IFS=: read -r file included; do
        case $may in
            *" $included "*) ;;
            *) printf 'core/%s must not include core/%s: %s\n\n' "$name" "$included" "$file"; breaches=1 ;;
        esac
    done < <(grep -HoE '^#include "core/[a-z]+/' "${files[@]}" | sed 's,#include "core/,,; s,/$,,' | sort -u)
done

mapfile -t core < <(sources core)
mapfile -t ui < <(sources ui)
mapfile -t app < <(sources app)
mapfile -t no_network < <(sources core ui app | grep -v '^core/azure/http/')
mapfile -t no_credentials < <(sources core ui app | grep -v '^core/credentials/')

for kind in core/targets/*/; do
    name=$(basename "$kind")
    [ "$name" = builtin ] && continue
    mapfile -t files < <(sources "$kind")
    for other in core/targets/*/; do
        other=$(basename "$other")
        [ "$other" = "$name" ] || forbid "kinds never include each other" "#include \"core/targets/$other/" "${files[@]}"
    done
done

forbid "core never includes ui or app" '#include "(ui|app)/' "${core[@]}"
forbid "ui never includes app" '#include "app/' "${ui[@]}"
forbid "core never includes Qt's Gui, Widgets or Svg" \
    '#include <(QtGui|QtWidgets|QtSvg|QGuiApplication|QApplication|QWidget|QPixmap|QImage|QIcon|QColor|QFont|QPainter|QPalette|QScreen|QWindow|QAction|QClipboard|QDesktopServices|QTextDocument|QSvg)' "${core[@]}"
# The linker takes one of the two for both.
mapfile -t headers < <(sources core ui app | grep '\.h$')
for name in $(grep -hoE '^(class|struct) \w+( final)?( : .*)?$' "${headers[@]}" | awk '{ print $2 }' | sort | uniq -d); do
    forbid "one name, one type" "^(class|struct) $name( final)?( : .*)?\$" "${headers[@]}"
done
forbid "only core/credentials includes QtKeychain" '#include <(qt6?keychain|keychain\.h)' "${no_credentials[@]}"
forbid "only core/azure/http includes QNetworkAccessManager" '#include <(QtNetwork|QNetworkAccessManager|QNetworkReply|QNetworkRequest)>' "${no_network[@]}"
forbid "ui never waits" '\<(QEventLoop|processEvents|waitFor[A-Z][A-Za-z]*|waitForDone|msleep|usleep|sleep_for|sleep_until|QThread::sleep)\>' "${ui[@]}"
forbid "no insecure way, no shell" '(setInsecureFallback|ignoreSslErrors|\<popen *\(|(^|[^_A-Za-z.>])system\( *[^ )])' "${core[@]}" "${ui[@]}" "${app[@]}"
forbid "no TODO or FIXME" '\<(TODO|FIXME|XXX)\>' "${core[@]}" "${ui[@]}" "${app[@]}"
forbid "Qt's keywords are written as macros" '^ *(public |private |protected )?(slots|signals):|^ *emit ' "${core[@]}" "${ui[@]}" "${app[@]}"

[ "$breaches" -eq 0 ] && echo 'The house is in order.'
exit "$breaches"
