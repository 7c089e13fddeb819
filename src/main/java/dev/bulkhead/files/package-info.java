/** Reading files, and writing sets of them atomically. */
@NullMarked
package dev.bulkhead.files;

import org.jspecify.annotations.NullMarked;
