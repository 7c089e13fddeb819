package dev.bulkhead.surroundings.host;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Routes of this host as ranges of addresses: LANs and VPNs that a network must not cover.
 *
 * <p>Read from Linux's {@code /proc/net}; elsewhere there is nothing to read and the list is empty. Default routes,
 * loopback, link-local and multicast ranges are left out, and so are bridges that the engine made.
 */
public final class HostRoutes {

    private static final Path PROC_NET = Path.of("/proc/net");
    private static final Path DAEMON_FILE = Path.of("/etc/docker/daemon.json");
    private static final int UP = 0x1;
    private static final int REJECT = 0x200;

    private final FileTree files;

    public HostRoutes(FileTree files) {
        this.files = files;
    }

    /** Returns the ranges, in the order of the tables. */
    public List<UsedRange> read() {
        List<UsedRange> ranges = new ArrayList<>();
        lines("route").stream().skip(1).forEach(line -> ipv4(line).ifPresent(ranges::add));
        lines("ipv6_route").forEach(line -> ipv6(line).ifPresent(ranges::add));
        return ranges;
    }

    /**
     * Returns the address by which the machines around this host reach it: its own one on the network of its default
     * gateway. Empty where there is none, or nothing to read.
     */
    public Optional<String> ownAddress() {
        Optional<String> device = defaultDevice();
        List<Cidr> around = lines("route").stream()
                .skip(1)
                .filter(line ->
                        device.filter(line.strip().split("\\s+", 2)[0]::equals).isPresent())
                .flatMap(line -> ipv4(line).stream())
                .map(UsedRange::cidr)
                .toList();
        return ownAddresses().stream()
                .filter(address -> around.stream()
                        .anyMatch(range -> Cidr.enclosing(address + "/32")
                                .filter(range::contains)
                                .isPresent()))
                .findFirst();
    }

    /** Returns the ranges in which this host itself stands. */
    List<Cidr> around() {
        return read().stream()
                .filter(range -> range.owner() instanceof RangeOwner.HostRoute(var _, boolean onLink) && onLink)
                .map(UsedRange::cidr)
                .toList();
    }

    /** Returns who listens on ports of this host. */
    List<HostListeners.Listener> listeners() {
        return HostListeners.read(this::lines);
    }

    /** Returns the device that the default route leads over. */
    Optional<String> defaultDevice() {
        return lines("route").stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(column -> column.length >= 8)
                .filter(column -> column[1].equals("00000000") && column[7].equals("00000000"))
                .min(Comparator.comparingInt(column -> Integer.parseInt(column[6])))
                .map(column -> column[0]);
    }

    /** Returns whether an address of this host stands in a range, as that of a bridge in its network does. */
    boolean standsIn(Cidr range) {
        return ownAddresses().stream()
                .flatMap(address -> Cidr.enclosing(address + "/32").stream())
                .anyMatch(range::contains);
    }

    /** The trie names an address in one line and in the next that it is the host's. */
    private List<String> ownAddresses() {
        List<String> own = new ArrayList<>();
        String named = "";
        for (String line : lines("fib_trie")) {
            String text = line.strip();
            if (text.startsWith("|-- ")) {
                named = text.substring(4);
            } else if (text.equals("/32 host LOCAL") && !own.contains(named)) {
                own.add(named);
            }
        }
        return own;
    }

    /** Returns the text of the engine's settings file on this host; empty where there is none, or none that can be read. */
    Optional<String> daemonFile() {
        try {
            return Optional.of(new String(files.read(DAEMON_FILE), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<String> lines(String table) {
        try {
            return new String(files.read(PROC_NET.resolve(table)), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            // Not Linux, or IPv6 is off: there are no routes to see.
            return List.of();
        }
    }

    /** Columns: device, destination and gateway in the host's byte order, flags, three counters, mask. */
    private static Optional<UsedRange> ipv4(String line) {
        String[] column = line.strip().split("\\s+", -1);
        if (column.length < 8) {
            return Optional.empty();
        }
        int flags = Integer.parseInt(column[3], 16);
        int prefix = Integer.bitCount(Integer.parseUnsignedInt(column[7], 16));
        if ((flags & UP) == 0 || (flags & REJECT) != 0) {
            return Optional.empty();
        }
        int destination = Integer.reverseBytes(Integer.parseUnsignedInt(column[1], 16));
        String address = (destination >>> 24) + "." + (destination >>> 16 & 0xff) + "." + (destination >>> 8 & 0xff)
                + "." + (destination & 0xff);
        boolean onLink = Integer.parseUnsignedInt(column[2], 16) == 0;
        return range(column[0], address + "/" + prefix, onLink);
    }

    /** Columns: destination, its prefix length, source, its prefix length, gateway, three counters, flags, device. */
    private static Optional<UsedRange> ipv6(String line) {
        String[] column = line.strip().split("\\s+", -1);
        if (column.length < 10 || (Long.parseLong(column[8], 16) & REJECT) != 0) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(column[1], 16);
        String address = column[0].replaceAll("(.{4})(?!$)", "$1:");
        boolean special = address.startsWith("fe8") || address.startsWith("ff");
        boolean onLink = column[4].matches("0*");
        return special ? Optional.empty() : range(column[9], address + "/" + prefix, onLink);
    }

    private static Optional<UsedRange> range(String device, String text, boolean onLink) {
        if (device.equals("lo") || madeByEngine(device)) {
            return Optional.empty();
        }
        // Two halves of everything (prefix 1) are how VPNs write a default route.
        return Cidr.tryParse(text)
                .filter(cidr -> cidr.prefixLength() > 1)
                .map(cidr -> onLink ? UsedRange.hostRoute(device, cidr) : UsedRange.routed(device, cidr));
    }

    private static boolean madeByEngine(String device) {
        return device.equals("docker0") || device.equals("docker_gwbridge") || device.matches("br-[0-9a-f]{12}");
    }
}
