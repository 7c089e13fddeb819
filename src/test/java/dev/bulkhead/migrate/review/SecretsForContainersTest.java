package dev.bulkhead.migrate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretFile.Access;
import dev.bulkhead.migrate.goal.SecretFile.Owner;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.topology.edit.FileMode;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Owners and modes of secret files by how an engine's machine knows the users of its containers. */
class SecretsForContainersTest {

    private static final Optional<Owner> ROOT = Optional.of(new Owner(0, 0));
    private static final Optional<Owner> SOMEBODY = Optional.of(new Owner(1000, 1000));
    private static final ContainerUsers SHIFTED = new ContainerUsers(ContainerUsers.Kind.SHIFTED, 100_000, 100_000);

    private static final List<SecretFile> FILES = List.of(
            secret("secrets/db", Access.PRIVATE),
            secret("secrets/panel", new Access(new FileMode("400"), Optional.of(new Owner(472, 0)))));

    private static SecretFile secret(String name, Access access) {
        return new SecretFile(name, new SecretSource.Moved("services", "db"), access);
    }

    private static Goal goal(List<SecretFile> secrets) {
        Phase phase = Phase.adding("Write", new ProjectEdit.Series("Write", List.of()), List.of(), Phase.Joining.LATER)
                .with(secrets);
        return new Goal(List.of(phase), new TreeMap<>(), List.of(), MayGo.NOTHING, new TreeMap<>(), List.of());
    }

    private static EngineInfo engine(String address, ContainerUsers users) {
        return new EngineInfo("Docker", "28.5.2", "1.51", address, Optional.empty(), EnginePools.DEFAULT, users);
    }

    private static List<String> written(ContainerUsers users, Optional<Owner> writer) throws MigrationException {
        return new SecretsForContainers(engine("unix:///run/docker.sock", users), writer)
                .fit(goal(FILES)).phases().getFirst().secrets().stream()
                        .map(file -> file.name() + ", " + file.access().text())
                        .toList();
    }

    @Test
    void numbersStayWhereTheyAreTheSame() throws Exception {
        assertThat(written(ContainerUsers.SAME, ROOT))
                .containsExactly("secrets/db, mode 0400", "secrets/panel, mode 0400, of user 472:0");
    }

    @Test
    void numbersAreCountedFromWhereTheEngineShiftsThem() throws Exception {
        assertThat(written(SHIFTED, ROOT))
                .containsExactly(
                        "secrets/db, mode 0400, of user 100000:100000",
                        "secrets/panel, mode 0400, of user 100472:100000");
        assertThat(written(SHIFTED, SOMEBODY)).containsExactly("secrets/db, mode 0444", "secrets/panel, mode 0444");
    }

    @Test
    void rootOfARootlessEngineIsTheUserWhomItBelongsTo() throws Exception {
        assertThat(written(ContainerUsers.ROOTLESS, SOMEBODY))
                .containsExactly("secrets/db, mode 0400", "secrets/panel, mode 0444");
        assertThatThrownBy(() -> written(ContainerUsers.ROOTLESS, ROOT))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The engine runs without root and Bulkhead as root, so that its containers cannot come near"
                        + " the secret files; run Bulkhead as the user whom the engine belongs to.");
    }

    @Test
    void theKeyOfAnAuthorityStaysWithWhomItBelongsTo() throws Exception {
        List<SecretFile> authority = List.of(
                new SecretFile("tls/root.key", new SecretSource.PrivateKey()),
                new SecretFile(
                        "tls/root.crt",
                        new SecretSource.Signed("tls/root.key", Optional.empty(), "Root", List.of("lan"))));

        assertThat(new SecretsForContainers(engine("unix:///run/docker.sock", SHIFTED), ROOT)
                        .fit(goal(authority))
                        .phases()
                        .getFirst()
                        .secrets())
                .isEqualTo(authority);
    }

    @Test
    void anEngineAtAnotherMachineIsRefusedAndAnythingButSecretsIsNot() throws Exception {
        SecretsForContainers away = new SecretsForContainers(engine("tcp://nas:2376", ContainerUsers.SAME), ROOT);

        assertThatThrownBy(() -> away.fit(goal(FILES)))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The engine is at tcp://nas:2376, and secret files would be written here, where its"
                                + " containers do not find them; run Bulkhead on that machine, beside the project's files there.");
        assertThat(away.fit(goal(List.of()))).isEqualTo(goal(List.of()));
    }
}
