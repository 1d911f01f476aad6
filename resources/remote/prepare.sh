#!/bin/sh
# Makes the folder of a run, which must not be there: a run id is used once.
# usage: prepare.sh RUN_FOLDER
umask 077
R=$1
mkdir -p "${R%/*}" && mkdir "$R" && cd "$R" && mkdir outputs logs user_logs system_logs
