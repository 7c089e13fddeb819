/** Answers in words, with the places that decide them and the assumptions that they rest on. */
@NullMarked
package dev.bulkhead.reach.explain;

import org.jspecify.annotations.NullMarked;
