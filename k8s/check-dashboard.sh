#!/usr/bin/env bash
# check-dashboard.sh PROMETHEUS_URL [NAMESPACE]: asks a Prometheus that scrapes a running Waymark for what the dashboard and the alerts ask it.
# Exit code 1 names each panel without a line, each line without the words of its legend, each metric of an alert that nobody shows, and each
# alert that fires; 2: it cannot be asked. What a healthy system rightly lacks stands below with its reason. Needs curl and jq.
set -euo pipefail
cd "$(dirname "$0")"
prometheus=${1:?usage: check-dashboard.sh PROMETHEUS_URL [NAMESPACE]}
namespace=${2:-waymark}

# Panels by title, and metrics by name.
declare -A may_lack=(
  ["Jobs that fail"]="no job has failed: a counter is not shown before it first rises"
  ["Turned away at the gateway"]="nobody was turned away: a counter is not shown before it first rises"
  [waymark_job_failures_total]="no job has failed"
  [waymark_audit_alarms_total]="the audit service has raised no alarm"
  [waymark_log_review_findings]="no nightly review since this replica was started"
  [waymark_gateway_refusals_total]="nobody was turned away"
)

ask() { # path, query
  curl -sf --max-time 20 -G "$prometheus/api/v1/$1" --data-urlencode "query=$2" "${@:3}" ||
    { echo "$prometheus cannot be asked: $2" >&2; exit 2; }
}

faults=0
fault() { echo "FAULT $*"; faults=$((faults + 1)); }
lacks() { # what, name
  if [[ -n ${may_lack[$2]:-} ]]; then echo "none  $1 $2: ${may_lack[$2]}"; else fault "$1 $2: no data"; fi
}

now=$(date +%s)
while IFS=$'\x1f' read -r title unit legend query; do
  answer=$(ask query_range "$query" -d "start=$((now - 600))" -d "end=$now" -d step=15)
  lines=$(jq '[.data.result[] | select(any(.values[]; .[1] != "NaN"))] | length' <<<"$answer")
  last=$(jq -r '[.data.result[].values[-1][1]] | unique | join(" ")' <<<"$answer")
  unnamed=$(jq --arg legend "$legend" '[.data.result[].metric | . as $labels
      | select([$legend | scan("{{(\\w+)}}") | .[0] | $labels[.] // ""] | any(. == ""))] | length' <<<"$answer")
  if [[ $lines == 0 ]]; then
    lacks panel "$title"
  elif [[ $unnamed != 0 ]]; then
    fault "panel $title: $unnamed lines lack a label of the legend $legend"
  else
    printf 'ok    panel %s: %s lines, in %s, now %.100s\n' "$title" "$lines" "$unit" "$last"
  fi
done < <(jq -r --arg namespace "$namespace" '.panels[] | . as $panel | .targets[]
    | [$panel.title, $panel.fieldConfig.defaults.unit // "no unit", .legendFormat,
       (.expr | gsub("\\$namespace"; $namespace) | gsub("\\$__rate_interval"; "1m"))] | join("\u001f")' waymark/files/dashboard.json)

while read -r metric; do
  answer=$(ask query "count($metric{namespace=\"$namespace\"})")
  if [[ $(jq '.data.result | length' <<<"$answer") == 0 ]]; then
    lacks metric "$metric"
  else
    echo "ok    metric $metric: $(jq -r '.data.result[0].value[1]' <<<"$answer") series"
  fi
done < <(grep -oE '\b[a-z_]+\{namespace=' waymark/files/alerts.yaml | cut -d'{' -f1 | sort -u)

# Each alert's own expression, "for" left out: what it selects now fires soon.
while IFS=$'\t' read -r alert query; do
  firing=$(ask query "$query" | jq -c '[.data.result[] | {labels: .metric, value: .value[1]}]')
  if [[ $firing == '[]' ]]; then echo "ok    alert $alert: quiet"; else fault "alert $alert: $firing"; fi
done < <(sed "s/@namespace@/$namespace/g" waymark/files/alerts.yaml |
  python3 -c 'import sys, yaml
for rule in yaml.safe_load(sys.stdin)["groups"][0]["rules"]:
    print(rule["alert"], " ".join(rule["expr"].split()), sep="\t")')

echo "$faults faults"
[[ $faults == 0 ]]
