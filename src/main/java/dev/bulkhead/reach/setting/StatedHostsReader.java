package dev.bulkhead.reach.setting;

import dev.bulkhead.compose.CollectedFaults;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reader of the names that an operator gives hosts, the part {@code hosts:} of the rules file. */
public final class StatedHostsReader {

    private static final String RIGHT = "write each host as NAME: ADDRESS, for instance atlas: ssh://admin@atlas";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");
    private static final Pattern ADDRESS = Pattern.compile("(unix|tcp|ssh|npipe|http|https)://.+");

    /** What {@code --engine} takes for the engine in memory; a host cannot be called so. */
    private static final String PRACTICE = "practice";

    private StatedHostsReader() {}

    /**
     * Returns the hosts in file order.
     *
     * @throws ComposeException if it is no such part, with one sentence that names the place and what would be right for each
     *     fault
     */
    public static List<StatedHost> read(YamlNode value) throws ComposeException {
        YamlNode node = value.resolved();
        if (node instanceof ScalarNode scalar && scalar.isEmpty()) {
            return List.of();
        }
        if (!(node instanceof MappingNode map)) {
            throw new ComposeException(value.mark(), "hosts has to be a mapping; " + RIGHT + ".");
        }
        List<StatedHost> hosts = new ArrayList<>();
        CollectedFaults faults = new CollectedFaults();
        for (MappingEntry entry : map.entries()) {
            faults.in(() -> hosts.add(host(entry, hosts)));
        }
        faults.raise();
        return List.copyOf(hosts);
    }

    private static StatedHost host(MappingEntry entry, List<StatedHost> earlier) throws ComposeException {
        String name = entry.name();
        if (!NAME.matcher(name).matches() || name.equals(PRACTICE)) {
            throw new ComposeException(
                    entry.key().mark(),
                    "'" + name
                            + "' is no name of a host; write letters, digits, dots, dashes and underscores, at most 63, and"
                            + " not practice.");
        }
        String address = entry.value().resolved() instanceof ScalarNode scalar
                ? scalar.value().strip()
                : "";
        if (!ADDRESS.matcher(address).matches()) {
            throw new ComposeException(
                    entry.value().mark(),
                    "host " + name + " has no address of an engine; write one as --engine takes it, such as"
                            + " unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host.");
        }
        for (StatedHost other : earlier) {
            if (other.address().equals(address)) {
                throw new ComposeException(
                        entry.value().mark(),
                        "hosts " + other.name() + " and " + name
                                + " have one address; give each its own, or take one of the two away.");
            }
        }
        return new StatedHost(name, address, entry.key().mark());
    }
}
