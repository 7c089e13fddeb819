/** Benchmarks that {@code installers/bench.sh} runs; never part of the tests. */
@NullMarked
package dev.bulkhead.bench;

import org.jspecify.annotations.NullMarked;
