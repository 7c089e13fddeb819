/** Hardening: gives every container what it needs and nothing more, one service at a time. */
@NullMarked
package dev.bulkhead.migrate.iteration.hardening;

import org.jspecify.annotations.NullMarked;
