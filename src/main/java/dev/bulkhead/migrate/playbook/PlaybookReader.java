package dev.bulkhead.migrate.playbook;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.bulkhead.topology.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads playbooks from YAML. */
public final class PlaybookReader {

    private static final String FOLDER = "/assets/playbooks/";
    private static final String PATH = "path.yml";

    private final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A playbook as its file states it. */
    record PlaybookData(
            @Nullable String id,
            @Nullable String name,
            @Nullable String title,
            @Nullable String objective,
            @Nullable String risk,
            boolean available,
            @Nullable List<String> requires,
            @Nullable List<String> changes,
            @Nullable List<String> before,
            @Nullable List<TierData> tiers,
            @Nullable PortsData ports) {}

    /** What is known of ports, as its file states it. */
    record PortsData(
            @Nullable List<List<String>> order, @Nullable List<UseData> uses) {}

    /** A known port, as its file states it; TCP where no protocol is stated. */
    record UseData(
            int port,
            @Nullable String protocol,
            @Nullable String use,
            @Nullable String lost) {}

    /** A tier as its file states it. */
    record TierData(
            @Nullable String id,
            @Nullable String network,
            @Nullable String purpose,
            @Nullable List<String> traits,
            @Nullable List<String> words) {}

    /**
     * Returns the playbooks that come with Bulkhead, in the order of the built-in path.
     *
     * @throws PlaybookException if one is missing or cannot be used
     */
    public List<Playbook> readBuiltIn() throws PlaybookException {
        List<Playbook> playbooks = new ArrayList<>();
        for (String name : parse(PATH, bundled(PATH), String[].class)) {
            playbooks.add(read(name, bundled(name)));
        }
        return List.copyOf(playbooks);
    }

    /**
     * Returns the playbook of a text.
     *
     * @param name the file's name, for messages
     * @throws PlaybookException if it is not YAML of the right shape
     */
    public Playbook read(String name, String text) throws PlaybookException {
        PlaybookData data = parse(name, text, PlaybookData.class);
        List<Tier> tiers = new ArrayList<>();
        for (TierData tier : orNone(data.tiers())) {
            String id = required(name, "tiers: id", tier.id());
            tiers.add(new Tier(
                    id,
                    required(name, "network of tier " + id, tier.network()),
                    required(name, "purpose of tier " + id, tier.purpose()),
                    traits(name, orNone(tier.traits())),
                    orNone(tier.words())));
        }
        return new Playbook(
                required(name, "id", data.id()),
                required(name, "name", data.name()),
                required(name, "title", data.title()),
                required(name, "objective", data.objective()),
                risk(name, required(name, "risk", data.risk())),
                data.available(),
                orNone(data.requires()),
                orNone(data.changes()),
                orNone(data.before()),
                tiers,
                data.ports() == null ? PortGuide.NONE : ports(name, data.ports()));
    }

    private static PortGuide ports(String name, PortsData data) throws PlaybookException {
        List<PortGuide.Use> uses = new ArrayList<>();
        for (UseData use : orNone(data.uses())) {
            String protocol = use.protocol() == null ? Protocol.TCP.text() : use.protocol();
            uses.add(new PortGuide.Use(
                    use.port(),
                    Protocol.parse(protocol)
                            .orElseThrow(() -> new PlaybookException(
                                    name + ": " + protocol + " of port " + use.port() + " is neither tcp nor udp.")),
                    required(name, "use of port " + use.port(), use.use()),
                    required(name, "lost of port " + use.port(), use.lost())));
        }
        return new PortGuide(orNone(data.order()), uses);
    }

    private static Risk risk(String name, String word) throws PlaybookException {
        for (Risk risk : Risk.values()) {
            if (risk.word().equals(word.toLowerCase(Locale.ROOT))) {
                return risk;
            }
        }
        throw new PlaybookException(name + ": risk " + word + " is none of none, low, medium and high.");
    }

    private static Set<Tier.Trait> traits(String name, List<String> words) throws PlaybookException {
        Set<Tier.Trait> traits = EnumSet.noneOf(Tier.Trait.class);
        for (String word : words) {
            traits.add(Tier.Trait.parse(word)
                    .orElseThrow(() -> new PlaybookException(name + ": " + word + " is not a trait of a tier.")));
        }
        return traits;
    }

    private static String required(String name, String field, @Nullable String value) throws PlaybookException {
        if (value == null || value.isBlank()) {
            throw new PlaybookException(name + ": " + field + " is missing.");
        }
        return value.strip();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private <T> T parse(String name, String text, Class<T> type) throws PlaybookException {
        try {
            T value = yaml.readValue(text, type);
            if (value == null) {
                throw new PlaybookException(name + ": the file is empty.");
            }
            return value;
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
            throw new PlaybookException(name + ": " + reason, e);
        }
    }

    private static String bundled(String name) throws PlaybookException {
        try (InputStream in = PlaybookReader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new PlaybookException(name + ": the playbook is missing from this installation.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PlaybookException(name + ": the playbook cannot be read.", e);
        }
    }
}
