#!/bin/sh
# Takes back a run that was never started: afterwards nothing can start it, and only its system logs are left.
# usage: discard.sh RUN_FOLDER [force]
# Prints "missing", "claimed" (somebody is starting it or has; nothing was touched) or "discarded".
R=$1
if ! cd "$R" 2>/dev/null; then
    echo missing
    exit 0
fi
if ! mkdir start.lock 2>/dev/null && [ -d start.lock ] && [ "$2" != force ]; then
    echo claimed
    exit 0
fi
rm -f run.json # first: without it nobody takes the folder for a run
[ ! -d code ] || chmod -R u+rwX code 2>/dev/null
for entry in ./* ./.[!.]*; do
    case $entry in
    ./system_logs | ./start.lock) ;;
    *) rm -rf "$entry" ;;
    esac
done
echo discarded
