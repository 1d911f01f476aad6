# Moves the bytes of single files. POSIX sh.
#   sh -s -- write PATH MODE SIZE    standard input: the content, SIZE bytes; by rename
#   sh -s -- writes TOTAL (PATH MODE SIZE)…
#                                    the same for several: their contents one after the other, TOTAL bytes, of which nothing is
#                                    written before all have come. Prints how many were written before one could not be
#   sh -s -- read PATH OFFSET MAX    prints those bytes; fewer at the end of the file
#   sh -s -- size PATH               prints the size, -1 when there is none
#   sh -s -- list FOLDER             prints "SIZE<tab>PATH<nul>" of each regular file below
# Exit code 3: there is no such file.
umask 077
export LC_ALL=C

# Ends with 3 when there is nothing by that name; with 1 and the reason when that cannot be told.
must_be() {
    [ -e "$1" ] && return 0
    # shellcheck disable=SC2012 # only its complaint is wanted
    reason=$(ls -dL "$1" 2>&1 >/dev/null)
    case $reason in
    *"No such file"* | *"Not a directory"*) exit 3 ;;
    esac
    printf '%s\n' "${reason:-$1 cannot be looked at}" >&2
    exit 1
}

size_of() { stat -L -c %s "$1" 2>/dev/null || wc -c <"$1"; }

must_have_come() {
    came=$(size_of "$1")
    [ "$((came))" = "$2" ] && return 0
    printf 'the content was cut off: %s of %s bytes came\n' "$came" "$2" >&2
    exit 1
}

write() {
    if [ -d "$1" ]; then
        printf '%s is a folder\n' "$1" >&2
        exit 1
    fi
    part=$1.part$$
    trap 'rm -f "$part"' EXIT
    cat >"$part" && chmod "$2" "$part" || exit 1
    must_have_come "$part" "$3"
    mv -f "$part" "$1" || exit 1
}

writes() {
    total=$1
    shift
    whole=$1.all$$
    trap 'rm -f "$whole"' EXIT
    cat >"$whole" || exit 1
    must_have_come "$whole" "$total"
    at=1
    count=0
    while [ $# -ge 3 ]; do
        if ! tail -c "+$at" "$whole" | head -c "$3" | (write "$1" "$2" "$3"); then
            echo "$count"
            exit 1
        fi
        at=$((at + $3))
        count=$((count + 1))
        shift 3
    done
}

read_part() {
    must_be "$1"
    if [ ! -f "$1" ] || [ ! -r "$1" ]; then
        cat "$1" >/dev/null # for its message
        exit 1
    fi
    tail -c "+$(($2 + 1))" "$1" | head -c "$3"
}

size() {
    (must_be "$1")
    case $? in
    0) size_of "$1" ;;
    3) echo -1 ;;
    *) exit 1 ;;
    esac
}

# One process where find can print sizes; else one for each file.
list() {
    (must_be "$1")
    case $? in
    3) exit 0 ;;
    1) exit 1 ;;
    esac
    cd "$1" || exit 1
    if find . -maxdepth 0 -printf '' 2>/dev/null; then
        find . -type f -printf '%s\t%P\0' 2>/dev/null
    else
        # shellcheck disable=SC2016 # the inner shell expands
        find . -type f -exec sh -c 'for f; do s=$(stat -c %s "$f" 2>/dev/null) && printf "%s\t%s\0" "$s" "${f#./}"; done' sh {} + 2>/dev/null
    fi
    exit 0
}

case $1 in
write) write "$2" "$3" "$4" ;;
writes)
    shift
    writes "$@"
    ;;
read) read_part "$2" "$3" "$4" ;;
size) size "$2" ;;
list) list "$2" ;;
esac
