# Sourced: makes docker-archives (what docker load and ctr images import read) from folders, the same bytes for the same files.

epoch='2026-11-22T00:00:00Z'

# layer FOLDER OUT.tar: one layer, owned by root, without times or an order of its own
layer() {
  tar --sort=name --mtime=@1 --owner=0 --group=0 --numeric-owner --format=gnu -C "$1" -cf "$2" .
}

# archive FOLDER OUT.tar: packs config.json, manifest.json and the layers that lie in FOLDER
archive() {
  (cd "$1" && ls | LC_ALL=C sort | tar --mtime=@1 --owner=0 --group=0 --numeric-owner --format=gnu -cf - -T -) >"$2"
}

digest() {
  sha256sum "$1" | cut -d' ' -f1
}

# unpack IMAGE.tar FOLDER: the image's files as a container sees them, times included
unpack() {
  local parts layer
  parts=$(mktemp -d)
  tar -xf "$1" -C "$parts"
  mkdir -p "$2"
  jq -r '.[0].Layers[]' "$parts/manifest.json" | while read -r layer; do
    tar --warning=no-unknown-keyword -xf "$parts/$layer" -C "$2"
  done
  rm -rf "$parts"
}

# add IMAGE_FOLDER FOLDER: one more layer, with all that lies in FOLDER
add() {
  local name tar
  tar=$(mktemp)
  layer "$2" "$tar"
  name=$(digest "$tar")
  edit "$1/config.json" --arg diff "sha256:$name" --arg created "$epoch" \
    '.rootfs.diff_ids += [$diff] | .history += [{created: $created, created_by: "k8s/images"}]'
  gzip -n -1 <"$tar" >"$1/$name.tar.gz"
  edit "$1/manifest.json" --arg name "$name.tar.gz" '.[0].Layers += [$name]'
  rm "$tar"
}

# edit FILE JQ_ARGUMENT...
edit() {
  jq "${@:2}" "$1" >"$1.new"
  mv "$1.new" "$1"
}
