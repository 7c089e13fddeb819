package dev.bulkhead.check.names;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;

/**
 * Mention of a host in what a service is told.
 *
 * @param asker the service that looks the name up
 * @param host the name, as written
 * @param place where it stands
 * @param words that place in words, for instance {@code DATABASE_URL}
 */
record Mention(Service asker, String host, Element place, String words) {}
