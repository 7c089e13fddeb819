package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.migrate.goal.SecretFile.Access;
import dev.bulkhead.migrate.goal.SecretFile.Owner;
import dev.bulkhead.topology.edit.FileMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Access that a secret file needs, so that the user of a container can read it and as few others as possible.
 *
 * @param access owner and mode
 * @param reader the user who reads it; empty where that is not known
 * @param note what the operator has to know of it, as a sentence; empty where it is as it should be
 */
record SecretAccess(Access access, Optional<Owner> reader, Optional<String> note) {

    private static final FileMode OWNER = new FileMode("400");

    /** In a directory that is closed to others on the host, whoever is in the container that mounts it reads it. */
    private static final FileMode EVERYBODY = new FileMode("444");

    /**
     * Returns the access.
     *
     * @param service the service that reads it
     * @param reader the user it reads as; empty where that is not known
     * @param writer the user who writes the file; empty where that is not known
     * @param users how the engine's machine knows the users of containers
     * @param stated the service as its files say
     */
    static SecretAccess of(
            String service,
            Optional<Owner> reader,
            Optional<Owner> writer,
            ContainerUsers users,
            ResolvedValue stated) {
        boolean root = writer.filter(user -> user.uid() == 0).isPresent();
        if (reader.isEmpty()) {
            return new SecretAccess(
                    new Access(EVERYBODY, Optional.empty()),
                    reader,
                    Optional.of("As whom " + service + " reads its secrets is not known, so that every user in its"
                            + " container can (mode 0444, in a directory that is closed to others)."));
        }
        Owner user = reader.get();
        if (user.uid() == 0 && (root || !losesOverride(stated))) {
            return new SecretAccess(new Access(OWNER, Optional.empty()), reader, Optional.empty());
        }
        boolean same = users.equals(ContainerUsers.SAME);
        if (same && writer.filter(me -> me.uid() == user.uid()).isPresent()) {
            return new SecretAccess(new Access(OWNER, Optional.empty()), reader, Optional.empty());
        }
        if (root) {
            return new SecretAccess(new Access(OWNER, Optional.of(user)), reader, Optional.empty());
        }
        if (!same) {
            // what the numbers are on the engine's machine is told once for all
            return new SecretAccess(new Access(EVERYBODY, Optional.empty()), reader, Optional.empty());
        }
        return new SecretAccess(
                new Access(EVERYBODY, Optional.empty()),
                reader,
                Optional.of("Bulkhead does not run as root and cannot give the secrets of " + service + " to user "
                        + user.uid() + ":" + user.gid() + ", as whom it reads them: every user in its container can"
                        + " (mode 0444, in a directory that is closed to others). Run Bulkhead as root for mode 0400,"
                        + " or afterwards: sudo chown " + user.uid() + ":" + user.gid()
                        + " FILE && sudo chmod 0400 FILE."));
    }

    /** Root without this capability reads only what belongs to it. */
    private static boolean losesOverride(ResolvedValue stated) {
        return stated instanceof ResolvedValue.Fields fields
                && fields.get("cap_drop")
                        .filter(ResolvedValue.Items.class::isInstance)
                        .map(list -> ((ResolvedValue.Items) list)
                                .items().stream()
                                        .filter(ResolvedValue.Scalar.class::isInstance)
                                        .map(item -> ((ResolvedValue.Scalar) item)
                                                .text()
                                                .toUpperCase(Locale.ROOT))
                                        .anyMatch(name -> name.equals("ALL") || name.endsWith("DAC_OVERRIDE")))
                        .orElse(false);
    }
}
