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
              case $1:$port in traefik:*:80) program=/bin/forward;; grafana/loki:*) program=/bin/keep;; esac
              nc -ll -p "$port" -e "$program" &
            done
            case $1 in grafana/alloy:*) exec /bin/ship;; esac
            while :; do sleep 86400 & wait $!; done
            """;

    /** Arguments: as for the other. */
    static final String QUICK = """
            #!/bin/sh
            {
              printf '{\\n\\tadmin off\\n\\tauto_https off\\n\\tgrace_period 1s\\n}\\n'
              for port in "$@"; do
                case $port in *[!0-9]*) continue;; esac
                printf ':%s {\\n\\trespond /metrics "stand_in 1\\n"\\n\\trespond "{system.hostname} answers"\\n}\\n' "$port"
              done
            } >/tmp/Caddyfile
            exec /usr/bin/caddy run --config /tmp/Caddyfile --adapter caddyfile 2>/dev/null
            """;

    /**
     * Takes what is pushed and tells it again, as Loki's HTTP API does ({@code /loki/api/v1/push}, {@code query_range}); it
     * knows one stream and keeps one line.
     */
    static final String KEEP = """
            #!/bin/sh
            cr=$(printf '\\r')
            read -r -t 5 method path rest
            length=0
            while read -r -t 5 line && [ -n "$line" ] && [ "$line" != "$cr" ]; do
              case $line in [Cc]ontent-[Ll]ength:*) length=${line#*:}; length=${length%"$cr"};; esac
            done
            body=ready
            case $method:$path in
              POST:/loki/api/v1/push) head -c $length >/tmp/line; body=;;
              GET:/loki/api/v1/query_range*)
                values=; [ -e /tmp/line ] && values=$(sed 's/.*"values":\\[\\(.*\\)\\]}\\]}/\\1/' /tmp/line)
                body="{\\"status\\":\\"success\\",\\"data\\":{\\"result\\":[{\\"values\\":[$values]}]}}";;
              GET:/metrics) body='stand_in 1
            ';;
            esac
            printf 'HTTP/1.1 200 OK\\r\\nContent-Type: text/plain\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' \
              ${#body} "$body"
            """;

    /** Pushes a line to the log store that its configuration names, as a collector of logs does. */
    static final String SHIP = """
            #!/bin/sh
            to=$(sed -n 's|.*url *= *"http://\\([^:/]*\\):.*|\\1|p' /etc/alloy/config.alloy | head -n 1)
            line='{"streams":[{"stream":{"project":"any"},"values":[["1","a line"]]}]}'
            while :; do
              printf 'POST /loki/api/v1/push HTTP/1.1\\r\\nHost: %s\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' \
                "$to" ${#line} "$line" | nc -w 2 "$to" 3100 >/dev/null 2>&1
              sleep 1 & wait $!
            done
            """;

    /** Enough of bash for a health check that opens a connection: {@code bash -c 'exec 3<>/dev/tcp/HOST/PORT'}. */
    static final String BASH = """
            #!/bin/sh
            case $2 in
              *dev/tcp/[0-9a-z]*)
                place=${2##*dev/tcp/}
                exec nc -w 2 "${place%%/*}" "${place##*/}" </dev/null >/dev/null;;
            esac
            exec sh "$@"
            """;

    /** Answers one HTTP request on standard input; thousands do at once in places, so that it starts no other program. */
    static final String ANSWER = """
            #!/bin/sh
            cr='\r'
            read -r -t 5 method path rest
            while read -r -t 5 line && [ -n "$line" ] && [ "$line" != "$cr" ]; do :; done
            read -r host </etc/hostname
            body="$host answers"
            [ "$path" != /metrics ] || body='stand_in 1
            '
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

    /** A client that finds its server well. */
    static final String PONG = """
            #!/bin/sh
            echo PONG
            """;

    /** {@code ps} with the options of other systems, which BusyBox does not know; whole lines, which BusyBox cuts. */
    static final String PS = """
            #!/bin/sh
            for process in /proc/[0-9]*; do
              tr '\\0' ' ' <"$process/cmdline" 2>/dev/null
              echo
            done
            """;

    /** Users whom images state by their names. */
    static final String USERS = """
            root:x:0:0:root:/root:/bin/sh
            unit:x:999:0::/:/bin/sh
            postgres:x:70:70::/:/bin/sh
            """;

    static final String GROUPS = """
            root:x:0:
            postgres:x:70:
            """;

    private StandInScripts() {}
}
