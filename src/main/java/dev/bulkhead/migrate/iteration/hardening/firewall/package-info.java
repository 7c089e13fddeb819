/** Packet rules of the engine's host that follow from the operator's rules. */
@NullMarked
package dev.bulkhead.migrate.iteration.hardening.firewall;

import org.jspecify.annotations.NullMarked;
