/** Routes of a project's reverse proxies: which requests go to which service, as every dialect states it; read and written. */
@NullMarked
package dev.bulkhead.proxy;

import org.jspecify.annotations.NullMarked;
