/** Voyages on real engines: what iterations 1 and 8 do to a running project, and every way back from it. */
package dev.bulkhead.migrate.voyage;
