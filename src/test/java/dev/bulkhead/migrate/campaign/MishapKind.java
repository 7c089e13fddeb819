package dev.bulkhead.migrate.campaign;

import java.util.EnumSet;
import java.util.Set;

/** What goes wrong with a run, or around it. */
enum MishapKind {
    KILLED_THEN_CONTINUED("SIGKILL, then continue"),
    KILLED_THEN_BACK("SIGKILL, then back"),
    KILLED_ON_THE_WAY_BACK("SIGKILL in the way back, then back again"),
    REFUSED("the engine refuses"),
    DONE_BUT_REFUSED("the engine does it and says that it did not"),
    ENGINE_GONE_THEN_CONTINUED("engine gone and back, then continue"),
    ENGINE_GONE_THEN_BACK("engine gone and back, then back"),
    NEVER_HEALTHY("health never comes"),
    PORT_TAKEN("port taken meanwhile"),
    SUBNET_TAKEN("subnet taken meanwhile"),
    NAME_TAKEN("name taken meanwhile"),
    NETWORK_REMOVED("network removed by hand"),
    CONTAINER_REMOVED("container removed by hand"),
    RECORDS_DISK_FULL("disk full under the records"),
    PROJECT_DISK_FULL("disk full under the project"),
    FILE_EDITED("file edited"),
    FILE_EDITED_IN_THE_SAME_PLACE("file edited in the same place"),
    CLOCK_MOVED("clock moved"),
    DIRECTORY_MOVED("directory moved"),
    RECORDS_DAMAGED("records damaged byte by byte");

    private static final Set<MishapKind> ENDS_OF_THE_PROCESS =
            EnumSet.of(KILLED_THEN_CONTINUED, KILLED_THEN_BACK, DIRECTORY_MOVED, RECORDS_DAMAGED);
    private static final Set<MishapKind> DISKS = EnumSet.of(RECORDS_DISK_FULL, PROJECT_DISK_FULL);

    private final String words;

    MishapKind(String words) {
        this.words = words;
    }

    /** Returns it in a few words. */
    String words() {
        return words;
    }

    /** Returns whether the process ends, so that it can happen at any moment and not only where others come in. */
    boolean endsTheProcess() {
        return ENDS_OF_THE_PROCESS.contains(this);
    }

    /** Returns whether it needs disks of their own that can be filled. */
    boolean fillsADisk() {
        return DISKS.contains(this);
    }

    /** Returns whether it is about an answer of the engine to one call. */
    boolean isAnAnswer() {
        return this == REFUSED || this == DONE_BUT_REFUSED;
    }
}
