# Sourced by the programs of this folder. Finds Java, builds what has changed, and runs a main class in the shell's place,
# so that signals reach the JVM.
#
#   program=NAME main=CLASS loud=1|0        loud: progress and the choice of Java go to standard output, else to standard error or nowhere
#   launch "$@"

home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd) || exit 10
target=$home/target
log=$target/build.log
kept_builds=3

fail() {
    printf 'V-Exchange cannot start: %s\n' "$1" >&2
    exit 10
}

tell() {
    if [ "$loud" = 1 ]; then printf '%s\n' "$1"; else printf '%s\n' "$1" >&2; fi
}

# The version of the Java in folder $1, or nothing. The release file saves starting a JVM.
java_version_of() {
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1
    fi
}

# Sets java and java_version (the newest to run with) and javac (the folder of the newest that can build), each empty when there is none.
find_java() {
    local candidate version major on_path javac_version=
    java= javac= java_version= too_old=
    on_path=$(command -v java) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$on_path"; do
        [ -n "$candidate" ] || continue
        version=$(java_version_of "$candidate")
        [ -n "$version" ] || continue
        major=${version%%[!0-9]*}
        if [ "${major:-0}" -lt 17 ]; then
            too_old="$candidate is Java $version"
            continue
        fi
        if newer "$version" "$java_version"; then java=$candidate java_version=$version; fi
        if [ -x "$candidate/bin/javac" ] && newer "$version" "$javac_version"; then javac=$candidate javac_version=$version; fi
    done
}

newer() {
    [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | tail -n 1)" = "$1" ]
}

# One name for the content of everything the jars are made of.
stamp() {
    (
        cd "$home" && export LC_ALL=C
        find pom.xml */pom.xml .mvn sql config/*.xml */src/main -type f -print0 2>/dev/null | sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16
    )
}

newest_build() {
    ls -td "$target"/dist-* 2>/dev/null | head -n 1
}

# Removes all but the newest builds, and none that a program is running from (it holds a shared lock on `in-use`).
prune_builds() {
    local old
    ls -td "$target"/dist-* 2>/dev/null | tail -n +$((kept_builds + 1)) | while IFS= read -r old; do
        flock -n -x "$old/in-use" rm -rf "$old" 2>/dev/null || [ -e "$old/in-use" ] || rm -rf "$old"
    done
}

# Follows the build's log while process $1 lives: one line that is written over on a terminal, else a line a module.
follow_build() {
    local line part= module= fetched=0 terminal=0 shown=
    if [ "$loud" = 1 ]; then [ -t 1 ] && terminal=1; else [ -t 2 ] && terminal=1; fi
    exec 7<"$log"
    while :; do
        while IFS= read -r line <&7; do
            line=$part$line part=
            case $line in
                '[INFO] Building '*' ['*/*']')
                    module=$(sed 's/^\[INFO\] Building \([^ ]*\) .*\[\([0-9]*\)\/\([0-9]*\)\]$/\1 (\2 of \3)/' <<<"$line")
                    [ $terminal = 1 ] || tell "building $module"
                    ;;
                *'Downloaded from '*) fetched=$((fetched + 1)) ;;
            esac
        done
        part=$part$line
        if [ $terminal = 1 ] && [ "$module $fetched $SECONDS" != "$shown" ]; then
            shown="$module $fetched $SECONDS"
            printf '\rbuilding %s, %d s%s\033[K' "${module:-V-Exchange}" "$SECONDS" \
                "$([ $fetched = 0 ] || printf ', %d files fetched' $fetched)" >&$((2 - loud))
        fi
        kill -0 "$1" 2>/dev/null || break
        sleep 0.2
    done
    exec 7<&-
    [ $terminal = 0 ] || printf '\r\033[K' >&$((2 - loud))
}

# Builds into target/dist-$1 under the build lock, unless another start has just done so.
build() {
    local new=$target/dist-$1 made=$target/.making-$1 maven status
    [ -n "$javac" ] || fail "no JDK 17 or newer to build with (looked in JAVA_HOME, /usr/lib/jvm and PATH): install one, such as openjdk-17-jdk"
    maven=$(command -v mvn) || fail 'no Maven to build with: install Maven 3.8 or newer (package maven)'
    mkdir -p "$target" 2>/dev/null && [ -w "$target" ] || fail "cannot write to $target, where the build goes"
    exec 9>"$target/.build-lock"
    if ! flock -n 9; then
        tell 'waiting for another build of this checkout'
        flock 9
    fi
    if [ ! -d "$new/lib" ]; then
        SECONDS=0
        rm -rf "$target"/.making-*
        : >"$log"
        # Maven inherits the lock: nobody else builds here before it has ended, even if this shell is killed.
        (cd "$home" && JAVA_HOME=$javac MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1} exec "$maven" -B -Pdist -Dstyle.color=never \
            -Dvex.target=target/dist -Dvex.dist="$made" package) >>"$log" 2>&1 </dev/null &
        maven=$!
        trap 'kill $maven 2>/dev/null; wait $maven; exit 143' TERM HUP
        trap 'kill $maven 2>/dev/null; wait $maven; exit 130' INT
        follow_build $maven
        wait $maven
        status=$?
        trap - TERM HUP INT
        if [ $status != 0 ]; then
            grep -a '^\[ERROR\]' "$log" | grep -av -e 'Help 1\]' -e 'e-run Maven' -e '^\[ERROR\] *$' | head -n 6 | cut -c 9- >&2
            fail "the build failed; all of its output is in $log"
        fi
        : >"$made/in-use"
        mv -T "$made" "$new" || fail "cannot move the build to $new"
        prune_builds
        tell "built in $SECONDS s"
    fi
    exec 9>&-
}

launch() {
    local no_build=${VEX_NO_BUILD:-0} each name dist
    local -a arguments=() options=()
    for each in "$@"; do
        if [ "$each" = --no-build ]; then no_build=1; else arguments+=("$each"); fi
    done

    command -v flock >/dev/null || fail 'no program flock: install package util-linux'
    find_java
    [ -n "$java" ] || fail "no Java 17 or newer (looked in JAVA_HOME, /usr/lib/jvm and PATH${too_old:+; $too_old}): install one, such as openjdk-17-jdk"

    if [ "$no_build" = 1 ]; then
        dist=$(newest_build)
        [ -n "$dist" ] || fail "there is no build in $target, and --no-build (or VEX_NO_BUILD=1) was given"
    else
        name=$(stamp)
        dist=$target/dist-$name
        [ -d "$dist/lib" ] || build "$name"
    fi
    # The JVM inherits this lock, so that no later build removes what it runs from.
    exec 8<"$dist/in-use" && flock -s 8 || fail "cannot read $dist: remove it and start again"
    touch -c "$dist" 2>/dev/null

    [ "$loud" = 0 ] || tell "Java $java_version from $java"
    options=(
        --add-exports java.base/jdk.internal.misc=ALL-UNNAMED --add-opens java.base/jdk.internal.misc=ALL-UNNAMED
        --add-opens java.base/java.util.zip=ALL-UNNAMED --add-opens java.base/sun.nio.ch=ALL-UNNAMED
        -Djava.awt.headless=true -Dfile.encoding=UTF-8 -XX:-UsePerfData -XX:+UseParallelGC -Xms128m -Xmx2g
        "-XX:OnOutOfMemoryError=kill -9 %p"
        -Dvex.home="$home" -Dvex.build="${dist##*/dist-}" -Dvex.program="$program"
    )
    if [ "${java_version%%[!0-9]*}" -ge 24 ]; then
        options+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
    fi
    # shellcheck disable=SC2086  # options are words
    exec "$java/bin/java" "${options[@]}" ${VEX_JAVA_OPTS:-} -cp "$dist/lib/*" "$main" "${arguments[@]}"
}
