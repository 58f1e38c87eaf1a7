{{/*
What the services are: the one place where their needs and the edges between them stand.
calls: whom it may reach (docs/architecture.md: requests on behalf of a person, facts, audit events).
keys: environment variable and the key of its Secret.
*/}}
{{- define "waymark.facts" -}}
gateway:
  module: gateway
  calls: [register, referral, identity, audit]
  database: false
  outside: false
  keys: {}
register:
  module: register-service
  calls: [identity, referral, audit]
  database: true
  outside: true
  keys:
    WAYMARK_SECRETS_ROW_KEY: row-key
    WAYMARK_SECRETS_INDEX_KEY: index-key
    WAYMARK_SECRETS_WITNESS_SEED: witness-seed
referral:
  module: referral-service
  calls: [identity, register, audit]
  database: true
  outside: false
  keys:
    WAYMARK_SECRETS_ROW_KEY: row-key
    WAYMARK_SECRETS_INDEX_KEY: index-key
    WAYMARK_SECRETS_WITNESS_SEED: witness-seed
identity:
  module: identity-service
  calls: [register, referral, audit]
  database: true
  outside: false
  keys:
    WAYMARK_SECRETS_ROW_KEY: row-key
    WAYMARK_SECRETS_INDEX_KEY: index-key
    WAYMARK_SECRETS_WITNESS_SEED: witness-seed
audit:
  module: audit-service
  calls: []
  database: true
  outside: false
  keys:
    WAYMARK_SECRETS_ROW_KEY: row-key
    WAYMARK_SECRETS_INDEX_KEY: index-key
    WAYMARK_SECRETS_LOG_SEED: log-seed
    WAYMARK_SECRETS_DETAILS_PRIVATE_KEY: details-private-key
{{- end }}

{{/* Everything about one service: facts, values over defaults, the root. Takes (list $ "register"), gives YAML. */}}
{{- define "waymark.scope" -}}
{{- $root := index . 0 }}{{ $name := index . 1 }}
{{- $facts := get (include "waymark.facts" $root | fromYaml) $name }}
{{- $own := mergeOverwrite (deepCopy $root.Values.defaults) (deepCopy (get $root.Values.services $name)) }}
{{- $keys := deepCopy $facts.keys }}
{{- /* A trial answers private queries of epoch "sandbox". */}}
{{- if and (eq $name "identity") (or $own.privateQueryEpoch (eq $root.Values.environment "trial")) }}{{ $_ := set $keys "WAYMARK_SECRETS_CLK_KEY" "clk-key" }}{{ end }}
{{- $secrets := dict }}
{{- range $kind, $default := dict "keys" "keys" "owner" "db-owner" "app" "db-app" "relay" "db-relay" }}
{{- $_ := set $secrets $kind (get ($own.secrets | default dict) $kind | default (printf "waymark-%s-%s" $name $default)) }}
{{- end }}
{{- dict "name" $name "fullname" (printf "waymark-%s" $name) "facts" $facts "values" $own "keys" $keys "secrets" $secrets | toYaml }}
{{- end }}
