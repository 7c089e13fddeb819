package dev.bulkhead.migrate.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bulkhead.topology.NetworkOptions;

/** Mapper between records and their JSON in files under the state directory. */
public final class StoredJson {

    /** Name of the value that a switch has in records of earlier builds, which do not state it: off. */
    public static final String CAME_LATER = "came later";

    private StoredJson() {}

    /** Names the kind of a value whose type is sealed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Sealed {}

    /** Returns a mapper that also keeps the values of sealed interfaces, each with the name of its kind. */
    public static JsonMapper.Builder mapper(Class<?>... sealed) {
        JsonMapper.Builder builder = plain();
        for (Class<?> type : sealed) {
            builder.addMixIn(type, Sealed.class);
            builder.registerSubtypes(type.getPermittedSubclasses());
        }
        return builder;
    }

    /** Returns a mapper for records with times and absences; what it does not know it skips. */
    private static JsonMapper.Builder plain() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addMixIn(NetworkOptions.class, StoredOptions.Kept.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .injectableValues(new InjectableValues.Std().addValue(CAME_LATER, false))
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS));
    }

    /** Leaves out what follows from the rest. */
    @JsonIgnoreProperties({"empty"})
    public interface WithoutDerived {}
}
