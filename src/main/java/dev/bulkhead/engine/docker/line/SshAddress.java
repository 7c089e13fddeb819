package dev.bulkhead.engine.docker.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of an engine behind ssh, as the docker client writes it: {@code ssh://[USER@]HOST[:PORT][/SOCKET]}. HOST may be a
 * name of the ssh client's own configuration.
 *
 * @param socket the engine's socket on that machine; otherwise what the docker client there takes
 */
public record SshAddress(Optional<String> user, String host, Optional<String> port, Optional<String> socket) {

    private static final Pattern FORM = Pattern.compile(
            "ssh://(?:(?<user>[^@/:]+)@)?(?<host>\\[[0-9A-Fa-f:.%]+]|[\\w.-]+)(?::(?<port>\\d{1,5}))?(?<socket>/[\\w./@+-]*)?");

    /** Returns what an address says; empty when it is not written like that, also with a password or a query in it. */
    public static Optional<SshAddress> parse(String url) {
        Matcher parts = FORM.matcher(url);
        return parts.matches()
                ? Optional.of(new SshAddress(
                        Optional.ofNullable(parts.group("user")),
                        parts.group("host").replaceAll("^\\[|]$", ""),
                        Optional.ofNullable(parts.group("port")),
                        Optional.ofNullable(parts.group("socket")).filter(path -> !path.matches("/*"))))
                : Optional.empty();
    }

    /**
     * Returns the command line that the docker client itself uses (docker/cli, cli/connhelper/connhelper.go), but that it never
     * asks anybody: there is no terminal under a window, and many connections are made.
     */
    List<String> command(String program) {
        List<String> words = new ArrayList<>(List.of(program, "-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-T"));
        user.ifPresent(name -> words.addAll(List.of("-l", name)));
        port.ifPresent(number -> words.addAll(List.of("-p", number)));
        words.addAll(List.of("--", host, "docker"));
        socket.ifPresent(path -> words.add("--host=unix://" + path));
        words.addAll(List.of("system", "dial-stdio"));
        return words;
    }
}
