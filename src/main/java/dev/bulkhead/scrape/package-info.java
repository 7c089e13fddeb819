/** What collectors of measurements are told to fetch, from whom: the one home of that fact, read from their own files. */
@NullMarked
package dev.bulkhead.scrape;

import org.jspecify.annotations.NullMarked;
