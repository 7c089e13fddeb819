package dev.bulkhead.migrate.restore;

import dev.bulkhead.migrate.record.Digest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Content of a file as it is kept in a restore point. */
public sealed interface Kept {

    /** Returns the digest of the content; empty where there was no file. */
    Optional<String> digest();

    /** Returns whether a file that now has this content has the content that is kept, be the copy damaged or not. */
    default boolean is(Optional<byte[]> now) {
        return digest().equals(now.map(Digest::of));
    }

    /** There was no such file. */
    record Absent() implements Kept {
        @Override
        public Optional<String> digest() {
            return Optional.empty();
        }
    }

    /** Its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString look into the array themselves
    record Bytes(byte[] bytes) implements Kept {
        @Override
        public Optional<String> digest() {
            return Optional.of(Digest.of(bytes));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(byte[] others) && Arrays.equals(bytes, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        /** Names how much it is but not the bytes, which can hold secrets. */
        @Override
        public String toString() {
            return "Bytes[" + bytes.length + "]";
        }
    }

    /**
     * The copy is not what was written; it must not be put back.
     *
     * @param expected digest of what was written
     */
    record Damaged(String expected) implements Kept {
        public Damaged {
            Objects.requireNonNull(expected);
        }

        @Override
        public Optional<String> digest() {
            return Optional.of(expected);
        }
    }

    /** Returns bytes, or that there was no file. */
    static Kept of(Optional<byte[]> content) {
        return content.<Kept>map(Bytes::new).orElseGet(Absent::new);
    }
}
