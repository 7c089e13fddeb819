package dev.bulkhead.check.benchmark;

import dev.bulkhead.check.lint.HostPort;
import dev.bulkhead.reach.rules.Exposure;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rulings on published ports and networks. */
final class DoorItems {

    private static final int FIRST_FREE = 1024;
    private static final String BRIDGE = "bridge";

    private DoorItems() {}

    /** What listens on the host itself states no ports. */
    private static List<String> onHost(StatedProject look) {
        return look.services().stream()
                .filter(service -> service.service().networkMode() instanceof NetworkMode.Host)
                .map(StatedService::key)
                .toList();
    }

    private static ItemAnswer butOnHost(StatedProject look, List<Breach> breaches) {
        return ItemAnswer.of(breaches)
                .but(
                        onHost(look),
                        "It uses the host's network, so its ports are the program's own and stand in no file.",
                        "ss -tulpn on the host");
    }

    static ItemAnswer low(StatedProject look) {
        return butOnHost(
                look,
                look.ports().stream()
                        .filter(DoorItems::isLow)
                        .map(port -> look.breach(
                                port,
                                "port " + port.mapping().text(),
                                "Publish it from 1024 on; keep it only where users need just this port, as 80 and 443 of a"
                                        + " reverse proxy."))
                        .toList());
    }

    private static boolean isLow(HostPort port) {
        Optional<String> first = port.mapping()
                .published()
                .map(range -> range.split("-", 2)[0])
                .filter(text -> text.matches("[0-9]{1,5}"));
        return first.map(text -> Integer.parseInt(text) > 0 && Integer.parseInt(text) < FIRST_FREE)
                .orElse(false);
    }

    /** Which ports are needed only the operator knows, and may have said, be it as a goal. */
    static ItemAnswer needed(StatedProject look) {
        Exposure exposure = look.input().rules().wanted();
        List<HostPort> open =
                look.ports().stream().filter(port -> !port.loopback()).toList();
        if (exposure.allowPublished().isPresent()) {
            return butOnHost(
                    look,
                    open.stream()
                            .filter(port -> !exposure.allows(port.mapping()))
                            .map(port -> look.breach(
                                    port,
                                    "port " + port.mapping().text() + ", which exposure.allow-published does not list",
                                    "No longer publish it, or list it in exposure.allow-published of bulkhead.yml."))
                            .toList());
        }
        List<String> services = Stream.concat(
                        open.stream().map(port -> port.service().key()), onHost(look).stream())
                .distinct()
                .sorted()
                .toList();
        return ItemAnswer.of(List.of())
                .but(
                        services,
                        "Which of their ports are needed only you know.",
                        "list the needed ports in exposure.allow-published of bulkhead.yml, and ask again");
    }

    static ItemAnswer addressed(StatedProject look) {
        return butOnHost(
                look,
                look.ports().stream()
                        .filter(port -> port.address().isEmpty())
                        .map(port -> look.breach(
                                port,
                                "port " + port.mapping().text() + " on every address of the host",
                                "Write the address in front of it: 127.0.0.1 where only the host itself and its proxy use"
                                        + " it, else that of the network card it is meant for."))
                        .toList());
    }

    /** Rules of the host may restrict them, which the files do not say. */
    static ItemAnswer pastFirewalls(StatedProject look) {
        List<String> open = look.ports().stream()
                .filter(port -> !port.loopback())
                .map(port -> port.service().key())
                .distinct()
                .sorted()
                .toList();
        return ItemAnswer.of(List.of())
                .but(
                        open,
                        "They publish ports beyond the host, past firewalls such as ufw; whether rules in the chain"
                                + " DOCKER-USER let only the right ones in, the files do not say.",
                        "iptables -S DOCKER-USER on the host; bulkhead check PATH tells which ports these are");
    }

    static ItemAnswer defaultBridge(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        service.service().networkMode() instanceof NetworkMode.DefaultBridge
                                || service.service().attachments().stream()
                                        .anyMatch(attachment -> isBridge(look, attachment)),
                        "the engine's default bridge",
                        "Let it join a network of the project, with those only that it talks to.",
                        "network_mode"));
    }

    private static boolean isBridge(StatedProject look, Attachment attachment) {
        return look.input()
                .topology()
                .network(attachment.network())
                .filter(Network::external)
                .filter(network -> network.name().equals(BRIDGE))
                .isPresent();
    }

    static ItemAnswer shells(StatedProject look) {
        List<Breach> breaches = look.services().stream()
                .filter(service -> runs(service.service()))
                .map(service ->
                        service.breach("sshd", "Remove it; docker exec opens a shell where one is needed.", "command"))
                .toList();
        List<String> open = look.services().stream()
                .filter(service -> !runs(service.service()))
                .map(StatedService::key)
                .toList();
        return ItemAnswer.of(breaches)
                .but(open, "What an image starts beside its program the files do not say.", "docker top CONTAINER");
    }

    private static boolean runs(Service service) {
        return Stream.of(
                        service.container().contacts().entrypoint(),
                        service.container().command())
                .anyMatch(words -> !words.isEmpty()
                        && (words.getFirst().equals("sshd") || words.getFirst().endsWith("/sshd")));
    }
}
