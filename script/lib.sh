# Shared by the commands in script/: source it first. One line per stage is printed.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

logs=$root/build/log
node_home=$root/build/node
mkdir -p "$logs"

# A newer Node than the system's, if script/bootstrap had to bring one.
if [ -x "$node_home/bin/node" ]; then
    PATH=$node_home/bin:$PATH
fi
export PATH
export CTEST_COLOR_OUTPUT=0 NO_COLOR=1 CLICOLOR=0

# stage NAME COMMAND...: runs it, says how long it took; its output goes to a log, and is shown
# (its end) only if it fails. The name is said first, so that one sees what is being waited for.
stage() {
    local name=$1 log start=$SECONDS code
    shift
    log=$logs/$(printf '%s' "$name" | tr -c 'a-zA-Z0-9' '-').log
    printf '%-44s' "$name"
    set +e
    (set -e && "$@") >"$log" 2>&1
    code=$?
    set -e
    if [ "$code" -ne 0 ]; then
        printf ' failed after %d s\n' $((SECONDS - start))
        tail -n 40 "$log" | sed 's/^/    /' >&2
        echo "    (all of it: ${log#"$root"/})" >&2
        return "$code"
    fi
    printf ' %4d s\n' $((SECONDS - start))
}

# as_root COMMAND...: with sudo unless we are root already.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "This needs root: $*" >&2
        return 1
    fi
}

has_web() { [ -f web/package.json ]; }
has_browser_tests() { has_web && [ -f tests/browser/playwright.config.ts ]; }
