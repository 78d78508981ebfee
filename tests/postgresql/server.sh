#!/usr/bin/env bash
# A PostgreSQL server of the tests' own: in a temporary folder, reached through a socket in it and by
# nobody else, run by an unprivileged user (the server refuses root), and stopped by its own process id.
#   tests/postgresql/server.sh start FOLDER     makes FOLDER and prints the address of its database
#   tests/postgresql/server.sh again FOLDER     starts the one that was stopped
#   tests/postgresql/server.sh stop FOLDER      stops it; the folder stays
#   tests/postgresql/server.sh run COMMAND...   start, COMMAND with $OPENMASA_TEST_DATABASE, stop
set -euo pipefail
programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort --version-sort | tail -n 1)

main() {
  local what=$1
  shift
  "$what" "$@"
}

# Nothing here outlasts the tests: what a server does for a power cut is left out, for speed.
start() {
  local folder=$1
  mkdir -p "$folder"
  if [[ $(id -u) == 0 ]]; then chown postgres "$folder"; fi
  as_server "$programs/initdb" --pgdata="$folder/data" --encoding=UTF8 --locale=C --auth=trust \
    --username=openmasa --no-sync >"$folder.log" 2>&1 || { cat "$folder.log" >&2 && return 1; }
  cat >>"$folder/data/postgresql.conf" <<EOF
listen_addresses = ''
unix_socket_directories = '$folder'
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
jit = off
shared_buffers = 256MB
max_connections = 300
log_min_messages = fatal
EOF
  again "$folder"
  psql --quiet --host="$folder" --username=openmasa postgres -c 'CREATE DATABASE openmasa' >&2
  echo "postgresql://openmasa@/openmasa?host=$folder"
}

again() {
  as_server "$programs/pg_ctl" --pgdata="$1/data" --log="$1/log" --wait start >>"$1.log" 2>&1 ||
    { cat "$1/log" >&2 && return 1; }
}

# pg_ctl reads the process id in the folder.
stop() {
  as_server "$programs/pg_ctl" --pgdata="$1/data" --mode=immediate --wait stop >/dev/null 2>&1 || true
}

run() {
  local folder code=0
  folder=$(mktemp --directory --tmpdir openmasa-postgresql-XXXXXX)
  chmod 755 "$folder"
  OPENMASA_TEST_DATABASE=$(start "$folder")
  export OPENMASA_TEST_DATABASE OPENMASA_TEST_SERVER=$folder
  trap 'stop "$folder"' EXIT
  "$@" || code=$?
  stop "$folder"
  rm -rf "$folder" "$folder.log"
  exit "$code"
}

as_server() {
  if [[ $(id -u) == 0 ]]; then (cd / && runuser --user=postgres -- "$@"); else "$@"; fi
}

main "$@"
