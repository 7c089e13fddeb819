package dev.bulkhead.migrate.goal;

import dev.bulkhead.topology.edit.FileMode;
import java.util.Optional;

/**
 * Secret file of a project: a file that holds one secret and nothing else. Its value stands in no goal, plan, journal or
 * report; it is made, or fetched from where it stands, when the file is written. A file that is there already is kept.
 *
 * @param name path relative to the project directory, with forward slashes
 * @param source where its value comes from
 * @param access who can read it
 */
public record SecretFile(String name, SecretSource source, Access access) {

    /** A file that its owner alone can read. */
    public SecretFile(String name, SecretSource source) {
        this(name, source, Access.PRIVATE);
    }

    /**
     * Access to a file. Outside Swarm, Compose mounts the file of a secret as it is: owner and mode on the host decide who
     * reads it in the container, and {@code uid}, {@code gid} and {@code mode} of the entry are ignored (docker/compose#9648).
     *
     * @param mode who may read it
     * @param owner the user it is given to; empty for the one who runs Bulkhead
     */
    public record Access(FileMode mode, Optional<Owner> owner) {

        /** The user who runs Bulkhead reads it, and root in containers. */
        public static final Access PRIVATE = new Access(new FileMode("400"), Optional.empty());

        /** Returns it in a few words. */
        public String text() {
            return "mode 0" + mode.octal()
                    + owner.map(o -> ", of user " + o.uid() + ":" + o.gid()).orElse("");
        }
    }

    /** User and group by their numbers, as the kernel knows them on the host and in a container alike. */
    public record Owner(int uid, int gid) {}

    /** Returns what it is, in a few words and without its value. */
    public String text() {
        return name + " (" + source.text() + "; " + access.text() + ")";
    }
}
