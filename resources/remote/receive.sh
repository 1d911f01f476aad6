# Takes a snapshot in where there is no Python: all of it, each time. POSIX sh and tar.
#   sh -s -- unpack FOLDER     standard input: a tar; makes FOLDER.part. Prints "exists" or "unpacked"
#   sh -s -- hashes FOLDER     prints the hashes of FOLDER.part as sha256sum does
#   sh -s -- finish FOLDER     FOLDER.part becomes FOLDER
#   sh -s -- drop FOLDER       FOLDER.part is removed
umask 077
export LC_ALL=C
folder=$2
case $1 in
unpack)
    if [ -e "$folder" ] || [ -h "$folder" ]; then
        echo exists
        exit 0
    fi
    rm -rf "$folder.part"
    mkdir "$folder.part" || exit 1
    tar -xof - -C "$folder.part" || {
        rm -rf "$folder.part"
        exit 1
    }
    echo unpacked
    ;;
hashes)
    cd "$folder.part" || exit 1
    if command -v sha256sum >/dev/null 2>&1; then tool=sha256sum; else tool='shasum -a 256'; fi
    # shellcheck disable=SC2086 # into words, on purpose
    find . -type f -exec $tool {} +
    ;;
finish)
    [ ! -e "$folder" ] && [ ! -h "$folder" ] && mv "$folder.part" "$folder" && echo finished
    ;;
drop) rm -rf "$folder.part" ;;
esac
