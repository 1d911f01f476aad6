#!/bin/sh
# Measures a run while it goes on: processor, memory and GPUs, one line for each into system.jsonl.
# usage: sample.sh RUN_FOLDER SECONDS SUPERVISOR_PID    ended by sup.sh, or by itself when that is gone
umask 077
cd "$1" || exit 1
seconds=$2 supervisor=$3 step=0 ticks_before='' clock_before=''
ticks_per_second=$(getconf CLK_TCK 2>/dev/null || echo 100)
page=$(getconf PAGESIZE 2>/dev/null || echo 4096)
gpus=''
command -v nvidia-smi >/dev/null 2>&1 && gpus=1

now_ms() {
    ms=$(date +%s%3N 2>/dev/null)
    case $ms in
    *[!0-9]* | '') ms=$(date +%s)000 ;;
    esac
    printf '%s' "$ms"
}

limited() { if command -v timeout >/dev/null 2>&1; then timeout -s KILL 4 "$@" </dev/null 2>/dev/null; else "$@" </dev/null 2>/dev/null; fi; }

# put KEY VALUE
put() { printf '{"kind":"metric","key":"system/%s","value":%s,"step":%s,"time":%s}\n' "$1" "$2" "$step" "$time" >>system.jsonl; }

# Prints TICKS and PAGES of the script's session, of all that descends from it, and of what the container runs.
measure() {
    read -r session _ <job.pid || return 1
    marked=''
    [ ! -f container ] || marked=$(grep -lzxF "MOORING_RUN_ID=${1##*/}" /proc/[0-9]*/environ 2>/dev/null | tr '\n' ' ')
    cat /proc/[0-9]*/stat 2>/dev/null | awk -v session="$session" -v marked="$marked" '
        BEGIN {
            count = split(marked, paths, " ")
            for (i = 1; i <= count; i++) { split(paths[i], part, "/"); member[part[3]] = 1 }
        }
        /\) / {
            rest = $0
            sub(/^.*\) /, "", rest)
            if (split(rest, f, " ") < 22) next
            parent[$1] = f[2]; ticks[$1] = f[12] + f[13]; pages[$1] = f[22]
            if (f[4] == session) member[$1] = 1
        }
        END {
            do {
                grown = 0
                for (pid in parent) if (!(pid in member) && parent[pid] in member) { member[pid] = 1; grown = 1 }
            } while (grown)
            for (pid in member) { t += ticks[pid]; p += pages[pid] }
            print t + 0, p + 0
        }'
}

sample() {
    time=$(now_ms)
    measured=$(measure "$1") || return 0
    ticks=${measured% *} pages=${measured#* }
    read -r clock _ </proc/uptime || return 0
    if [ -n "$ticks_before" ]; then
        put cpu "$(awk -v t="$ticks" -v b="$ticks_before" -v hz="$ticks_per_second" -v c="$clock" -v d="$clock_before" \
            'BEGIN { s = c - d; v = s > 0 ? 100 * (t - b) / hz / s : 0; printf "%.1f", v < 0 ? 0 : v }')"
    fi
    ticks_before=$ticks clock_before=$clock
    put memory "$(awk -v p="$pages" -v size="$page" 'BEGIN { printf "%.0f", p * size / 1048576 }')"
    [ -n "$gpus" ] || return 0
    limited nvidia-smi --query-gpu=index,utilization.gpu,memory.used --format=csv,noheader,nounits | while IFS=', ' read -r gpu use memory; do
        case $gpu$use$memory in
        *[!0-9]* | '') continue ;;
        esac
        put "gpu$gpu" "$use"
        put "gpu$gpu memory" "$memory"
    done
}

while sleep "$seconds" && kill -0 "$supervisor" 2>/dev/null && [ ! -e exit_code ]; do
    step=$((step + 1))
    sample "$1" 2>/dev/null
done
