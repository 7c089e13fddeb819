package dev.bulkhead.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Needs of images as the catalogue's YAML states them, before anything about them is checked. */
record NeedsData(@Nullable List<Stated> images, @Nullable List<Stated> publishers) {

    static final String FILE = "needs.yml";
    private static final Pattern CAPABILITY = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    /** Needs of one image, or of all of a publisher. */
    record Stated(
            @Nullable String id,
            @Nullable String prefix,
            @Nullable List<String> caps,
            @Nullable String escalates,
            @Nullable String user,
            @Nullable List<String> scratch,
            @Nullable String rewrites,
            @Nullable String memory,
            @JsonProperty("docker") @Nullable Calls calls) {

        ImageNeeds needs() {
            return new ImageNeeds(
                    Optional.ofNullable(caps),
                    Optional.ofNullable(escalates),
                    Optional.ofNullable(user),
                    new ImageNeeds.Root(Optional.ofNullable(scratch), Optional.ofNullable(rewrites)),
                    Optional.ofNullable(memory),
                    Optional.ofNullable(calls).map(Calls::made));
        }
    }

    /** Which calls of the engine's API, and how it is told where that is. */
    record Calls(
            @Nullable List<String> calls,
            @Nullable String env,
            @Nullable String argument) {

        static ImageNeeds.EngineCalls made(Calls stated) {
            return new ImageNeeds.EngineCalls(
                    EntryData.orNone(stated.calls),
                    stated.env != null
                            ? new ImageNeeds.Told.ByVariable(stated.env)
                            : stated.argument != null
                                    ? new ImageNeeds.Told.ByArgument(stated.argument)
                                    : new ImageNeeds.Told.ByFile());
        }
    }

    /**
     * Needs of images, checked.
     *
     * @param byId those of entries
     * @param publishers those of all images whose repositories begin with a text
     */
    record Checked(Map<String, ImageNeeds> byId, Map<String, ImageNeeds> publishers) {

        static final Checked NONE = new Checked(Map.of(), Map.of());
    }

    /**
     * Reads them.
     *
     * @throws CatalogueException if the text cannot be used
     */
    static Checked read(ObjectMapper mapper, String text) throws CatalogueException {
        NeedsData data;
        try {
            data = mapper.readValue(text, NeedsData.class);
        } catch (JsonProcessingException e) {
            throw new CatalogueException(
                    FILE + ":" + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse("this is not YAML"),
                    e);
        }
        Map<String, ImageNeeds> byId = new LinkedHashMap<>();
        for (Stated image : EntryData.orNone(data.images)) {
            if (byId.put(named(image.id(), "an image's 'id'"), image.needs()) != null) {
                throw new CatalogueException(FILE + ":1: needs of " + image.id() + " stand there twice");
            }
            check(image);
        }
        Map<String, ImageNeeds> publishers = new LinkedHashMap<>();
        for (Stated publisher : EntryData.orNone(data.publishers)) {
            publishers.put(named(publisher.prefix(), "a publisher's 'prefix'"), publisher.needs());
            check(publisher);
        }
        return new Checked(byId, publishers);
    }

    private static String named(@Nullable String name, String what) throws CatalogueException {
        if (name == null || name.isBlank()) {
            throw new CatalogueException(FILE + ":1: " + what + " is missing");
        }
        return name;
    }

    private static void check(Stated stated) throws CatalogueException {
        List<String> wrong = new ArrayList<>();
        EntryData.orNone(stated.caps()).stream()
                .filter(cap -> !CAPABILITY.matcher(cap).matches())
                .forEach(cap -> wrong.add("capability '" + cap + "' is not written as NET_BIND_SERVICE is"));
        EntryData.orNone(stated.scratch()).stream()
                .filter(directory -> !directory.startsWith("/"))
                .forEach(directory -> wrong.add("directory '" + directory + "' is not absolute"));
        if (!wrong.isEmpty()) {
            throw new CatalogueException(FILE + ":1: " + String.join("; ", wrong));
        }
    }
}
