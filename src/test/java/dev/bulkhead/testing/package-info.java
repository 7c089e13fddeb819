/** What the tests of several packages share: private engines, stand-in images, time that tests control. */
@NullMarked
package dev.bulkhead.testing;

import org.jspecify.annotations.NullMarked;
