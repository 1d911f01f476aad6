#!/usr/bin/env bash
# Proves that check-house.sh sees each breach: a tree with one breach must fail, the same tree without it must pass.
set -u
check=$1
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failures=0

reset() {
    rm -rf "${tree:?}"/*
    mkdir -p "$tree"/core/{base,jobs,runs,credentials,targets/one,targets/two,targets/builtin} "$tree"/ui/log "$tree"/app
    echo '#include "core/base/result.h"' > "$tree/core/jobs/job.h"
    echo '#include "core/targets/one/one.h"' > "$tree/core/targets/builtin/builtin.cpp"
}
expect() { # code, what, file, text
    reset
    [ -z "$3" ] || printf '%s\n' "$4" > "$tree/$3"
    "$check" "$tree" > "$tree/.out" 2>&1
    local code=$?
    if [ "$code" -ne "$1" ]; then
        echo "$2: exit $code instead of $1"
        cat "$tree/.out"
        failures=1
    fi
}

expect 0 'a tree in order' '' ''
expect 0 'a name that only contains the word' core/base/a.cpp 'QString operatingSystem(int); int filesystem(int); x.system();'
expect 1 'an arrow that points up' core/base/a.cpp '#include "core/jobs/job.h"'
expect 1 'jobs on runs' core/jobs/a.cpp '#include "core/runs/runservice.h"'
expect 1 'a kind in a kind' core/targets/one/a.cpp '#include "core/targets/two/two.h"'
expect 1 'ui in core' core/runs/a.cpp '#include "ui/widgets/page.h"'
expect 1 'Gui in core' core/runs/a.cpp '#include <QPixmap>'
expect 1 'the keychain elsewhere' core/runs/a.cpp '#include <qt6keychain/keychain.h>'
expect 0 'the keychain at home' core/credentials/a.cpp '#include <qt6keychain/keychain.h>'
expect 1 'a nested event loop' ui/log/a.cpp 'QEventLoop loop;'
expect 1 'a wait in ui' ui/log/a.cpp 'process.waitForFinished();'
expect 1 'a shell' core/base/a.cpp 'system("rm");'
expect 0 'a word before a bracket' core/base/a.cpp '// of a usual file system (FAT)'
expect 1 'a shell of std' core/base/a.cpp '    return popen ("ls", "r");'
expect 1 'the other shell of std' core/base/a.cpp 'std::system(text);'
expect 1 'an insecure way' core/credentials/a.cpp 'job.setInsecureFallback(true);'
expect 1 'ignored certificates' core/base/a.cpp 'reply->ignoreSslErrors();'
expect 1 'the network elsewhere' core/runs/a.cpp '#include <QNetworkAccessManager>'
expect 1 'one name for two types' core/runs/a.h $'class Same : public QObject\n{\n};\nstruct Same\n{\n};'
expect 0 'a type that is announced' core/runs/a.h $'class Same;\nclass Same\n{\n};'
expect 1 'a note to oneself' app/main.cpp '// TODO later'
[ "$failures" -eq 0 ] && echo 'Each breach was seen.'
exit "$failures"
