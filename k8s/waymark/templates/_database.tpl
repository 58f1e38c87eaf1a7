{{/* The Cluster of a service, its backups, and who may reach it. Takes (list $ scope). */}}
{{- define "waymark.cluster" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
{{- if eq $root.Values.database.mode "cloudnativepg" }}
{{- $values := mergeOverwrite (deepCopy $root.Values.database.cloudnativepg) (deepCopy $scope.values.database.cloudnativepg) }}
{{- $args := list $root $scope $values }}
---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: {{ $scope.fullname }}-db
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "waymark.labels" (list $root (printf "%s-db" $scope.name)) | nindent 4 }}
  annotations:
    # "helm uninstall" leaves the children's records where they are.
    helm.sh/resource-policy: keep
spec:
  instances: {{ $values.instances }}
  imageName: {{ $values.imageName }}
  enableSuperuserAccess: false
  storage:
    size: {{ $values.storage.size }}
    {{- with $values.storage.storageClass }}
    storageClass: {{ . }}
    {{- end }}
  resources: {{- toYaml $values.resources | nindent 4 }}
  {{- include "waymark.clusterSettings" $args | nindent 2 }}
  {{- include "waymark.clusterRoles" $args | nindent 2 }}
  {{- include "waymark.clusterBackup" $args | nindent 2 }}
{{- include "waymark.scheduledBackup" $args }}
{{- include "waymark.clusterEdges" $args }}
{{- end }}
{{- end }}

{{- define "waymark.clusterSettings" -}}
{{- $values := index . 2 }}
postgresql:
  {{- if gt (int $values.synchronous) 0 }}
  synchronous: {method: any, number: {{ $values.synchronous }}, dataDurability: required}
  {{- end }}
  parameters:
    # Statements and the details of violations carry personal data; the log must not.
    log_min_error_statement: panic
    log_error_verbosity: terse
    {{- range $key, $value := $values.parameters }}
    {{ $key }}: {{ $value | quote }}
    {{- end }}
{{- end }}

{{/* Owner, application and relay: the first by initdb, the others without any right but to connect. */}}
{{- define "waymark.clusterRoles" -}}
{{- $scope := index . 1 }}{{ $name := $scope.name }}
bootstrap:
  initdb:
    database: {{ $name }}
    owner: {{ $name }}_owner
    secret: {name: {{ $scope.secrets.owner }}}
    encoding: UTF8
    localeProvider: builtin
    builtinLocale: C.UTF-8
    locale: C
    postInitApplicationSQL:
      - create role {{ $name }}_app login noinherit
      - create role {{ $name }}_relay login noinherit
      - revoke all on database {{ $name }} from public
      - grant connect on database {{ $name }} to {{ $name }}_app, {{ $name }}_relay
managed:
  roles:
    - {name: {{ $name }}_app, ensure: present, login: true, inherit: false, passwordSecret: {name: {{ $scope.secrets.app }}}}
    - {name: {{ $name }}_relay, ensure: present, login: true, inherit: false, passwordSecret: {name: {{ $scope.secrets.relay }}}}
{{- end }}

{{- define "waymark.clusterBackup" -}}
{{- $scope := index . 1 }}{{ $backup := (index . 2).backup }}
{{- if $backup.enabled -}}
backup:
  retentionPolicy: {{ $backup.retentionPolicy }}
  barmanObjectStore:
    destinationPath: {{ $backup.destinationPath }}
    {{- with $backup.endpointURL }}
    endpointURL: {{ . }}
    {{- end }}
    s3Credentials:
      accessKeyId: {name: {{ $backup.secret }}, key: ACCESS_KEY_ID}
      secretAccessKey: {name: {{ $backup.secret }}, key: ACCESS_SECRET_KEY}
    wal: {compression: gzip, encryption: AES256}
    data: {compression: gzip, encryption: AES256}
{{- end }}
{{- end }}

{{- define "waymark.scheduledBackup" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}{{ $backup := (index . 2).backup }}
{{- if $backup.enabled }}
---
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata:
  name: {{ $scope.fullname }}-db
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "waymark.labels" (list $root (printf "%s-db" $scope.name)) | nindent 4 }}
spec:
  schedule: {{ $backup.schedule | quote }}
  backupOwnerReference: self
  cluster: {name: {{ $scope.fullname }}-db}
{{- end }}
{{- end }}

{{- define "waymark.clusterEdges" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
{{- if $root.Values.networkPolicy.enabled }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ $scope.fullname }}-db
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "waymark.labels" (list $root (printf "%s-db" $scope.name)) | nindent 4 }}
spec:
  podSelector: {matchLabels: {cnpg.io/cluster: {{ $scope.fullname }}-db}}
  policyTypes: [Ingress]
  ingress:
    - from:
        {{- range list $scope.name (printf "%s-migrate" $scope.name) }}
        - podSelector:
            matchLabels: {{- include "waymark.selector" (list $root .) | nindent 14 }}
        {{- end }}
      ports: [{port: 5432, protocol: TCP}]
    # Its own instances, and the operator: replication and status.
    - from:
        - podSelector: {matchLabels: {cnpg.io/cluster: {{ $scope.fullname }}-db}}
        {{- toYaml $root.Values.networkPolicy.operatorFrom | nindent 8 }}
      ports:
        - {port: 5432, protocol: TCP}
        - {port: 8000, protocol: TCP}
{{- end }}
{{- end }}
