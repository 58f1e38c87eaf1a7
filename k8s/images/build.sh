#!/usr/bin/env bash
# build.sh [--without-cache] [--packaged] [--version V] [--registry R] [SERVICE...]: the images of the five services as tars in
# target/images, with their SBOMs, and waymark/trial, which k8s/try.sh and "helm test" can use.
#
# Needs a JDK 25, jq and GNU tar; no image registry and no container engine, but Maven's repositories and a Debian mirror. Each
# image starts from a cache of loaded classes, which is made by running the suite once from the images' own files, with a
# PostgreSQL and a Keycloak of its own. It runs on the ports of ./run. --packaged takes what Maven has made already. Single
# services can be named once all five have been built, and --with-migration FILE then makes a version of the first with one
# migration more, to try an upgrade with.
# docs/operations/images.md says what is in the images, how they are pushed and what was measured.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/.mvn/find-jdk.sh"
. "$here/archive.sh"
cd "$root"

suite='audit-service identity-service register-service referral-service gateway'
services=$suite
out=$root/target/images
cached=true
packaged=false
version=
registry=localhost
migration=
migrated=
named=
while [[ $# -gt 0 ]]; do
  case $1 in
    --without-cache) cached=false ;;
    --packaged) packaged=true ;;
    --version) version=${2:?}; shift ;;
    --with-migration) migration=$(realpath "${2:?}"); shift ;;
    --registry) registry=${2:?}; shift ;;
    *-service | gateway) named="$named $1" ;;
    *) sed -n '2,/^set /p' "$0" | sed '$d; s/^# \{0,1\}//'; exit 2 ;;
  esac
  shift
done
if [[ -n $named ]]; then services=${named# }; fi

work=$(mktemp -d)
. "$here/suite.sh"
trap 'rm -f ${migrated:+"$migrated"}; finish' EXIT

# What the trial asks with: the sandbox's program without PostgreSQL and Keycloak.
trial() {
  local image=$work/trial files=$work/trial-files/waymark
  mkdir -p "$image" "$files/lib"
  tar -xf "$out/base.tar" -C "$image"
  cp -r sandbox/target/classes "$files/classes"
  find sandbox/target/lib -name '*.jar' ! -name 'embedded-postgres*' -exec cp {} "$files/lib/" \;
  chmod -R a+rX "$files"
  add "$image" "$work/trial-files"
  edit "$image/config.json" '.config.Entrypoint = ["java", "-XX:+UseSerialGC", "-cp", "/waymark/classes:/waymark/lib/*", "eu.waymark.sandbox.Main"]'
  label "$image" trial
  archive "$image" "$out/trial.tar"
}

# The images as Jib makes them, and their bills of materials.
package() {
  local modules=${services// /,}
  [[ -e $out/base.tar ]] || "$here/base.sh" "$out/base.tar"
  if [[ -n $migration ]]; then
    migrated=${services%% *}/target/classes/db/migration/$(basename "$migration")
    mkdir -p "$(dirname "$migrated")"
    cp "$migration" "$migrated"
  fi
  # shellcheck disable=SC2086
  ./mvnw -q -B ${MAVEN_FLAGS-} -Pquick,images -Dcyclonedx.skip=false -pl "$modules,sandbox" -am \
    package org.cyclonedx:cyclonedx-maven-plugin:makeBom
}

# complete SERVICE: whether each jar of others, and of our other modules, that lies in the image stands in its bill. A bill that
# Maven writes without the other modules lacks all that they bring.
complete() {
  local lacking
  lacking=$(jq -r '.[0].Layers[]' "$work/$1/manifest.json" | while read -r layer; do tar --warning=no-unknown-keyword -tf "$work/$1/$layer"; done |
    sed -n 's:^waymark/lib/.*/::p' | sed -n '/\.jar$/p' | jq -R . | jq -rs --slurpfile bill "$1/target/bom.json" '
      . - [$bill[0].components[] | "\(.group).\(.name)-\(.version)" as $name
        | ((.purl | capture("classifier=(?<it>[^&]+)").it | "-" + .) // "") as $classifier | "\($name)\($classifier).jar"] | .[]')
  [[ -z $lacking ]] || { say "the bill of $1 lacks: $lacking"; return 1; }
}

# label IMAGE_FOLDER SERVICE: the labels that registries and scanners read, and the tag
label() {
  edit "$1/config.json" --arg title "$2" --arg version "$version" --arg created "$epoch" --arg base "sha256:$(digest "$out/base.tar")" '
    .config.Labels += {
      "org.opencontainers.image.title": ("Waymark " + $title),
      "org.opencontainers.image.description": "Part of Waymark, a cross-border child protection register",
      "org.opencontainers.image.version": $version,
      "org.opencontainers.image.licenses": "Apache-2.0",
      "org.opencontainers.image.created": $created,
      "eu.waymark.base": $base}
    | .created = $created'
  edit "$1/manifest.json" --arg tag "$registry/waymark/$2:$version" '.[0].RepoTags = [$tag]'
}

open() {
  mkdir -p "$work/$1"
  tar -xf "$1/target/image.tar" -C "$work/$1"
}

close() {
  local service=$1 extra=$work/$1-extra
  complete "$service" || exit 1
  mkdir -p "$extra/waymark"
  cp "$service/target/bom.json" "$extra/waymark/sbom.cdx.json"
  add "$work/$service" "$extra"
  if $cached; then
    rm "$extra/waymark/sbom.cdx.json"
    cp "$out/cache/$(cache_of "$service")" "$extra/waymark/app.aot"
    chmod 444 "$extra/waymark/app.aot"
    add "$work/$service" "$extra"
    edit "$work/$service/config.json" '.config.Entrypoint |= .[0:1] + ["-XX:AOTCache=app.aot"] + .[1:]'
  fi
  label "$work/$service" "$service"
  archive "$work/$service" "$out/$service$suffix.tar"
  cp "$service/target/bom.json" "$out/$service$suffix.cdx.json"
  printf '%s sha256:%s\n' "$registry/waymark/$service:$version" "$(digest "$work/$service/config.json")"
}

# A cache belongs to one image and to no other: it is made anew when a byte of the image has changed, and kept otherwise.
cache_of() {
  echo "$1-$(digest "$1/target/image.tar").aot"
}

question() {
  curl -fs http://127.0.0.1:8080/api/register/v1/checks -H "Authorization: Bearer $("${sandbox[@]}" token claire.fr --state-dir="$work/state")" \
    -H 'Purpose-Of-Use: CP-ASSESS' -H 'Content-Type: application/json' \
    -d '{"names":[{"full":"Anna Koval"}],"births":["2014-05-12"],"sex":2,"nationalities":["UA"]}' >"$work/answer"
}

# One run of the suite: what it loads of classes, and in which shape, is what the next start finds ready.
train() {
  local service options
  found
  for service in $suite; do
    [[ -e $work/$service ]] || open "$service"
    unpack "$service/target/image.tar" "$work/files-$service"
    # Three people ask for all; a day has hundreds.
    options=(-Dwaymark.gateway.rate.person=12000)
    if lacks_cache "$service"; then options+=("-XX:AOTCacheOutput=$work/$service.aot"); fi
    start "$service" "${options[@]}"
    # One after the other: five at once take longer, and each other's time. The log waits for its witnesses.
    [[ $service == audit-service ]] || until_true 480 is_ready "$service"
  done
  for service in $suite; do until_true 480 is_ready "$service"; done
  say 'the suite runs from its images: loading, asking'
  "${sandbox[@]}" load --state-dir="$work/state" --gateway http://127.0.0.1:8080 --children 20 >"$work/load.log"
  until_true 20 question
  # What is asked all day, often enough that the busy methods are known to be so: a start compiles these first.
  "${sandbox[@]}" trial --gateway http://127.0.0.1:8080 --issuer "$(jq -r .issuer "$work/state/sandbox.json")" --secrets "$work/state" \
    --rate 20 --seconds 90 --rise 60 --failures-allowed >"$work/trial.log" || say "the load lost something"
  sed 's/^/         /' "$work/trial.log" >&2
  say 'making the caches'
  for service in $suite; do
    stop "$service"
    if [[ -e $work/$service.aot ]]; then
      mkdir -p "$out/cache"
      [[ -n $migration ]] || rm -f "$out/cache/$service-"*.aot
      mv "$work/$service.aot" "$out/cache/$(cache_of "$service")"
    fi
  done
}

lacks_cache() { [[ ! -e $out/cache/$(cache_of "$1") && " $services " == *" $1 "* ]]; }

suffix=${migration:+-next}
if ! $packaged; then
  say 'packaging'
  package
fi
if [[ -z $version ]]; then version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml); fi
for service in $services; do open "$service"; done
missing=false
for service in $services; do if lacks_cache "$service"; then missing=true; fi; done
if $cached && $missing; then train; fi
for service in $services; do close "$service"; done | tee "$out/images$suffix.txt"
if [[ -z $named ]]; then trial; fi
