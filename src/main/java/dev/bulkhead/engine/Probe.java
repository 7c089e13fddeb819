package dev.bulkhead.engine;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question asked from inside a container, as a command that works with whatever tools the image has.
 *
 * <p>Run {@link #command()} with {@link Engine#exec} and read the answer with {@link #answer}.
 */
public sealed interface Probe {

    /** Does a TCP connection to a host (a name or an address) and port come about? */
    record Connect(String host, int port, Duration timeout) implements Probe {}

    /** Does the container find an address for a name? */
    record Lookup(String name) implements Probe {}

    /**
     * What does a server answer to a request for a page of a host name? Read the answer with {@link HttpAnswer#of}.
     *
     * @param host where the server is: a name or an address
     * @param name the host name that is asked for
     * @param path the path, with a slash at its front
     */
    record Http(String host, int port, boolean tls, String name, String path, Duration timeout) implements Probe {}

    /**
     * What does a page say? The output is the beginning of it.
     *
     * @param host where the server is: a name or an address
     * @param path the path, with a slash at its front, as it is sent
     */
    record Fetch(String host, int port, String path, Duration timeout) implements Probe {}

    /**
     * Answers of a server to one request sent twice: with the name that is asked about, and with one that nobody has.
     *
     * @param status status code of the answer to the name
     * @param location where a redirect leads, as far as the tool told it
     * @param asToAnyName whether a name that nobody has gets the very same answer
     */
    record HttpAnswer(int status, Optional<String> location, boolean asToAnyName) {

        /** The name that nobody has (RFC 6761). */
        public static final String NOBODY = "bulkhead-asks.invalid";

        private static final Pattern LINES =
                Pattern.compile("named (\\d{3}) (\\S+)(?: (\\S+))?\\s+nobody (\\d{3}) (\\S+)(?: (\\S+))?");

        /** Returns what {@link Probe.Http} showed, if it was answered. */
        public static Optional<HttpAnswer> of(ExecResult result) {
            Matcher lines = LINES.matcher(result.output());
            return lines.find()
                    ? Optional.of(new HttpAnswer(
                            Integer.parseInt(lines.group(1)),
                            Optional.ofNullable(lines.group(3)),
                            lines.group(1).equals(lines.group(4))
                                    && lines.group(2).equals(lines.group(5))
                                    && Objects.equals(lines.group(3), lines.group(6))))
                    : Optional.empty();
        }
    }

    /** What a probe showed. */
    enum Answer {
        YES,
        NO,
        /** The image has no tool to ask with, or no shell. */
        CANNOT_TELL
    }

    /** The exit code of a probe in an image without a tool it could use. */
    int NO_TOOL = 125;

    /** Returns the command line to run inside the container. */
    default List<String> command() {
        return switch (this) {
            case Connect(String host, int port, Duration timeout) ->
                List.of(
                        "sh",
                        "-c",
                        ProbeScripts.CONNECT,
                        "bulkhead-connect",
                        host,
                        Integer.toString(port),
                        Long.toString(Math.max(1, timeout.toSeconds())));
            case Http(String host, int port, boolean tls, String name, String path, Duration timeout) ->
                List.of(
                        "sh",
                        "-c",
                        ProbeScripts.HTTP,
                        "bulkhead-http",
                        host,
                        Integer.toString(port),
                        tls ? "https" : "http",
                        name,
                        path,
                        Long.toString(Math.max(1, timeout.toSeconds())));
            case Fetch(String host, int port, String path, Duration timeout) ->
                List.of(
                        "sh",
                        "-c",
                        ProbeScripts.FETCH,
                        "bulkhead-fetch",
                        "http://" + host + ":" + port + path,
                        Long.toString(Math.max(1, timeout.toSeconds())));
            case Lookup(String name) -> List.of("sh", "-c", ProbeScripts.LOOKUP, "bulkhead-lookup", name);
        };
    }

    /** Returns what the result of {@link #command()} means. */
    static Answer answer(ExecResult result) {
        return switch (result.exitCode()) {
            case 0 -> Answer.YES;
            // 126 and 127 are the engine's codes for an image without a shell.
            case NO_TOOL, 126, 127 -> Answer.CANNOT_TELL;
            default -> Answer.NO;
        };
    }

    /** Returns the probe that made a command line, if one did. */
    static Optional<Probe> parse(List<String> command) {
        if (command.size() == 7 && command.get(2).equals(ProbeScripts.CONNECT)) {
            return Optional.of(new Connect(
                    command.get(4),
                    Integer.parseInt(command.get(5)),
                    Duration.ofSeconds(Long.parseLong(command.get(6)))));
        }
        if (command.size() == 10 && command.get(2).equals(ProbeScripts.HTTP)) {
            return Optional.of(new Http(
                    command.get(4),
                    Integer.parseInt(command.get(5)),
                    command.get(6).equals("https"),
                    command.get(7),
                    command.get(8),
                    Duration.ofSeconds(Long.parseLong(command.get(9)))));
        }
        if (command.size() == 6 && command.get(2).equals(ProbeScripts.FETCH)) {
            URI page = URI.create(command.get(4));
            return Optional.of(new Fetch(
                    page.getHost(),
                    page.getPort(),
                    page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()),
                    Duration.ofSeconds(Long.parseLong(command.get(5)))));
        }
        if (command.size() == 5 && command.get(2).equals(ProbeScripts.LOOKUP)) {
            return Optional.of(new Lookup(command.get(4)));
        }
        return Optional.empty();
    }
}
