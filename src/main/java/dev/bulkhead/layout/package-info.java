/** Places of networks and services on the map: pure geometry, shared by the window and by the exported picture. */
@NullMarked
package dev.bulkhead.layout;

import org.jspecify.annotations.NullMarked;
