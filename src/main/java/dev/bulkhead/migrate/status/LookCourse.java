package dev.bulkhead.migrate.status;

/** Course of a look at a project, told while it goes on; it can be ended between two things that are looked at. */
public interface LookCourse {

    /** Nobody listens, and nobody ends it. */
    LookCourse SILENT = new LookCourse() {
        @Override
        public void looksAt(String what, double done) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Tells what is looked at now.
     *
     * @param what it, in a few words
     * @param done how much of the whole is behind, from 0 to 1
     */
    void looksAt(String what, double done);

    /** Returns whether nothing more is to be looked at. */
    boolean cancelled();
}
