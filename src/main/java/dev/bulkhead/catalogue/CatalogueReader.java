package dev.bulkhead.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.bulkhead.catalogue.EntryData.Located;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reader of the catalogue's YAML files: an index, and a list of entries in each file that the index names. */
public final class CatalogueReader {

    private static final String FOLDER = "/assets/catalogue/";
    private static final String INDEX = "index.yml";

    private final ObjectMapper mapper = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Folder that the catalogue's files are in. */
    @FunctionalInterface
    public interface Folder {

        /**
         * Returns the content of a file, if it is there.
         *
         * @throws IOException if it is there and cannot be read
         */
        Optional<String> text(String name) throws IOException;
    }

    /** Index of the catalogue, as its YAML states it. */
    record Index(@Nullable List<String> files, @Nullable List<StatedPublisher> publishers) {

        /** One publisher, before it is checked. */
        record StatedPublisher(
                @Nullable String prefix,
                @JsonProperty("secret-file") @Nullable String secretFile) {}
    }

    /**
     * Returns the catalogue that comes with Bulkhead.
     *
     * @throws CatalogueException if a file is missing or cannot be used
     */
    public Catalogue readBundled() throws CatalogueException {
        return read(CatalogueReader::bundled);
    }

    /**
     * Returns the catalogue of a folder.
     *
     * @throws CatalogueException if a file is missing or not YAML of the right shape, or entries contradict each other
     */
    public Catalogue read(Folder folder) throws CatalogueException {
        Index index = index(text(folder, INDEX));
        List<Located> stated = new ArrayList<>();
        for (String name : EntryData.orNone(index.files())) {
            stated.addAll(entries(name, text(folder, name)));
        }
        return withNeeds(Catalogue.of(new EntryAssembler().assemble(stated), publishers(index)), folder);
    }

    private Catalogue withNeeds(Catalogue catalogue, Folder folder) throws CatalogueException {
        try {
            Optional<String> text = folder.text(NeedsData.FILE);
            if (text.isEmpty()) {
                return catalogue;
            }
            NeedsData.Checked needs = NeedsData.read(mapper, text.get());
            for (String id : needs.byId().keySet()) {
                if (catalogue.byId(id).isEmpty()) {
                    throw new CatalogueException(NeedsData.FILE + ":1: there is no entry '" + id + "'");
                }
            }
            return catalogue.with(needs);
        } catch (IOException e) {
            throw new CatalogueException(NeedsData.FILE + ":1: this file of the catalogue cannot be read", e);
        }
    }

    private Index index(String text) throws CatalogueException {
        try {
            return mapper.readValue(text, Index.class);
        } catch (JsonProcessingException e) {
            throw unusable(INDEX, e);
        }
    }

    private static List<Publisher> publishers(Index index) throws CatalogueException {
        List<Publisher> publishers = new ArrayList<>();
        for (Index.StatedPublisher data : EntryData.orNone(index.publishers())) {
            publishers.add(new Publisher(stated("prefix", data.prefix()), stated("secret-file", data.secretFile())));
        }
        return publishers;
    }

    private static String stated(String field, @Nullable String value) throws CatalogueException {
        if (value == null) {
            throw new CatalogueException(INDEX + ":1: a publisher's '" + field + "' is missing");
        }
        return value;
    }

    private List<Located> entries(String file, String text) throws CatalogueException {
        List<Located> entries = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new CatalogueException(file + ":1: expected a list of entries, each beginning with '- id:'");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String at = file + ":" + parser.currentTokenLocation().getLineNr();
                entries.add(new Located(at, entry(file, at, parser)));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                int line = parser.currentTokenLocation().getLineNr();
                throw new CatalogueException(file + ":" + line + ": expected an entry, beginning with '- id:'");
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw unusable(file, e);
        } catch (IOException e) {
            throw new CatalogueException(file + ":1: cannot be read", e);
        }
    }

    private EntryData entry(String file, String at, JsonParser parser) throws CatalogueException, IOException {
        try {
            return mapper.readValue(parser, EntryData.class);
        } catch (UnrecognizedPropertyException e) {
            String what =
                    ": '" + e.getPropertyName() + "' is not a field of an entry; " + INDEX + " lists those there are";
            throw new CatalogueException(at + what, e);
        } catch (MismatchedInputException e) {
            String field = e.getPath().isEmpty()
                    ? "entry"
                    : String.valueOf(e.getPath().getLast().getFieldName());
            String what = ": '" + field + "' cannot be what stands here";
            throw new CatalogueException(file + ":" + lineOf(e) + what, e);
        }
    }

    private static String text(Folder folder, String name) throws CatalogueException {
        try {
            Optional<String> text = folder.text(name);
            if (text.isEmpty()) {
                throw new CatalogueException(name + ":1: this file of the catalogue is missing");
            }
            return text.get();
        } catch (IOException e) {
            throw new CatalogueException(name + ":1: this file of the catalogue cannot be read", e);
        }
    }

    private static Optional<String> bundled(String name) throws IOException {
        try (InputStream in = CatalogueReader.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static CatalogueException unusable(String file, JsonProcessingException e) {
        String what = e.getOriginalMessage().lines().findFirst().orElse("this is not YAML");
        return new CatalogueException(file + ":" + lineOf(e) + ": " + what, e);
    }

    private static int lineOf(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }
}
