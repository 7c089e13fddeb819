/** One small class per finding; quick fixes are topology edits. */
@NullMarked
package dev.bulkhead.check;

import org.jspecify.annotations.NullMarked;
