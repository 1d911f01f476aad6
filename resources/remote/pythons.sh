# Asks Pythons who they are. POSIX sh. Goes behind limited.sh.
#   sh -s -- SECONDS [NAME...]      NAME: a path, "~/..." or a name on PATH; none: PATH and the usual places
# Prints, parted by tabs:
#   python  PATH VERSION REAL-PATH PREFIX venv|-
#   broken  PATH hangs|failed LAST-LINE
#   missing NAME
set -u
seconds=$1
shift
tab=$(printf '\t')

question='import os, sys
try:
    import venv, ensurepip
    v = "venv"
except Exception:
    v = "-"
sys.stdout.write("\t".join(["mooring-python", "%d.%d.%d" % tuple(sys.version_info[:3]), os.path.realpath(sys.executable), sys.prefix, v]) + "\n")'

ask() {
    answer=$(limited "$seconds" "$1" -c "$question" 2>&1)
    code=$?
    last=$(printf '%s\n' "$answer" | tail -n 1)
    case $code:$last in
    0:mooring-python"$tab"*) printf 'python\t%s\t%s\n' "$1" "${last#mooring-python"$tab"}" ;;
    137:* | 124:*) printf 'broken\t%s\thangs\t\n' "$1" ;;
    *) printf 'broken\t%s\tfailed\t%s\n' "$1" "$(printf '%s' "$last" | tr '\t' ' ')" ;;
    esac
}

if [ $# -gt 0 ]; then
    for name in "$@"; do
        # shellcheck disable=SC2088 # a name as it was typed, before any shell saw it
        case $name in
        "~/"*) path=$HOME/${name#"~/"} ;;
        */*) path=$name ;;
        *) path=$(command -v -- "$name" 2>/dev/null) || path= ;;
        esac
        case $path in
        */*) if [ -e "$path" ]; then ask "$path"; else printf 'missing\t%s\n' "$name"; fi ;;
        *) printf 'missing\t%s\n' "$name" ;;
        esac
    done
    exit 0
fi

seen=:
count=0
consider() {
    case $1 in /*) ;; *) return ;; esac
    case $seen in *":$1:"*) return ;; esac
    seen=$seen$1:
    [ -f "$1" ] && [ -x "$1" ] && [ $count -lt 24 ] || return 0
    count=$((count + 1))
    ask "$1"
}

consider "$(command -v python3 2>/dev/null)"
places=$PATH:/usr/local/bin:/usr/bin:/opt/conda/bin:/opt/miniconda/bin:/anaconda/bin:${HOME:-/}/miniforge3/bin:${HOME:-/}/miniconda3/bin:${HOME:-/}/anaconda3/bin
IFS=:
set -f
set -- $places
set +f
unset IFS
for place in "$@"; do
    case $place in */shims) continue ;; esac # a version manager's front doors: the versions themselves follow below
    for path in "$place"/python3 "$place"/python3.[0-9] "$place"/python3.[0-9][0-9] "$place"/python; do
        consider "$path"
    done
done
for path in "${HOME:-/}"/.pyenv/versions/*/bin/python3; do
    consider "$path"
done
exit 0
