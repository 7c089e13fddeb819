package dev.bulkhead.cli.output.hosts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names of folders for what is written of several hosts, a folder for each. */
public final class HostFolders {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();

    /**
     * Names the folders of hosts.
     *
     * @param hosts what all hosts are called, in the operator's order, also those that do not answer: a folder is not another because
     *     one of them was silent
     */
    public HostFolders(List<String> hosts) {
        Set<String> wanted = new HashSet<>();
        hosts.forEach(host -> wanted.add(compared(plain(host))));
        Map<String, String> first = new LinkedHashMap<>();
        for (String host : hosts) {
            String plain = plain(host);
            String other = first.putIfAbsent(compared(plain), host);
            String name = plain;
            if (other != null) {
                for (int i = 2; !wanted.add(compared(name)); i++) {
                    name = plain + "-" + i;
                }
                told.add("Hosts " + other + " and " + host + " would both come into folder " + plain + "; what " + host
                        + " runs comes into " + name + ".");
            }
            names.put(host, name);
        }
    }

    /** Returns the name of a host's folder. */
    public String of(String host) {
        return Objects.requireNonNull(names.get(host), host);
    }

    /** Returns a sentence for each host whose folder is not called as it would be alone. */
    public List<String> told() {
        return Collections.unmodifiableList(told);
    }

    /** A name of a folder out of an address, which is what a host without a name is called. */
    private static String plain(String host) {
        return host.replaceAll("^[a-z]+:/+", "").replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** Some disks know no capitals. */
    private static String compared(String folder) {
        return folder.toLowerCase(Locale.ROOT);
    }
}
