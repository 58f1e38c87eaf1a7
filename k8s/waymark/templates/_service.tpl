{{/* All objects of one service. Takes (list $ "register"). */}}
{{- define "waymark.service" -}}
{{- $root := index . 0 }}{{ $scope := include "waymark.scope" . | fromYaml }}{{ $args := list $root $scope }}
{{- include "waymark.serviceAccount" $args }}
{{ include "waymark.configMap" $args }}
{{ include "waymark.deployment" $args }}
{{ include "waymark.clusterService" $args }}
{{ include "waymark.disruption" $args }}
{{ include "waymark.autoscaler" $args }}
{{ include "waymark.edges" $args }}
{{ include "waymark.certificate" $args }}
{{ if $scope.facts.database }}
{{ include "waymark.migration" $args }}
{{ include "waymark.cluster" $args }}
{{ end }}
{{- end }}

{{- define "waymark.metadata" -}}
metadata:
  name: {{ (index . 1).fullname }}
  namespace: {{ (index . 0).Release.Namespace }}
  labels: {{- include "waymark.labels" (list (index . 0) (index . 1).name) | nindent 4 }}
{{- end }}

{{- define "waymark.serviceAccount" }}
---
apiVersion: v1
kind: ServiceAccount
{{ include "waymark.metadata" . }}
automountServiceAccountToken: false
{{- end }}

{{- define "waymark.configMap" }}
---
apiVersion: v1
kind: ConfigMap
{{ include "waymark.metadata" . }}
data: {{- include "waymark.config" . | nindent 2 }}
{{- end }}

{{- define "waymark.deployment" }}
{{- $root := index . 0 }}{{ $scope := index . 1 }}{{ $mesh := include "waymark.mesh" $root | fromYaml }}
---
apiVersion: apps/v1
kind: Deployment
{{ include "waymark.metadata" . }}
spec:
  {{- if not $scope.values.autoscaling.enabled }}
  replicas: {{ $scope.values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  minReadySeconds: {{ $root.Values.minReadySeconds }}
  selector:
    matchLabels: {{- include "waymark.selector" (list $root $scope.name) | nindent 6 }}
  strategy:
    type: RollingUpdate
    # A new pod is ready before an old one goes.
    rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
  template:
    metadata:
      labels: {{- include "waymark.podLabels" (list $root $scope.name) | nindent 8 }}
        {{- with $mesh.labels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        # A changed setting makes new pods.
        checksum/config: {{ include "waymark.config" . | sha256sum }}
        {{- with mergeOverwrite (deepCopy $mesh.annotations) (deepCopy $scope.values.podAnnotations) }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec: {{- include "waymark.podSpec" . | nindent 6 }}
{{- end }}

{{- define "waymark.podSpec" -}}
{{- $root := index . 0 }}{{ $scope := index . 1 }}
{{- include "waymark.pod" (list $root $scope.fullname) }}
# The delay in which it still answers, 20 seconds for what is under way, and some to spare.
terminationGracePeriodSeconds: 60
topologySpreadConstraints:
  {{- range $scope.values.spreadOver }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "waymark.selector" (list $root $scope.name) | nindent 8 }}
  {{- end }}
{{- with $scope.values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $scope.values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
containers:
  - name: {{ $scope.facts.module }}
    image: {{ include "waymark.image" . }}
    imagePullPolicy: {{ $root.Values.image.pullPolicy }}
    # The last lines of a service that refuses to start stand in "kubectl describe pod".
    terminationMessagePolicy: FallbackToLogsOnError
    envFrom:
      - configMapRef: {name: {{ $scope.fullname }}}
    {{- with include "waymark.secretEnv" . }}
    env: {{- . | nindent 6 }}
    {{- end }}
    ports:
      - {name: http, containerPort: 8080, protocol: TCP}
      - {name: management, containerPort: 9000, protocol: TCP}
    {{- include "waymark.probes" . | nindent 4 }}
    resources: {{- toYaml $scope.values.resources | nindent 6 }}
    securityContext: {{- include "waymark.containerSecurity" . | nindent 6 }}
    volumeMounts:
      {{- include "waymark.volumeMounts" . | nindent 6 }}
      {{- if include "waymark.certificates" $root }}
      - {name: tls, mountPath: /etc/waymark/tls, readOnly: true}
      {{- end }}
volumes:
  {{- include "waymark.volumes" . | nindent 2 }}
  {{- if include "waymark.certificates" $root }}
  # As a folder, which the cluster keeps up to date.
  - name: tls
    secret: {secretName: {{ $scope.fullname }}-tls}
  {{- end }}
{{- end }}

{{- define "waymark.probes" -}}
# Longer than it waits for its schema (migration.patience).
startupProbe:
  httpGet: {path: /q/health/started, port: management, scheme: HTTP}
  periodSeconds: 1
  timeoutSeconds: 3
  failureThreshold: 240
readinessProbe:
  httpGet: {path: /q/health/ready, port: management, scheme: HTTP}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 3
livenessProbe:
  httpGet: {path: /q/health/live, port: management, scheme: HTTP}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end }}

{{- define "waymark.clusterService" }}
---
apiVersion: v1
kind: Service
{{ include "waymark.metadata" . }}
spec:
  type: ClusterIP
  selector: {{- include "waymark.selector" (list (index . 0) (index . 1).name) | nindent 4 }}
  ports:
    - name: http
      port: 8080
      targetPort: http
      protocol: TCP
      {{- if include "waymark.certificates" (index . 0) }}
      appProtocol: https
      {{- end }}
    - {name: management, port: 9000, targetPort: management, protocol: TCP}
{{- end }}

{{- define "waymark.disruption" }}
---
apiVersion: {{ include "waymark.api" (list (index . 0) "policy/v1" ">=1.21.0-0" "policy/v1beta1") }}
kind: PodDisruptionBudget
{{ include "waymark.metadata" . }}
spec:
  maxUnavailable: {{ (index . 1).values.disruption.maxUnavailable }}
  selector:
    matchLabels: {{- include "waymark.selector" (list (index . 0) (index . 1).name) | nindent 6 }}
{{- end }}

{{- define "waymark.autoscaler" }}
{{- $scale := (index . 1).values.autoscaling }}
{{- if $scale.enabled }}
---
apiVersion: {{ include "waymark.api" (list (index . 0) "autoscaling/v2" ">=1.23.0-0" "autoscaling/v2beta2") }}
kind: HorizontalPodAutoscaler
{{ include "waymark.metadata" . }}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: {{ (index . 1).fullname }}}
  minReplicas: {{ $scale.minReplicas }}
  maxReplicas: {{ $scale.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: {{ $scale.cpu }}}
  behavior:
    # A pod that starts uses much CPU: wait before following it, and longer before going back.
    scaleUp: {stabilizationWindowSeconds: 60}
    scaleDown: {stabilizationWindowSeconds: 600}
{{- end }}
{{- end }}
