#!/bin/sh
# Prints every journal entry as one line of JSON, from the beginning and then as it happens.
# usage: follow-stream.sh [QUERY], such as: follow-stream.sh 'after_seq=0&level=error'
set -eu

server=${MONITOR_SERVER:-http://127.0.0.1:3000}
curl --fail --no-buffer --silent --show-error \
    ${MONITOR_TOKEN:+--header "Authorization: Bearer $MONITOR_TOKEN"} \
    "$server/api/stream?${1:-after_seq=0}" | sed -u -n 's/^data: //p'
