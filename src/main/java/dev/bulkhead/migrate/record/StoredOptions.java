package dev.bulkhead.migrate.record;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.NetworkOptions;
import java.util.Map;
import java.util.Optional;

/**
 * Options of a network as records keep them: a switch for each family, of which earlier builds knew that of IPv6 alone.
 *
 * @param withoutIpv4 stated only where it is so
 */
record StoredOptions(
        Optional<String> driver,
        boolean external,
        boolean internal,
        boolean attachable,

        @JsonProperty("withoutIpv4")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        @JacksonInject(value = StoredJson.CAME_LATER, useInput = OptBoolean.TRUE)
        boolean withoutIpv4,

        boolean enableIpv6,
        Map<String, String> driverOpts,
        Map<String, String> labels) {

    /** Lets a mapper keep options so. */
    @JsonSerialize(converter = ToStored.class)
    @JsonDeserialize(converter = FromStored.class)
    interface Kept {}

    /** Makes what is kept. */
    static final class ToStored extends StdConverter<NetworkOptions, StoredOptions> {
        @Override
        public StoredOptions convert(NetworkOptions options) {
            return new StoredOptions(
                    options.driver(),
                    options.external(),
                    options.internal(),
                    options.attachable(),
                    !options.enableIpv4(),
                    options.enableIpv6(),
                    options.driverOpts(),
                    options.labels());
        }
    }

    /** Makes options of what was kept. */
    static final class FromStored extends StdConverter<StoredOptions, NetworkOptions> {
        @Override
        public NetworkOptions convert(StoredOptions kept) {
            return new NetworkOptions(
                    kept.driver,
                    kept.external,
                    kept.internal,
                    kept.attachable,
                    IpFamilies.of(!kept.withoutIpv4, kept.enableIpv6),
                    kept.driverOpts,
                    kept.labels);
        }
    }
}
