#!/usr/bin/env bash
# Everything one can do with a checkout of Twosource, each with one command.
#
# Needs Debian (or another Unix) with Python 3.11 or newer and git. All else is put into
# .venv, pinned by version and hash in requirements/. Delete .venv and nothing is left.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    cat <<'TEXT'
./run.sh COMMAND

  setup [run|dev|bench]   make .venv, with .venv/bin/twosource in it (default: run)
  demo                    the bundled example, offline: a dossier on screen, all as pages
  test                    all that must hold before a change lands; ends with pytest's summary
  check                   the quick part of it: lint, types, fast tests
  lint, types             ruff; mypy --strict
  gate [NAME…] [--raise]  quality floors on the data in ../shared/data
  bench [SUBJECT…]        speed and quality beside the named libraries
  golden [--accept]       whole pages against the expected files; --accept rewrites those
  lock [--upgrade]        pin the dependencies of pyproject.toml anew
TEXT
}

python=.venv/bin/python
stamp=.venv/twosource-setup      # which set is installed, and from which locks

say() { printf '%s\n' "$*" >&2; }

# --- set-up ---------------------------------------------------------------------------

# Install Debian packages, if this user may.
apt_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say "installing $* with apt-get"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1
}

find_python() {
    local name
    for name in python3.11 python3 python3.12 python3.13; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "Twosource needs Python 3.11 or newer, and none was found. On Debian: apt-get install python3"
    return 1
}

make_venv() {
    local found venv_package
    found=$(find_python)
    # Debian parts ensurepip from Python; without it a venv has no pip.
    if ! "$found" -c 'import ensurepip, venv' 2>/dev/null; then
        venv_package=$("$found" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        apt_install "$venv_package" || {
            say "$found can make no environment. Install it as root: apt-get install $venv_package"
            return 1
        }
    fi
    rm -rf .venv
    "$found" -m venv .venv
}

# What the environment depends on, as one digest.
locks_digest() { cat pyproject.toml requirements/*.txt | sha256sum | cut -c1-16; }

# Succeeds if the wanted set, or a larger one, stands in .venv as the locks want it.
is_set_up() {
    local wanted=$1 installed="" digest=""
    [ -x "$python" ] && [ -f "$stamp" ] && read -r installed digest <"$stamp" || return 1
    [ "$digest" = "$(locks_digest)" ] || return 1
    case "$wanted:$installed" in
        run:* | dev:dev | dev:bench | bench:bench) return 0 ;;
        *) return 1 ;;
    esac
}

# Put the named set (run, dev or bench, each holding the one before) into .venv.
setup() {
    local wanted=${1:-run}
    case "$wanted" in run | dev | bench) ;; *) usage >&2; return 2 ;; esac
    is_set_up "$wanted" && return
    say "setting up .venv ($wanted)"
    "$python" -m pip --version >/dev/null 2>&1 || make_venv
    rm -f "$stamp"
    # pip fetches uv, checked by hash; uv is some ten times faster at the rest.
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
        -r requirements/uv.txt
    # uv does not read pip's settings: a mirror named for pip is meant for uv too.
    [ -z "${PIP_INDEX_URL:-}" ] || export UV_DEFAULT_INDEX=${UV_DEFAULT_INDEX:-$PIP_INDEX_URL}
    local uv=(.venv/bin/uv pip)
    "${uv[@]}" sync --quiet --python "$python" --require-hashes "requirements/$wanted.txt"
    "${uv[@]}" install --quiet --python "$python" --no-deps --no-build-isolation --editable .
    echo "$wanted $(locks_digest)" >"$stamp"
}

# The tests that look at the page want a browser; without one they are skipped and say so.
setup_browser() {
    command -v chromium >/dev/null || apt_install chromium ||
        say "SKIPPED: tests in a browser (no chromium; as root: apt-get install chromium)"
}

# --- what is run ----------------------------------------------------------------------

demo() { setup run; .venv/bin/twosource demo "$@"; say "The command twosource is .venv/bin/twosource."; }

lint() { setup dev; .venv/bin/ruff check . && .venv/bin/ruff format --check .; }

# Not every checkout has every folder: an unpacked release has no quality/ and bench/.
types() { setup dev; .venv/bin/mypy $(ls -d src tests quality bench 2>/dev/null); }

check() { lint; types; "$python" -m pytest -q -n 2 -m "not slow and not browser" "$@"; }

# Says SKIPPED for every measure whose data is not beside the checkout.
gate() { setup dev; "$python" -m quality.gate "$@"; }

# What stands in bench/ as a program, each of a subject; without a name all are run.
bench_subjects() { grep -l __main__ bench/*.py | sed 's|bench/\(.*\)\.py|\1|'; }

bench() {
    local subject subjects=("$@")
    [ $# -gt 0 ] || mapfile -t subjects < <(bench_subjects)
    for subject in "${subjects[@]}"; do
        [ -f "bench/$subject.py" ] || {
            say "no bench is called $subject; there are:" $(bench_subjects)
            return 2
        }
    done
    setup bench
    for subject in "${subjects[@]}"; do
        say "== bench $subject"
        "$python" -m "bench.$subject"
    done
}

golden() { setup dev; "$python" -m pytest -q -m golden "$@"; }

# Every part runs even if one before it failed, so that one run shows all there is to mend.
run_all() {
    local failed=() part
    setup dev
    setup_browser
    for part in lint types gate; do
        say "== $part"
        # A process of its own: bash ignores -e inside a function whose answer is looked at.
        bash run.sh "$part" || failed+=("$part")
    done
    say "== tests"
    "$python" -m pytest -q -n 2 "$@" || failed+=(tests)
    [ ${#failed[@]} = 0 ] || { say "FAILED: ${failed[*]}"; return 1; }
}

lock() {
    [ -x .venv/bin/uv ] || setup run
    local compile=(.venv/bin/uv pip compile --quiet --universal --python-version 3.11
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header)
    # Each set is held to the one before, so that a test runs what a user runs.
    "${compile[@]}" "$@" pyproject.toml --group build -o requirements/run.txt
    "${compile[@]}" "$@" pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
    "${compile[@]}" "$@" pyproject.toml --group bench -c requirements/dev.txt -o requirements/bench.txt
    echo uv | "${compile[@]}" "$@" - -o requirements/uv.txt
}

command=${1:-help}
shift || true
case "$command" in
    setup) setup "$@" ;;
    demo | check | lint | types | gate | bench | golden | lock) "$command" "$@" ;;
    test) run_all "$@" ;;
    help | -h | --help) usage ;;
    *) usage >&2; exit 2 ;;
esac
