{{/*
The Job that migrates a database with the owner's login and ends. Not a Helm hook: the database may be made by the same
release, and hooks run before it or after "--wait". The services wait for the schema instead. A Job cannot be changed, so
that its name tells what it runs. Takes (list $ scope).
*/}}
{{- define "waymark.migration" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
{{- $template := include "waymark.migrationPod" . }}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ $scope.fullname }}-migrate-{{ $template | sha256sum | trunc 10 }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "waymark.labels" (list $root (printf "%s-migrate" $scope.name)) | nindent 4 }}
spec:
  backoffLimit: {{ $root.Values.migration.backoffLimit }}
  activeDeadlineSeconds: {{ $root.Values.migration.activeDeadlineSeconds }}
  template: {{- $template | nindent 4 }}
{{- end }}

{{- define "waymark.migrationPod" -}}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
metadata:
  labels: {{- include "waymark.podLabels" (list $root (printf "%s-migrate" $scope.name)) | nindent 4 }}
    {{- $outside := (include "waymark.mesh" $root | fromYaml).outside }}
    {{- with $outside }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    checksum/config: {{ include "waymark.config" . | sha256sum }}
    # It asks its database alone, by TLS; a sidecar would not end with it.
    {{- with $outside }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  {{- include "waymark.pod" (list $root $scope.fullname) | nindent 2 }}
  restartPolicy: Never
  containers:
    - name: migrate
      image: {{ include "waymark.image" . }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      terminationMessagePolicy: FallbackToLogsOnError
      envFrom:
        - configMapRef: {name: {{ $scope.fullname }}}
      env:
        - {name: QUARKUS_INIT_AND_EXIT, value: "true"}
        - {name: QUARKUS_FLYWAY_MIGRATE_AT_START, value: "true"}
        # With the application's login: the schema that was made is the one that the code knows.
        - {name: QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY, value: validate}
        # It asks nobody, and no policy lets it.
        - {name: QUARKUS_OIDC_TENANT_ENABLED, value: "false"}
        - {name: QUARKUS_OIDC_CLIENT_CLIENT_ENABLED, value: "false"}
        - {name: QUARKUS_OIDC_CLIENT_EXCHANGE_CLIENT_ENABLED, value: "false"}
        # A new database takes a while until it accepts a login.
        - {name: QUARKUS_FLYWAY_CONNECT_RETRIES, value: "30"}
        - {name: QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL, value: 5S}
        # After a rollback the database is newer than the code.
        - {name: QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS, value: "*:future,*:missing"}
        {{- include "waymark.login" (list "QUARKUS_FLYWAY" $scope.secrets.owner) | nindent 8 }}
        {{- include "waymark.secretEnv" . | nindent 8 }}
        # It serves nobody, and has no certificate.
        - {name: QUARKUS_PROFILE, value: {{ include "waymark.profile" $root }}}
      resources: {{- toYaml $root.Values.migration.resources | nindent 8 }}
      securityContext: {{- include "waymark.containerSecurity" . | nindent 8 }}
      volumeMounts: {{- include "waymark.volumeMounts" . | nindent 8 }}
  volumes: {{- include "waymark.volumes" . | nindent 4 }}
{{- end }}
