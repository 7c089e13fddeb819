package dev.bulkhead.reach.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.EngineSettingsReader;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The prediction agrees with packets and look-ups on random topologies on engines that are set otherwise.
 *
 * <p>{@code -Dbulkhead.truth.settings=N} tries N topologies for each setting instead of one.
 */
abstract class SettingsTrials {

    private final EngineRelease release;

    SettingsTrials(EngineRelease release) {
        this.release = release;
    }

    /** A topology or more on an engine that is set otherwise; every disagreement names the setting. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FORWARD_POLICY", "HOST_RULES"})
    void predictionsKnowTheEnginesSettings(EngineSetting setting) throws IOException, ComposeException {
        compareOn("{\"" + setting.key() + "\": false}", EngineSettings.told(Map.of(setting, false)));
    }

    /** Bridges and ports are as the engine is set where they do not say so; 20.10 knows an address for its own bridge only. */
    @Test
    void predictionsKnowWhatBridgesAreByDefault() throws IOException, ComposeException {
        String file = release == EngineRelease.CURRENT ? """
                {"ip": "127.0.0.1", "default-network-opts": {"bridge": {
                  "com.docker.network.bridge.enable_icc": "false",
                  "com.docker.network.bridge.host_binding_ipv4": "127.0.0.1"}}}
                """ : "{\"ip\": \"127.0.0.1\"}";
        compareOn(file, EngineSettingsReader.ofDaemonFile(file));
    }

    private void compareOn(String file, EngineSettings settings) throws IOException, ComposeException {
        try (PrivateEngine other = PrivateEngine.start(release, file)) {
            StandInImages.provide(other, RandomProject.IMAGE);
            Process listener = other.listenOnHost(8_090);
            try {
                int count = Integer.getInteger("bulkhead.truth.settings", 1);
                long seed = Long.getLong("bulkhead.truth.seed", 1);
                List<String> disagreements = new ArrayList<>();
                int pairs = 0;
                int unknown = 0;
                for (int i = 0; i < count; i++) {
                    Trial.Outcome outcome = Trial.run(other, settings, seed + i);
                    pairs += outcome.pairs();
                    unknown += outcome.unknown();
                    disagreements.addAll(outcome.disagreements());
                }
                System.err.println("Reach compared with packets on " + release + " set to " + file.strip()
                        + ": " + count + " topologies, " + pairs + " pairs, " + unknown + " unknown, "
                        + disagreements.size() + " disagreements");
                assertThat(disagreements).isEmpty();
                assertThat(pairs).isGreaterThan(20 * count);
            } finally {
                listener.destroy();
            }
        }
    }
}
