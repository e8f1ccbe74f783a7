#!/bin/sh
# Posts one update with curl, safe to send again: the same key stores it once.
# usage: post-update.sh TASK_ID MESSAGE [KEY]
set -eu

server=${MONITOR_SERVER:-http://127.0.0.1:3000}
task=$1
key=${3:-$(date +%s)-$$}
# Escapes what JSON wants escaped in a message of one line.
message=$(printf %s "$2" | tr '\n\t' '  ' | sed 's/[\\"]/\\&/g')

printf '{"task_id": "%s", "source": "script", "message": "%s", "kind": "status_note"}' "$task" "$message" |
    curl --fail-with-body --silent --show-error --data-binary @- \
        --header 'Content-Type: application/json' --header "Idempotency-Key: $key" \
        ${MONITOR_TOKEN:+--header "Authorization: Bearer $MONITOR_TOKEN"} \
        "$server/api/updates"
echo
