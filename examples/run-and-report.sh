#!/bin/sh
# Runs a command and tells a task how it ended; the exit status is the command's. Monitor being down changes nothing.
# usage: run-and-report.sh TASK COMMAND [ARGUMENT...]
set -u

task=$1
shift
began=$(date +%s)
"$@"
status=$?
seconds=$(($(date +%s) - began))

if [ $status -eq 0 ]; then
    level=info
    words="passed"
else
    level=error
    words="failed with exit status $status"
fi
monitor-cli --quiet update manual --task "$task" --level "$level" --kind build_result --tags script \
    --message "$(basename "$1") $words after $seconds s" --data "{\"status\": $status, \"seconds\": $seconds}" || true
exit $status
