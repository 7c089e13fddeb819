/** Items of public benchmarks, and what a project's files say of each. */
@NullMarked
package dev.bulkhead.check.benchmark;

import org.jspecify.annotations.NullMarked;
