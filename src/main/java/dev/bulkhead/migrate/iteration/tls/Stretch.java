package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.Awaited.Trust;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stretch of the way to HTTPS: changes, and the routes that are encrypted once they are made.
 *
 * @param title what it is for
 * @param secrets files that have to be there first
 * @param edits changes of files
 * @param rereads service to how it takes up a file of its own
 * @param encrypted routes that are seen to be encrypted at its end
 * @param trust whose signature counts for them
 */
record Stretch(
        String title,
        List<SecretFile> secrets,
        List<ProjectEdit> edits,
        SortedMap<String, Reread> rereads,
        List<Route> encrypted,
        Trust trust) {

    Stretch {
        secrets = List.copyOf(secrets);
        edits = List.copyOf(edits);
        rereads = Collections.unmodifiableSortedMap(new TreeMap<>(rereads));
        encrypted = List.copyOf(encrypted);
    }

    /** One without files that a proxy has to read anew. */
    Stretch(String title, List<SecretFile> secrets, List<ProjectEdit> edits, List<Route> encrypted, Trust trust) {
        this(title, secrets, edits, new TreeMap<>(), encrypted, trust);
    }
}
