/** A certificate authority of the project's own: root, leaves that it signs, and their files. */
@NullMarked
package dev.bulkhead.migrate.authority;

import org.jspecify.annotations.NullMarked;
