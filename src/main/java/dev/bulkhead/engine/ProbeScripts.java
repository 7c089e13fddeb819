package dev.bulkhead.engine;

/** Shell scripts of {@link Probe}; plain POSIX, since most images have nothing but BusyBox or dash. */
final class ProbeScripts {

    /**
     * Arguments: host, port, seconds. Netcats differ: those with {@code -z} close at once; BusyBox's small one runs a
     * program on the connection ({@code -e}), since waiting for the peer to close would take a silent server for a dead
     * one. Of wget and curl only a failure to connect counts: any answer, also an error, is an answer.
     */
    static final String CONNECT = """
            h=$1 p=$2 t=$3
            has() { command -v "$1" >/dev/null 2>&1; }
            if has nc; then
              if nc -h 2>&1 | grep -q -e '-z'; then nc -z -w "$t" "$h" "$p" </dev/null; exit $?; fi
              if nc -h 2>&1 | grep -q -e '-e PROG'; then nc -w "$t" "$h" "$p" -e true </dev/null; exit $?; fi
            fi
            if has curl; then
              c=$(curl -s -o /dev/null -w '%{time_connect}' --connect-timeout "$t" -m $((t + 3)) "http://$h:$p/")
              case $c in *[1-9]*) exit 0;; esac
              echo "curl: no connection to $h:$p" >&2; exit 1
            fi
            if has bash && has timeout; then timeout "$t" bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$h" "$p"; exit $?; fi
            if has python3; then
              python3 -c 'import socket, sys
            try: socket.create_connection((sys.argv[1], int(sys.argv[2])), int(sys.argv[3]))
            except OSError as e: sys.exit(str(e))' "$h" "$p" "$t"; exit $?
            fi
            if has wget; then
              said=$(wget -q -O /dev/null -T "$t" "http://$h:$p/" 2>&1) && exit 0
              code=$?
              case $said in *resolve*|*'bad address'*|*refused*|*'timed out'*|*unreachable*|*"can't connect"*)
                echo "$said" >&2; exit 1;; esac
              [ $code -eq 4 ] && exit 1
              exit 0
            fi
            echo 'no nc, curl, bash, python3 or wget in this image' >&2
            exit 125
            """;

    /** Argument: name. {@code getent} asks as programs do; {@code nslookup} asks the name server. */
    static final String LOOKUP = """
            if command -v getent >/dev/null 2>&1; then getent hosts "$1"; exit $?; fi
            if command -v nslookup >/dev/null 2>&1; then nslookup "$1"; exit $?; fi
            echo 'no getent or nslookup in this image' >&2
            exit 125
            """;

    private ProbeScripts() {}
}
