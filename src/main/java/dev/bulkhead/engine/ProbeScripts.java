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

    /** Arguments: address, seconds. Debian's BusyBox breaks off at {@code wget -T}, so the limit is the caller's there. */
    static final String FETCH = """
            if command -v curl >/dev/null 2>&1; then curl -s -f -m "$2" "$1" | head -c 65536; exit 0; fi
            if command -v wget >/dev/null 2>&1; then wget -q -O - "$1" | head -c 65536; exit 0; fi
            echo 'no curl or wget in this image' >&2
            exit 125
            """;

    /** Argument: name. {@code getent} asks as programs do; {@code nslookup} asks the name server, BusyBox's for a name in the domain of the container's own host name unless it ends in a dot. */
    static final String LOOKUP = """
            if command -v getent >/dev/null 2>&1; then getent hosts "$1"; exit $?; fi
            if command -v nslookup >/dev/null 2>&1; then
              said=$(nslookup "$1" 2>&1) || said=$(nslookup "$1." 2>&1)
              code=$?
              printf '%s\\n' "$said"
              exit $code
            fi
            echo 'no getent or nslookup in this image' >&2
            exit 125
            """;

    /**
     * Arguments: host, port, scheme, name (perhaps with a port behind it), path, seconds. Prints status, checksum and redirect of the answers to the name and to one
     * that nobody has. Only curl sends the name before the encryption begins, so others cannot ask there. Netcats get
     * a standard input that stays open: a server may take its end for the caller's.
     */
    static final String HTTP = """
            h=$1 p=$2 s=$3 n=$4 w=$5 t=$6 nl='
            '
            has() { command -v "$1" >/dev/null 2>&1; }
            digest=
            for tool in cksum md5sum sha256sum; do
              [ -n "$digest" ] || ! has $tool || ! $tool </dev/null >/dev/null 2>&1 || digest=$tool
            done
            sum() { $digest | cut -d' ' -f1; }
            code() { case $code in [1-5][0-9][0-9]) return 0;; *) return 1;; esac; }
            with_curl() {
              out=$(curl -s -k -m "$t" -w '\\n%{http_code} %{redirect_url}' -H "Host: $1" --connect-to "${1%:*}:$p:$h:$p" "$s://${1%:*}:$p$w") || return 1
              code=${out##*"$nl"}; to=${code#* }; code=${code%% *}; body=$(printf %s "${out%"$nl"*}" | sum)
            }
            with_wget() {
              [ "$s" = http ] || return 1
              out=$(wget -S -O /dev/null --header "Host: $1" "http://$h:$p$w" 2>&1)
              code=$(printf %s "$out" | sed -n 's/^ *HTTP[^ ]* \\([0-9]*\\).*/\\1/p' | head -n 1)
              to=$(printf %s "$out" | sed -n 's/^ *[Ll]ocation: *\\([^ ]*\\).*/\\1/p' | head -n 1)
              body=$(wget -q -O - --header "Host: $1" "http://$h:$p$w" 2>/dev/null | sum)
            }
            request() {
              printf 'GET %s HTTP/1.1\\r\\nHost: %s\\r\\nUser-Agent: bulkhead\\r\\nAccept: */*\\r\\nConnection: close\\r\\n\\r\\n' "$w" "$1"
            }
            with_bash() {
              has timeout && [ "$s" = http ] || return 1
              out=$(request "$1" | timeout "$t" bash -c 'exec 3<>"/dev/tcp/$0/$1"; cat >&3; cat <&3' "$h" "$p" 2>/dev/null)
              answer
            }
            with_nc() {
              [ "$s" = http ] || return 1
              out=$({ request "$1"; sleep "$t"; } | nc -w "$t" "$h" "$p" 2>/dev/null)
              answer
            }
            answer() {
              code=$(printf %s "$out" | sed -n '1s/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p')
              to=$(printf %s "$out" | tr -d '\\r' | sed -n '1,/^$/s/^[Ll]ocation: *//p' | head -n 1)
              body=$(printf %s "$out" | sed '1,/^.\\{0,1\\}$/d' | sum)
            }
            [ -n "$digest" ] || { echo 'no cksum or md5sum in this image' >&2; exit 125; }
            asked=
            for tool in curl wget bash nc; do
              has $tool || continue
              asked=$tool code= body= to=
              with_$tool "$n" && code || continue
              named="named $code $body $to" code= body= to=
              with_$tool 'NOBODY' && code || continue
              echo "$named"; echo "nobody $code $body $to"; exit 0
            done
            [ -n "$asked" ] || { echo 'no curl, wget, bash or nc in this image' >&2; exit 125; }
            [ "$s" = http ] || has curl || { echo 'no curl in this image' >&2; exit 125; }
            echo "no answer from $h:$p" >&2
            exit 1
            """.replace("NOBODY", Probe.HttpAnswer.NOBODY);

    private ProbeScripts() {}
}
