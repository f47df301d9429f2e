/** The functions of every script. `work` is a folder that is removed at the end. */
export const PREAMBLE = `stop() { printf '%s\\n' "$*" >&2; exit 1; }
for program in curl jq openssl; do
  command -v "$program" > /dev/null || stop "This script needs $program."
done
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Percent-encodes a value for a query or a form.
encode() { jq -rn --arg value "$1" '$value | @uri'; }
# Escapes a value for a string in JSON.
json() { jq -rn --arg value "$1" '$value | tojson | .[1:-1]'; }
# Bytes in base64url.
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
random() { openssl rand 32 | base64url; }
# The error of the last answer, if it has one.
error() { jq -r 'if type == "object" and has("error") then .error | if type == "string" then . else tojson end else empty end' "$work/answer" 2> /dev/null || true; }
# A member of the last answer, by its path.
take() {
  jq -er --argjson path "$1" 'getpath($path) // empty | if type == "string" then . else tojson end' "$work/answer" 2> /dev/null ||
    stop "Step $step: the answer has no $1. $(error)"
}
# A request with curl. The answer is a file, its status is a variable.
ask() {
  : > "$work/answer"
  status=$(curl -sS -o "$work/answer" -w '%{http_code}' "$@") || stop "Step $step: there was no answer."
}
# A request that has to succeed if it succeeded in the recording.
send() {
  recorded=$1
  shift
  ask "$@"
  printf 'Step %s: %s\\n' "$step" "$status" >&2
  if [ "$status" -ge 400 ] && [ "$status" != "$recorded" ]; then
    cat "$work/answer" >&2
    stop "
Step $step: the answer is an error."
  fi
}
# A parameter of the address that the browser was sent back to.
parameter() {
  local pairs value
  pairs=$(printf '%s' "$callback" | tr '?#&' '\\n\\n\\n')
  value=$(printf '%s\\n' "$pairs" | sed -n "s/^$1=//p")
  value=\${value%%$'\\n'*}
  value=\${value//+/ }
  value=\${value//\\\\/\\\\\\\\}
  printf '%b' "\${value//%/\\\\x}"
}
# The claims of a JWT as a query (JARM).
claims() {
  jq -rR 'split(".")[1] | gsub("-"; "+") | gsub("_"; "/") | . + "==="[:(4 - length % 4) % 4] | @base64d | fromjson
    | to_entries | map(.key + "=" + (.value | tostring | @uri)) | "?" + join("&")'
}
# Sends a person to the browser and reads where the browser was sent back to.
browse() {
  printf 'Step %s: open this address in a browser, then paste the address that it is sent back to:\\n' "$step" >&2
  printf '%s\\n' "$1"
  IFS= read -r callback || [ -n "$callback" ] || stop "Step $step: there is no address."
  case $(parameter response) in
    *.*.*) callback=$(parameter response | claims) || stop "Step $step: the response is no JWT." ;;
  esac
  if [ -n "$(parameter error)" ]; then
    stop "Step $step: the server refused: $(parameter error) $(parameter error_description)"
  fi
}
# The seconds between two polls.
pause() { jq -r '.interval // 5 | if type == "number" then floor else 5 end' "$work/answer"; }
# Repeats a request until the user has answered (RFC 8628 section 3.5).
poll() {
  while :; do
    sleep "$interval"
    ask "$@"
    case $(error) in
      authorization_pending) ;;
      slow_down) interval=$((interval + 5)) ;;
      '') [ "$status" -lt 400 ] && break || stop "Step $step: the answer is an error: $status" ;;
      *) stop "Step $step: the server refused: $(error)" ;;
    esac
  done
  printf 'Step %s: %s\\n' "$step" "$status" >&2
}
`;
