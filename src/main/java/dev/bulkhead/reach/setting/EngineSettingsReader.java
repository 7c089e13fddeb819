package dev.bulkhead.reach.setting;

import dev.bulkhead.compose.CollectedFaults;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlDocument;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reader of what an operator states of the engine, the part {@code engine:} of the rules file, and of the engine's own file. */
public final class EngineSettingsReader {

    private static final String IP = "ip";
    private static final String DEFAULTS = "default-network-opts";

    private final Map<EngineSetting, Boolean> switches = new EnumMap<>(EngineSetting.class);
    private final Map<String, String> options = new TreeMap<>();
    private Optional<String> ip = Optional.empty();

    private EngineSettingsReader() {}

    /**
     * Returns the settings.
     *
     * @throws ComposeException if it is no such part, with one sentence that names the place and what would be right
     */
    public static EngineSettings read(YamlNode value) throws ComposeException {
        if (!(value.resolved() instanceof MappingNode map)) {
            throw new ComposeException(
                    value.mark(), "engine has to be a mapping; write each setting as NAME: true or NAME: false.");
        }
        EngineSettingsReader reader = new EngineSettingsReader();
        CollectedFaults faults = new CollectedFaults();
        for (MappingEntry entry : map.entries()) {
            faults.in(() -> {
                if (!reader.take(entry)) {
                    throw new ComposeException(
                            entry.key().mark(),
                            "the key " + entry.name() + " has no meaning below engine; known are " + known() + ".");
                }
            });
        }
        faults.raise();
        return reader.settings();
    }

    private static String known() {
        return Stream.concat(Arrays.stream(EngineSetting.values()).map(EngineSetting::key), Stream.of(IP, DEFAULTS))
                .collect(Collectors.joining(", "));
    }

    /** Returns whether an entry is a setting that is known here. */
    private boolean take(MappingEntry entry) throws ComposeException {
        Optional<EngineSetting> setting = EngineSetting.of(entry.name());
        if (setting.isPresent()) {
            switches.put(setting.get(), word(entry, words(setting.get())));
            return true;
        }
        switch (entry.name()) {
            case IP -> ip = Optional.of(text(entry)).filter(address -> !address.isEmpty());
            case DEFAULTS -> defaults(entry);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String text(MappingEntry entry) {
        return entry.value().resolved() instanceof ScalarNode scalar ? scalar.value() : "";
    }

    private static List<String> words(EngineSetting setting) {
        return switch (setting) {
            case FORWARD_POLICY -> List.of("accept", "drop");
            case HOST_RULES -> List.of("none", "some");
            case IPTABLES, IP6TABLES, USERLAND_PROXY, IP_FORWARD, ICC -> List.of("true", "false");
        };
    }

    private static boolean word(MappingEntry entry, List<String> words) throws ComposeException {
        int place = words.indexOf(text(entry));
        if (place < 0) {
            throw new ComposeException(
                    entry.value().mark(), entry.name() + " is " + String.join(" or ", words) + "; write one of them.");
        }
        return place == 0;
    }

    /** Options by driver; those of bridges count. */
    private void defaults(MappingEntry entry) throws ComposeException {
        if (!(entry.value().resolved() instanceof MappingNode drivers)) {
            throw new ComposeException(
                    entry.value().mark(),
                    DEFAULTS + " has to be a mapping; write the options of bridges as bridge: {OPTION: VALUE}.");
        }
        for (MappingEntry driver : drivers.entries()) {
            if (driver.name().equals("bridge") && driver.value().resolved() instanceof MappingNode stated) {
                stated.entries().forEach(option -> options.put(option.name(), text(option)));
            }
        }
    }

    private EngineSettings settings() {
        return new EngineSettings(switches, new BridgeDefaults(ip, options), List.of(), false);
    }

    /** Returns what a {@code daemon.json}, which is YAML too, says of settings; nothing where it cannot be read. */
    public static EngineSettings ofDaemonFile(String text) {
        EngineSettingsReader reader = new EngineSettingsReader();
        try {
            for (YamlDocument document : YamlReader.parse("daemon.json", text).documents()) {
                if (document.root().resolved() instanceof MappingNode map) {
                    for (MappingEntry entry : map.entries()) {
                        reader.take(entry);
                    }
                }
            }
        } catch (ComposeException unreadable) {
            return EngineSettings.ASSUMED;
        }
        return reader.settings();
    }
}
