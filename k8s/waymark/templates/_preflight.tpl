{{- define "waymark.refuse" -}}
{{- if . }}{{ fail (printf "\n\nWaymark cannot be installed so:\n  - %s\n" (join "\n  - " .)) }}{{ end }}
{{- end }}

{{/* Faults as a YAML list of sentences, each saying what to do. Takes $. */}}
{{- define "waymark.faults" -}}
{{- $root := . }}
{{- include "waymark.unset" . }}
{{- if and (eq .Values.database.mode "external") .Values.networkPolicy.enabled (not .Values.networkPolicy.database.to) }}
- "External databases cannot be reached: set networkPolicy.database.to to where they are."
{{- end }}
{{- if and (eq .Values.tls.internal "mesh") (not .Values.tls.mesh) }}
- "Nobody encrypts between pods: set tls.mesh to linkerd, istio, or network (an encrypting network, such as WireGuard of Cilium or Calico)."
{{- end }}
{{- if and (include "waymark.certificates" .) (not .Values.tls.certificates.issuer.name) }}
- "Nobody makes the services' certificates: set tls.certificates.issuer.name to an issuer of cert-manager with an authority of its own."
{{- end }}
{{- range $name, $facts := include "waymark.facts" . | fromYaml }}
{{- if $facts.database }}
{{- $scope := include "waymark.scope" (list $root $name) | fromYaml }}
{{- if and (eq $root.Values.database.mode "external") (not $scope.values.database.jdbcUrl) }}
- "The database of {{ $name }} is nowhere: set services.{{ $name }}.database.jdbcUrl, or database.mode to cloudnativepg."
{{- end }}
{{- if eq $root.Values.database.mode "cloudnativepg" }}
{{- $cluster := mergeOverwrite (deepCopy $root.Values.database.cloudnativepg) (deepCopy $scope.values.database.cloudnativepg) }}
{{- if ge (int $cluster.synchronous) (int $cluster.instances) }}
- "The database of {{ $name }} could never commit: database.cloudnativepg.synchronous must be less than instances."
{{- end }}
{{- end }}
{{- include "waymark.missingSecrets" (list $root $scope) }}
{{- end }}
{{- end }}
{{- include "waymark.otherRelease" . }}
{{- end }}

{{/* Secrets that are not there, and keys that are not in them. Says nothing on "helm template", which sees no cluster. */}}
{{- define "waymark.missingSecrets" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}{{ $namespace := $root.Release.Namespace }}
{{- if and $root.Values.secrets.preflight (eq $root.Values.secrets.source "existing") (include "waymark.online" $root) }}
{{- range $kind, $keys := include "waymark.secretKeys" $scope | fromYaml }}
{{- $name := get $scope.secrets $kind }}
{{- $secret := lookup "v1" "Secret" $namespace $name }}
{{- if not $secret }}
- "The Secret {{ $name }} is missing in namespace {{ $namespace }}; it needs {{ join ", " $keys }}. k8s/secrets.sh makes all of them."
{{- else }}
{{- range $keys }}
{{- if not (hasKey $secret.data .) }}
- "The Secret {{ $name }} has no key {{ . }}."
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Which keys each of a service's Secrets has. Takes the scope. */}}
{{- define "waymark.secretKeys" -}}
keys: {{ append (values .keys | sortAlpha) "oidc-client-secret" | toJson }}
{{- range list "owner" "app" "relay" }}
{{ . }}: [username, password]
{{- end }}
{{- end }}

{{/* Whether the cluster can be asked: every namespace has the account "default" soon after it was made. */}}
{{- define "waymark.online" -}}
{{- if lookup "v1" "ServiceAccount" .Release.Namespace "default" }}true{{ end }}
{{- end }}

{{- define "waymark.otherRelease" }}
{{- if .Values.secrets.preflight }}
{{- $other := lookup "v1" "ConfigMap" .Release.Namespace "waymark-release" }}
{{- if and $other (ne (dig "data" "release" "" $other) .Release.Name) }}
- "Release {{ $other.data.release }} is installed in namespace {{ .Release.Namespace }} already: upgrade that one, or take another namespace."
{{- end }}
{{- end }}
{{- end }}

{{/* What has no sensible default. */}}
{{- define "waymark.unset" }}
{{- $what := dict "oidc.issuer" .Values.oidc.issuer "audit.logOrigin" .Values.audit.logOrigin "audit.logKey" .Values.audit.logKey "audit.detailsKey" .Values.audit.detailsKey "audit.witnesses" .Values.audit.witnesses }}
{{- range $path, $value := $what }}
{{- if not $value }}
- "{{ $path }} is not set: k8s/waymark/values.yaml says what it is{{ if hasPrefix "audit" $path }}, k8s/secrets.sh makes it{{ end }}."
{{- end }}
{{- end }}
{{- end }}
