#!/usr/bin/env bash
# A contributor with the README and the guides at hand: adds a batch of five facts to a copy of the record, makes three mistakes on the way, and is told each time how to mend it.
# To be typed at the top of the project. The batch is an example and goes into the ledger that the command line finds.
set -euo pipefail
. tests/Strangers/reads.sh
events=$(mktemp -d)/events
trap 'rm -r "${events%/events}"' EXIT
cp -r events "$events"

# What the command says, whether it succeeds or not.
check() { dotnet run -c Release --project src/ArtsakhLedger -- check "$events" 2>&1 || echo "exit code $?"; }
import() { dotnet run -c Release --project src/ArtsakhLedger -- import "$events" "$@" 2>&1 || echo "exit code $?"; }

# He has a gazette that tells of an office and of a town's twin. The last folder has a file for contacts, or so he thinks, and starts one there.
cat >"$events/artsakh/0004-preferences/contacts.yaml" <<'END'
facts:
  - id: martuni-dilijan-memorandum
    type: agreement-signed
    date: 15 June 2013
    between: [martuni, dilijan]
    form: memorandum
    citations:
      - source: example-gazette
        quote: "Martuni and Dilijan signed a memorandum on 15 June 2013"
END

# First mistake: a batch that is released takes nothing more. He is told where what is new belongs.
told=$(check)
reads "$told" '0004-preferences.*released and closed.*put what is new into a later batch' 'Nobody told him that the batch is closed and that a later one is needed.'

# So it goes into a folder after the last, with the source, the town abroad, and the rest of the five facts.
batch=$events/artsakh/0005-gazette
mkdir "$batch"
mv "$events/artsakh/0004-preferences/contacts.yaml" "$batch"
cat >"$batch/sources.yaml" <<'END'
sources:
  - id: example-gazette
    csl:
      type: article-newspaper
      title: An Example Gazette
    excerptOnly: true
    reason: an example
END
cat >"$batch/entities.yaml" <<'END'
entities:
  - id: dilijan
    kind: municipality
    names:
      - { text: Dilijan, language: en }
    reason: is said to host an office
END
cat >"$batch/offices.yaml" <<'END'
facts:
  - id: dilijan-office-opened
    type: office-opened
    date: "2012-05-05"
    city: dilijan
    citations:
      - source: example-gazette
        quote: "An office was opened in Dilijan on 5 May 2012"
  - id: dilijan-office-2014
    type: office-attested
    date: "2014"
    city: dilijian
    citations:
      - source: example-gazette
        quote: "the office in Dilijan, visited in 2014"
  - id: dilijan-office-closed
    type: office-closed
    date: "2016-11"
    city: dilijan
    citations:
      - source: example-gazette
        quote: "it was closed in November 2016"
END
cat >"$batch/towns.yaml" <<'END'
facts:
  - id: martuni-dilijan-twinning
    type: towns-twinned
    date: "2013-06"
    town: martuni
    partner: dilijan
    citations:
      - source: example-gazette
        quote: "became twins in June 2013"
END

# Second mistake, twice over: a date as the gazette prints it, and a town that he spelt otherwise. Both are named at once, each with its file and line.
told=$(check)
reads "$told" '0005-gazette/contacts.yaml:4: .*EDTF' 'Nobody told him in which line the date is wrong, and in which form dates are written.'
reads "$told" "0005-gazette/offices.yaml:12: .*'dilijian' is not described; describe it first, or correct the id" 'Nobody told him in which line the town is misspelt, and what to do.'
reads "$told" '^exit code 1$' 'The check found problems and did not fail.'
sed -i 's/date: 15 June 2013/date: "2013-06-15"/' "$batch/contacts.yaml"
sed -i 's/dilijian/dilijan/' "$batch/offices.yaml"
reads "$(check)" ' entries in 5 batches, no problems' 'What he was told to write does not pass the check.'

# What would it change? Then it is imported, and a question about its days is answered from it.
reads "$(import --dry-run)" '^7 facts would be appended' 'The dry run does not tell how much would be appended.'
reads "$(import)" '^7 facts appended' 'The import does not tell that all of the batch was appended.'
answer=$(dotnet run -c Release --project src/ArtsakhLedger -- state artsakh --on 2013-01-01 --kind office)
position=$(sed -n 's/.*as known at position \([0-9]*\).*/\1/p' <<<"$answer")
reads "$answer" '2012-05-05 +2016-11 +certain' 'The office that he recorded is not in the answer.'

# Third mistake: he misread the day, and mends it in the file. Nothing that is recorded changes; he is told what to append instead.
sed -i 's/"2012-05-05"/"2012-05-04"/' "$batch/offices.yaml"
told=$(import)
reads "$told" "0005-gazette/offices.yaml:.*append a correction" 'Nobody told him that what is recorded is corrected by a further entry.'
sed -i 's/"2012-05-04"/"2012-05-05"/' "$batch/offices.yaml"
cat >"$batch/corrections.yaml" <<'END'
facts:
  - id: dilijan-office-opened-corrected
    type: fact-corrected
    fact: dilijan-office-opened
    reason: the day was misread
    content:
      type: office-opened
      date: "2012-05-04"
      city: dilijan
      citations:
        - source: example-gazette
          quote: "An office was opened in Dilijan on 4 May 2012"
END

# The file that he made for it comes before the one of the offices, and he is told that too.
reads "$(check)" "0005-gazette/corrections.yaml:4: 'dilijan-office-opened' comes after this one, at .*offices.yaml:2; .*move this one after it" \
  'Nobody told him that a correction comes after what it corrects.'
sed 1d "$batch/corrections.yaml" >>"$batch/offices.yaml"
rm "$batch/corrections.yaml"
reads "$(import)" '^1 fact appended, [0-9]+ were recorded already' 'The correction was not appended to what is recorded.'

# The answer has the day now, and as known before it is there as it was.
asked=(state artsakh --on 2013-01-01 --kind office)
reads "$(dotnet run -c Release --project src/ArtsakhLedger -- "${asked[@]}")" '2012-05-04 +2016-11 +certain' 'The answer does not have the corrected day.'
reads "$(dotnet run -c Release --project src/ArtsakhLedger -- "${asked[@]}" --known-at "$position")" '2012-05-05 +2016-11 +certain' 'What was known before the correction is not to be had any more.'
