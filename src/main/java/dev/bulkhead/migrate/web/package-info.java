/** Asking web servers from this machine: what they answer, and by which certificate. */
@NullMarked
package dev.bulkhead.migrate.web;

import org.jspecify.annotations.NullMarked;
