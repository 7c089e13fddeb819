package dev.bulkhead.surroundings.host;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.engine.observed.Told;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.surroundings.host.firewall.BaseChain;
import dev.bulkhead.surroundings.host.firewall.IptablesSave;
import dev.bulkhead.surroundings.host.firewall.NftTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packet rules of this machine, as its programs list them where this process may ask for them. They are read only: nothing is
 * changed, no kernel module loaded, and no password asked for.
 */
public final class MachineFirewall {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path BRIDGES = Path.of("/proc/sys/net/bridge");
    /** Bit of CAP_NET_ADMIN (linux/capability.h). */
    private static final int NET_ADMIN = 12;

    private final FileTree files;
    private final MachinePrograms programs;

    public MachineFirewall(FileTree files, MachinePrograms programs) {
        this.files = files;
        this.programs = programs;
    }

    /**
     * Packet rules that were read.
     *
     * @param chains the chains that the kernel hands packets to
     * @param engine whether the engine has chains for IPv4 in any table, also where no packet is led to them
     * @param nftables whether the tables of nftables were read as well; else its program is not here
     */
    public record Reading(List<BaseChain> chains, boolean engine, boolean nftables) {
        public Reading {
            chains = List.copyOf(chains);
        }
    }

    /** Returns the packet rules; empty where they cannot be read. */
    public Optional<Reading> read() {
        if (!mayRead()) {
            return Optional.empty();
        }
        List<BaseChain> chains = new ArrayList<>();
        List<NftTable.Name> listed = new ArrayList<>();
        boolean engine = false;
        boolean any = false;
        for (boolean ipv6 : new boolean[] {false, true}) {
            for (String program : savers(ipv6)) {
                Optional<String> said = programs.list(List.of(program));
                if (said.isEmpty()) {
                    return Optional.empty();
                }
                any = true;
                chains.addAll(IptablesSave.read(said.get(), ipv6));
                engine |= !ipv6 && IptablesSave.engineTranslates(said.get());
                IptablesSave.tables(said.get())
                        .forEach(table -> listed.add(new NftTable.Name(ipv6 ? "ip6" : "ip", table)));
            }
        }
        Optional<List<NftTable.Name>> tables =
                told(List.of("nft", "-j", "list", "tables")).map(NftTable::names);
        for (NftTable.Name table : tables.orElse(List.of())) {
            if (table.name().startsWith("docker-")) {
                engine |= table.family().equals("ip");
            } else if (!listed.contains(table)) {
                // Without what is in sets, of which there may be very many.
                chains.addAll(told(List.of("nft", "-j", "-t", "list", "table", table.family(), table.name()))
                        .map(told -> NftTable.read(table, told))
                        .orElse(List.of()));
            }
        }
        return any || tables.isPresent()
                ? Optional.of(new Reading(chains, engine, tables.isPresent()))
                : Optional.empty();
    }

    /** The older way to write tables is asked for only where it is in use, since asking loads it into the kernel. */
    private List<String> savers(boolean ipv6) {
        String start = ipv6 ? "ip6tables" : "iptables";
        List<String> savers = new ArrayList<>();
        boolean older = text(Path.of("/proc/net", (ipv6 ? "ip6" : "ip") + "_tables_names"))
                .filter(names -> !names.isBlank())
                .isPresent();
        if (programs.has(start + "-nft-save")) {
            savers.add(start + "-nft-save");
        } else if (programs.has(start + "-save") && !programs.has(start + "-legacy-save")) {
            savers.add(start + "-save");
        }
        if (older && !savers.contains(start + "-save")) {
            savers.add(programs.has(start + "-legacy-save") ? start + "-legacy-save" : start + "-save");
        }
        return savers;
    }

    /** Returns whether the kernel shows packet rules what bridges carry. */
    boolean showsBridged(boolean ipv6) {
        return showsBridged(files, ipv6);
    }

    /** Returns whether the kernel of the machine that the files are of shows packet rules what bridges carry. */
    public static boolean showsBridged(FileTree files, boolean ipv6) {
        return text(files, BRIDGES.resolve("bridge-nf-call-" + (ipv6 ? "ip6tables" : "iptables")))
                .filter(value -> value.strip().equals("1"))
                .isPresent();
    }

    private boolean mayRead() {
        return text(STATUS).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(capabilities -> (capabilities >>> NET_ADMIN & 1) == 1);
    }

    private Optional<String> text(Path file) {
        return text(files, file);
    }

    private static Optional<String> text(FileTree files, Path file) {
        try {
            return Optional.of(new String(files.read(file), StandardCharsets.US_ASCII));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** JSON is YAML too. */
    private Optional<Told> told(List<String> command) {
        return programs.list(command).flatMap(said -> {
            try {
                return YamlReader.parse("nft", said).documents().stream()
                        .findFirst()
                        .map(document -> new Told(Optional.of(plain(document.root()))));
            } catch (ComposeException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static Object plain(YamlNode node) {
        return switch (node.resolved()) {
            case MappingNode map -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                map.entries().forEach(entry -> fields.put(entry.name(), plain(entry.value())));
                yield fields;
            }
            case SequenceNode list ->
                list.items().stream().map(MachineFirewall::plain).toList();
            case ScalarNode scalar -> scalar.value();
            default -> "";
        };
    }
}
