{{/* All settings of a service that are no secret: the data of its ConfigMap. Takes (list $ scope). */}}
{{- define "waymark.config" -}}
{{- $root := index . 0 }}{{ $scope := index . 1 }}{{ $values := $root.Values }}
QUARKUS_PROFILE: {{ include "waymark.profile" $root }}{{ if include "waymark.certificates" $root }},tls{{ end }}
QUARKUS_HTTP_PORT: "8080"
QUARKUS_MANAGEMENT_PORT: "9000"
QUARKUS_SHUTDOWN_DELAY: {{ $values.shutdownDelay | quote }}
QUARKUS_LOG_CONSOLE_JSON_ENABLED: {{ eq $values.logs.format "json" | quote }}
QUARKUS_OIDC_AUTH_SERVER_URL: {{ $values.oidc.issuer | quote }}
QUARKUS_OIDC_CLIENT_ID: {{ $scope.facts.module }}
{{- with $scope.values.javaOptions }}
JAVA_TOOL_OPTIONS: {{ . | quote }}
{{- end }}
{{- range $scope.facts.calls }}
WAYMARK_SERVICES_{{ upper . }}_URL: {{ include "waymark.scheme" $root }}://waymark-{{ . }}:8080
{{- end }}
{{- if $scope.facts.database }}
{{- include "waymark.databaseConfig" . }}
{{- end }}
{{- if eq $scope.name "audit" }}
WAYMARK_LOG_ORIGIN: {{ $values.audit.logOrigin | quote }}
WAYMARK_LOG_WITNESSES: {{ join "," $values.audit.witnesses | quote }}
{{- end }}
{{- if eq $scope.name "register" }}
WAYMARK_WEBHOOKS_PORTS: {{ join "," $values.networkPolicy.webhooks.ports | quote }}
{{- end }}
{{- if eq $scope.name "identity" }}
{{- include "waymark.identityConfig" $scope.values }}
{{- end }}
{{- range $variable, $value := $scope.values.config }}
{{ $variable }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{/* What each service with a database needs, and each source of audit events. */}}
{{- define "waymark.databaseConfig" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}{{ $values := $root.Values }}
QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL: {{ $values.oidc.issuer | quote }}
QUARKUS_OIDC_CLIENT_CLIENT_ID: {{ $scope.facts.module }}
QUARKUS_DATASOURCE_JDBC_URL: {{ include "waymark.jdbcUrl" . | quote }}
QUARKUS_DATASOURCE_RELAY_JDBC_URL: {{ include "waymark.jdbcUrl" . | quote }}
# The Job migrates; the service waits for the schema it needs, and has no right to change it.
QUARKUS_FLYWAY_MIGRATE_AT_START: "false"
QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY: none
QUARKUS_HIBERNATE_ORM_DATABASE_VERSION_CHECK_ENABLED: "false"
WAYMARK_SCHEMA_PATIENCE: {{ $values.migration.patience }}
WAYMARK_AUDIT_DETAILS_KEY: {{ $values.audit.detailsKey | quote }}
{{- if ne $scope.name "audit" }}
WAYMARK_AUDIT_LOG_KEY: {{ $values.audit.logKey | quote }}
{{- end }}
{{- end }}

{{- define "waymark.identityConfig" }}
{{- with .privateQueryEpoch }}
WAYMARK_PRIVATE_QUERY_EPOCH: {{ . | quote }}
{{- end }}
{{- range $country, $desk := .nationalDesks }}
{{- range $what, $value := $desk }}
WAYMARK_NATIONAL_DESKS_{{ $country }}_{{ upper $what }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "waymark.profile" -}}
{{ eq .Values.environment "trial" | ternary "sandbox" "prod" }}
{{- end }}
