#!/usr/bin/env bash
# An operator with the README and the guides at hand: starts the ledger with docker compose, backs it up, loses its volumes and restores it on new ones, upgrades from what an earlier
# release left, gives the log another key, and reads the metrics.
# To be typed at the top of the project. It deletes the volumes of the compose project, so COMPOSE_PROJECT_NAME must name one of its own. COLLECTOR is where containers reach
# an OpenTelemetry collector, and COLLECTED the file into which that writes what it receives.
set -euo pipefail
. tests/Strangers/reads.sh
: "${COMPOSE_PROJECT_NAME:?name a compose project whose volumes may be deleted}" "${COLLECTOR:?where is the collector?}" "${COLLECTED:?where does the collector write to?}"
project=$PWD
export COMPOSE_FILE=$project/docker-compose.yml
cd "$(mktemp -d)"
trap 'rm -r "$PWD"' EXIT
ask() { curl --silent 'http://localhost:5080/polities/artsakh/state?on=2006-06-01&known-at=400'; }
ready() {
  for _ in $(seq 240); do curl --fail --silent --output ready.txt http://localhost:5080/health/ready && return; sleep 0.25; done
  docker compose logs ledger >&2
  echo 'The service did not become ready within a minute.' >&2
  exit 1
}

# She starts it and lets somebody write, so that something is recorded which no file has. Without a token nobody can, and the tokens' key is for the service alone.
docker compose up --detach
ready
token=$(docker compose exec -T ledger dotnet ArtsakhLedger.dll token issue --name "Reading Room" --subject reading-room --role editor | grep -o '^ey[A-Za-z0-9._-]*')
record() { curl --silent "$@" --json '{
  "id": "dilijan", "kind": "municipality", "names": [{ "text": "Dilijan", "language": "en" }], "reason": "an example" }' http://localhost:5080/entities; }
reads "$(record)" 'urn:ledger:problem:token-missing' 'Somebody without a token was not told that one is missing.'
reads "$(record -H "Authorization: Bearer $token")" '"receipt":' 'What was sent with a token of the ledger got no receipt.'
same 600 "$(docker compose exec -T ledger stat --format=%a /var/lib/artsakh-ledger/access/token-key)" 'Others than the service can read the key of tokens.'
answer=$(ask)
verifier=$(curl --silent http://localhost:5080/log/vkey)

# She backs it up, with a checkpoint beside it.
curl --silent http://localhost:5080/log/checkpoint > kept.txt
docker compose stop
docker compose run --rm -T volumes --create . > backup.tar

# The machine is lost with all its volumes. Restored on new ones the ledger is the one that was backed up: it verifies against the checkpoint, gives the same answer to the
# byte, signs with the same key, and knows who may write.
docker compose down --volumes
docker compose run --rm -T volumes --extract < backup.tar
docker compose up --detach
ready
reads "$(docker compose exec -T ledger dotnet ArtsakhLedger.dll verify --checkpoint - < kept.txt)" 'standard input holds: the first [0-9]+ entries are unchanged' \
  'What was restored is not what the kept checkpoint is of.'
same "$answer" "$(ask)" 'The restored ledger gives another answer.'
same "$verifier" "$(curl --silent http://localhost:5080/log/vkey)" 'The restored log is signed with another key.'
reads "$(record -H "Authorization: Bearer $token")" "There is an entry 'entity-dilijan'" 'What was recorded before the backup is not there, or the token from then is not taken.'

# An earlier release left a schema that lacks what came later. The new version adds that when it is started, and changes nothing that is recorded. She has a collector for
# metrics by now, and names it in a file of hers.
cat >ours.yml <<END
services:
  ledger:
    environment:
      OTEL_EXPORTER_OTLP_ENDPOINT: $COLLECTOR
      OTEL_METRIC_EXPORT_INTERVAL: 500
END
export COMPOSE_FILE=$COMPOSE_FILE:$PWD/ours.yml
docker compose stop ledger
docker compose exec -T database psql --quiet --username=postgres --dbname=ledger < "$project/tests/Strangers/earlier-release.sql"
docker compose up --detach --build
ready
same "$answer" "$(ask)" 'After the upgrade the answer is another.'
refused=$(docker compose exec -T database psql --username=postgres --dbname=ledger --command='delete from ledger.positions' 2>&1 || true)
reads "$refused" 'append-only' 'After the upgrade the record can be deleted from.'

# Somebody may have seen the log's signing key: she makes another. What the old one signed stays good, and a restart loses nothing.
told=$(docker compose exec -T ledger dotnet ArtsakhLedger.dll log-key new)
reads "$told" 'signed with a new key from the next start of the service' 'She is not told when the new key begins to sign.'
docker compose restart
ready
fresh=$(curl --silent http://localhost:5080/log/vkey)
reads "$told" "$(sed 's/[+.]/\\&/g' <<<"$fresh")" 'The log is not signed with the key that was made.'
[ "$fresh" != "$verifier" ] || { echo 'The log is still signed with the old key.' >&2; exit 1; }
reads "$(docker compose exec -T ledger dotnet ArtsakhLedger.dll verify --checkpoint - < kept.txt)" 'standard input holds' 'A checkpoint under the old key is worth nothing any more.'
same "$answer" "$(ask)" 'After a restart the answer is another.'
reads "$(record -H "Authorization: Bearer $token")" "There is an entry 'entity-dilijan'" 'What was recorded before the restart is not there, or the token from then is not taken.'

# She puts it behind a proxy under a public name, which the pages give as their address from then on.
PUBLIC_ADDRESS=https://ledger.example.org docker compose up --detach
ready
reads "$(curl --silent --header 'Accept: text/html' 'http://localhost:5080/polities/artsakh/state?on=2006-06-01')" 'https://ledger\.example\.org/polities/artsakh/state' \
  'The page of a state gives another address than the public one.'

# The collector has the ledger's metrics: the questions that she asked are counted there.
for _ in $(seq 120); do grep -q 'ledger.states.answered' "$COLLECTED" && break; sleep 0.25; done
collected=$(cat "$COLLECTED")
reads "$collected" 'ledger\.states\.answered' 'The collector was not told how many states were answered.'
reads "$collected" 'ledger\.head' 'The collector was not told the newest position.'
