package dev.bulkhead.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue's index as its YAML states it. */
record IndexData(@Nullable List<String> files, @Nullable List<PublisherData> publishers) {

    /** One publisher, before it is checked. */
    record PublisherData(
            @Nullable String prefix,
            @JsonProperty("secret-file") @Nullable String secretFile) {}
}
