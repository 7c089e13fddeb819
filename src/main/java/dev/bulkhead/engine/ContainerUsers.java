package dev.bulkhead.engine;

/**
 * Users of an engine's containers, as the engine's machine knows them: files that containers have mounted belong to those.
 *
 * @param kind whether they are the same ones
 * @param uid for {@link Kind#SHIFTED}, whom root of a container is on the machine
 * @param gid his group there
 */
public record ContainerUsers(Kind kind, int uid, int gid) {

    /** They have the same numbers. */
    public static final ContainerUsers SAME = new ContainerUsers(Kind.SAME, 0, 0);

    /** The engine runs without root. */
    public static final ContainerUsers ROOTLESS = new ContainerUsers(Kind.ROOTLESS, 0, 0);

    /** How they are known. */
    public enum Kind {
        /** By the same numbers. */
        SAME,
        /** By numbers that are so much higher (docs.docker.com/engine/security/userns-remap). */
        SHIFTED,
        /**
         * Root of a container is the user whom the engine belongs to, all others are his subordinate numbers, which only root
         * can give files to (docs.docker.com/engine/security/rootless).
         */
        ROOTLESS
    }
}
