package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Image of a stand-in for Authelia, which answers proxies as its documentation says (Proxy Authorization, ForwardAuth; Access
 * Control; Secrets): it reads the configuration and the secrets that it is mounted, keeps sessions in a real Redis, and decides
 * by the rules. Only signing in is another matter: whoever opens {@code /stand-in/sign-in} is signed in.
 */
public final class PortalImages {

    private PortalImages() {}

    /** Makes the image on an engine. */
    public static void authelia(PrivateEngine engine, String image) throws IOException {
        LayeredImage.provide(engine, "portal", image, List.of("/portal-start"), root -> {
            script(root.resolve("portal-start"), START);
            script(root.resolve("bin/portal"), PORTAL);
            Files.createDirectories(root.resolve("app"));
            script(root.resolve("app/healthcheck.sh"), HEALTH);
            Files.writeString(root.resolve("bin/policy.awk"), POLICY);
        });
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** Refuses to start as Authelia does: without its secrets, its users, or a Redis that lets it in. */
    private static final String START = """
            #!/bin/sh
            trap 'exit 0' TERM INT
            fail() { echo "authelia: $*" >&2; exit 1; }
            [ -z "$AUTHELIA_SESSION_SECRET$AUTHELIA_STORAGE_ENCRYPTION_KEY$AUTHELIA_SESSION_REDIS_PASSWORD" ] || fail 'a secret in a variable'
            for name in SESSION_SECRET STORAGE_ENCRYPTION_KEY SESSION_REDIS_PASSWORD; do
              eval file=\\$AUTHELIA_${name}_FILE
              [ -r "$file" ] || fail "secret $name cannot be read"
              [ "$(wc -c <"$file")" -ge 20 ] || fail "secret $name is too short"
            done
            grep -qF "password: '\\$argon2id\\$" /config/users.yml || fail 'no users'
            touch /data/db.sqlite3 /data/notification.txt || fail 'nowhere to write'
            sed -n 's/^    host: //p' /config/configuration.yml >/tmp/redis
            said=$(/bin/portal redis PING)
            case $said in *+PONG*) ;; *) fail "Redis does not let it in: $said";; esac
            nc -ll -p 9091 -e /bin/portal &
            while :; do sleep 86400 & wait $!; done
            """;

    private static final String PORTAL = """
            #!/bin/sh
            redis() {
              { printf 'AUTH %s\\r\\n%s\\r\\n' "$(cat "$AUTHELIA_SESSION_REDIS_PASSWORD_FILE")" "$*"; sleep 0.3; } \\
                | nc -w 2 "$(cat /tmp/redis)" 6379
            }
            if [ "$1" = redis ]; then shift; redis "$@"; exit; fi
            cr=$(printf '\\r')
            method= path= xm= xp= xh= xu= cookie= accept=
            read -r -t 5 method path rest
            while IFS= read -r -t 5 line; do
              line=${line%"$cr"}
              [ -n "$line" ] || break
              value=${line#*: }
              case $(printf %s "${line%%:*}" | tr A-Z a-z) in
                x-forwarded-method) xm=$value;;
                x-forwarded-proto) xp=$value;;
                x-forwarded-host) xh=$value;;
                x-forwarded-uri) xu=$value;;
                cookie) cookie=$value;;
                accept) accept=$value;;
              esac
            done
            say() {
              printf 'HTTP/1.1 %s\\r\\n' "$1"
              printf '%s' "$3"
              printf 'Content-Type: text/html\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' ${#2} "$2"
              exit 0
            }
            nl="$cr
            "
            encoded() { printf %s "$1" | sed 's/%/%25/g; s/:/%3A/g; s,/,%2F,g; s/?/%3F/g; s/=/%3D/g; s/&/%26/g'; }
            base=$(sed -n "s/^  address: 'tcp:..:9091\\(.*\\)'/\\1/p" /config/configuration.yml)
            case ${path#"$base"} in
              /api/health|/authelia/api/health) say '200 OK' '{"status":"OK"}';;
              /stand-in/sign-in*)
                user=${path##*user=}
                id=$(tr -dc a-z0-9 </dev/urandom | head -c 24)
                redis SET "session:$id" "$user" >/dev/null
                say '200 OK' "$user is signed in" "Set-Cookie: authelia_session=$id; Path=/; Secure; HttpOnly$nl";;
            esac
            case $path in
              /api/authz/forward-auth*) ;;
              *) say '200 OK' '<title>Login - Authelia</title>';;
            esac
            [ -n "$xm" ] && [ -n "$xp" ] && [ -n "$xh" ] && [ -n "$xu" ] || say '400 Bad Request' 'a header is missing'
            case $xp in https|wss) ;; *) say '401 Unauthorized' 'scheme is not secure';; esac
            policy=$(awk -v host="${xh%%:*}" -v uri="$xu" -f /bin/policy.awk /config/configuration.yml)
            user=
            case $cookie in
              *authelia_session=*)
                id=${cookie##*authelia_session=}; id=${id%%;*}
                user=$(redis GET "session:$id" | tr -d '\\r' | sed -n '3p');;
            esac
            who="Remote-User: $user$nl"
            case $policy in
              bypass) say '200 OK' 'OK';;
              deny) say '403 Forbidden' 'Forbidden';;
              one_factor) [ -z "$user" ] || say '200 OK' 'OK' "$who";;
            esac
            case $accept in *text/html*|'*/*'*) ;; *) say '401 Unauthorized' 'Unauthorized';; esac
            portal=$(sed -n "s/^      authelia_url: '\\(.*\\)'/\\1/p" /config/configuration.yml)
            to="$portal/?rd=$(encoded "$xp://$xh$xu")&rm=$xm"
            say '302 Found' "<a href=\\"$to\\">302 Found</a>" "Location: $to$nl"
            """;

    private static final String HEALTH = """
            #!/bin/sh
            wget -q -O - http://127.0.0.1:9091/api/health | grep -q '"OK"'
            """;

    /** The policy of the first rule that fits, as Authelia's configuration has them. */
    private static final String POLICY = """
            function items(text, into,    n) {
              sub(/^[^\\[]*\\['/, "", text); sub(/'\\] *$/, "", text)
              return split(text, into, /', '/)
            }
            /^  default_policy:/ { fallback = $2 }
            /^    - domain:/ { named = 0; any = 1; n = items($0, hosts); for (i = 1; i <= n; i++) if (hosts[i] == host) named = 1 }
            /^      resources:/ { any = 0; n = items($0, paths); for (i = 1; i <= n; i++) if (uri ~ paths[i]) any = 1 }
            /^      policy:/ { if (named && any && !done) { print $2; done = 1 } }
            END { if (!done) print fallback }
            """;
}
