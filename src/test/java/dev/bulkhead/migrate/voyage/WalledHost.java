package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The host of a private engine with packet rules: who gets through, asked with real packets, and which rules there are. */
record WalledHost(PrivateEngine engine) {

    /** Returns where the program of nftables is. */
    static Map<String, String> programs() {
        Path nft = ProgramImages.program("nft");
        return Map.of(
                "PATH",
                nft.getParent() + ":" + System.getenv("PATH"),
                "LD_LIBRARY_PATH",
                ProgramImages.program("lib").toString());
    }

    /** Returns whether a machine beyond the host gets an answer. */
    boolean fromWorld(String address, int port) throws Exception {
        return engine.inWorld("busybox", "nc", "-w", "2", address, Integer.toString(port), "-e", "true")
                        .exitCode()
                == 0;
    }

    /** Returns whether the host itself gets an answer. */
    boolean fromHost(String address, int port) throws Exception {
        return engine.inNetwork("busybox", "nc", "-w", "2", address, Integer.toString(port), "-e", "true")
                        .exitCode()
                == 0;
    }

    /** Returns whether a container gets an answer. */
    boolean reaches(String container, String address, int port) throws Exception {
        return engine.docker(
                        "exec",
                        container,
                        "sh",
                        "-c",
                        "nc -w 2 " + address + " " + port + " </dev/null >/dev/null 2>&1; echo ended $?")
                .strip()
                .equals("ended 0");
    }

    /** Returns all packet rules of the host, by the word of each program, without what they counted. */
    String rules() throws Exception {
        return said("iptables-save") + said("ip6tables-save") + said("nft", "list", "ruleset");
    }

    private String said(String... command) throws Exception {
        return run(command)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("\\[\\d+:\\d+]|counter packets \\d+ bytes \\d+", ""))
                .collect(Collectors.joining("\n"));
    }

    /** Runs a program of the host's, which has to succeed, and returns what it said. */
    String run(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of("env"));
        programs().forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of(command));
        Commands.Output output = engine.inNetwork(words.toArray(String[]::new));
        assertThat(output.exitCode()).as(output.output()).isZero();
        return output.output();
    }
}
