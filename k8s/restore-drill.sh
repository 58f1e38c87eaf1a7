#!/usr/bin/env bash
# The restore drill of one service's database: dump it, destroy it, restore it, and prove that nothing is missing: every row, grant,
# trigger and function, and that the guard still stands.
#
#   PGHOST=... PGPORT=... PGUSER=postgres k8s/restore-drill.sh SERVICE FOLDER
#   k8s/restore-drill.sh verify FOLDER LOG POLICY
#
# SERVICE: register, referral, identity or audit. The service must be stopped, and the data such that it may be lost if this fails: a
# trial, or a copy. FOLDER gets the dump and, for audit, the last checkpoint that each witness holds in its own database. Needs psql,
# pg_dump and pg_restore of the server's version.
# verify: once the audit service runs again, the whole log at the address LOG, every hash of it, is held against each of these
# checkpoints, by what POLICY (docs/audit-trail.md) says of keys. Needs JDK 25 and log-verifier.jar (./mvnw package).
set -euo pipefail
shopt -s inherit_errexit
if [[ ${1-} == verify ]]; then
  root=$(cd "$(dirname "$0")/.." && pwd)
  . "$root/.mvn/find-jdk.sh"
  FOLDER=${2:?folder of the drill} LOG=${3:?address of the log} POLICY=${4:?file with the policy}
  old=()
  for kept in "$FOLDER"/*.checkpoint; do
    [[ -s $kept ]] || { echo "FAILED: no checkpoint of a witness in $FOLDER" >&2; exit 1; }
    old+=(--old "$kept")
    printf '%s: ' "$(basename "$kept" .checkpoint) held"
    sed -n '2,3p' "$kept" | paste -s -d ' '
  done
  exec "$JAVA_HOME/bin/java" -jar "$root/engines/transparency-log/target/log-verifier.jar" verify "$LOG" --policy "$POLICY" \
    --require-witnesses "${old[@]}"
fi
SERVICE=${1:?register, referral, identity or audit} FOLDER=${2:?folder for the dump}
[[ $SERVICE =~ ^(register|referral|identity|audit)$ ]] || { echo "no such service: $SERVICE" >&2; exit 2; }
mkdir -p "$FOLDER"
DUMP=$FOLDER/$SERVICE.dump
query() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$1" -c "$2"; }
say() { printf '%4ds  %s\n' "$SECONDS" "$*"; }

# A hash of the rows of each table, of the places of sequences, and of who may do what.
fingerprint() {
  query "$SERVICE" "
    select format('%I.%I %s %s', n.nspname, c.relname, (xpath('//n/text()', x))[1], (xpath('//h/text()', x))[1])
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
           query_to_xml(format('select count(*) as n, md5(coalesce(string_agg(t::text, chr(10) order by t::text), '''')) as h from %I.%I t',
                               n.nspname, c.relname), false, true, '') x
     where c.relkind = 'r' and n.nspname in ('public', 'guarded') order by 1"
  query "$SERVICE" "select 'sequences ' || md5(coalesce(string_agg(s::text, chr(10) order by s::text), '')) from pg_sequences s"
  query "$SERVICE" "
    select 'rights ' || md5(string_agg(line, chr(10) order by line)) from (
      select n.nspname || c.relname || c.relkind::text || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(c.relacl) a), '')
             || pg_get_userbyid(c.relowner) from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'guarded')
      union all select n.nspname || attname || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(attacl) a), '')
        from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'guarded') and attacl is not null
      union all select pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal
      union all select pg_get_functiondef(p.oid) || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(p.proacl) a), '')
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'guarded') and prokind = 'f'
      union all select pg_get_constraintdef(k.oid) from pg_constraint k join pg_namespace n on n.oid = k.connamespace
       where n.nspname in ('public', 'guarded')) lines(line)"
}

if [[ $SERVICE == audit ]]; then
  for witness in register referral identity; do
    # A note ends with one line feed, and psql adds another.
    note=$(query "$witness" 'select note from audit_witness')
    printf '%s\n' "$note" >"$FOLDER/$witness.checkpoint"
    say "$witness has seen $(sed -n 2p "$FOLDER/$witness.checkpoint") leaves"
  done
fi

say "dump"
pg_dump -Fc -f "$DUMP" "$SERVICE"
before=$(fingerprint)
say "$(wc -l <<<"$before") tables and rights fingerprinted, dump of $(du -h "$DUMP" | cut -f1)"

say "destroy"
query postgres "drop database $SERVICE"
query postgres "create database $SERVICE owner ${SERVICE}_owner"
query postgres "revoke all on database $SERVICE from public"
query postgres "grant connect on database $SERVICE to ${SERVICE}_app, ${SERVICE}_relay"

say "restore"
pg_restore --exit-on-error -d "$SERVICE" "$DUMP"

after=$(fingerprint)
diff <(echo "$before") <(echo "$after") || { echo "FAILED: what came back is not what was there" >&2; exit 1; }
say "every row and right is as it was"

view=$(query "$SERVICE" "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'v' and n.nspname = 'public' and pg_get_viewdef(c.oid) like '%audit_guard%' order by 1 limit 1")
[[ -n $view ]] || { echo "FAILED: no guarded view came back" >&2; exit 1; }
told=$(query "$SERVICE" "set role ${SERVICE}_app; select count(*) from $view" 2>&1) && { echo "FAILED: $view can be read without an event" >&2; exit 1; }
grep -q 'without an audit permit' <<<"$told" || { echo "FAILED: $told" >&2; exit 1; }
say "the guard stands: $view is not read without an event"
if [[ $SERVICE == audit ]]; then
  say "done: start the service; it waits for two witnesses. Then: $0 verify $FOLDER LOG POLICY"
else
  say "done: start the service"
fi
