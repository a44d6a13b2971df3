#!/usr/bin/env bash
# A historian with the README and the guides at hand: asks who was foreign minister on a day, follows one entry to the words of its source, compares two dates and cites the answer.
# To be typed at the top of the project, while the service runs on http://localhost:5080.
set -euo pipefail
. tests/Strangers/reads.sh

# She reads in an article that there were two foreign ministers in 1997, and wants to know who it was on 1 June. What does the article itself allow?
answer=$(dotnet run -c Release --project src/ArtsakhLedger -- state artsakh --on 1997-06-01 --kind foreign-minister --known-at 0001-article)
reads "$answer" '^  Arkadi Ghukasyan was foreign minister +1993 +1997 +possible' 'By the article alone the minister who left in 1997 is not one of two that are possible.'
reads "$answer" '^  Naira Melkumian was foreign minister +1997 +2002 +possible' 'By the article alone the minister who came in 1997 is not one of two that are possible.'

# And what is known by now? She asks over HTTP this time, for the reasons.
answer=$(curl -s 'http://localhost:5080/polities/artsakh/state?on=1997-06-01&kind=foreign-minister')
reads "$answer" '"statement":"Arkadi Ghukasyan was foreign minister".*"certainty":"certain"' 'With the other sources it is not certain who was minister.'
reads "$answer" '"edtf":"1997-09-08"' 'The day on which he left, as a finer source has it, is not in the answer.'

# Which facts say so? The entry names them, as addresses.
facts=$(grep -o '"facts":\[[^]]*\]' <<<"$answer" | grep -o '/facts/[^"]*' | sort -u)
reads "$facts" '^/facts/arkadi-ghukasyan-foreign-minister$' 'The entry does not name the fact that it rests on.'

# What are the words, in which source, and where do they stand?
fact=$(curl -s http://localhost:5080/facts/arkadi-ghukasyan-foreign-minister)
reads "$fact" '"quote":"1993–1997: Arkadi Ghukasyan"' 'The fact does not show the words that it rests on.'
reads "$fact" '"start":[0-9]+,"end":[0-9]+' 'The fact does not say where in the text the words stand.'
source=$(grep -o '"source":"[^"]*"' <<<"$fact" | head -1 | cut -d'"' -f4)
reads "$(curl -s "http://localhost:5080/sources/$source")" '"title":"Foreign relations of Artsakh' 'The source does not say what document it is.'

# What changed between that day and the same day of the next year, and through which facts?
changes=$(curl -s 'http://localhost:5080/polities/artsakh/changes?from=1997-06-01&to=1998-06-01')
reads "$changes" '"statement":"Arkadi Ghukasyan was foreign minister","before":"certain","after":"not"' 'The comparison does not tell that one minister left.'
reads "$changes" '"statement":"Naira Melkumian was foreign minister","before":"[a-z]+","after":"certain"' 'The comparison does not tell that the other came.'

# She cites it. `self` is the answer's address for ever: what it gives has to be the same, to the byte, and anybody may keep it.
self=$(grep -o '"self":"[^"]*"' <<<"$changes" | cut -d'"' -f4)
reads "$self" 'known-at=[0-9]+' 'The address to cite does not say at which position the answer was known.'
same "$changes" "$(curl -s "http://localhost:5080$self")" 'The address to cite gives another answer.'
reads "$(curl -s -o /dev/null -D - "http://localhost:5080$self")" '^Cache-Control: .*immutable' 'The answer at the address to cite is not said to stay as it is.'

# For the footnote she opens the same address as a page: a sentence, and an entry for her BibTeX file, both with the address in full.
page=$(curl -s -H 'Accept: text/html' "http://localhost:5080$self")
reads "$page" 'ArtsakhLedger, as known at position [0-9]+, recorded [0-9]+ [A-Z][a-z]+ [0-9]{4}' 'The page has no sentence that cites it.'
pinned=$(grep -o 'id="pinned" href="[^"]*"' <<<"$page" | cut -d'"' -f4 | sed 's/&amp;/\&/g')
reads "$page" 'url = \{http' 'The page has no BibTeX with its address.'
same "$changes" "$(curl -s "$pinned")" 'The permanent address that the page gives leads to another answer.'
