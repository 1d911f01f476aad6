# Looks after the cached environments. POSIX sh.
#   sh -s -- state FOLDER KEY INDEX      prints complete|unfinished|absent, then the index entry if there is one
#   sh -s -- platform                    prints "Linux x86_64"
#   sh -s -- list FOLDER SIZES|-         prints, parted by tabs: KEY complete|unfinished CREATED USED KILOBYTES RECORD
#   sh -s -- remove FOLDER KEY           prints "removed", "building", or "used" and the processes that run from it
set -u

changed() {
    [ -e "$1" ] || return 0
    stat -c %Y "$1" 2>/dev/null || stat -f %m "$1" 2>/dev/null
}

each() {
    name=${1##*/}
    state=unfinished
    [ -f "$1/.wb-complete" ] && state=complete
    size=
    [ "$2" = - ] || size=$(du -sk "$1" 2>/dev/null | cut -f1)
    record=$(head -n 1 "$1/.wb-environment.json" 2>/dev/null)
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$name" $state "$(changed "$1/.wb-complete")" "$(changed "$1/.wb-used")" "$size" "$record"
}

users() {
    for entry in /proc/[0-9]*; do
        if cat "$entry/cmdline" "$entry/environ" 2>/dev/null | tr '\0' '\n' | grep -q -F "$1/bin"; then
            printf '%s\n' "${entry#/proc/}"
        fi
    done
}

remove() {
    if command -v flock >/dev/null 2>&1; then
        exec 9>>"$1.lock"
        flock -n 9 || { echo building; exit 0; }
    elif [ -L "$1.lock.link" ]; then
        echo building
        exit 0
    fi
    found=$(users "$1" 2>/dev/null)
    if [ -n "$found" ]; then
        echo used $found
        exit 0
    fi
    rm -f "$1/.wb-complete" && rm -rf "$1" "$1.spec" "$1.owner" && echo removed # the lock file stays: who waits for it waits for this very file
}

case $1 in
state)
    if [ -f "$2/$3/.wb-complete" ]; then echo complete; elif [ -e "$2/$3" ]; then echo unfinished; else echo absent; fi
    [ -f "$2/index/$4" ] && head -c 16000000 "$2/index/$4"
    exit 0
    ;;
platform) uname -sm ;;
list)
    for folder in "$2"/wb_*; do
        case $folder in *.lock | *.spec | *.owner | *.link | *.break) continue ;; esac
        [ -d "$folder" ] && each "$folder" "$3"
    done
    exit 0
    ;;
remove) remove "$2/$3" ;;
esac
