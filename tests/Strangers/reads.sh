# How a stranger reads an answer: it says what was looked for, or the walk ends there and says what was not found.
#   reads ANSWER PATTERN SENTENCE    PATTERN as grep -E takes it; SENTENCE says what is wrong when it is not there
reads() {
  grep -qE -- "$2" <<<"$1" && return
  printf '%s\nLooked for: %s\nCame back:\n%s\n' "$3" "$2" "$1" >&2
  exit 1
}

#   same ANSWER OTHER SENTENCE
same() {
  [ "$1" = "$2" ] && return
  printf '%s\nFirst:\n%s\nThen:\n%s\n' "$3" "$1" "$2" >&2
  exit 1
}
