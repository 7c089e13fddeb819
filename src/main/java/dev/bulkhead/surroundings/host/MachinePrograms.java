package dev.bulkhead.surroundings.host;

import java.util.List;
import java.util.Optional;

/** Programs of this machine that list something and change nothing. */
public interface MachinePrograms {

    /** Without any program. */
    MachinePrograms NONE = new MachinePrograms() {
        @Override
        public boolean has(String program) {
            return false;
        }

        @Override
        public Optional<String> list(List<String> command) {
            return Optional.empty();
        }
    };

    /** Returns whether a program is there. */
    boolean has(String program);

    /** Returns what a program lists; empty where it is not there, may not, or fails. */
    Optional<String> list(List<String> command);
}
