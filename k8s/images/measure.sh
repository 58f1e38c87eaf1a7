#!/usr/bin/env bash
# measure.sh: how much memory each service takes at rest, and how long it takes to start with and without its cache, from the
# images that build.sh has made. Prints two tables. MEMORY and STARTS, if set, are put before the two parts, as "taskset -c 0".
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/.mvn/find-jdk.sh"
. "$here/archive.sh"
services='audit-service identity-service register-service referral-service gateway'
work=${2:-$(mktemp -d)}
. "$here/suite.sh"

# As in a cluster, where a Job has migrated before.
deployed='-Dquarkus.flyway.migrate-at-start=false -Dquarkus.hibernate-orm.schema-management.strategy=none
  -Dquarkus.hibernate-orm.database.version-check.enabled=false'

# Seconds of the clock and of processor until the readiness probe says yes; the JVM's own start is in both.
timed_start() {
  local began process deadline=$((SECONDS + 240))
  rm -f "$work/$1.log"
  began=$(date +%s%N)
  # shellcheck disable=SC2086
  start "$1" $deployed "${@:2}"
  process=$(<"$work/$1.pid")
  # Runs in a subshell of its own, whose end is also the service's.
  trap 'kill -9 "$process" 2>/dev/null; wait "$process" 2>/dev/null || true' EXIT
  until is_ready "$1" 2>/dev/null; do
    if [[ $SECONDS -ge $deadline ]] || ! kill -0 "$process"; then
      say "$1 did not start"
      tail -n 5 "$work/$1.log" >&2
      return 1
    fi
    sleep 0.05
  done
  awk -v began="$began" -v now="$(date +%s%N)" -v ticks="$(getconf CLK_TCK)" \
    '{printf "%.2f %.2f", (now - began) / 1e9, ($14 + $15) / ticks}' "/proc/$process/stat"
}

# The files are in memory already, as on a node that has run the image before.
starts() {
  local service with without
  echo '| service | start with cache, s (processor) | without, s (processor) | ratio of processor |'
  echo '|---|---|---|---|'
  for service in $services; do
    with=$(timed_start "$service")
    without=$(timed_start "$service" -XX:AOTMode=off)
    awk -v name="$service" '{printf "| %s | %.1f (%.1f) | %.1f (%.1f) | %.1f |\n", name, $1, $2, $3, $4, $4 / $2}' <<<"$with $without"
  done
}

memory() {
  local service process
  for service in $services; do start "$service"; done
  for service in $services; do until_true 480 is_ready "$service"; done
  "${sandbox[@]}" load --state-dir="$work/state" --gateway http://127.0.0.1:8080 --children 20 >"$work/load.log"
  sleep 60
  echo '| service | resident at rest, MiB | of these its own (anonymous) | of files, which replicas on a node share |'
  echo '|---|---|---|---|'
  for service in $services; do
    process=$(<"$work/$service.pid")
    awk -v name="$service" '/^VmRSS/ {all = $2} /^RssAnon/ {own = $2} /^RssFile/ {files = $2}
      END {printf "| %s | %d | %d | %d |\n", name, all / 1024, own / 1024, files / 1024}' "/proc/$process/status"
  done
}

case ${1:-} in --memory | --starts)
  trap halt EXIT
  "${1#--}"
  exit
  ;;
esac
trap finish EXIT
for service in $services; do
  mkdir -p "$work/$service"
  tar -xf "$root/target/images/$service.tar" -C "$work/$service" config.json
  unpack "$root/target/images/$service.tar" "$work/files-$service"
done
found
${MEMORY-} "$0" --memory "$work"
${STARTS-} "$0" --starts "$work"
