# Stands before scripts that ask programs. POSIX sh.
#   limited SECONDS PROGRAM [ARGUMENT...]    its exit code; 137 when it was killed for having taken longer
limited() {
    if command -v timeout >/dev/null 2>&1; then
        timeout -s KILL "$@" </dev/null
        return
    fi
    given=$1
    shift
    "$@" </dev/null &
    asked=$!
    (sleep "$given" && kill -KILL "$asked") >/dev/null 2>&1 &
    watch=$!
    wait "$asked"
    ended=$?
    kill "$watch" 2>/dev/null
    return $ended
}

