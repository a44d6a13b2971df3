#!/usr/bin/env bash
# An operator with the README at hand: starts the ledger with docker compose, backs it up, loses its volumes and restores it on new ones, upgrades from what an earlier
# release left, gives the log another key, and reads the metrics.
# To be typed at the top of the project. It deletes the volumes of the compose project that it uses, so COMPOSE_PROJECT_NAME names one of its own. COLLECTOR is the address at
# which containers reach an OpenTelemetry collector, and COLLECTED the file into which that writes what it receives.
set -euo pipefail
. tests/Strangers/reads.sh
: "${COMPOSE_PROJECT_NAME:?name a compose project whose volumes may be deleted}" "${COLLECTOR:?where is the collector?}" "${COLLECTED:?where does the collector write to?}"
project=$PWD
export COMPOSE_FILE=$project/docker-compose.yml
cd "$(mktemp -d)"
trap 'rm -r "$PWD"' EXIT
question='http://localhost:5080/polities/artsakh/state?on=2006-06-01&known-at=400'
ready() {
  for _ in $(seq 120); do curl --fail --silent --output ready.txt http://localhost:5080/health/ready && return; sleep 0.5; done
  docker compose logs ledger >&2
  echo 'The service did not become ready within a minute.' >&2
  exit 1
}

# She starts it, lets somebody write, and something is recorded that no file has.
docker compose up --detach
ready
token=$(docker compose exec -T ledger dotnet ArtsakhLedger.dll token issue --name "Reading Room" --subject reading-room --role editor)
curl --silent --output recorded.json -H "Authorization: Bearer ${token%%$'\n'*}" --json '{
  "id": "dilijan", "kind": "municipality", "names": [{ "text": "Dilijan", "language": "en" }], "reason": "an example" }' http://localhost:5080/entities
reads "$(cat recorded.json)" '"receipt":' 'What was sent with a token of the ledger got no receipt.'
answer=$(curl --silent "$question")
verifier=$(curl --silent http://localhost:5080/log/vkey)

# She backs up the record and the keys, and keeps a checkpoint beside them.
docker compose exec -T database pg_dump --username=postgres --format=custom ledger > ledger.dump
docker compose exec -T ledger tar --create --directory=/var/lib/artsakh-ledger . > keys.tar
curl --silent http://localhost:5080/log/checkpoint > kept.txt

# The machine is lost with all its volumes. Restored on new ones the ledger is the one that was backed up: it verifies against the checkpoint, gives the same
# answer to the byte, signs with the same key, and takes the token that was issued before.
docker compose down --volumes
docker compose up --detach database
until docker compose exec -T database pg_isready --quiet --host=127.0.0.1; do sleep 1; done
docker compose exec -T database pg_restore --username=postgres --dbname=ledger --role=ledger_owner --no-owner --no-privileges --exit-on-error < ledger.dump
docker compose run --rm -T --no-deps --entrypoint tar ledger --extract --directory=/var/lib/artsakh-ledger < keys.tar
docker compose up --detach
ready
verified=$(docker compose exec -T ledger dotnet ArtsakhLedger.dll verify --checkpoint - < kept.txt)
reads "$verified" 'holds: the first [0-9]+ entries are those that it was of' 'What was restored is not what the kept checkpoint is of.'
same "$answer" "$(curl --silent "$question")" 'The restored ledger gives another answer.'
same "$verifier" "$(curl --silent http://localhost:5080/log/vkey)" 'The restored log is signed with another key.'
reads "$(curl --silent -H "Authorization: Bearer ${token%%$'\n'*}" --json '{}' http://localhost:5080/facts)" 'invalid' 'A token from before the backup is not taken any more.'

# An earlier release left a schema that lacks what came later. Started in its place, the new version adds that, and changes nothing that is recorded.
docker compose stop ledger
docker compose exec -T database psql --quiet --username=postgres --dbname=ledger < "$project/tests/Strangers/earlier-release.sql"
docker compose up --detach --build
ready
same "$answer" "$(curl --silent "$question")" 'After the upgrade the answer is another.'
refused=$(docker compose exec -T database psql --username=postgres --dbname=ledger --command='delete from ledger.positions' 2>&1 || true)
reads "$refused" 'append-only' 'After the upgrade the record can be deleted from.'

# Somebody may have seen the signing key: she makes another. What the old one signed stays good.
told=$(docker compose exec -T ledger dotnet ArtsakhLedger.dll log-key new)
reads "$told" 'from the next start of the service on' 'She is not told when the new key begins to sign.'
docker compose restart ledger
ready
fresh=$(curl --silent http://localhost:5080/log/vkey)
reads "$told" "$(sed 's/[+.]/\\&/g' <<<"$fresh")" 'The log is not signed with the key that was made.'
[ "$fresh" != "$verifier" ] || { echo 'The log is still signed with the old key.' >&2; exit 1; }
verified=$(docker compose exec -T ledger dotnet ArtsakhLedger.dll verify --checkpoint - < kept.txt)
reads "$verified" 'holds: the first [0-9]+ entries' 'A checkpoint under the old key is worth nothing any more.'

# She has a collector, and wants the ledger's metrics in it. A question asked now is counted there.
cat >ours.yml <<END
services:
  ledger:
    environment:
      OTEL_EXPORTER_OTLP_ENDPOINT: $COLLECTOR
      OTEL_METRIC_EXPORT_INTERVAL: 500
END
export COMPOSE_FILE=$COMPOSE_FILE:$PWD/ours.yml
docker compose up --detach
ready
same "$answer" "$(curl --silent "$question")" 'With the collector named the answer is another.'
for _ in $(seq 60); do grep -q 'ledger.states.answered' "$COLLECTED" && break; sleep 0.5; done
collected=$(cat "$COLLECTED")
reads "$collected" 'ledger.states.answered' 'The collector was not told how many states were answered.'
reads "$collected" 'ledger.head' 'The collector was not told the newest position.'
