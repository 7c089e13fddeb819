package dev.bulkhead.migrate.iteration.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** History of a project's files in version control. */
@FunctionalInterface
public interface VersionHistory {

    /** None, or none that can be read. */
    VersionHistory NONE = (values, files) -> Set.of();

    /**
     * Returns the names of values that some earlier or present version of files holds.
     *
     * @param values name to value; values can be secrets
     * @param files the files, relative to the project directory
     */
    Set<String> holding(Map<String, String> values, List<String> files);
}
