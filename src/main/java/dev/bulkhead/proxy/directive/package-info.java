/** The syntax of proxies that are told by directives: Caddy's, in a Caddyfile or in labels, and nginx's. */
@NullMarked
package dev.bulkhead.proxy.directive;

import org.jspecify.annotations.NullMarked;
