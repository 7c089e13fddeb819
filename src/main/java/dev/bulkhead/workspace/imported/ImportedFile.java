package dev.bulkhead.workspace.imported;

/**
 * File of an imported project.
 *
 * @param name its path below the project's directory
 * @param text what is in it
 * @param confidential whether it holds secrets, so that only its owner may read it
 */
public record ImportedFile(String name, String text, boolean confidential) {

    /** Tells its name and nothing of what is in it. */
    @Override
    public String toString() {
        return name;
    }
}
