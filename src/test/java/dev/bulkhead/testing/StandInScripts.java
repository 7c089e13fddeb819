package dev.bulkhead.testing;

/** Programs inside the {@linkplain StandInImages stand-in images}. */
final class StandInScripts {

    /** Arguments: image name, ports. What a sample's {@code command:} adds is not a number and listens on nothing. */
    static final String START = """
            #!/bin/sh
            trap 'exit 0' TERM INT
            for port in "$@"; do
              case $port in *[!0-9]*) continue;; esac
              program=/bin/answer
              case $1:$port in traefik:*:80) program=/bin/forward;; esac
              nc -ll -p "$port" -e "$program" &
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

    /**
     * Hands one HTTP request on by its host name, as {@code /tmp/routes} says: lines of name, address and port. Without that
     * file it answers by itself.
     */
    static final String ROUTE = """
            #!/bin/sh
            [ -e /tmp/routes ] || exec /bin/answer
            cr=$(printf '\\r')
            name=; request=
            while IFS= read -r -t 5 line; do
              request="$request${line%"$cr"}$cr
            "
              line=${line%"$cr"}
              [ -n "$line" ] || break
              case $line in [Hh]ost:*) name=${line#*:}; name=${name# }; name=${name%%:*};; esac
            done
            say() {
              printf 'HTTP/1.1 %s\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' "$1" ${#2} "$2"
            }
            to=$(sed -n "s/^$name //p" /tmp/routes | head -n 1)
            case $to in
              '') say '404 Not Found' '404 page not found';;
              api@internal) say '200 OK' 'dashboard';;
              *)
                answer=$(printf '%s' "$request" | nc -w 3 $to)
                if [ -n "$answer" ]; then printf '%s' "$answer"; else say '502 Bad Gateway' 'Bad Gateway'; fi;;
            esac
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
