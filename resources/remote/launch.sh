#!/bin/sh
# Starts the supervisor of a run whose folder is complete, and waits until it has said who it is.
# usage: launch.sh RUN_FOLDER
# Prints "started PID" or "canceled". Starting twice starts once: start.lock is made by exactly one.
umask 077
unset MOORING_RUN_ID MOORING_HELPER_OF # of a run that starts another one
R=$1
cd "$R" || exit 1

# Where this script was given a fixed locale, the user's stands beside it: the run has that one.
if [ -n "$MOORING_FIXED_LOCALE" ]; then
    unset LC_ALL LANGUAGE
    [ -z "${MOORING_USER_LC_ALL+set}" ] || export LC_ALL="$MOORING_USER_LC_ALL"
    [ -z "${MOORING_USER_LANGUAGE+set}" ] || export LANGUAGE="$MOORING_USER_LANGUAGE"
    unset MOORING_FIXED_LOCALE MOORING_USER_LC_ALL MOORING_USER_LANGUAGE
fi

nap() { sleep "$1" 2>/dev/null || sleep 1; }

# What the script leaves in outputs/ and logs/ is kept. A snapshot never brings these names.
link_kept_folders() {
    for name in outputs logs; do
        [ -L "code/$name" ] || ln -s "../$name" "code/$name" || return 1
    done
}

start_supervisor() {
    if command -v setsid >/dev/null 2>&1; then
        setsid sh "$R/sup.sh" "$R" </dev/null >/dev/null 2>"$R/sup.err" &
    else
        nohup sh "$R/sup.sh" "$R" </dev/null >/dev/null 2>"$R/sup.err" &
    fi
}

if mkdir start.lock 2>/dev/null; then
    link_kept_folders || exit 1
    start_supervisor
elif [ ! -d start.lock ]; then
    mkdir start.lock # again, for its message
    exit 1
elif [ -e cancel ]; then
    echo canceled
    exit 0
fi

tries=0
while [ ! -s sup.pid ] && [ "$tries" -lt 800 ]; do
    tries=$((tries + 1))
    nap 0.02
done
if [ ! -s sup.pid ]; then
    cat sup.err >&2
    echo "the supervisor did not start" >&2
    exit 1
fi
read -r pid <sup.pid
echo "started $pid"
