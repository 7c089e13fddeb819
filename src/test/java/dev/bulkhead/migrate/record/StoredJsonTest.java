package dev.bulkhead.migrate.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.NetworkOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What records keep is read again, also what earlier builds kept. */
class StoredJsonTest {

    private final ObjectMapper json = StoredJson.mapper().build();

    @Test
    void networksOfEarlierBuildsHaveIpv4() throws Exception {
        NetworkOptions read = json.readValue(
                "{\"driver\":\"bridge\",\"external\":false,\"internal\":true,\"attachable\":false,\"enableIpv6\":true,"
                        + "\"driverOpts\":{},\"labels\":{}}",
                NetworkOptions.class);

        assertThat(read)
                .isEqualTo(NetworkOptions.defaults()
                        .withDriver("bridge")
                        .withInternal(true)
                        .withFamilies(IpFamilies.BOTH));
    }

    @ParameterizedTest
    @EnumSource
    void networksOfAllFamiliesComeBack(IpFamilies families) throws Exception {
        NetworkOptions options = NetworkOptions.defaults().withFamilies(families);

        String kept = json.writeValueAsString(options);
        assertThat(json.readValue(kept, NetworkOptions.class)).as(kept).isEqualTo(options);
    }

    /** So a build that knows less reads what this one keeps of usual networks. */
    @Test
    void whatIsUsualIsKeptAsBefore() throws Exception {
        assertThat(json.writeValueAsString(NetworkOptions.defaults()))
                .contains("enableIpv6")
                .doesNotContain("Ipv4");
    }
}
