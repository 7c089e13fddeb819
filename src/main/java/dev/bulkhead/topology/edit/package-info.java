/** Edits of a project as values: of its networks and services, of any field by its path, of whole files. */
@NullMarked
package dev.bulkhead.topology.edit;

import org.jspecify.annotations.NullMarked;
