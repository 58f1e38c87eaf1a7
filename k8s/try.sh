#!/usr/bin/env bash
# Tries Waymark on the cluster of the current kube context, from install to uninstall, and says what it saw and what was lost.
#
#   k8s/try.sh FOUNDATION [TAG [NEXT_TAG]]
#
# FOUNDATION is the state directory of "./run foundation --host ADDRESS --state-dir FOUNDATION", which must be running at an
# address that the pods reach: PostgreSQL and Keycloak stay outside of the cluster. The cluster must have, or be able to
# pull, REGISTRY/waymark/<service>:TAG and REGISTRY/waymark/trial:TAG (k8s/images/build.sh makes them), and for the upgrade
# REGISTRY/waymark/register-service:NEXT_TAG, which brings a migration. Everything happens in a namespace of its own, which
# is deleted at the end, also after a failure. Exit code 0: nothing was lost, and nothing failed where nothing may fail.
#
# Variables: REGISTRY (localhost), NAMESPACE (waymark-trial), RATE (50 requests a second), SECONDS_OF_LOAD (60), WARM_UP (180
# seconds of the same load, at a rate that rises evenly from nothing for two thirds of them, before anything is judged; 0:
# none), and TWICE, the services that get a second replica, without which an eviction cannot go unnoticed (all; fewer on a small machine).
# Needs helm, kubectl, jq, curl and what ./run needs. docs/operations/trial.md shows a run.
set -euo pipefail
foundation=$(realpath "${1:?the state directory of ./run foundation; see the head of this script}")
tag=${2:-0.1.0-SNAPSHOT}
next=${3:-}
registry=${REGISTRY:-localhost}
namespace=${NAMESPACE:-waymark-trial}
rate=${RATE:-50}
seconds=${SECONDS_OF_LOAD:-60}
warm_up=${WARM_UP:-180}
rise=20
twice=${TWICE:-register referral identity audit gateway}
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.mvn/find-jdk.sh"

work=$(mktemp -d)
failures=0
forward=
began=$(date +%s%N)

say() { printf '%6.1f s  %s\n' "$(seconds_since "$began")" "$*"; }
seconds_since() { awk -v from="$1" -v to="$(date +%s%N)" 'BEGIN {printf "%.1f", (to - from) / 1e9}'; }
fault() { say "FAULT: $*"; failures=$((failures + 1)); }
kube() { kubectl -n "$namespace" "$@"; }

leave_nothing() {
  [[ -z $forward ]] || kill "$forward" 2>/dev/null || true
  helm -n "$namespace" uninstall waymark --wait --timeout 2m >/dev/null 2>&1 || true
  kubectl delete namespace "$namespace" --ignore-not-found --timeout 3m >/dev/null 2>&1 || true
  rm -rf "$work"
}

# Of FOUNDATION/environment/SERVICE.env
setting() { sed -n "s/^$2=//p" "$foundation/environment/$1.env"; }

secret() { # NAME KEY VALUE...: with the labels and in the way that the chart expects
  local name=$1 arguments=()
  shift
  while (($#)); do arguments+=("--from-literal=$1=$2"); shift 2; done
  kube create secret generic "$name" "${arguments[@]}" >/dev/null
}

login() { # SERVICE ROLE PREFIX
  secret "waymark-$1-db-$2" username "$(setting "$(module "$1")" "$3_USERNAME")" password "$(setting "$(module "$1")" "$3_PASSWORD")"
}

module() { if [[ $1 == gateway ]]; then echo gateway; else echo "$1-service"; fi; }

secrets() {
  local service env more
  for service in register referral identity audit; do
    env=$(module $service)
    more=()
    case $service in
      audit) more=(log-seed "$(setting "$env" WAYMARK_SECRETS_LOG_SEED)" details-private-key "$(setting "$env" WAYMARK_SECRETS_DETAILS_PRIVATE_KEY)") ;;
      identity) more=(clk-key "$(setting "$env" WAYMARK_SECRETS_CLK_KEY)" witness-seed "$(setting "$env" WAYMARK_SECRETS_WITNESS_SEED)") ;;
      *) more=(witness-seed "$(setting "$env" WAYMARK_SECRETS_WITNESS_SEED)") ;;
    esac
    secret "waymark-$service-keys" row-key "$(setting "$env" WAYMARK_SECRETS_ROW_KEY)" \
      index-key "$(setting "$env" WAYMARK_SECRETS_INDEX_KEY)" oidc-client-secret "$(setting "$env" QUARKUS_OIDC_CREDENTIALS_SECRET)" "${more[@]}"
    login $service owner QUARKUS_FLYWAY
    login $service app QUARKUS_DATASOURCE
    login $service relay QUARKUS_DATASOURCE_RELAY
  done
  kube create secret generic trial-accounts --from-file="$foundation/secrets.json" >/dev/null
  local claire
  claire=$(jq -r '.accounts[] | select(.username == "claire.fr") | .password' "$foundation/sandbox.json")
  secret trial-token token-request "grant_type=password&client_id=waymark-sandbox&username=claire.fr&password=$claire"
}

values() {
  local issuer service log
  issuer=$(jq -r .issuer "$foundation/sandbox.json")
  log=$(setting register-service WAYMARK_AUDIT_LOG_KEY)
  jq -n --arg issuer "$issuer" --arg tag "$tag" --arg registry "$registry" --arg log "$log" \
    --arg details "$(setting audit-service WAYMARK_AUDIT_DETAILS_KEY)" --arg witnesses "$(setting audit-service WAYMARK_LOG_WITNESSES)" \
    --arg database "$(setting register-service QUARKUS_DATASOURCE_JDBC_URL | sed 's:[^/]*$::')" '{
      image: {registry: $registry, repository: "waymark", tag: $tag},
      oidc: {issuer: $issuer},
      audit: {logOrigin: ($log | split("+")[0]), logKey: $log, detailsKey: $details, witnesses: ($witnesses | split(","))},
      networkPolicy: {issuer: {port: ($issuer | capture(":(?<port>[0-9]+)/").port | tonumber)},
        database: {port: ($database | capture(":(?<port>[0-9]+)/").port | tonumber)}},
      test: {image: "\($registry)/waymark/trial:\($tag)", tokenSecret: "trial-token",
        command: ["java", "-cp", "/waymark/classes:/waymark/lib/*", "eu.waymark.sandbox.Main", "ask"]},
      services: ({gateway: {config: {WAYMARK_GATEWAY_RATE_PERSON: "12000", WAYMARK_GATEWAY_RATE_AGENCY: "12000"}}}
        + (["register", "referral", "identity", "audit"] | map({(.): {database: {jdbcUrl: ($database + .)}}}) | add)
        | .identity.privateQueryEpoch = "sandbox")
    }' >"$work/values.json"
}

chart() { # VERB [OPTION...]
  helm -n "$namespace" "$1" waymark "$root/k8s/waymark" -f "$root/k8s/waymark/values-trial.yaml" -f "$work/values.json" "${@:2}" \
    >"$work/helm.log" 2>&1
}

timed() { # WHAT COMMAND...
  local what=$1 from
  shift
  from=$(date +%s%N)
  if "$@"; then
    say "$what: $(seconds_since "$from") s"
  else
    fault "$what, after $(seconds_since "$from") s"
    tail -n 5 "$work/helm.log" 2>/dev/null | sed 's/^/          /' || true
    return 1
  fi
}

# load NAME [OPTION...]: begins a load in the cluster, through the gateway's Service. Idle connections are let go after 5 s, as an
# ingress that is set up for rolling upgrades does; a request that fails is not sent again. It stands for people outside of the
# cluster, so it gets the processor that it asks for: starved, it would report its own slowness as the suite's. For the same reason
# its rate rises in its first 20 s, while its own JVM warms up; every request of these is judged like the others.
load() {
  jq -n --arg name "load-$1" --arg image "$registry/waymark/trial:$tag" --arg issuer "$(jq -r .issuer "$foundation/sandbox.json")" \
    --argjson options "$(printf '%s\n' "${@:2}" | jq -R . | jq -s 'map(select(. != ""))')" --arg rate "$rate" --arg seconds "$seconds" --arg rise "$rise" '{
    apiVersion: "batch/v1", kind: "Job", metadata: {name: $name},
    spec: {backoffLimit: 0, activeDeadlineSeconds: (($seconds | tonumber) + 300), template: {
      metadata: {labels: {"app.kubernetes.io/name": "test", "app.kubernetes.io/instance": "waymark"}},
      spec: {restartPolicy: "Never", automountServiceAccountToken: false, enableServiceLinks: false,
        securityContext: {runAsNonRoot: true, runAsUser: 185, fsGroup: 185, seccompProfile: {type: "RuntimeDefault"}},
        containers: [{name: "load", image: $image, imagePullPolicy: "IfNotPresent",
          command: (["java", "-Xmx200m", "-XX:+UseSerialGC", "-Djdk.httpclient.keepalive.timeout=5", "-cp", "/waymark/classes:/waymark/lib/*", "eu.waymark.sandbox.Main", "trial",
            "--gateway", "http://waymark-gateway:8080", "--issuer", $issuer, "--secrets", "/secrets", "--rate", $rate, "--seconds", $seconds, "--rise", $rise] + $options),
          securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: ["ALL"]}},
          resources: {requests: {cpu: "500m"}, limits: {memory: "400Mi"}},
          volumeMounts: [{name: "secrets", mountPath: "/secrets", readOnly: true}, {name: "tmp", mountPath: "/tmp"}]}],
        volumes: [{name: "secrets", secret: {secretName: "trial-accounts"}}, {name: "tmp", emptyDir: {}}]}}}}' | kube create -f - >/dev/null
  until kube get pod -l "job-name=load-$1" -o name | grep -q .; do sleep 0.5; done
  kube wait --for=condition=Ready pod -l "job-name=load-$1" --timeout 60s >/dev/null
  # Its own start, its first tokens, and the rise.
  sleep 25
}

# report NAME: waits for the end of a load and says what it met
report() {
  [[ $(kube logs "job/load-$1") != *'load is over'* ]] || say "the load ended before the step did: SECONDS_OF_LOAD was too short to cover all of it"
  ended "$1"
  [[ $(kube get job "load-$1" -o jsonpath='{.status.succeeded}') == 1 ]] || fault "the load \"$1\" lost something, or did not end"
}

# ended NAME: waits for it and says what the load met, without a judgement
ended() {
  local tries=$((seconds + 300)) state=
  until [[ $state == *True* || $tries -eq 0 ]]; do
    state=$(kube get job "load-$1" -o jsonpath='{.status.conditions[*].status}')
    tries=$((tries - 1))
    sleep 1
  done
  kube logs "job/load-$1" --tail 30 | sed 's/^/          /'
}

pods() { kube get pods -l "app.kubernetes.io/name=$1" -o name; }

ready() { # SERVICE...
  local service
  for service in "$@"; do kube rollout status "deployment/waymark-$service" --timeout 3m >/dev/null || return 1; done
}

sandbox() {
  "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dwaymark.home="$root" \
    -cp "$root/sandbox/target/classes:$root/sandbox/target/lib/*" eu.waymark.sandbox.Main "$1" --state-dir="$foundation" "${@:2}"
}

install() { chart install --wait --timeout 8m; }

fill() {
  kube port-forward service/waymark-gateway 18080:8080 >"$work/forward.log" 2>&1 &
  forward=$!
  for _ in $(seq 50); do grep -q Forwarding "$work/forward.log" && break; sleep 0.2; done
  sandbox load --gateway http://127.0.0.1:18080 --children 20 >"$work/fill.log"
}

# S1: a child with a plan in Kent is known in Lyon as a hit and a desk to call, and Kent is told who looked.
scenario() {
  local token asked told
  token=$(sandbox token claire.fr)
  asked=$(curl -fsS -m 30 http://127.0.0.1:18080/api/register/v1/checks -H "Authorization: Bearer $token" -H 'Purpose-Of-Use: CP-ASSESS' \
    -H 'Content-Type: application/json' -d '{"names":[{"full":"Anna Koval"}],"births":["2014-05-12"],"sex":2,"nationalities":["UA"]}')
  [[ $(jq -r '"\(.result) \(.matches[0].country) \(.matches[0].desk.code)"' <<<"$asked") == 'hit GB GB-NATIONAL' ]] || return 1
  token=$(sandbox token sarah.gb)
  told=$(curl -fsS -m 30 http://127.0.0.1:18080/api/register/v1/notifications -H "Authorization: Bearer $token" -H 'Purpose-Of-Use: CP-ASSESS')
  jq -e '.items | any(.kind == "look-confirmed" and .fromAgency == "FR-69-CRIP")' <<<"$told" >/dev/null
}

question() { helm -n "$namespace" test waymark --logs >"$work/helm.log" 2>&1; }

replicas() { # the values that give the services named in TWICE their second replica
  local service
  for service in $twice; do printf -- '--set services.%s.replicas=2 ' "$service"; done
}

# shellcheck disable=SC2046
upgrade() { chart upgrade --wait --timeout 4m $(replicas) "$@"; }

rollback() { helm -n "$namespace" rollback waymark --wait --timeout 3m >"$work/helm.log" 2>&1; }

uninstall() { helm -n "$namespace" uninstall waymark --wait --timeout 3m >"$work/helm.log" 2>&1; }

# What belongs to a deployment is collected by the cluster itself, soon after helm has said that it is done.
nothing_left() {
  local left
  for _ in $(seq 60); do
    left=$(kube get deployments,replicasets,services,configmaps,jobs,poddisruptionbudgets,networkpolicies -l app.kubernetes.io/part-of=waymark -o name)
    [[ -n $left ]] || return 0
    sleep 1
  done
  fault "left behind a minute later: $left"
}

drain() { # one service after the other, as the budgets of disruption have it
  local service
  for service in $twice; do
    evict "$service" || return 1
    sleep 2
    ready "$service" || return 1
  done
}

kill_at_once() { # SERVICE: no time to end anything
  # shellcheck disable=SC2046
  kube delete $(pods "$1") --grace-period=0 --force >/dev/null 2>&1
}

evict() { # SERVICE: what "kubectl drain" asks for, one pod of each service
  local pod
  pod=$(pods "$1" | head -n 1)
  jq -n --arg name "${pod#pod/}" --arg namespace "$namespace" '{apiVersion: "policy/v1beta1", kind: "Eviction", metadata: {name: $name, namespace: $namespace}}' |
    sed "s:policy/v1beta1:$(eviction_api):" | kubectl create --raw "/api/v1/namespaces/$namespace/${pod/pod/pods}/eviction" -f - >/dev/null
}

eviction_api() { if kubectl api-versions | grep -qx policy/v1; then echo policy/v1; else echo policy/v1beta1; fi; }

[[ -e $foundation/environment/gateway.env ]] || { echo "$foundation is not the state directory of a running ./run foundation" >&2; exit 2; }
if kubectl get namespace "$namespace" >/dev/null 2>&1; then
  echo "The namespace $namespace is there already: delete it, or choose another with NAMESPACE" >&2
  exit 2
fi
trap leave_nothing EXIT

say "Kubernetes $(kubectl version -o json | jq -r .serverVersion.gitVersion), $(kubectl get nodes -o name | wc -l) node(s), images $registry/waymark/*:$tag"
kubectl create namespace "$namespace" >/dev/null
secrets
values
timed 'cold install, one replica each, until all are ready' install
timed 'directory and children loaded through the gateway' fill
timed 'helm test: the one question' question
grep -E '^(a stranger|the audit|the question)' "$work/helm.log" | sed 's/^/          /' || true
timed 'S1: Lyon asks, learns of a measure in Britain, and Kent is told' scenario

timed "a second replica each: $twice" upgrade

if ((warm_up > 0)); then
  say "warming up: $warm_up s of the same load at a rising rate, not judged, so that what follows meets services at work"
  seconds=$warm_up rise=$((warm_up * 2 / 3)) load warm-up --failures-allowed
  ended warm-up
fi

if [[ -n $next ]]; then
  say "upgrade of the register to $next, with a migration, under load: nothing may fail"
  load upgrade
  timed 'upgrade' upgrade --set "services.register.image.tag=$next"
  report upgrade
fi

say 'eviction of one pod of each of these services, as a drain does, under load: nothing may fail'
load eviction
timed 'all replaced' drain
report eviction

say 'kill -9 of all pods of the register, under load: requests may fail, nothing acknowledged may be lost'
load killed --failures-allowed
kill_at_once register
timed 'the register answers again' ready register
report killed

say 'kill -9 of all pods of the audit service, the writing one among them, under load: the same'
load leader --failures-allowed
kill_at_once audit
timed 'the audit service answers again' ready audit
report leader

say 'bad upgrade (an image that does not exist) and rollback, under load: nothing may fail'
load rollback
# shellcheck disable=SC2046
if chart upgrade --wait --timeout 20s $(replicas) --set services.register.image.tag=does-not-exist; then
  fault 'the bad upgrade was taken for a good one'
else
  say "the bad upgrade is refused: $(tail -n 1 "$work/helm.log" | cut -c1-160)"
fi
timed 'rollback' rollback
report rollback

kill "$forward" 2>/dev/null || true
forward=
timed 'uninstall' uninstall
nothing_left
say "done; faults: $failures"
[[ $failures -eq 0 ]]
