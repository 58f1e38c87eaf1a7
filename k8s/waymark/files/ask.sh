# Is the door shut for strangers, and does the one question have an answer? Needs sh and curl.
set -eu
QUESTION='{"names": [{"full": "Waymark Installation Test"}], "births": ["2014"], "sex": 0}'
waymark() { curl -sS ${AUTHORITY:+--cacert "$AUTHORITY"} "$@"; }
ask() {
  waymark -m 30 -o /tmp/answer -w '%{http_code}' "$@" -H 'Purpose-Of-Use: CP-ASSESS' -H 'Content-Type: application/json' \
    -d "$QUESTION" "$GATEWAY/api/register/v1/checks"
}
fail() {
  echo "FAILED: $1"
  cat /tmp/answer || true
  exit 1
}

status=$(ask)
[ "$status" = 401 ] || fail "a stranger's question was answered with $status instead of 401"
echo "a stranger is turned away"

status=$(waymark -m 30 -o /tmp/answer -w '%{http_code}' "$GATEWAY/api/audit/v1/log/key")
[ "$status" = 200 ] || fail "the audit log does not show its key: $status"
echo "the audit log shows its key: $(cat /tmp/answer)"

[ -n "${TOKEN_REQUEST:-}" ] || { echo "no test.tokenSecret: the question itself was not asked"; exit 0; }
status=$(curl -sS -m 30 -o /tmp/answer -w '%{http_code}' -d "$TOKEN_REQUEST" "$TOKEN_URL")
[ "$status" = 200 ] || fail "the issuer gave no token: $status"
TOKEN=$(sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p' /tmp/answer)
[ -n "$TOKEN" ] || fail "the issuer's answer holds no access_token"
status=$(ask -H "Authorization: Bearer $TOKEN")
[ "$status" = 200 ] || [ "$status" = 201 ] || fail "the question was answered with $status"
echo "the question was answered: $(sed -n 's/.*"result" *: *"\([a-z-]*\)".*/\1/p' /tmp/answer | head -n 1)"
