package dev.bulkhead.cli.edit;

import dev.bulkhead.address.plan.Renumbering;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of the words after each option of {@code bulkhead edit}: makes an edit of them. */
final class EditGrammar {

    private static final Pattern RANGE =
            Pattern.compile("(?<address>(?:\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9a-fA-F:.]+]):)?"
                    + "(?:(?<published>\\d+)(?:-(?<until>\\d+))?:)?(?<first>\\d+)-(?<last>\\d+)(?<protocol>/\\w+)?");

    /** More than that is a slip of the hand. */
    private static final int MOST_PORTS = 1000;

    private EditGrammar() {}

    /** {@code SERVICE=NETWORK[,ip=ADDRESS][,alias=NAME]}. */
    static TopologyEdit attach(String text) throws UsageException {
        String[] words = text.split(",", -1);
        String[] pair = pair("--attach", words[0], "SERVICE=NETWORK");
        List<String> aliases = new ArrayList<>();
        Optional<String> ipv4 = Optional.empty();
        Optional<String> ipv6 = Optional.empty();
        for (int i = 1; i < words.length; i++) {
            String[] option = pair("--attach", words[i], "ip=ADDRESS or alias=NAME");
            switch (option[0]) {
                case "alias" -> aliases.add(option[1]);
                case "ip" -> {
                    if (option[1].contains(":")) {
                        ipv6 = Optional.of(option[1]);
                    } else {
                        ipv4 = Optional.of(option[1]);
                    }
                }
                default -> throw unknown("--attach", option[0], "ip and alias");
            }
        }
        return new TopologyEdit.Attach(
                pair[0], Attachment.to(pair[1]).withAliases(aliases).withAddresses(ipv4, ipv6));
    }

    /** {@code SERVICE=NETWORK}. */
    static TopologyEdit detach(String text) throws UsageException {
        String[] pair = pair("--detach", text, "SERVICE=NETWORK");
        return new TopologyEdit.Detach(pair[0], pair[1]);
    }

    /** {@code NAME[,subnet=CIDR][,internal][,external]}. */
    static PendingNetwork addNetwork(String text) throws UsageException {
        String[] words = text.split(",", -1);
        if (words[0].isBlank() || words[0].contains("=")) {
            throw new UsageException(
                    "--add-network " + text + " does not start with a name; write NAME[,subnet=CIDR].");
        }
        List<Subnet> subnets = new ArrayList<>();
        NetworkOptions options = NetworkOptions.defaults();
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("internal")) {
                options = options.withInternal(true);
            } else if (words[i].equals("external")) {
                options = options.withExternal(true);
            } else if (words[i].startsWith("subnet=")) {
                subnets.add(Subnet.of(words[i].substring("subnet=".length())));
            } else {
                throw unknown("--add-network", words[i], "subnet=CIDR, internal and external");
            }
        }
        if (options.external() && (options.internal() || !subnets.isEmpty())) {
            throw new UsageException("--add-network " + text
                    + " is external, so its subnet and internal are set where it is created; leave them out.");
        }
        return new PendingNetwork(words[0], options, subnets);
    }

    /** {@code OLD=NEW}. */
    static TopologyEdit rename(String text) throws UsageException {
        String[] pair = pair("--rename-network", text, "OLD=NEW");
        return new TopologyEdit.RenameNetwork(pair[0], pair[1]);
    }

    /** {@code OLD=NEW}. */
    static FieldEdit renameService(String text) throws UsageException {
        String[] pair = pair("--rename-service", text, "OLD=NEW");
        return new FieldEdit.RenameService(Element.service(pair[0]), pair[1]);
    }

    /** {@code NETWORK=CIDR}; what was chosen inside the old subnet moves along. */
    static TopologyEdit setSubnet(String text, Topology before) throws UsageException, EditRejectedException {
        String[] pair = pair("--set-subnet", text, "NETWORK=CIDR");
        return Renumbering.edit(before, pair[0], pair[1]);
    }

    /** {@code SERVICE=PORTSPEC}. */
    static TopologyEdit publish(String text) throws UsageException {
        String[] pair = pair("--publish", text, "SERVICE=PORT");
        List<TopologyEdit> all = new ArrayList<>();
        for (PortMapping port : ports(pair[1])) {
            all.add(new TopologyEdit.Publish(pair[0], port));
        }
        return all.size() == 1 ? all.getFirst() : new TopologyEdit.Batch("publish " + text, all);
    }

    /** {@code SERVICE=PORTSPEC}. */
    static TopologyEdit unpublish(String text) throws UsageException {
        String[] pair = pair("--unpublish", text, "SERVICE=PORT");
        List<TopologyEdit> all = new ArrayList<>();
        for (PortMapping port : ports(pair[1])) {
            all.add(new TopologyEdit.Unpublish(pair[0], port));
        }
        return all.size() == 1 ? all.getFirst() : new TopologyEdit.Batch("unpublish " + text, all);
    }

    /** As {@link #port}, where the container port may be a range: one port after another, as Compose reads it. */
    private static List<PortMapping> ports(String text) throws UsageException {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return List.of(port(text));
        }
        int first = number(range.group("first"));
        int count = number(range.group("last")) - first + 1;
        Optional<String> published = Optional.ofNullable(range.group("published"));
        int from = published.map(EditGrammar::number).orElse(0);
        int to = Optional.ofNullable(range.group("until"))
                .map(EditGrammar::number)
                .orElse(from);
        if (count < 1 || count > MOST_PORTS || (published.isPresent() && to - from + 1 != count)) {
            throw new UsageException(
                    "'" + text
                            + "' does not pair its ports; both ranges are as long as each other, for instance 9797-9799:80-82.");
        }
        List<PortMapping> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String host = published.isPresent() ? (from + i) + ":" : "";
            ports.add(port(Optional.ofNullable(range.group("address")).orElse("")
                    + host
                    + (first + i)
                    + Optional.ofNullable(range.group("protocol")).orElse("")));
        }
        return ports;
    }

    private static int number(String digits) {
        return digits.length() > 5 ? 0 : Integer.parseInt(digits);
    }

    /** {@code [ADDRESS:][PUBLISHED:]CONTAINER[/PROTOCOL]}. */
    static PortMapping port(String text) throws UsageException {
        return PortMapping.parse(text)
                .orElseThrow(
                        () -> new UsageException(
                                "'" + text
                                        + "' is not a port; write [ADDRESS:][PUBLISHED:]CONTAINER[/udp], for instance 127.0.0.1:8080:80."));
    }

    private static String[] pair(String option, String text, String form) throws UsageException {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new UsageException(option + " takes " + form + ", not '" + text + "'.");
        }
        return new String[] {text.substring(0, equals), text.substring(equals + 1)};
    }

    private static UsageException unknown(String option, String word, String known) {
        return new UsageException(option + " does not know '" + word + "'; it takes " + known + ".");
    }

    /**
     * A network whose real name is known only with its project.
     *
     * @param key its key
     */
    record PendingNetwork(String key, NetworkOptions options, List<Subnet> subnets) {

        PendingNetwork {
            subnets = List.copyOf(subnets);
        }

        /** Returns the edit that adds it to a project. */
        TopologyEdit in(String project) {
            String name = options.external() ? key : project + "_" + key;
            return new TopologyEdit.AddNetwork(new Network(key, name, options, subnets));
        }
    }
}
