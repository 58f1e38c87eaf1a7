# Finds JDK 25 or newer and exports JAVA_HOME. Sourced by ./mvnw, ./run and .ci/run.
# Order: JAVA_HOME, java on the path, then the folders where systems keep their JDKs.

waymark_java_major() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
  "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

waymark_accept() {
  waymark_major=$(waymark_java_major "$1") || return 1
  [ -n "$waymark_major" ] && [ "$waymark_major" -ge 25 ] || return 1
  JAVA_HOME=$1
  export JAVA_HOME
}

waymark_find_jdk() {
  [ -n "${JAVA_HOME-}" ] && waymark_accept "$JAVA_HOME" && return 0
  waymark_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$waymark_on_path" ]; then
    waymark_on_path=$(readlink -f "$waymark_on_path" 2>/dev/null || echo "$waymark_on_path")
    waymark_accept "${waymark_on_path%/bin/javac}" && return 0
  fi
  for waymark_home in /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* \
    "${HOME-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    waymark_accept "$waymark_home" && return 0
  done
  echo "Waymark needs JDK 25 or newer and found none: install one (for example Temurin 25, https://adoptium.net) or point JAVA_HOME at it." >&2
  return 1
}

waymark_find_jdk
