#!/usr/bin/env bash
# reproducible.sh [SERVICE]: packages a service twice from nothing and compares the two images. Exit code 0: the same bytes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/archive.sh"
cd "$root"
service=${1:-gateway}
[[ -e target/images/base.tar ]] || "$here/base.sh" target/images/base.tar
once() {
  rm -rf "$service/target/quarkus-app" "$service/target/quarkus-build" "$service/target/image.tar"
  # shellcheck disable=SC2086
  ./mvnw -q -B ${MAVEN_FLAGS-} -Pquick,images -pl "$service" -am package
  digest "$service/target/image.tar"
}
first=$(once)
second=$(once)
echo "$service: $first, $second"
[[ $first == "$second" ]]
