#!/bin/sh
# Prints what Mooring has made on this machine, with sizes in kilobytes, and changes nothing.
# usage: leftovers.sh WORK_FOLDER [RUN_ID]…    (runs that may be gone from the folder, but whose processes are looked for)
# First "leftovers 1". Parted by tabs: run ID KB OUTPUTS_KB OUTPUT_FILES ended‖live‖never  |  environment KEY KB  |  store NAME KB
#  |  other NAME (not Mooring's: it stays)  |  process PID RUN_ID  |  container ID RUN_ID  |  search done‖impossible  |  folder missing; at the end "end".
R=$1 told=' '
shift
echo 'leftovers 1'
cd /proc 2>/dev/null || cd / || exit 1

kilobytes() { du -sk "$1" 2>/dev/null | cut -f1; }

lives() {
    pid='' begun=''
    { read -r pid <"$1/sup.pid"; } 2>/dev/null
    { read -r begun <"$1/sup.start"; } 2>/dev/null
    case $pid in
    *[!0-9]* | '') return 1 ;;
    esac
    [ -d /proc/self ] || { kill -0 "$pid" 2>/dev/null; return; }
    line=''
    { read -r line <"/proc/$pid/stat"; } 2>/dev/null || return 1
    # shellcheck disable=SC2086 # into words, on purpose
    set -- ${line##*) }
    [ "$1" != Z ] && [ "${20}" = "$begun" ]
}

state_of() {
    if [ -f "$1/exit_code" ]; then
        echo ended
    elif lives "$1"; then
        echo live
    elif [ -f "$1/sup.pid" ]; then
        echo ended
    else
        echo never
    fi
}

run() {
    outputs=0 files=0
    if [ -d "$1/outputs" ] && [ ! -L "$1/outputs" ]; then
        outputs=$(kilobytes "$1/outputs")
        files=$(find "$1/outputs" -type f 2>/dev/null | wc -l | tr -d ' ')
    fi
    printf 'run\t%s\t%s\t%s\t%s\t%s\n' "${1##*/}" "$(kilobytes "$1")" "${outputs:-0}" "${files:-0}" "$(state_of "$1")"
}

if [ ! -d "$R" ]; then
    printf 'folder\tmissing\n'
else
    for entry in "$R"/* "$R"/.[!.]*; do
        if [ ! -e "$entry" ] && [ ! -L "$entry" ]; then continue; fi
        name=${entry##*/}
        case $name in
        runs)
            for folder in "$entry"/*; do
                if [ -d "$folder" ] && [ ! -L "$folder" ]; then run "$folder"; fi
            done
            ;;
        environments)
            for folder in "$entry"/*; do
                [ -d "$folder" ] || continue
                case ${folder##*/} in
                index | *.spec) continue ;;
                esac
                printf 'environment\t%s\t%s\n' "${folder##*/}" "$(kilobytes "$folder")"
            done
            ;;
        objects | cache) printf 'store\t%s\t%s\n' "$name" "$(kilobytes "$entry")" ;;
        *) printf 'other\t%s\n' "$(printf '%s' "$name" | tr '\n\t' '  ')" ;;
        esac
    done
fi

# Processes of runs that are or were in this folder, by the run's id in their environment.
if [ -r /proc/self/environ ]; then
    for folder in "$R"/runs/* "$@"; do
        id=${folder##*/}
        if [ "$id" = '*' ]; then continue; fi
        case $told in
        *" $id "*) continue ;;
        esac
        told="$told$id "
        for path in $(grep -lzxF "MOORING_RUN_ID=$id" /proc/[0-9]*/environ 2>/dev/null || grep -lF "MOORING_RUN_ID=$id" /proc/[0-9]*/environ 2>/dev/null); do
            path=${path#/proc/}
            printf 'process\t%s\t%s\n' "${path%%/*}" "$id"
        done
    done
    if command -v docker >/dev/null 2>&1; then
        quick=''
        command -v timeout >/dev/null 2>&1 && quick='timeout -s KILL 10'
        $quick docker ps -a --filter label=org.mooring_workbench.run --format '{{.ID}} {{.Label "org.mooring_workbench.run"}}' 2>/dev/null </dev/null |
            while read -r container id; do
                case $told in
                *" $id "*) printf 'container\t%s\t%s\n' "$container" "$id" ;;
                esac
            done
    fi
    printf 'search\tdone\n'
else
    printf 'search\timpossible\n'
fi
echo end
