/** One container as the engine has it: its log, what it uses, and starting and stopping it. */
@NullMarked
package dev.bulkhead.ui.container;

import org.jspecify.annotations.NullMarked;
