/** What a project's users see of a change: its published ports, asked again and again while a run is at work. */
@NullMarked
package dev.bulkhead.migrate.outside;

import org.jspecify.annotations.NullMarked;
