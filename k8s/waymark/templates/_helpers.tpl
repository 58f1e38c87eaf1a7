{{/* Labels by which pods are found; never change them, Deployments cannot. Takes (list $ "register"). */}}
{{- define "waymark.selector" -}}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/name: {{ index . 1 }}
{{- end }}

{{/* Of a pod: nothing that changes with the chart's version alone, which would restart every service. */}}
{{- define "waymark.podLabels" -}}
{{ include "waymark.selector" . }}
app.kubernetes.io/part-of: waymark
{{- end }}

{{- define "waymark.labels" -}}
{{ include "waymark.podLabels" . }}
app.kubernetes.io/version: {{ (index . 0).Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
helm.sh/chart: {{ printf "%s-%s" (index . 0).Chart.Name (index . 0).Chart.Version }}
{{- end }}

{{/*
The newer of two versions of an API, where the cluster has it. Takes (list $ newer "since which Kubernetes" older). "helm template
--kube-version" tells of no APIs, a cluster of no more than it has: both are asked.
*/}}
{{- define "waymark.api" -}}
{{- $capabilities := (index . 0).Capabilities }}
{{- and ($capabilities.APIVersions.Has (index . 1)) (semverCompare (index . 2) $capabilities.KubeVersion.Version) | ternary (index . 1) (index . 3) }}
{{- end }}

{{/* The image of a service. Takes (list $ scope). */}}
{{- define "waymark.image" -}}
{{- $image := (index . 0).Values.image }}{{ $scope := index . 1 }}
{{- $tag := $scope.values.image.tag | default $image.tag | default (index . 0).Chart.AppVersion }}
{{- with $image.registry }}{{ . }}/{{ end }}{{ with $image.repository }}{{ . }}/{{ end }}{{ $scope.facts.module }}:{{ $tag }}
{{- end }}

{{/* Pod Security "restricted", of a pod and of a container. */}}
{{- define "waymark.podSecurity" -}}
runAsNonRoot: true
runAsUser: 185
runAsGroup: 185
fsGroup: 185
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "waymark.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{/* Where the database of a service is. Takes (list $ scope). */}}
{{- define "waymark.jdbcUrl" -}}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
{{- if eq $root.Values.database.mode "cloudnativepg" -}}
jdbc:postgresql://{{ $scope.fullname }}-db-rw:5432/{{ $scope.name }}?sslmode=verify-full&sslrootcert=/etc/waymark/postgres/ca.crt
{{- else -}}
{{ $scope.values.database.jdbcUrl }}
{{- end }}
{{- end }}

{{/* Variables that come from Secrets. Takes (list $ scope). */}}
{{- define "waymark.secretEnv" -}}
{{- $scope := index . 1 }}
{{- range $variable, $key := $scope.keys }}
- name: {{ $variable }}
  valueFrom: {secretKeyRef: {name: {{ $scope.secrets.keys }}, key: {{ $key }}}}
{{- end }}
{{- if $scope.facts.database }}
{{- range $variable := list "QUARKUS_OIDC_CREDENTIALS_SECRET" "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET" }}
- name: {{ $variable }}
  valueFrom: {secretKeyRef: {name: {{ $scope.secrets.keys }}, key: oidc-client-secret}}
{{- end }}
{{- include "waymark.login" (list "QUARKUS_DATASOURCE" $scope.secrets.app) }}
{{- include "waymark.login" (list "QUARKUS_DATASOURCE_RELAY" $scope.secrets.relay) }}
{{- end }}
{{- end }}

{{/* User and password of a database role. Takes (list prefix secret). */}}
{{- define "waymark.login" }}
{{- $prefix := index . 0 }}{{ $secret := index . 1 }}
{{- range $key := list "username" "password" }}
- name: {{ $prefix }}_{{ upper $key }}
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: {{ $key }}}}
{{- end }}
{{- end }}

{{/* Folders of a container with a read-only root, and the certificate of its database. Takes (list $ scope). */}}
{{- define "waymark.volumeMounts" -}}
- {name: tmp, mountPath: /tmp}
{{- if and (index . 1).facts.database (eq (index . 0).Values.database.mode "cloudnativepg") }}
- {name: postgres-ca, mountPath: /etc/waymark/postgres, readOnly: true}
{{- end }}
{{- end }}

{{- define "waymark.volumes" -}}
- name: tmp
  emptyDir: {sizeLimit: 128Mi}
{{- if and (index . 1).facts.database (eq (index . 0).Values.database.mode "cloudnativepg") }}
- name: postgres-ca
  secret:
    secretName: {{ (index . 1).fullname }}-db-ca
    items: [{key: ca.crt, path: ca.crt}]
{{- end }}
{{- end }}

{{/* What all pods of the chart have in common. Takes $. */}}
{{- define "waymark.pod" -}}
serviceAccountName: {{ index . 1 }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext: {{- include "waymark.podSecurity" . | nindent 2 }}
{{- with (index . 0).Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}
