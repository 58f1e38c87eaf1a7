# Sourced: runs the suite from unpacked images on this machine. Needs $root, $work, $services and JAVA_HOME.

background=()

halt() {
  local process
  for process in "${background[@]}"; do kill "$process" 2>/dev/null || true; done
  wait
}

finish() {
  halt
  rm -rf "$work"
}

say() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }

sandbox=("$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED
  -Dwaymark.home="$root" -cp "$root/sandbox/target/classes:$root/sandbox/target/lib/*" eu.waymark.sandbox.Main)

until_true() {
  local tries=$1
  shift
  until "$@"; do
    tries=$((tries - 1))
    [[ $tries -gt 0 ]] || { say "gave up waiting for: $*"; return 1; }
    sleep 0.5
  done
}

is_founded() { [[ -e $work/state/environment/gateway.env ]]; }
is_ready() { curl -fs "http://127.0.0.1:$(port "$1")/q/health/ready" >"$work/health"; }
port() { sed -n 's/^QUARKUS_MANAGEMENT_PORT=//p' "$work/state/environment/$1.env"; }

found() {
  say 'starting PostgreSQL and Keycloak'
  "${sandbox[@]}" foundation --state-dir="$work/state" >"$work/foundation.log" &
  background+=($!)
  until_true 480 is_founded
}

# start SERVICE [OPTION...]: from its files, as its container with a limit of 512 MiB would
start() {
  local service=$1 command variables
  mapfile -t command < <(jq -r '.config.Entrypoint[1:][]' "$work/$service/config.json")
  mapfile -t variables <"$work/state/environment/$service.env"
  (cd "$work/files-$service/waymark" && exec env -i "${variables[@]}" MALLOC_ARENA_MAX=2 \
    "$work/files-$service/opt/java/bin/java" -XX:MaxRAM=512m "${@:2}" "${command[@]}") >"$work/$service.log" 2>&1 &
  background+=($!)
  echo $! >"$work/$service.pid"
}

stop() {
  local process
  process=$(<"$work/$1.pid")
  kill "$process"
  wait "$process" || true
}
