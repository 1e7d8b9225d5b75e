#!/bin/bash
# Proves that `make test` and `make tour` set themselves up on a fresh machine: in a minimal Debian that holds nothing
# but Python, make and certificates. Needs root, debootstrap, git and a package mirror; leaves the folder for a look.
#
#   tools/clean_root.sh FOLDER                  a smoke subset of the tests, then the tour
#   FULL=1 tools/clean_root.sh FOLDER           all tests, then the tour
#   ARGS="tests/ui -x" tools/clean_root.sh ...  whatever pytest is to do
#
# SUITE (bookworm) and MIRROR (the one this machine's apt uses for that suite) may be set. What is tested is the last
# commit. pip in the clean root is set up as on this machine.
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
suite=${SUITE:-bookworm}
smoke="tests/architecture tests/tools tests/desktop/office tests/desktop/paper tests/desktop/devices"
path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

tour_says='
import json
tour = json.load(open("output/tour/tour.json"))
print(*(f"{len(tour[name])} {name}" for name in ("checks", "screenshots", "papers")), "ok:", tour["ok"])
raise SystemExit(not tour["ok"])
'
die() { echo "clean_root: $*" >&2; exit 1; }

mirror() { # the machine's own mirror for the suite
    apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' |
        awk -v suite="$suite" '$1 == suite { print $2; exit }'
}

lay_out() {
    local from=${MIRROR:-$(mirror)}
    [ -n "$from" ] || die "no mirror for $suite among this machine's apt sources; please set MIRROR=URL"
    debootstrap --variant=minbase --include=python3,make,ca-certificates "$suite" "$root" "$from" \
        >"$root.debootstrap.log" || die "debootstrap failed, see $root.debootstrap.log"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts here
    chmod 755 "$root/usr/sbin/policy-rc.d"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    git clone --quiet --no-hardlinks "$project" "$root/project"
}

pip_as_here() { # the machine's certificates, pip settings and the local folders they name
    if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
        cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    fi
    local file folder
    mkdir -p "$root/root/.config/pip"
    if [ -f /etc/pip.conf ]; then cp /etc/pip.conf "$root/etc/"; fi
    for file in "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf"; do
        if [ -f "$file" ]; then cp "$file" "$root/root/.config/pip/"; fi
    done
    for folder in $({ cat "$root"/{etc,root/.config/pip}/pip.conf; env | grep '^PIP_'; } 2>/dev/null |
        grep -oE '(file://)?/[^ ,"]+' | sed 's,^file://,,; s,/simple/*$,,' | sort -u); do
        if [ -d "$folder" ]; then # an index keeps its files beside its simple/
            mkdir -p "$root$folder"
            mount --bind -o ro "$folder" "$root$folder"
        fi
    done
}

inside() { # a command in the clean root, with a clean environment
    local settings=()
    mapfile -t settings < <(env | grep -E '^(PIP_|http_proxy=|https_proxy=|no_proxy=)' || true)
    env -i PATH="$path" HOME=/root TERM=dumb "${settings[@]}" chroot "$root" sh -c "cd /project && $1"
}

timed() { # runs and logs: timed NAME COMMAND
    local begun=$SECONDS result=ok log=$root.$1.log
    inside "$2" >"$log" 2>&1 || result=FAILED
    printf '%-12s %-7s %4d s   %s\n' "$1" "$result" $((SECONDS - begun)) "$(grep -v -e '^$' -e '^make: ' "$log" | tail -n 1)"
    [ "$result" = ok ] || failed=1
}

try_out() {
    failed=0
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    mkdir -p "$root/dev/shm" && mount -t tmpfs tmpfs "$root/dev/shm"
    pip_as_here
    printf 'Debian %s, %s, %s packages, commit %s\n' "$(cat "$root/etc/debian_version")" \
        "$(inside 'python3 --version')" "$(inside 'dpkg-query -W | wc -l')" "$(git -C "$project" rev-parse --short HEAD)"
    timed set-up "make setup"
    timed set-up-again "make setup"
    timed test "make test ARGS='$args'"
    timed tour "make tour OUT=output/tour"
    timed tour.json "python3 -c '$tour_says'"
    echo "The clean root is $root, the logs are $root.*.log"
    exit $failed
}

[ "$(id -u)" = 0 ] || die "needs root"
case ${1:-} in
"") die "please say where: tools/clean_root.sh FOLDER" ;;
--inside)
    root=$2
    if [ -n "${FULL:-}" ]; then args=${ARGS:-}; else args=${ARGS:-$smoke}; fi
    try_out
    ;;
*)
    command -v debootstrap git >/dev/null || die "please type: apt-get install debootstrap git"
    [ ! -e "$1" ] || die "$1 is there already; a clean root begins with nothing"
    mkdir -p "$1"
    root=$(cd "$1" && pwd)
    lay_out
    # Mounts and processes live in namespaces of their own and end with them, whatever happens.
    exec unshare --mount --pid --fork --kill-child bash "$0" --inside "$root"
    ;;
esac
