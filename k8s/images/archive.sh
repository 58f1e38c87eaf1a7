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
    tar -xf "$parts/$layer" -C "$2"
  done
  rm -rf "$parts"
}
