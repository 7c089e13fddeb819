/** A service that backs up a project's volumes and proves it by restoring: proposed, declared, written. */
@NullMarked
package dev.bulkhead.migrate.iteration.hardening.backup;

import org.jspecify.annotations.NullMarked;
