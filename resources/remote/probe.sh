# Tells what a machine is and has. POSIX sh; reads only.
#   sh -s -- WORK_FOLDER            "~/..." is the home folder
# Prints, parted by tabs: NAME VALUE. What is not known is not printed.
export LC_ALL=C
work=$1
tell() { [ -z "$2" ] || printf '%s\t%s\n' "$1" "$2"; }

now=$(date +%s%3N 2>/dev/null)
case $now in
*[!0-9]* | '') now=$(date +%s)000 ;;
esac
[ "${#now}" -ge 13 ] || now=$(date +%s)000
printf 'now\t%s\n' "$now"

home=$HOME
[ -n "$home" ] || home=$(cd 2>/dev/null && pwd)
case $home in
/*) home=$(cd "$home" 2>/dev/null && pwd) ;;
esac
tell home "$home"
tell user "$(id -un 2>/dev/null)"
tell shell "$SHELL"
tell system "$(uname -s)"
tell kernel "$(uname -r)"
tell machine "$(uname -m)"
tell host "$(uname -n)"

# In a subshell: the file may set any name.
(
    for file in /etc/os-release /usr/lib/os-release; do
        [ -r "$file" ] || continue
        # shellcheck disable=SC1090
        . "$file" >/dev/null 2>&1
        tell osId "$ID"
        tell osLike "$ID_LIKE"
        tell osName "${PRETTY_NAME:-$NAME}"
        tell osVersion "$VERSION_ID"
        break
    done
)

for file in /etc/machine-id /var/lib/dbus/machine-id; do
    [ -s "$file" ] || continue
    { read -r id <"$file"; } 2>/dev/null
    tell machineId "$id"
    break
done

tell cores "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null)"
if [ -r /proc/meminfo ]; then
    while read -r name value _; do
        case $name in
        MemTotal:) tell memoryTotalKib "$value" ;;
        MemAvailable:)
            tell memoryAvailableKib "$value"
            break
            ;;
        esac
    done </proc/meminfo
fi
{ read -r load _ </proc/loadavg; } 2>/dev/null
tell load "$load"

# space NAME FOLDER: of the nearest folder that is there.
space() {
    place=$2
    while [ ! -d "$place" ] && [ "$place" != / ] && [ -n "$place" ]; do place=${place%/*}; done
    [ -n "$place" ] || place=/
    tell "$1Place" "$place"
    df -Pk "$place" 2>/dev/null | {
        read -r _
        read -r _ total _ free _
        tell "$1TotalKib" "$total"
        tell "$1FreeKib" "$free"
    }
    if [ -w "$place" ] && [ -x "$place" ]; then tell "$1Writable" yes; else tell "$1Writable" no; fi
}
case $work in
\~) work=$home ;;
\~/*) work=$home/${work#??} ;;
esac
tell workFolder "$work"
space work "$work"
space temp "${TMPDIR:-/tmp}"

for tool in tar sha256sum shasum setsid find head tail python3 flock; do
    command -v "$tool" >/dev/null 2>&1 && tell tool "$tool"
done

if [ -d /run/systemd/system ]; then
    kills=$(cat /usr/lib/systemd/logind.conf /etc/systemd/logind.conf /usr/lib/systemd/logind.conf.d/*.conf \
        /run/systemd/logind.conf.d/*.conf /etc/systemd/logind.conf.d/*.conf 2>/dev/null | sed -n 's/^KillUserProcesses=//p' | tail -n 1)
    tell killUserProcesses "${kills:-no}"
fi
printf 'end\t1\n'
