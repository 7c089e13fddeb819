/** Feed of the map: states of the engine, findings, colours. */
@NullMarked
package dev.bulkhead.ui.shell.map;

import org.jspecify.annotations.NullMarked;
