/** Routes of reverse proxies as values: what a route takes, where it goes and stands, what is wanted and what came of it. */
@NullMarked
package dev.bulkhead.proxy.route;

import org.jspecify.annotations.NullMarked;
