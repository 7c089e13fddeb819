package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final EngineAddress ADDRESS = EngineAddress.of("unix:///x.sock");

    private static List<Object> fault(RuntimeException cause) {
        EngineException fault = Faults.of("Network a could not be created", ADDRESS, cause);
        return List.of(fault.kind(), fault.sentence());
    }

    @Test
    void theEnginesOwnWordsAreTakenOutOfTheJsonOfTheAnswer() {
        assertThat(fault(new DockerException("Status 403: {\"message\":\"Pool overlaps with other one\"}", 403)))
                .isEqualTo(List.of(Kind.CONFLICT, "Network a could not be created: Pool overlaps with other one."));
    }

    @Test
    void wordsThatAreNoJsonAreToldAsTheyAre() {
        assertThat(fault(new DockerException("it is {broken", 500)))
                .isEqualTo(List.of(Kind.REFUSED, "Network a could not be created: it is {broken."));
    }

    @Test
    void statusCodesTellWhereTheyAreSure() {
        assertThat(fault(new ConflictException("taken"))).startsWith(Kind.CONFLICT);
        assertThat(fault(new NotFoundException("gone"))).startsWith(Kind.NOT_FOUND);
    }

    @Test
    void aSilentEngineIsToldFromOneThatIsNotThere() {
        assertThat(fault(new IllegalStateException(new SocketTimeoutException("read"))))
                .isEqualTo(List.of(
                        Kind.TIMEOUT,
                        "Network a could not be created: the engine at unix:///x.sock did not answer in time."));
        assertThat(fault(new IllegalStateException(new IOException("Connection refused"))))
                .isEqualTo(List.of(
                        Kind.UNREACHABLE,
                        "No engine answers at unix:///x.sock (the address given): Connection refused;"
                                + " start it, or name another with --engine or DOCKER_HOST."));
    }

    @Test
    void aSocketThatMayNotBeUsedIsToldWithTheRemedy() {
        assertThat(fault(new IllegalStateException(new IOException("Permission denied"))))
                .isEqualTo(List.of(
                        Kind.UNREACHABLE,
                        "No engine answers at unix:///x.sock (the address given): Permission denied;"
                                + " run Bulkhead as a user who may use it (group docker)."));
    }
}
