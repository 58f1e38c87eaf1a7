#!/usr/bin/env bash
# Makes every Secret that Waymark needs, with random contents, as manifests; and the public values that belong to them.
#
#   k8s/secrets.sh NAMESPACE LOG_ORIGIN FOLDER
#
# writes FOLDER/secrets.yaml (for "kubectl apply -f"; keep a copy where only few can read it, apart from the backups: without the
# keys no backup can be read) and FOLDER/audit-values.yaml (for "helm install -f"; not secret). Refuses to overwrite either.
# Needs OpenSSL 3. In production the log's seed, the details key and each witness's seed belong to different people.
set -euo pipefail
umask 077
NAMESPACE=${1:?namespace} ORIGIN=${2:?name of the audit log, such as register.example.org/log} FOLDER=${3:?folder}
mkdir -p "$FOLDER"
for file in secrets.yaml audit-values.yaml; do
  [[ ! -e $FOLDER/$file ]] || { echo "$FOLDER/$file is there already: new keys would lock out what the old ones encrypted" >&2; exit 1; }
done

key() { openssl rand -base64 32; }
password() { openssl rand -base64 24 | tr '+/' '-_'; }
der() { printf "$1"; base64 -d; }
ed25519() { der '\060\056\002\001\000\060\005\006\003\053\145\160\004\042\004\040'; }
x25519() { der '\060\056\002\001\000\060\005\006\003\053\145\156\004\042\004\040'; }
public() { openssl pkey -inform DER -pubout -outform DER | tail -c 32 | base64; }
# A verifier key as C2SP has it: name, four bytes of a hash, a type byte (1 log, 4 witness) with the public key.
vkey() {
  local pub id
  pub=$(ed25519 <<<"$3" | public)
  typed() { printf "\\$1"; base64 -d <<<"$2"; }
  id=$({ printf '%s\n' "$1"; typed "$2" "$pub"; } | openssl dgst -sha256 -r | cut -c1-8)
  echo "$1+$id+$(typed "$2" "$pub" | base64 | tr -d '\n')"
}
secret() { # NAME TYPE KEY VALUE...
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata: {name: %s, namespace: %s}\ntype: %s\nstringData:\n' "$1" "$NAMESPACE" "$2"
  shift 2
  while (($#)); do printf '  %s: "%s"\n' "$1" "$2"; shift 2; done
}
login() { secret "waymark-$1-db-$2" kubernetes.io/basic-auth username "$1_$2" password "$(password)"; }

{
  for service in register referral identity; do
    seed=$(key)
    more=()
    [[ $service != identity ]] || more=(clk-key "$(key)")
    secret "waymark-$service-keys" Opaque row-key "$(key)" index-key "$(key)" witness-seed "$seed" \
      oidc-client-secret "$(password)" "${more[@]}"
    vkey "$ORIGIN/$service-service" 004 "$seed" >>"$FOLDER/witnesses"
  done
  log=$(key) details=$(key)
  secret waymark-audit-keys Opaque row-key "$(key)" index-key "$(key)" log-seed "$log" details-private-key "$details" \
    oidc-client-secret "$(password)"
  for service in register referral identity audit; do
    for role in owner app relay; do login $service $role; done
  done
} >"$FOLDER/secrets.yaml"
{
  printf 'audit:\n  logOrigin: %s\n  logKey: %s\n  detailsKey: %s\n  witnesses:\n' \
    "$ORIGIN" "$(vkey "$ORIGIN" 001 "$log")" "$(x25519 <<<"$details" | public)"
  sed 's/^/    - /' "$FOLDER/witnesses"
} >"$FOLDER/audit-values.yaml"
rm "$FOLDER/witnesses"
echo "$FOLDER/secrets.yaml and $FOLDER/audit-values.yaml are written. Give each oidc-client-secret to the issuer's client of that name."
