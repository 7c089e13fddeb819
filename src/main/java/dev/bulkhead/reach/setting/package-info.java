/** Settings of an engine and its machine that decide who reaches whom, and who told of them. */
@NullMarked
package dev.bulkhead.reach.setting;

import org.jspecify.annotations.NullMarked;
