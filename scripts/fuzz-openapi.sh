#!/usr/bin/env bash
# Fuzzes the service by its own description: every operation of /openapi.json is called with data that fits it, data
# that does not, and sequences of calls. No answer may be a 5xx, and every answer must be as described (status, content
# type, body). Not part of npm test.
#
#   python3 -m venv ~/.venv-fuzz && ~/.venv-fuzz/bin/pip install schemathesis      # 4.x, once
#   ST=~/.venv-fuzz/bin/st scripts/fuzz-openapi.sh                  # starts a demo station of its own and ends it
#   ST=~/.venv-fuzz/bin/st API_TOKEN=… scripts/fuzz-openapi.sh http://localhost:8787
#
# The service account may not do what is a person's own: with COOKIE, that of a session, the run is theirs (leave out what
# would end it: --exclude-path /api/session).
#
# It writes into what it is pointed at: never at a station with real people. SECONDS_AT_MOST (300) bounds the time,
# EXAMPLES (40) the calls of one operation and phase, SEED makes a run repeatable. Further arguments go to schemathesis.
set -euo pipefail
cd "$(dirname "$0")/.."

st="${ST:-$(command -v st || true)}"
if [ -z "$st" ]; then
  echo "schemathesis is not installed: see the head of $0" >&2
  exit 2
fi
url=""
case "${1:-}" in http*) url="$1"; shift ;; esac
export API_TOKEN="${API_TOKEN:-fuzz-token-$$-$RANDOM$RANDOM}"

server=""
folder=""
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    rm -rf "$folder"
  fi
}
trap stop EXIT

if [ -z "$url" ]; then
  folder="$(mktemp -d)"
  port="${PORT:-8797}"
  NODE_ENV=development DATA_DIR="$folder" PORT="$port" HOST=127.0.0.1 DEMO=on RATE_LIMIT=off LOG_LEVEL=error \
    node --import tsx src/node.ts > "$folder/log" 2>&1 &
  server=$!
  url="http://127.0.0.1:$port"
  for _ in $(seq 1 120); do
    if curl -fs "$url/readyz" > /dev/null; then break; fi
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.5
  done
fi

who="Authorization: Bearer $API_TOKEN"
if [ -n "${COOKIE:-}" ]; then who="Cookie: $COOKIE"; fi

# What it keeps of its findings is kept beside no source.
keep="$(mktemp -d)"
trap 'stop; rm -rf "$keep"' EXIT
export SCHEMATHESIS_HOOKS="$PWD/scripts/fuzz_hooks.py"
cd "$keep"

# What a run cannot know is left out: which of the station's own rules (a shift that ends before it starts) a body that
# fits its schema breaks, and whether somebody who is refused should have been.
PYTHONDONTWRITEBYTECODE=1 "$st" run "$url/openapi.json" \
  --header "$who" \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method \
  --phases examples,coverage,fuzzing,stateful \
  --max-examples "${EXAMPLES:-40}" --max-time "${SECONDS_AT_MOST:-300}" --seed "${SEED:-1}" \
  --continue-on-failure --request-timeout 20 --no-shrink --no-color --generation-database none "$@"
