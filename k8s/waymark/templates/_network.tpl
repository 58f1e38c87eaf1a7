{{/* The edges that begin and end at a service, and nothing besides. Takes (list $ scope). */}}
{{- define "waymark.edges" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}{{ $network := $root.Values.networkPolicy }}
{{- if $network.enabled }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
{{ include "waymark.metadata" . }}
spec:
  podSelector:
    matchLabels: {{- include "waymark.selector" (list $root $scope.name) | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    {{- include "waymark.callers" . | nindent 4 }}
    - from: {{- toYaml $network.monitoringFrom | nindent 8 }}
      ports: [{port: 9000, protocol: TCP}]
  egress:
    {{- include "waymark.toNames" $root | nindent 4 }}
    {{- range $scope.facts.calls }}
    - to:
        - podSelector:
            matchLabels: {{- include "waymark.selector" (list $root .) | nindent 14 }}
      ports: {{- include "waymark.between" $root | nindent 8 }}
    {{- end }}
    {{- with include "waymark.toMesh" $root }}
    {{- . | nindent 4 }}
    {{- end }}
    {{- include "waymark.toIssuer" $root | nindent 4 }}
    {{- if $scope.facts.database }}
    {{- include "waymark.toDatabase" . | nindent 4 }}
    {{- end }}
    {{- if $scope.facts.outside }}
    - to:
        - ipBlock: {cidr: 0.0.0.0/0, except: {{ toJson $network.webhooks.except }}}
      ports:
        {{- range $network.webhooks.ports }}
        - {port: {{ . }}, protocol: TCP}
        {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{/* Who may call a service on its one port. */}}
{{- define "waymark.callers" -}}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
{{- if eq $scope.name "gateway" }}
- ports: {{- include "waymark.between" $root | nindent 4 }}
  {{- with $root.Values.networkPolicy.ingressFrom }}
  from:
    {{- toYaml . | nindent 4 }}
    - podSelector:
        matchLabels: {{- include "waymark.selector" (list $root "test") | nindent 10 }}
  {{- end }}
{{- else }}
- from:
    {{- range $caller, $facts := include "waymark.facts" $root | fromYaml }}
    {{- if has $scope.name $facts.calls }}
    - podSelector:
        matchLabels: {{- include "waymark.selector" (list $root $caller) | nindent 10 }}
    {{- end }}
    {{- end }}
  ports: {{- include "waymark.between" $root | nindent 4 }}
{{- end }}
{{- end }}

{{- define "waymark.toNames" -}}
- to: {{- toYaml .Values.networkPolicy.dns | nindent 4 }}
  ports:
    - {port: 53, protocol: UDP}
    - {port: 53, protocol: TCP}
{{- end }}

{{- define "waymark.toIssuer" -}}
- ports: [{port: {{ .Values.networkPolicy.issuer.port }}, protocol: TCP}]
  {{- with .Values.networkPolicy.issuer.to }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "waymark.toDatabase" -}}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
{{- if eq $root.Values.database.mode "cloudnativepg" -}}
- to:
    - podSelector: {matchLabels: {cnpg.io/cluster: {{ $scope.fullname }}-db}}
  ports: [{port: 5432, protocol: TCP}]
{{- else -}}
- to: {{- toYaml $root.Values.networkPolicy.database.to | nindent 4 }}
  ports: [{port: {{ $root.Values.networkPolicy.database.port }}, protocol: TCP}]
{{- end }}
{{- end }}
