#!/usr/bin/env bash
# base.sh OUT.tar: the image that the services' images stand on, made of a JDK 25 and of Debian packages; needs a Debian mirror, no image registry.
# In it: a C library, time zones, a Java runtime of the modules below, and a user 185. No shell, no package manager.
# Which packages, in which versions, stands in var/lib/dpkg/status.d, where scanners look. Needs Debian, GNU tar and jq.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../.mvn/find-jdk.sh"
. "$here/archive.sh"

out=$(realpath -m "${1:?where to write the tar}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$work"/{deb,image} "$root"

packages='base-files libc6 libgcc-s1 libstdc++6 netbase tzdata zlib1g'
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs

# shellcheck disable=SC2086
(cd "$work/deb" && apt-get -o APT::Sandbox::User=root download -qq $packages)
mkdir -p "$root/var/lib/dpkg/status.d"
for package in "$work"/deb/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --exclude='./usr/share/doc/*/changelog*' --exclude='./usr/share/man/*' \
    --exclude='./usr/share/locale/*' --exclude='./usr/share/lintian/*'
  dpkg-deb --field "$package" >"$root/var/lib/dpkg/status.d/$(dpkg-deb --field "$package" Package)"
done
cd "$root"
# One /usr: what old packages put beside it is moved in, as Debian's own usrmerge does.
for folder in lib lib64 bin sbin; do
  if [[ -d $folder && ! -L $folder ]]; then
    mkdir -p "usr/$folder"
    cp -a "$folder/." "usr/$folder/"
    rm -rf "$folder"
  fi
  if [[ -d usr/$folder ]]; then ln -sfn "usr/$folder" "$folder"; fi
done
mkdir -p tmp waymark opt etc
chmod 1777 tmp
printf 'root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nwaymark:x:185:0:waymark:/waymark:/sbin/nologin\n' >etc/passwd
printf 'root:x:0:\nnogroup:x:65534:\n' >etc/group
printf 'hosts: files dns\n' >etc/nsswitch.conf
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress=zip-6 --output opt/java
# Whoever asks for a provider of cryptography that is not there makes the JVM look for it among all that libraries bring: a
# second of each start, for nothing. Named stay those whose modules are there.
security=opt/java/conf/security/java.security
awk -F= '/^security\.provider\.[0-9]+=/ {if ($2 !~ /^(XMLDSig|SunPCSC|JdkSASL|SunPKCS11)/) print "security.provider." ++n "=" $2; next} {print}' \
  "$security" >"$security.new"
mv "$security.new" "$security"
cd "$work"
layer root image/layer.tar
jq -n --arg diff "sha256:$(digest image/layer.tar)" --arg created "$epoch" --arg java "$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")" \
  --arg architecture "$(dpkg --print-architecture)" '{
  architecture: $architecture, os: "linux", created: $created,
  config: {User: "185", WorkingDir: "/waymark", Labels: {"eu.waymark.java": $java},
    Env: ["PATH=/opt/java/bin", "JAVA_HOME=/opt/java", "LANG=C.UTF-8", "MALLOC_ARENA_MAX=2"]},
  rootfs: {type: "layers", diff_ids: [$diff]}, history: [{created: $created, created_by: "k8s/images/base.sh"}]}' >image/config.json
echo '[{"Config":"config.json","RepoTags":["waymark/base:25"],"Layers":["layer.tar"]}]' >image/manifest.json
mkdir -p "$(dirname "$out")"
archive image "$out"
