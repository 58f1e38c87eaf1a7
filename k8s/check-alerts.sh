#!/usr/bin/env bash
# Holds the alerts against their tests (k8s/alerts-test.yaml) and the dashboard's queries against PromQL. Needs promtool, which comes with
# Prometheus, and jq; not part of ./mvnw verify, since neither is on Maven Central.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed 's/@namespace@/waymark/g; s#@runbook@#http://x#g' waymark/files/alerts.yaml >"$work/alerts.yaml"
cp alerts-test.yaml "$work/"
jq '{groups: [{name: "panels", rules: [.panels[] | .id as $id | .targets[]
      | {record: "panel_\($id)", expr: (.expr | gsub("\\$namespace"; "waymark") | gsub("\\$__rate_interval"; "1m"))}]}]}' \
  waymark/files/dashboard.json >"$work/panels.yaml"
promtool check rules "$work/alerts.yaml" "$work/panels.yaml"
promtool test rules "$work/alerts-test.yaml"
