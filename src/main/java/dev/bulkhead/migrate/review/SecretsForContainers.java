package dev.bulkhead.migrate.review;

import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretFile.Access;
import dev.bulkhead.migrate.goal.SecretFile.Owner;
import dev.bulkhead.migrate.goal.SecretReading;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.topology.edit.FileMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Secret files of a goal as the containers of an engine read them: on the engine's machine, by its users, who are not
 * everywhere those that the containers know.
 *
 * @param writer the user who writes them; empty where that is not known
 */
record SecretsForContainers(EngineInfo engine, Optional<Owner> writer) {

    private static final FileMode EVERYBODY = new FileMode("444");

    /**
     * Returns the goal with owners and modes as they are right here.
     *
     * @throws MigrationException if the containers cannot read the files wherever they are written
     */
    Goal fit(Goal goal) throws MigrationException {
        if (goal.phases().stream().allMatch(phase -> phase.first().equals(without(phase)))) {
            return goal;
        }
        if (!engine.practice() && !engine.onThisMachine()) {
            throw new MigrationException("The engine is at " + engine.address() + ", and secret files would be written"
                    + " here, where its containers do not find them; run Bulkhead on that machine, beside the project's"
                    + " files there.");
        }
        ContainerUsers users = engine.users();
        return switch (users.kind()) {
            case SAME -> goal;
            case ROOTLESS -> rootless(goal);
            case SHIFTED -> shifted(goal, users);
        };
    }

    private static Phase.Beforehand without(Phase phase) {
        return new Phase.Beforehand(phase.networks(), List.of());
    }

    private Goal rootless(Goal goal) throws MigrationException {
        if (writer.filter(user -> user.uid() == 0).isPresent()) {
            throw new MigrationException(
                    "The engine runs without root and Bulkhead as root, so that its containers cannot"
                            + " come near the secret files; run Bulkhead as the user whom the engine belongs to.");
        }
        boolean others = goal.phases().stream()
                .flatMap(phase -> phase.secrets().stream())
                .anyMatch(file -> file.access().owner().isPresent());
        return with(
                goal,
                Set.of(),
                others
                        ? Optional.of("The engine runs without root: only root can give a file to another user of its"
                                + " containers, so that such files get mode 0444 in their closed directory.")
                        : Optional.empty());
    }

    private Goal shifted(Goal goal, ContainerUsers users) {
        Set<String> here = goal.phases().stream()
                .flatMap(phase -> phase.secrets().stream())
                .flatMap(file -> file.source() instanceof SecretSource.Signed signed
                                && signed.authority().isEmpty()
                        ? java.util.stream.Stream.of(file.name(), signed.key())
                        : java.util.stream.Stream.empty())
                .collect(Collectors.toSet());
        boolean root = writer.filter(user -> user.uid() == 0).isPresent();
        return with(
                goal,
                here,
                Optional.of("The engine shifts users (userns-remap): root of a container is " + users.uid() + ":"
                        + users.gid() + " on this machine"
                        + (root
                                ? ", and secret files are given to users counted from there."
                                : ", to whom only root can give a file; secret files get mode 0444 in their closed"
                                        + " directory.")));
    }

    private Goal with(Goal goal, Set<String> here, Optional<String> note) {
        List<Phase> phases = goal.phases().stream()
                .map(phase -> phase.with(new Phase.Beforehand(
                        phase.networks(),
                        files(phase.secrets(), here),
                        phase.first().readings().stream()
                                .map(reading -> new SecretReading(
                                        reading.service(), files(reading.files(), here), known(reading.reader())))
                                .toList(),
                        phase.first().renewals())))
                .toList();
        return goal.with(phases, note.stream().toList());
    }

    private List<SecretFile> files(List<SecretFile> files, Set<String> here) {
        return files.stream()
                .map(file -> here.contains(file.name())
                        ? file
                        : new SecretFile(file.name(), file.source(), access(file.access())))
                .toList();
    }

    private Access access(Access inside) {
        Owner owner = inside.owner().orElse(new Owner(0, 0));
        return switch (engine.users().kind()) {
            case SAME -> inside;
            case ROOTLESS -> owner.uid() == 0 ? inside : new Access(EVERYBODY, Optional.empty());
            case SHIFTED ->
                writer.filter(user -> user.uid() == 0).isPresent()
                        ? new Access(inside.mode(), Optional.of(known(owner)))
                        : new Access(EVERYBODY, Optional.empty());
        };
    }

    /** Returns whom this machine knows for a user of a container. */
    private Owner known(Owner inside) {
        ContainerUsers users = engine.users();
        return new Owner(users.uid() + inside.uid(), users.gid() + inside.gid());
    }
}
