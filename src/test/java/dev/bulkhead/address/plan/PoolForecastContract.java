package dev.bulkhead.address.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The forecast, held against what a real engine gives. */
abstract class PoolForecastContract {

    private final PrivateEngine engine;

    PoolForecastContract(PrivateEngine engine) {
        this.engine = engine;
    }

    @Test
    void theEngineGivesWhatWasForecastUntilItsPoolsAreUsedUp() throws IOException {
        engine.docker("network", "create", "--subnet", "172.19.5.0/24", "stated");
        Stack stack = new Stack();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            keys.add("auto%02d".formatted(i));
            stack.network(keys.getLast());
        }
        stack.service("web", keys.toArray(String[]::new));
        PoolForecast forecast = PoolForecast.of(stack.topology(), used(), EnginePools.DEFAULT);

        Map<String, Cidr> given = new TreeMap<>();
        for (String key : forecast.given().keySet()) {
            engine.docker("network", "create", key);
            given.put(key, subnet(key));
        }

        assertThat(given).isEqualTo(forecast.given());
        assertThat(forecast.unserved()).containsExactly("auto29");
        assertThatThrownBy(() -> engine.docker("network", "create", "auto29")).hasMessageContaining("address pool");
    }

    private List<UsedRange> used() throws IOException {
        List<UsedRange> used = new ArrayList<>();
        for (String name :
                engine.docker("network", "ls", "--format", "{{.Name}}").lines().toList()) {
            if (!name.equals("host") && !name.equals("none")) {
                used.add(UsedRange.onEngine(name, subnet(name)));
            }
        }
        return used;
    }

    private Cidr subnet(String network) throws IOException {
        return Cidr.of(
                engine.docker("network", "inspect", network, "--format", "{{range .IPAM.Config}}{{.Subnet}}{{end}}")
                        .strip());
    }
}
