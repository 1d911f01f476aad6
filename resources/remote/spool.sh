#!/bin/sh
# Prints what is new in the files of a run that are copied to where Mooring is: by byte offset, at most so many bytes in all.
# usage: spool.sh RUN_FOLDER MOST [FILE HAVE FROM]…
# HAVE: bytes that the copy has; FROM: where to begin when there is more, so that the overlap shows that it is the same file.
# Event files of TensorBoard that are not named are found, and begun at 0.
# Prints "spool 1", then for each file "file SIZE START LENGTH NAME", LENGTH bytes and a line end, or "gone NAME"; "missing" when
# there is no such folder; at the end "done". LENGTH is 0 for a file without news.
R=$1 left=$2
shift 2
echo 'spool 1'
if ! cd "$R" 2>/dev/null; then
    printf 'missing\ndone\n'
    exit 0
fi
known='
'

size_of() { stat -c %s "$1" 2>/dev/null || wc -c <"$1" 2>/dev/null | tr -d ' '; }

# look NAME HAVE FROM
look() {
    if [ ! -f "$1" ] || [ -L "$1" ]; then
        [ "$2" = 0 ] || printf 'gone %s\n' "$1"
        return 0
    fi
    size=$(size_of "$1")
    case $size in
    *[!0-9]* | '') return 0 ;;
    esac
    length=0
    if [ "$size" -gt "$2" ]; then
        length=$((size - $3))
        [ "$length" -le "$left" ] || length=$left
        left=$((left - length))
    fi
    printf 'file %s %s %s %s\n' "$size" "$3" "$length" "$1"
    if [ "$length" -gt 0 ]; then tail -c +$(($3 + 1)) "$1" | head -c "$length"; fi
    echo
}

while [ $# -ge 3 ]; do
    known="$known$1
"
    look "$1" "$2" "$3"
    shift 3
done
find outputs logs -type f -name '*tfevents*' 2>/dev/null | while IFS= read -r name; do
    case $known in
    *"
$name
"*) ;;
    *) look "$name" 0 0 ;;
    esac
done
echo 'done'
