/** What host and engine add to a project's files: ranges in use, facts about packets, address pools, and what is not known. */
@NullMarked
package dev.bulkhead.surroundings;

import org.jspecify.annotations.NullMarked;
