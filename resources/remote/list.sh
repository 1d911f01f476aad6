#!/bin/sh
# Prints the ids of all runs whose folder tells enough to adopt them.
# usage: list.sh RUNS_FOLDER
cd "$1" 2>/dev/null || exit 0
for folder in *; do
    [ ! -f "$folder/run.json" ] || printf '%s\n' "$folder"
done
