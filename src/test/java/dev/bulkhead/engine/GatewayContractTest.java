package dev.bulkhead.engine;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every engine does alike, all contracts together; run against the practice engine and against real ones. */
public abstract class GatewayContractTest
        implements NetworkContract, ServiceContract, ContainerContract, JoiningContract, ProbeContract, WatchContract {

    @TempDir
    private Path folder;

    private final Engine engine;

    /** Tries the contracts on an engine. */
    protected GatewayContractTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void start() throws Exception {
        try (InputStream file =
                Objects.requireNonNull(GatewayContractTest.class.getResourceAsStream("/contract/compose.yaml"))) {
            Files.copy(file, folder.resolve("compose.yaml"));
        }
    }

    @AfterEach
    void clear() throws Exception {
        EngineUnderTest.clear(engine);
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Path folder() {
        return folder;
    }
}
