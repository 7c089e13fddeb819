package dev.bulkhead.testing;

/** Programs inside the {@linkplain StandInImages stand-in images}. */
final class StandInScripts {

    /** Arguments: image name, ports. What a sample's {@code command:} adds is not a number and listens on nothing. */
    static final String START = """
            #!/bin/sh
            trap 'exit 0' TERM INT
            for port in "$@"; do
              case $port in *[!0-9]*) continue;; esac
              nc -ll -p "$port" -e /bin/answer &
            done
            while :; do sleep 86400 & wait $!; done
            """;

    /** Answers one HTTP request on standard input. */
    static final String ANSWER = """
            #!/bin/sh
            cr=$(printf '\\r')
            while read -r -t 5 line && [ -n "$line" ] && [ "$line" != "$cr" ]; do :; done
            body="$(hostname) answers"
            printf 'HTTP/1.1 200 OK\\r\\nContent-Type: text/plain\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' \
              ${#body} "$body"
            """;

    /** Enough of curl for a health check: the last argument is the address. */
    static final String CURL = """
            #!/bin/sh
            for address in "$@"; do :; done
            exec busybox wget -q -O - "$address"
            """;

    /** {@code pgrep -f PATTERN}, which Debian's BusyBox lacks. */
    static final String PGREP = """
            #!/bin/sh
            for pattern in "$@"; do :; done
            for process in /proc/[0-9]*; do
              [ "${process#/proc/}" = $$ ] || tr '\\0' ' ' <"$process/cmdline" 2>/dev/null | grep -q -e "$pattern" && exit 0
            done
            exit 1
            """;

    /** A program whose success is all that a health check wants. */
    static final String CONTENT = """
            #!/bin/sh
            exit 0
            """;

    private StandInScripts() {}
}
