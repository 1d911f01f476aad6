# Runs a script in a container and tells how it ended. POSIX sh; the rest of a run's job.sh.
# Above this text stand IMAGE, RUN_ID, GPUS and TRACKING (1 or empty) and run_in_container, which calls docker run with the
# options that it is given, the run's variables, the image and "sh -c INSIDE sh" with the program and its arguments.
# The container's own state is the truth; what the docker command returns is a hint.
R=$(pwd)
NAME=mooring-$RUN_ID
client=''
printf '%s\n' "$NAME" >container || exit 1
: >container_code || exit 1

say() { printf '%s container %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>system_logs/provisioning.log; }

# A cancel ends the processes itself, each once. Any other wish to end goes on to the script.
on_term() {
    if [ ! -e cancel ] && [ ! -e timed_out ]; then docker kill --signal HUP "$NAME" >/dev/null 2>&1; fi
}
trap on_term TERM INT HUP

# The first process of a container is deaf to signals that it does not ask for, so it is a shell that waits for the script. It
# passes HUP on, not TERM: a TERM to all processes has reached the script already. It writes into the log itself, and the code that
# the script ended with: what goes through the engine is lost when that is restarted.
# shellcheck disable=SC2016,SC2034 # for the shell inside; used by run_in_container
INSIDE='
if ( : >>"$MOORING_STD_LOG" ) 2>/dev/null; then exec >>"$MOORING_STD_LOG" 2>&1; else exec 2>&1; fi
code_file=$MOORING_CODE_FILE
unset MOORING_STD_LOG MOORING_CODE_FILE
trap : TERM INT
trap "kill -TERM \$child 2>/dev/null" HUP
"$@" </dev/null &
child=$!
code=""
while :; do
    wait "$child"
    status=$?
    if [ "$status" = 127 ] && [ -n "$code" ]; then break; fi
    code=$status
    kill -0 "$child" 2>/dev/null || break
done
( printf "%s\n" "$code" >"$code_file" ) 2>/dev/null
exit "$code"'

bind() { printf 'type=bind,"source=%s","target=%s"' "$1" "$1"; }

# What the container writes belongs to whoever started the run; the root of a rootless engine is that user.
ids=$(id -u):$(id -g)
case $(docker info --format '{{.SecurityOptions}}' 2>/dev/null) in *rootless*) ids=0:0 ;; esac

set -- --name "$NAME" --label "org.mooring_workbench.run=$RUN_ID" --pull never --user "$ids" --network host \
    --log-driver none --shm-size 2g --security-opt no-new-privileges --workdir "$R/code" \
    --mount "$(bind "$R/code")" --mount "$(bind "$R/outputs")" --mount "$(bind "$R/logs")" \
    --mount "$(bind "$R/user_logs/std_log.txt")" -e "MOORING_STD_LOG=$R/user_logs/std_log.txt" \
    --mount "$(bind "$R/container_code")" -e "MOORING_CODE_FILE=$R/container_code" \
    -e HOME=/tmp -e PYTHONUNBUFFERED=1 -e "MOORING_RUN_ID=$RUN_ID"
[ -z "$GPUS" ] || set -- "$@" --gpus all
if [ -n "$TRACKING" ] && [ -f collector.env ]; then
    set -a
    . ./collector.env
    set +a
    for word in $(sed -n 's/^\([A-Z_][A-Z0-9_]*\)=.*/\1/p' collector.env); do set -- "$@" -e "$word"; done
fi

say "The container $NAME of $IMAGE starts."
run_in_container "$@" </dev/null 2>container_errors &
client=$!
code=''
while :; do
    wait "$client"
    status=$?
    if [ "$status" = 127 ] && [ -n "$code" ]; then break; fi
    code=$status
    kill -0 "$client" 2>/dev/null || break
done

# The client can end before the container: it was killed, or the engine was restarted. While the engine is silent nobody knows
# whether the container goes on (it does with live-restore): waited for, up to an hour.
silent=0
while :; do
    answer=$(docker inspect --format '{{.State.Running}}' "$NAME" 2>&1)
    case $answer in
    true) silent=0 ;;
    false | *[Nn]o\ such\ object* | *[Nn]o\ such\ container*) break ;;
    *)
        [ "$silent" != 0 ] || say "Docker does not answer: $answer"
        silent=$((silent + 1))
        if [ "$silent" -gt 3600 ] || [ -e cancel ] || [ -e timed_out ]; then break; fi
        ;;
    esac
    sleep 1
done
state=$(docker inspect --format '{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}}' "$NAME" 2>/dev/null)
# shellcheck disable=SC2086 # into words, on purpose
set -- $state
case $1 in
exited | dead)
    code=$2
    if [ "$3" = true ]; then
        : >oom_killed
        say 'The kernel ended it because its memory was full.'
    fi
    ;;
created)
    cat container_errors >&2
    say "The container could not be started (docker ended with code $code)."
    ;;
*)
    cat container_errors >&2
    say "Docker does not tell how the container ended (the docker command ended with code $code)."
    [ "$code" != 0 ] || code=125
    ;;
esac
# A container that ended while there was no engine has no code, or a made-up one; what the script ended with is known.
read -r told <container_code 2>/dev/null || told=''
case $told in '' | *[!0-9]*) ;; *) code=$told ;; esac
docker rm "$NAME" >/dev/null 2>&1
# What the docker command says of itself is no line of the script.
cat container_errors >>system_logs/provisioning.log 2>/dev/null
rm -f container_errors container_code
say "The container ended with code $code."
exit "$code"
