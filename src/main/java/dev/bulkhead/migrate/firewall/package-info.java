/** Packet rules of the engine's host that follow from the operator's rules: worked out, shown, installed and removed. */
@NullMarked
package dev.bulkhead.migrate.firewall;

import org.jspecify.annotations.NullMarked;
