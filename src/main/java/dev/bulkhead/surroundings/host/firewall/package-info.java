/** Packet rules of a machine as values: read from what its programs list, and what they do with packets of containers. */
@NullMarked
package dev.bulkhead.surroundings.host.firewall;

import org.jspecify.annotations.NullMarked;
