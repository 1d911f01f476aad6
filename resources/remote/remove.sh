#!/bin/sh
# Removes things that Mooring made, inside its own folder and nowhere else. Links are removed, never followed.
# usage: remove.sh WORK_FOLDER (run ID ‖ code ID ‖ environments - ‖ store NAME)…
# run: the folder of a run. code: the same but for its outputs. At the end the folders that are empty go too.
# Prints for each, parted by tabs: removed‖refused‖failed WHAT NAME [WHY]; at the end "end".
R=$1
shift

refuse() {
    printf 'refused\tfolder\t%s\t%s\nend\n' "$R" "$1"
    exit 0
}

# Whose folder it is must be plain: absolute, without steps up, not a place that others share, not a link.
case $R in
*"
"*) refuse 'a line end in its name' ;;
/*) ;;
*) refuse 'not absolute' ;;
esac
case $R/ in
*/../* | */./* | *//*) refuse 'not a plain path' ;;
esac
case $R in
/*/*) ;;
*) refuse 'too near the root' ;;
esac
case $R in
/home/* | /Users/* | /root/* | /export/home/*) ;;
/bin/* | /boot/* | /dev/* | /etc/* | /lib*/* | /proc/* | /sbin/* | /sys/* | /usr/*) refuse 'a folder of the system' ;;
esac
home=$(cd 2>/dev/null && pwd -P)
if [ "$R" = "$HOME" ] || [ "$R" = "$home" ]; then refuse 'the home folder itself'; fi
case "$HOME/" in
"$R"/*) refuse 'the home folder is inside it' ;;
esac
[ ! -L "$R" ] || refuse 'a link'
if [ ! -d "$R" ]; then
    printf 'end\n'
    exit 0
fi
cd "$R" 2>/dev/null || refuse 'it cannot be entered'

is_plain() {
    case $1 in
    '' | -* | .* | *[!A-Za-z0-9._-]*) return 1 ;;
    esac
}

lives() {
    pid='' begun='' line=''
    [ ! -f "$1/exit_code" ] || return 1
    { read -r pid <"$1/sup.pid"; } 2>/dev/null
    { read -r begun <"$1/sup.start"; } 2>/dev/null
    case $pid in
    *[!0-9]* | '') return 1 ;;
    esac
    { read -r line <"/proc/$pid/stat"; } 2>/dev/null || return 1
    # shellcheck disable=SC2086 # into words, on purpose
    set -- ${line##*) }
    [ "$1" != Z ] && [ "${20}" = "$begun" ]
}

# gone WHAT NAME PATH…
gone() {
    what=$1 name=$2
    shift 2
    for path; do
        if [ -d "$path" ] && [ ! -L "$path" ]; then chmod -R u+rwX "$path" 2>/dev/null; fi
        rm -rf "./$path" 2>/dev/null
    done
    for path; do
        if [ -e "$path" ] || [ -L "$path" ]; then
            printf 'failed\t%s\t%s\t%s\n' "$what" "$name" "$(ls -d "$path" 2>&1)"
            return
        fi
    done
    printf 'removed\t%s\t%s\n' "$what" "$name"
}

run() {
    if [ -L runs ] || [ -L "runs/$2" ]; then
        printf 'refused\t%s\t%s\ta link\n' "$1" "$2"
        return
    fi
    if lives "runs/$2"; then
        printf 'refused\t%s\t%s\tit is running\n' "$1" "$2"
        return
    fi
    rm -f "runs/$2/run.json" # first: without it nobody takes the folder for a run
    if [ "$1" = run ]; then
        gone run "$2" "runs/$2"
        return
    fi
    set -- "$2" "runs/$2"/* "runs/$2"/.[!.]*
    id=$1
    shift
    for path; do
        shift
        if [ "$path" != "runs/$id/outputs" ]; then set -- "$@" "$path"; fi
    done
    gone code "$id" "$@"
}

while [ $# -ge 2 ]; do
    if [ "$1" != environments ] && ! is_plain "$2"; then
        printf 'refused\t%s\t%s\tnot a plain name\n' "$1" "$(printf '%s' "$2" | tr '\n\t' '  ')"
    else
        case $1 in
        run | code) run "$1" "$2" ;;
        environments) gone environments - environments ;;
        store)
            case $2 in
            objects | cache) gone store "$2" "$2" ;;
            *) printf 'refused\tstore\t%s\tnot Mooring'"'"'s\n' "$2" ;;
            esac
            ;;
        *) printf 'refused\t%s\t%s\tnot known\n' "$1" "$2" ;;
        esac
    fi
    shift 2
done
[ -L runs ] || rmdir runs 2>/dev/null
cd / && rmdir "$R" 2>/dev/null
echo end
