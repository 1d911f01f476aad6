#!/bin/sh
# Ends all processes of a run and proves it: TERM, a grace, KILL, then a search by the run's id.
# usage: cancel.sh RUN_FOLDER GRACE_SECONDS MARK [NOTE]
# MARK: "cancel" (a person), "timed_out" (the supervisor's timer), "lost" (the supervisor is dead: clean up, mark nothing).
# Prints, parted by tabs:  ended PID SIGNAL COMMAND  |  left PID - COMMAND  |  search done‖impossible, and at the end: end
umask 077
R=$1 grace=$2 mark=$3 note=$4
if ! cd "$R" 2>/dev/null; then # the folder is gone: what lives can still be found and ended
    mark=lost
    cd /proc || exit 1
fi
unset MOORING_RUN_ID MOORING_HELPER_OF
run_id=${R##*/}
tab=$(printf '\t')
newline='
'
container=''

# A run with an image has a container, whose processes may be out of our sight.
engine() { if command -v timeout >/dev/null 2>&1; then timeout -s KILL 20 docker "$@" </dev/null 2>/dev/null; else docker "$@" </dev/null 2>/dev/null; fi; }

nap() { sleep "$1" 2>/dev/null || sleep 1; }

now_ms() {
    ms=$(date +%s%3N 2>/dev/null)
    case $ms in
    *[!0-9]* | '') ms=$(date +%s)000 ;;
    esac
    [ "${#ms}" -ge 13 ] || ms=$(date +%s)000
    printf '%s' "$ms"
}

# identity PID: its start time; nothing when it is not there or only waits to be collected.
identity() {
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # shellcheck disable=SC2086 # into words, on purpose
    set -- ${stat##*) }
    case $1 in
    Z | X) ;;
    *) printf '%s' "${20}" ;;
    esac
}

# first_words FILE: sets word1 and word2.
first_words() {
    word1='' word2=''
    [ ! -f "$1" ] || { read -r word1 word2 <"$1"; } 2>/dev/null
}

supervisor_lives() {
    first_words sup.start
    started=$word1
    first_words sup.pid
    case $word1 in
    *[!0-9]* | '') return 1 ;;
    esac
    [ -d /proc/self ] || { kill -0 "$word1" 2>/dev/null; return; }
    [ -n "$started" ] && [ "$(identity "$word1")" = "$started" ]
}

# Sets group to the script's process group, or to nothing when its number may by now be somebody else's.
find_group() {
    group=''
    first_words job.pid
    case $word1 in # "kill -1" would mean every process there is
    *[!0-9]* | '' | 0* | 1) return 0 ;;
    esac
    if [ -n "$word2" ] && [ "$(identity "$word1")" = "$word2" ]; then
        group=$word1
    else
        candidate=$word1
        supervisor_lives && group=$candidate
    fi
}

with_variable() { grep -lzxF "$1=$run_id" /proc/[0-9]*/environ 2>/dev/null || grep -lF "$1=$run_id" /proc/[0-9]*/environ 2>/dev/null; }

# Sets found to words PID:START:GROUP: all that carry the run's id, belong to the script's session, or descend from those.
find_processes() {
    find_group
    marked=$(with_variable MOORING_RUN_ID | tr '\n' ' ')
    found=$(cat /proc/[0-9]*/stat 2>/dev/null | awk -v me=$$ -v session="$group" -v marked="$marked" '
        BEGIN {
            count = split(marked, paths, " ")
            for (i = 1; i <= count; i++) { split(paths[i], part, "/"); member[part[3]] = 1 }
        }
        /\) / {
            rest = $0
            sub(/^.*\) /, "", rest)
            if (split(rest, f, " ") < 20 || f[1] == "Z" || f[1] == "X" || $1 == me || f[2] == me) next
            parent[$1] = f[2]; label[$1] = $1 ":" f[20] ":" f[3]
            if (session != "" && f[4] == session) member[$1] = 1
        }
        END {
            do {
                grown = 0
                for (pid in parent) if (!(pid in member) && parent[pid] in member && parent[pid] in label) { member[pid] = 1; grown = 1 }
            } while (grown)
            for (pid in member) if (pid in label) print label[pid]
        }')
    hidden=''
    if [ -z "$container" ] && [ -f container ]; then
        first_words container
        container=$word1
    fi
    if [ -n "$container" ]; then
        first=$(engine inspect --format '{{if .State.Running}}{{.State.Pid}}{{end}}' "$container")
        case "$newline$found" in
        *"$newline$first":*) ;;
        *) [ -z "$first" ] || hidden=$first:container:none ;;
        esac
        [ -z "$hidden" ] || found="$found$newline$hidden"
    fi
    for process in $found; do
        case $seen in
        *"$newline$process$tab"*) ;;
        *) seen=$seen$newline$process$tab$(command_of "${process%%:*}") ;;
        esac
    done
}

command_of() {
    line=$(tr '\000\n\t' '   ' 2>/dev/null <"/proc/$1/cmdline" | cut -c1-300)
    [ -n "$line" ] || line=$(tr '\n\t' '  ' 2>/dev/null <"/proc/$1/comm")
    printf '%s' "$line"
}

# send SIGNAL: once to each.
send() {
    [ -z "$group" ] || kill "-$1" "-$group" 2>/dev/null
    if [ -n "$hidden" ]; then # HUP: what its first process passes on as TERM
        if [ "$1" = KILL ]; then engine kill "$container"; else engine kill --signal HUP "$container"; fi >/dev/null
    fi
    for process in $found; do
        if [ "$process" != "$hidden" ] && [ "${process##*:}" != "$group" ]; then kill "-$1" "${process%%:*}" 2>/dev/null; fi
    done
}

# wait_for_end MS
wait_for_end() {
    deadline=$(($(now_ms) + $1))
    pause=0.02
    while [ -n "$found" ] && [ "$(now_ms)" -lt "$deadline" ]; do
        nap $pause
        pause=0.1
        find_processes
    done
}

kill_all() {
    rounds=0
    while [ -n "$found" ] && [ "$rounds" -lt 10 ]; do # what forks faster than we look is caught by the next round
        rounds=$((rounds + 1))
        killed="$killed $found"
        send KILL
        wait_for_end 300
    done
}

# A supervisor that lives writes the exit code; for a dead one we do, once nothing is left that could go on.
wait_for_exit_code() {
    deadline=$(($(now_ms) + 12000))
    while [ ! -e exit_code ] && supervisor_lives && [ "$(now_ms)" -lt "$deadline" ]; do nap 0.05; done
    find_processes
    kill_all
    [ ! -e exit_code ] && ! supervisor_lives || return 0
    for path in $(with_variable MOORING_HELPER_OF); do
        path=${path#/proc/}
        kill -TERM "${path%%/*}" 2>/dev/null
    done
    [ "$mark" = cancel ] && [ -z "$found" ] || return 0
    code=143
    [ -z "$killed" ] || code=137
    [ -e exit_code ] || { printf '%s\n' $code >exit_code.by_cancel && mv -f exit_code.by_cancel exit_code; }
}

report() {
    printf '%s\n' "$seen" | while IFS=$tab read -r process command; do
        [ -n "$process" ] || continue
        case "$newline$found$newline" in
        *"$newline$process$newline"*)
            printf 'left\t%s\t-\t%s\n' "${process%%:*}" "$command"
            continue
            ;;
        esac
        case "$killed " in
        *[!0-9]"$process"[!0-9]*) signal=SIGKILL ;;
        *) signal=SIGTERM ;;
        esac
        printf 'ended\t%s\t%s\t%s\n' "${process%%:*}" $signal "$command"
    done
    if [ -r /proc/self/environ ] && containers_are_gone; then printf 'search\tdone\n'; else printf 'search\timpossible\n'; fi
}

# Docker says so itself, or it was not needed. What does not run any more goes.
containers_are_gone() {
    [ -n "$container" ] || return 0
    ids=$(engine ps -aq --filter "label=org.mooring_workbench.run=$run_id") || return 1
    # shellcheck disable=SC2086 # into words, on purpose
    [ -z "$ids" ] || engine rm -f $ids >/dev/null
    ids=$(engine ps -aq --filter "label=org.mooring_workbench.run=$run_id") && [ -z "$ids" ]
}

# keep REPORT: the proof stays with the run, in its provisioning log.
keep() {
    [ "$mark" != lost ] && [ -d system_logs ] || return 0
    at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    printf '%s\n' "$1" | while read -r line; do printf '%s cancel %s\n' "$at" "$line"; done | tr '\t' ' ' >>system_logs/provisioning.log
}

if [ "$mark" != lost ] && [ ! -e exit_code ]; then
    : >"$mark"
    printf '%s %s\n' "$(now_ms)" "$note" >>"$mark"
fi
# Not started yet: whoever makes start.lock decides, so after this nobody can start it.
if [ "$mark" = cancel ] && [ ! -e sup.pid ] && [ ! -e exit_code ] && ! mkdir start.lock 2>/dev/null; then
    tries=0
    while [ ! -s sup.pid ] && [ "$tries" -lt 100 ]; do
        tries=$((tries + 1))
        nap 0.05
    done
fi

found='' seen='' killed='' hidden=''
find_processes
send TERM
wait_for_end $((grace * 1000))
kill_all
[ "$mark" = timed_out ] || wait_for_exit_code
proof=$(report)
keep "$proof" 2>/dev/null
printf '%s\nend\n' "$proof"
