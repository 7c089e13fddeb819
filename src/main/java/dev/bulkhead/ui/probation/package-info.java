/** A change that is done and waits for the operator's word: under which conditions it stays, and the card to answer on. */
@NullMarked
package dev.bulkhead.ui.probation;

import org.jspecify.annotations.NullMarked;
