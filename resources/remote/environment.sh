# Builds one cached environment, or finds it built. POSIX sh; run by a run's supervisor, works by itself too.
# Above this text stand the assignments: ENV_FOLDER ENV_KEY ENV_KIND ENV_TOOL ENV_TOOL_NAME ENV_FROM ENV_INDEX, and the
# functions write_specs (files into $SPEC), write_record, write_index.
# Promise: without .wb-complete nothing is ever used; killed at any moment, the next one deletes what is there and builds anew.
set -u
umask 077
PREFIX=$ENV_FOLDER/$ENV_KEY
SPEC=$PREFIX.spec
LOCK=$PREFIX.lock
ME=${MOORING_RUN_ID:+run $MOORING_RUN_ID}
ME=${ME:-process $$}
STARTED=$(date +%s)

export PYTHONUNBUFFERED=1 PYTHONNOUSERSITE=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_USER=0
unset PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX

say() { printf '%s\n' "$*"; }
stop() {
    say "$*"
    exit 1
}

start_time() {
    # After the name, which may hold blanks: field 22 of the whole line is field 20 of the rest.
    if [ -r "/proc/$1/stat" ]; then
        sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
    else
        ps -o lstart= -p "$1" 2>/dev/null | tr -d ' :'
    fi
}

# --- the lock: flock where there is one, else a link that names its owner -------------------------------------------------

waiting() {
    other=$(cat "$PREFIX.owner" 2>/dev/null)
    other=${other:-another run}
    [ "$other" = "$told" ] || say "Waiting for the environment that $other builds."
    told=$other
    sleep 1
}

lock_by_flock() {
    exec 9>>"$LOCK" || return 1
    while :; do
        flock -n 9 2>/dev/null
        case $? in
        0) return 0 ;;
        1) waiting ;;
        *) return 1 ;;
        esac
    done
}

owner_lives() {
    pid=${1%%:*}
    rest=${1#*:}
    kill -0 "$pid" 2>/dev/null && [ "$(start_time "$pid")" = "${rest%%:*}" ] && [ "$BOOT" = "${rest#*:}" ]
}

# A dead owner's link is taken away under a second link, so that two who find it at once cannot take away a fresh one.
break_stale() {
    stale=$(readlink "$1" 2>/dev/null) || return 0
    owner_lives "$stale" && return 1
    if ln -s "$OWNER" "$1.break" 2>/dev/null; then
        [ "$(readlink "$1" 2>/dev/null)" = "$stale" ] && rm -f "$1"
        rm -f "$1.break"
    else
        breaker=$(readlink "$1.break" 2>/dev/null) || return 0
        owner_lives "$breaker" || rm -f "$1.break"
        sleep 1
    fi
    return 0
}

lock_by_link() {
    BOOT=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)
    OWNER=$$:$(start_time $$):$BOOT
    until ln -s "$OWNER" "$LOCK.link" 2>/dev/null; do
        break_stale "$LOCK.link" || waiting
    done
    trap 'rm -f "$LOCK.link"' EXIT
    trap 'exit 143' TERM
    trap 'exit 130' INT HUP
}

# --- building ------------------------------------------------------------------------------------------------------------

usable() {
    [ -f "$PREFIX/.wb-complete" ] || return 1
    "$PREFIX/bin/python" -c 'pass' </dev/null >/dev/null 2>&1 && return 0
    say "The environment $ENV_KEY does not start any more. It is built again."
    return 1
}

clear_old() {
    [ -e "$PREFIX" ] || return 0
    [ -f "$PREFIX/.wb-complete" ] || say "An earlier build of $ENV_KEY did not finish. It is deleted and built again."
    rm -f "$PREFIX/.wb-complete" && rm -rf "$PREFIX"
}

failed() {
    rm -rf "$PREFIX"
    stop "The environment was not built: $1. The lines above say why. Nothing of it is kept."
}

build_venv() {
    "$ENV_TOOL" -I -c 'import ensurepip, venv' </dev/null >/dev/null 2>&1 || {
        version=$("$ENV_TOOL" -c 'import sys; print("%d.%d" % sys.version_info[:2])' </dev/null 2>/dev/null)
        stop "$ENV_TOOL cannot make environments: its module ensurepip is missing. On Debian and Ubuntu the package python$version-venv brings it: sudo apt install python$version-venv"
    }
    "$ENV_TOOL" -I -m venv "$PREFIX" </dev/null || failed "python -m venv ended with code $?"
    # -I: a random.py in the source folder must not become pip's random. In code/: wheels that the file names lie there.
    (cd code 2>/dev/null; exec "$PREFIX/bin/python" -u -I -m pip install --no-input --disable-pip-version-check -r "$SPEC/$ENV_MAIN") </dev/null ||
        failed "pip ended with code $?"
}

build_conda() {
    if [ "$ENV_TOOL_NAME" = micromamba ]; then
        "$ENV_TOOL" create -y -p "$PREFIX" -f "$SPEC/$ENV_MAIN" </dev/null || failed "micromamba ended with code $?"
        return
    fi
    yes=
    "$ENV_TOOL" env create --help </dev/null 2>/dev/null | grep -q -e '--yes' && yes=-y
    "$ENV_TOOL" env create $yes -p "$PREFIX" -f "$SPEC/$ENV_MAIN" </dev/null || failed "$ENV_TOOL_NAME ended with code $?"
    "$ENV_TOOL" list --explicit --md5 -p "$PREFIX" </dev/null >"$PREFIX/.wb-explicit.txt" 2>/dev/null
}

finish() {
    [ -x "$PREFIX/bin/python" ] || failed "it has no Python; add python to its dependencies"
    "$PREFIX/bin/python" -I -m pip freeze --disable-pip-version-check </dev/null >"$PREFIX/.wb-freeze.txt" 2>/dev/null
    write_record >"$PREFIX/.wb-environment.json" || failed "its record could not be written"
    : >"$PREFIX/.wb-used"
    sync -f "$PREFIX" 2>/dev/null || sync
    printf '%s\n' "$ME" >"$PREFIX/.wb-complete.tmp" && mv "$PREFIX/.wb-complete.tmp" "$PREFIX/.wb-complete" ||
        failed "its mark could not be written"
}

# What the file held, for the next plan to say which line changed. Losing it loses only that sentence.
remember() {
    mkdir -p "$ENV_FOLDER/index" 2>/dev/null
    write_index >"$ENV_FOLDER/index/$ENV_INDEX.tmp$$" 2>/dev/null && mv "$ENV_FOLDER/index/$ENV_INDEX.tmp$$" "$ENV_FOLDER/index/$ENV_INDEX"
}

mkdir -p "$ENV_FOLDER" && (: >>"$LOCK") || stop "The environment cannot be built: $ENV_FOLDER cannot be written."
told=
if ! command -v flock >/dev/null 2>&1 || ! lock_by_flock; then
    lock_by_link
fi
if usable; then
    touch "$PREFIX/.wb-used"
    remember
    say "Reusing the environment $ENV_KEY: same content."
    exit 0
fi
printf '%s\n' "$ME" >"$PREFIX.owner"
clear_old || stop "The environment cannot be built: $PREFIX cannot be deleted."
rm -rf "$SPEC"
mkdir -p "$SPEC" && write_specs || stop "The environment cannot be built: $SPEC cannot be written."
say "Building the environment $ENV_KEY with $ENV_TOOL from $ENV_FROM."
if [ "$ENV_KIND" = conda ]; then build_conda; else build_venv; fi
finish
rm -rf "$SPEC"
remember
rm -f "$PREFIX.owner"
say "The environment $ENV_KEY is built, in $(($(date +%s) - STARTED)) s."
exit 0
