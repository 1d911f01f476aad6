#!/bin/sh
# The supervisor of one run: carries it from its environment to its exit code and needs nobody for that.
# usage: setsid sh sup.sh RUN_FOLDER </dev/null >/dev/null 2>RUN_FOLDER/sup.err &
# sup.conf gives: time_limit (seconds, 0: none), python (for the collector); it may give sample_seconds. core/runs/README.md says what stands where.
umask 077
R=$1
cd "$R" || exit 1
run_id=${R##*/}
time_limit=0 python=python3 sample_seconds=5
child='' collector='' timer='' sampler='' stopped='' signaled=''
[ ! -f sup.conf ] || . ./sup.conf

nap() { sleep "$1" 2>/dev/null || sleep 1; }

now_ms() {
    ms=$(date +%s%3N 2>/dev/null)
    case $ms in
    *[!0-9]* | '') ms=$(date +%s)000 ;;
    esac
    [ "${#ms}" -ge 13 ] || ms=$(date +%s)000
    printf '%s' "$ms"
}

# put FILE TEXT: whole or not at all.
put() { printf '%s\n' "$2" >"$1.tmp" && mv -f "$1.tmp" "$1"; }

# mark FILE TEXT: that it is there is what counts, so it must succeed on a full disk, with or without the text.
mark() {
    : >"$1"
    printf '%s\n' "$2" >>"$1"
}

event() { printf '%s %s\n' "$(now_ms)" "$*" >>events; }

note() { printf '%s supervisor %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>system_logs/provisioning.log; }

# stat_field PID N: field N of /proc/PID/stat, counted from the state, which is 3; empty when there is none.
stat_field() {
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    shift_by=$(($2 - 3))
    # shellcheck disable=SC2086 # into words, on purpose
    set -- ${stat##*) }
    shift "$shift_by"
    printf '%s' "$1"
}

start_time() { stat_field "$1" 22; }

# A child that ended but was not waited for is not running.
is_running() {
    kill -0 "$1" 2>/dev/null || return 1
    [ "$(stat_field "$1" 3)" != Z ]
}

# Without setsid the script shares our session: it is then found by its run id only.
own_session=setsid
command -v setsid >/dev/null 2>&1 || own_session=''
# sh makes its background jobs deaf to SIGINT and SIGQUIT; a script should have what a terminal would give it.
signals='env --default-signal=INT,QUIT'
$signals true 2>/dev/null || signals=''

# spawn LOG PROGRAM ARGUMENT…: in a session of its own, known by the run's id in its environment.
spawn() {
    log=$1
    shift
    # shellcheck disable=SC2086 # no word at all when empty
    MOORING_RUN_ID=$run_id $own_session $signals "$@" </dev/null >>"$log" 2>&1 &
    child=$!
    put job.pid "$child $(start_time "$child")"
}

forward_signal() {
    signaled=1 stopped=1
    [ -n "$child" ] || return 0
    kill -TERM "-$child" 2>/dev/null || kill -TERM "$child" 2>/dev/null
}
trap forward_signal TERM INT HUP

# Sets code. A signal to us ends wait before its time; only an undisturbed wait tells the child's code.
await_child() {
    code=''
    while :; do
        signaled=''
        wait "$child"
        status=$?
        if [ "$status" = 127 ] && [ -n "$code" ]; then
            break # the disturbed wait had it already
        fi
        code=$status
        [ -n "$signaled" ] || break
    done
    child=''
}

start_collector() {
    [ -f collector.py ] || return 0
    if ! command -v "$python" >/dev/null 2>&1; then
        note "No Python for the collector ($python): metrics are not collected."
        return 0
    fi
    rm -f collector.env
    # shellcheck disable=SC2086
    MOORING_HELPER_OF=$run_id $own_session "$python" collector.py --folder "$R" --parent "$$" </dev/null >>system_logs/collector.log 2>&1 &
    collector=$!
    tries=0
    until [ -s collector.env ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 100 ] || ! is_running "$collector"; then
            note "The collector did not start within 5 s: the run goes on without metrics. See system_logs/collector.log."
            stop_collector 10
            return 0
        fi
        nap 0.05
    done
    note "The collector is ready."
}

# stop_collector TRIES: it may take so many twentieths of a second to write out what it holds.
stop_collector() {
    [ -n "$collector" ] || return 0
    kill -TERM "$collector" 2>/dev/null
    tries=0
    while is_running "$collector" && [ "$tries" -lt "$1" ]; do
        tries=$((tries + 1))
        nap 0.05
    done
    kill -KILL "-$collector" 2>/dev/null || kill -KILL "$collector" 2>/dev/null
    wait "$collector" 2>/dev/null
    collector=''
}

start_sampler() {
    [ -f sample.sh ] || return 0
    # shellcheck disable=SC2086
    MOORING_HELPER_OF=$run_id $own_session sh sample.sh "$R" "$sample_seconds" "$$" </dev/null >/dev/null 2>&1 &
    sampler=$!
}

stop_sampler() {
    [ -n "$sampler" ] || return 0
    kill -KILL "-$sampler" 2>/dev/null || kill -KILL "$sampler" 2>/dev/null
    wait "$sampler" 2>/dev/null
    sampler=''
}

start_timer() {
    [ "$time_limit" -gt 0 ] 2>/dev/null || return 0
    # shellcheck disable=SC2016,SC2086 # the inner shell expands
    MOORING_HELPER_OF=$run_id $own_session sh -c 'sleep "$2"; exec sh cancel.sh "$1" 10 timed_out "$2"' timer "$R" "$time_limit" \
        </dev/null >/dev/null 2>&1 &
    timer=$!
}

stop_timer() {
    [ -n "$timer" ] || return 0
    # Once it strikes it must come to its end: it also looks for processes that left the script's group.
    [ -e timed_out ] || kill -KILL "-$timer" 2>/dev/null || kill -KILL "$timer" 2>/dev/null
    wait "$timer" 2>/dev/null
    timer=''
}

# Through a power cut too, where sync takes files (GNU, busybox); one that takes none would sync the whole machine.
make_durable() {
    case $(sync --help 2>&1) in
    *FILE*) sync "$@" 2>/dev/null ;;
    esac
    return 0
}

# finish CODE: the very last thing is the exit code, by rename, in room that was taken at the start.
finish() {
    event finalizing
    stop_timer
    stop_sampler
    stop_collector 100
    event ended "$1"
    make_durable user_logs/std_log.txt events
    until printf '%-15s\n' "$1" 1<>exit_code.tmp && read -r written <exit_code.tmp && [ "$written" = "$1" ] &&
        make_durable exit_code.tmp && mv -f exit_code.tmp exit_code; do
        [ -d "$R" ] || exit 1
        sleep 1
    done
    make_durable .
    exit 0
}

is_stopped() { [ -n "$stopped" ] || [ -e cancel ]; }

build_environment() {
    [ -f env.sh ] || return 0
    note "Making the environment ready; see the build log."
    spawn system_logs/build.log sh env.sh
    await_child
    if [ "$code" != 0 ] && ! is_stopped; then
        note "The environment could not be built: exit code $code."
        mark build_failed "$code"
        finish "$code"
    fi
}

printf '%-15s\n' '' >exit_code.tmp || exit 1
put sup.start "$(start_time $$)" || exit 1
put boot_id "$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)" || exit 1
put sup.pid $$ || exit 1

event preparing
build_environment
is_stopped || start_collector
is_stopped && finish 143
event running
note "The script starts."
start_timer
spawn user_logs/std_log.txt sh job.sh
start_sampler
await_child
note "The script ended with code $code."
finish "$code"
