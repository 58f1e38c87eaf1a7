{{/* Whether the services encrypt by themselves (tls.internal: certificates). Takes $. */}}
{{- define "waymark.certificates" -}}
{{- if eq .Values.tls.internal "certificates" }}true{{ end }}
{{- end }}

{{- define "waymark.scheme" -}}
{{- eq .Values.tls.internal "certificates" | ternary "https" "http" }}
{{- end }}

{{/* cert-manager writes it into a Secret and renews it; the service reads it again within a minute. Takes (list $ scope). */}}
{{- define "waymark.certificate" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}{{ $certificates := $root.Values.tls.certificates }}
{{- if include "waymark.certificates" $root }}
---
apiVersion: cert-manager.io/v1
kind: Certificate
{{ include "waymark.metadata" . }}
spec:
  secretName: {{ $scope.fullname }}-tls
  duration: {{ $certificates.duration }}
  renewBefore: {{ $certificates.renewBefore }}
  privateKey: {algorithm: ECDSA, size: 256, rotationPolicy: Always}
  usages: [digital signature, server auth]
  dnsNames:
    - {{ $scope.fullname }}
    - {{ $scope.fullname }}.{{ $root.Release.Namespace }}.svc
  issuerRef: {group: cert-manager.io, kind: {{ $certificates.issuer.kind }}, name: {{ $certificates.issuer.name }}}
{{- end }}
{{- end }}
