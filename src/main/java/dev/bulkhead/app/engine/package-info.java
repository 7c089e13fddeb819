/** Engines that commands and the window work with, made from a choice or an address; practice runs on copies of samples. */
@NullMarked
package dev.bulkhead.app.engine;

import org.jspecify.annotations.NullMarked;
