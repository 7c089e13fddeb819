package dev.bulkhead.check.stack.make;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Items;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making of one service of a stack: names, networks, ports, start. */
final class ServiceMaking {

    private static final int LONGEST_NAME = 63;

    private final Topology topology;
    private final Service service;
    private final NetworkMaking networks;
    private final StoredFiles stored;
    private final List<StackChoice> choices;
    private final StackMaking.Wishes wishes;
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private Fields made = Fields.none();
    private boolean state;
    private boolean hostPort;

    ServiceMaking(
            Topology topology,
            Service service,
            NetworkMaking networks,
            StoredFiles stored,
            List<StackChoice> choices,
            StackMaking.Wishes wishes) {
        this.topology = topology;
        this.service = service;
        this.networks = networks;
        this.stored = stored;
        this.choices = choices;
        this.wishes = wishes;
    }

    /** Returns the service as a stack file states it. */
    Fields make(Fields written) {
        made = written;
        image();
        joined();
        ports();
        MountMaking mounts = new MountMaking(stored, this::say);
        made = mounts.make(made);
        state = mounts.hasState();
        start();
        names();
        DeployMaking deploy = new DeployMaking(topology.project(), this::say);
        made = deploy.make(
                made,
                new DeployMaking.Traits(
                        state, hostPort, wishes.vip(), service.container().copies()));
        environmentFiles();
        return made;
    }

    /** Returns how it is exchanged for its containers. */
    StackService exchanged() {
        boolean everywhere =
                made.text("deploy", "mode").filter("global"::equals).isPresent();
        return new StackService(
                service.key(),
                everywhere ? Optional.empty() : Optional.of(service.container().copies()),
                !state && !hostPort,
                made.text("x-restart").orElse("no"),
                names);
    }

    private void say(String key, StackChoice.Kind kind, String words) {
        choices.add(new StackChoice("service " + service.key(), key, kind, words));
    }

    private void image() {
        if (made.get("build").filter(Tree::says).isPresent()) {
            String image = made.text("image").orElse(topology.project() + "-" + service.key());
            say(
                    "build",
                    StackChoice.Kind.OTHERWISE,
                    "no image is built; docker compose build makes " + image
                            + ", and hosts other than this one need it from a registry");
            if (made.text("image").isEmpty()) {
                made = made.with("image", Tree.text(image));
            }
        }
        made = Tree.without(made, "build");
    }

    private void joined() {
        if (service.networkMode() instanceof NetworkMode.Host) {
            made = made.with("networks", new Items(List.of(Tree.text(networks.host()))));
            say("network_mode", StackChoice.Kind.WRITTEN, "the external network host is the host's own");
        } else if (service.networkMode() instanceof NetworkMode.None) {
            made = made.with("networks", new Items(List.of(Tree.text(networks.alone(service.key())))));
            say("network_mode", StackChoice.Kind.WRITTEN, "an internal network with nobody else on it");
        } else if (service.networkMode() instanceof NetworkMode.Networks) {
            Fields joined = attachments();
            made = Tree.without(made.with("networks", joined), "container_name");
        } else {
            networks.use(Network.DEFAULT_KEY);
            say(
                    "network_mode",
                    StackChoice.Kind.LOST,
                    "a network that Compose does not know cannot be joined this way. Name its networks under networks.");
        }
        made = Tree.without(made, "network_mode");
    }

    private Fields attachments() {
        Map<String, ResolvedValue> joined = new LinkedHashMap<>();
        String container = service.container().containerName().orElse("");
        boolean alias = !container.isEmpty() && !container.equals(service.key());
        for (Attachment attachment : service.attachments()) {
            networks.use(attachment.network());
            List<String> aliases = new ArrayList<>(attachment.aliases());
            if (alias && !aliases.contains(container) && container.length() <= LONGEST_NAME) {
                aliases.add(container);
            }
            List<String> answers = new ArrayList<>(aliases);
            answers.addFirst(service.key());
            names.put(networks.name(attachment.network()), answers);
            joined.put(
                    attachment.network(),
                    aliases.isEmpty() ? Fields.none() : Tree.fields(Map.of("aliases", Tree.texts(aliases))));
        }
        if (alias) {
            say("container_name", StackChoice.Kind.WRITTEN, "others find it by " + container + " as an alias");
        }
        if (service.attachments().stream()
                .anyMatch(attachment ->
                        attachment.ipv4().isPresent() || attachment.ipv6().isPresent())) {
            say(
                    "networks",
                    StackChoice.Kind.LOST,
                    "its tasks get any address of the overlay, and no fixed one. Use its name in the place of the address.");
        }
        return Tree.fields(joined);
    }

    /** What Compose publishes on one address, or not at all, is not opened on all of them. */
    private void ports() {
        List<ResolvedValue> open = new ArrayList<>();
        boolean inside = !service.attachments().isEmpty()
                && service.attachments().stream().allMatch(joined -> networks.isInternal(joined.network()));
        for (ResolvedValue item : Tree.items(made.get("ports"))) {
            if (item instanceof Fields port) {
                port(port, inside).ifPresent(open::add);
            }
        }
        made = open.isEmpty() ? Tree.without(made, "ports") : made.with("ports", new Items(open));
        hostPort = !open.isEmpty();
    }

    private Optional<Fields> port(Fields port, boolean inside) {
        String target = port.text("target").orElse("");
        String address = port.text("host_ip").orElse("");
        if (!address.isEmpty() && !address.equals("0.0.0.0") && !address.equals("::")) {
            say(
                    "ports",
                    StackChoice.Kind.LOST,
                    target + " was published on " + address
                            + " alone, which a stack cannot, and is not published now. Let a"
                            + " proxy reach it over a network, or publish it and close it with packet rules on every host.");
            return Optional.empty();
        }
        if (inside) {
            say(
                    "ports",
                    StackChoice.Kind.WRITTEN,
                    target + " is left out: Compose publishes nothing of a service on internal networks only");
            return Optional.empty();
        }
        Map<String, ResolvedValue> made = new LinkedHashMap<>();
        made.put("target", Tree.plain(target));
        String published = port.text("published").orElse("");
        if (!published.isEmpty()) {
            made.put("published", Tree.plain(published.replaceFirst("-.*", "")));
        }
        if (published.contains("-")) {
            say("ports", StackChoice.Kind.OTHERWISE, "of the range " + published + " the first port is taken");
        }
        made.put("protocol", Tree.text(port.text("protocol").orElse("tcp")));
        made.put("mode", Tree.text("host"));
        say(
                "ports",
                StackChoice.Kind.WRITTEN,
                target
                        + " is published by the host that runs it, as before; with mode: ingress every host does, and the"
                        + " service sees an address of the swarm in the place of the client's");
        return Optional.of(Tree.fields(made));
    }

    private void start() {
        if (made.get("depends_on").filter(Tree::says).isPresent()) {
            say(
                    "depends_on",
                    StackChoice.Kind.LOST,
                    "a stack starts all services at once; stack.sh exchanges "
                            + String.join(
                                    ", ",
                                    service.dependsOn().stream()
                                            .map(Dependency::service)
                                            .toList())
                            + " first. Let the program try again until what it needs is there.");
        }
        made = Tree.without(Tree.without(made, "depends_on"), "profiles");
        boolean off = made.text("healthcheck", "disable").filter("true"::equals).isPresent();
        if (off) {
            made = made.with("healthcheck", Tree.fields(Map.of("disable", Tree.plain("true"))));
        }
    }

    private void names() {
        Optional<String> domain = made.text("domainname");
        if (domain.isPresent()) {
            String host = made.text("hostname").orElse(service.key()) + "." + domain.get();
            made = Tree.without(made.with("hostname", Tree.text(host)), "domainname");
            say("domainname", StackChoice.Kind.WRITTEN, "the whole name stands under hostname: " + host);
        }
    }

    private void environmentFiles() {
        List<ResolvedValue> files = new ArrayList<>();
        for (ResolvedValue item : Tree.items(made.get("env_file"))) {
            if (item instanceof Fields file) {
                file.text("path").map(Tree::text).ifPresent(files::add);
            } else if (item instanceof Scalar name) {
                files.add(Tree.text(name.text()));
            }
        }
        if (!files.isEmpty()) {
            made = made.with("env_file", new Items(files));
            say(
                    "env_file",
                    StackChoice.Kind.OTHERWISE,
                    "the file is read by the client without quotes, comments and variables; bulkhead check --target swarm"
                            + " names the lines that come to mean something else");
        }
    }
}
