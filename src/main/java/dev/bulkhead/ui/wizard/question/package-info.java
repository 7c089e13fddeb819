/** Answers to the questions of an iteration, each kind as the control that it is given with. */
@NullMarked
package dev.bulkhead.ui.wizard.question;

import org.jspecify.annotations.NullMarked;
