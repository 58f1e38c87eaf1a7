{{/*
What a pod and its NetworkPolicies must know of the service mesh that encrypts between pods (tls.mesh), as YAML; nothing for another network.
Management (probes, metrics: no personal data) is left to whoever scrapes, and PostgreSQL has TLS of its own: both go past the sidecar.
between: ports at which a sidecar reaches another. control: where it gets its certificate and its routes. Takes $.
*/}}
{{- define "waymark.mesh" -}}
{{- $mesh := eq .Values.tls.internal "mesh" | ternary .Values.tls.mesh "" }}
{{- if eq $mesh "linkerd" }}
labels: {}
annotations:
  linkerd.io/inject: enabled
  # Who is not in the mesh is turned away: nothing is taken in plain text.
  config.linkerd.io/default-inbound-policy: all-authenticated
  config.linkerd.io/skip-inbound-ports: "9000"
  config.linkerd.io/skip-outbound-ports: "5432"
outside: {linkerd.io/inject: disabled}
between: [8080, 4143]
control: {namespace: linkerd, ports: [8080, 8086, 8090]}
{{- else if eq $mesh "istio" }}
labels: {sidecar.istio.io/inject: "true"}
annotations:
  traffic.sidecar.istio.io/excludeInboundPorts: "9000"
  traffic.sidecar.istio.io/excludeOutboundPorts: "5432"
  # The service begins when its sidecar can be used.
  proxy.istio.io/config: '{"holdApplicationUntilProxyStarts": true}'
outside: {sidecar.istio.io/inject: "false"}
between: [8080]
control: {namespace: istio-system, ports: [15012]}
{{- else }}
labels: {}
annotations: {}
outside: {}
between: [8080]
{{- end }}
{{- end }}

{{/* The ports of a rule between two services. Takes $. */}}
{{- define "waymark.between" -}}
{{- range (include "waymark.mesh" . | fromYaml).between }}
- {port: {{ . }}, protocol: TCP}
{{- end }}
{{- end }}

{{/* The way of a sidecar to its control plane. Takes $. */}}
{{- define "waymark.toMesh" -}}
{{- $control := (include "waymark.mesh" . | fromYaml).control }}
{{- if $control }}
- to: {{- .Values.networkPolicy.mesh.to | default (list (dict "namespaceSelector" (dict "matchLabels" (dict "kubernetes.io/metadata.name" $control.namespace)))) | toYaml | nindent 4 }}
  ports:
    {{- range .Values.networkPolicy.mesh.ports | default $control.ports }}
    - {port: {{ . }}, protocol: TCP}
    {{- end }}
{{- end }}
{{- end }}
