/** One class per finding about reverse proxies and those they send requests to. */
@NullMarked
package dev.bulkhead.check.proxied;

import org.jspecify.annotations.NullMarked;
