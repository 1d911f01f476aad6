#!/bin/sh
# Prints what is true of runs, from their folders and from the kernel. Starts next to no process: twenty runs cost as much as one.
# usage: state.sh RUN_FOLDER…
# First: "state 1", "now MS", "boot ID", "host NAME". Then for each folder: "run ID", what there is, "end".
now=$(date +%s%3N 2>/dev/null)
case $now in
*[!0-9]* | '') now=$(date +%s)000 ;;
esac
[ "${#now}" -ge 13 ] || now=$(date +%s)000
boot=''
{ read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
printf 'state 1\nnow %s\nboot %s\nhost %s\n' "$now" "$boot" "$(uname -n)"

# first_line FILE: sets line.
first_line() {
    line=''
    { read -r line <"$1"; } 2>/dev/null
    [ -n "$line" ] || return 1
}

# field NAME FILE: nothing when there is no such file; the name alone when it is empty.
field() {
    [ -f "$2" ] || return 0
    first_line "$2"
    printf '%s %s\n' "$1" "$line"
}

# look PID: sets state and start; both empty when there is no such process.
look() {
    state='' start=''
    case $1 in
    *[!0-9]* | '') return 0 ;;
    esac
    if [ ! -d /proc/self ]; then
        if kill -0 "$1" 2>/dev/null; then state='?'; fi
        return 0
    fi
    first_line "/proc/$1/stat" || return 0
    # shellcheck disable=SC2086 # into words, on purpose
    set -- ${line##*) }
    state=$1 start=${20}
}

# Sets last_event.
events() {
    last_event=''
    [ -f events ] || return 0
    count=0
    while [ "$count" -lt 20 ] && read -r line; do
        count=$((count + 1))
        last_event=$line
        printf 'event %s\n' "$line"
    done <events
}

# Processes that go on without their supervisor: by the run's id in their environment, or the script itself.
survivors() {
    if [ ! -r /proc/self/environ ]; then
        echo 'survivors ?'
        return 0
    fi
    variable=MOORING_RUN_ID=${1##*/}
    paths=$(grep -lzxF "$variable" /proc/[0-9]*/environ 2>/dev/null || grep -lF "$variable" /proc/[0-9]*/environ 2>/dev/null)
    # shellcheck disable=SC2086
    set -- $paths
    count=$#
    script='' begun=''
    [ ! -f job.pid ] || { read -r script begun <job.pid; } 2>/dev/null
    look "$script"
    if [ "$count" = 0 ] && [ -n "$begun" ] && [ "$start" = "$begun" ] && [ "$state" != Z ]; then count=1; fi
    echo "survivors $count"
}

# In this order: a supervisor that ends while we look writes exit_code before it is gone, and whoever sends a signal
# says why before that.
report() {
    field pid sup.pid
    field start sup.start
    field recorded_boot boot_id
    lives=''
    if [ -f sup.pid ] && first_line sup.pid; then
        look "$line"
        [ -z "$state" ] || printf 'live %s %s\n' "$state" "$start"
        first_line sup.start
        if [ -n "$state" ] && [ "$state" != Z ] && [ "$start" = "$line" ]; then lives=1; fi
        if [ -z "$lives" ] && [ ! -f exit_code ]; then survivors "$1"; fi
    fi
    [ ! -d start.lock ] || echo claimed
    field exit exit_code
    for name in cancel timed_out build_failed oom_killed; do
        [ ! -e "$name" ] || echo "$name"
    done
    events
    # A full disk takes no event; the exit code's own time is to the second.
    case $last_event in
    *' ended'*) ;;
    *) [ ! -f exit_code ] || printf 'exit_time %s\n' "$(stat -c %Y exit_code 2>/dev/null)" ;;
    esac
}

for folder; do
    printf 'run %s\n' "${folder##*/}"
    if cd "$folder" 2>/dev/null; then
        report "$folder"
    elif [ -d "${folder%/*}" ]; then
        echo missing
        cd /proc 2>/dev/null && survivors "$folder"
    else
        echo unreachable # the disk with all runs is not there
    fi
    echo end
done
